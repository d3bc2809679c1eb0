using System.Text;
using Chancery.Desk.Web.Html;
using Chancery.Reports;

namespace Chancery.Desk.Web.Pages;

/// <summary>A stretch of the text that a row rests on.</summary>
/// <param name="Row">The id of the row on the page: c12, a3, t7.</param>
internal readonly record struct TextMark(Span Span, string Layer, string Row);

/// <summary>
/// Puts marks on a text. Marks may overlap: the text is cut wherever one begins or ends, and each piece says which rows rest on it. A piece leads to the row of the
/// shortest mark over it; where a mark begins stands its id, so that the row leads back.
/// </summary>
internal sealed class MarkedText
{
    private readonly string _text;
    private readonly TextMark[] _marks;
    private readonly HashSet<string> _begun = new(StringComparer.Ordinal);

    public MarkedText(string text, IEnumerable<TextMark> marks)
    {
        _text = text;
        _marks = [.. marks.Where(m => !m.Span.IsEmpty).OrderBy(m => m.Span).ThenBy(m => m.Row, StringComparer.Ordinal)];
    }

    /// <summary>The text of a span with its marks.</summary>
    public Markup Of(Span span)
    {
        var over = _marks.Where(m => m.Span.Overlaps(span)).ToList();
        int[] cuts = [.. over.SelectMany(m => new[] { m.Span.Start, m.Span.End }).Where(at => span.Start < at && at < span.End).Append(span.Start).Append(span.End).Distinct().Order()];
        Markup all = $"";
        int first = 0;
        for (int i = 0; i + 1 < cuts.Length; i++)
        {
            var piece = new Span(cuts[i], cuts[i + 1]);
            while (first < over.Count && over[first].Span.End <= piece.Start) first++;
            all.AppendFormatted(Piece(piece, [.. over.Skip(first).TakeWhile(m => m.Span.Start < piece.End).Where(m => m.Span.Contains(piece))]));
        }
        return all;
    }

    private Markup Piece(Span piece, List<TextMark> marks)
    {
        var words = piece.Cut(_text);
        if (marks.Count == 0) return $"{words}";
        var nearest = marks.MinBy(m => m.Span.Length);
        var layers = string.Join(' ', marks.Select(m => m.Layer).Distinct());
        var rows = string.Join(' ', marks.Select(m => m.Row).Distinct());
        var begin = Markup.Each(marks.Where(m => _begun.Add(m.Row)), m => $"<span id=\"in-{m.Row}\"></span>");
        // A blank between two marks is no link that anybody could follow.
        if (string.IsNullOrWhiteSpace(words)) return $"{begin}<span class=\"mark {layers}\" data-rows=\"{rows}\">{words}</span>";
        return $"{begin}<a class=\"mark {layers}\" href=\"{At.Here(nearest.Row)}\" data-rows=\"{rows}\">{words}</a>";
    }
}
