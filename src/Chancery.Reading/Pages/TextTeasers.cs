using Chancery.Reading.Dating;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Pages;

/// <summary>
/// Finds the teasers of other stories at the end of a plain text: paragraphs that each carry a date of their own,
/// "… says an observer. (25.05.2017)".
/// </summary>
internal static class TextTeasers
{
    /// <summary>How sure the form of a date is that its line is a teaser.</summary>
    private enum Form { None, Bracketed, Loose }

    private readonly record struct Dated(Form Form, Span Text, Span Date);

    /// <summary>Gives the lines of the teasers their role, and the stories they tell of. Lines that have another role already keep it.</summary>
    /// <param name="lines">The paragraphs so far; those that are teasers are replaced.</param>
    public static List<RelatedStory> Take(string text, List<Paragraph> lines)
    {
        int first = lines.Count;
        var dated = new Dictionary<int, Dated>();
        for (int i = lines.Count - 1; i > 0 && !EndsTheArticle(lines[i], out bool skip); i--)
        {
            if (skip) continue;
            var found = Find(text, lines[i].Span);
            if (found.Form == Form.None && !IsTitleOf(text, lines, i, dated)) break;
            if (found.Form != Form.None) dated[i] = found;
            first = i;
        }
        // A last sentence may end in a date after a dash; two such lines, or a heading over them, make a list.
        if (dated.Values.All(d => d.Form == Form.Loose) && dated.Count < 2 && !(first > 0 && lines[first - 1].Role == ParagraphRole.ReadMore)) return [];

        var order = DayOrderOf(text, dated.Values);
        var stories = new List<RelatedStory>();
        string? title = null;
        for (int i = first; i < lines.Count; i++)
        {
            if (lines[i].Role != ParagraphRole.Body) continue;
            lines[i] = lines[i] with { Role = ParagraphRole.Teaser };
            if (!dated.TryGetValue(i, out var d))
            {
                title = lines[i].Span.Cut(text);
                continue;
            }
            var span = title is null ? lines[i].Span : lines[i - 1].Span.Cover(lines[i].Span);
            stories.Add(new RelatedStory(d.Text.Cut(text), title, null, ReadDay.Of(d.Date.Of(text), order), span));
            title = null;
        }
        return stories;
    }

    private static bool EndsTheArticle(Paragraph line, out bool skip)
    {
        skip = line.Role is ParagraphRole.Promo or ParagraphRole.ReadMore or ParagraphRole.Byline or ParagraphRole.Correction;
        return !skip && line.Role != ParagraphRole.Body;
    }

    /// <summary>A short line without a full stop over a dated teaser, when another teaser or a heading stands above it.</summary>
    private static bool IsTitleOf(string text, List<Paragraph> lines, int i, Dictionary<int, Dated> dated)
    {
        var line = lines[i].Span.Of(text);
        return dated.ContainsKey(i + 1) && line.Length <= 120 && line[^1] is not ('.' or '"' or '”' or ':')
            && (lines[i - 1].Role is ParagraphRole.ReadMore or ParagraphRole.Promo || Find(text, lines[i - 1].Span).Form == Form.Bracketed);
    }

    private static Dated Find(string text, Span line)
    {
        if (line.Length > 1 && text[line.End - 1] is ')' or ']')
        {
            char open = text[line.End - 1] == ')' ? '(' : '[';
            int at = text.LastIndexOf(open, line.End - 2, Math.Min(42, line.End - 1 - line.Start));
            if (at <= line.Start) return default;
            var date = new Span(at + 1, line.End - 1);
            return IsDay(text, date) ? new Dated(Form.Bracketed, Trim(text, line.Start, at), date) : default;
        }
        return FindLoose(text, line);
    }

    /// <summary>A date set off by a dash or a bar at the end or at the beginning of the line.</summary>
    private static Dated FindLoose(string text, Span line)
    {
        int last = line.Of(text).LastIndexOfAny("|–—·");
        if (last > 0 && IsDay(text, Trim(text, line.Start + last + 1, line.End)))
            return new Dated(Form.Loose, Trim(text, line.Start, line.Start + last), Trim(text, line.Start + last + 1, line.End));
        int first = line.Of(text).IndexOfAny("|–—·:");
        if (first > 0 && first + 1 < line.Length && IsDay(text, Trim(text, line.Start, line.Start + first)))
            return new Dated(Form.Loose, Trim(text, line.Start + first + 1, line.End), Trim(text, line.Start, line.Start + first));
        return default;
    }

    private static bool IsDay(string text, Span span) => ReadDay.Of(span.Of(text)) is not null;

    /// <summary>One date such as 05/25/2017 tells how the others beside it are to be read.</summary>
    private static DayOrder DayOrderOf(string text, IEnumerable<Dated> dated) =>
        dated.Any(d => d.Date.Of(text) is var t && t.IndexOf('/') is 1 or 2
            && int.TryParse(t[(t.IndexOf('/') + 1)..][..Math.Min(2, t.Length - t.IndexOf('/') - 1)], out int second) && second > 12)
            ? DayOrder.MonthFirst : DayOrder.DayFirst;

    internal static Span Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new Span(start, end);
    }
}
