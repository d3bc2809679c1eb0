using Chancery.Reading.Dating;
using Chancery.Reports;

namespace Chancery.Reading.Pages;

/// <summary>
/// A report from plain text: the text is kept unchanged, every line that is not blank is a paragraph, and what the line
/// says tells its role. The first line may begin with a stated date.
/// </summary>
public static class ReadPlainText
{
    /// <summary>A headline is one line of the width of a page.</summary>
    private const int LongestHeadline = 160;

    /// <summary>Bylines stand at the head of the text.</summary>
    private const int LinesOfHead = 5;

    public static Report Read(Page page)
    {
        var text = page.Content;
        var lines = Lines(text);
        var stated = TakeStatedDate(text, lines);
        int first = stated is null ? 0 : 1;

        var byline = new List<string>();
        var links = new List<RelatedStory>();
        for (int i = first; i < lines.Count; i++)
        {
            if (lines[i].Role != ParagraphRole.Body) continue;
            var role = LineWordings.BuiltIn.RoleOf(lines[i].Span.Of(text));
            if (role is null && i < first + LinesOfHead && TextBylines.Authors(lines[i].Span.Cut(text)) is { Count: > 0 } authors)
            {
                role = ParagraphRole.Byline;
                byline.AddRange(authors);
            }
            if (role is { } known) lines[i] = lines[i] with { Role = known };
            if (role == ParagraphRole.ReadMore && Linked(text, lines[i].Span) is { } link) links.Add(link);
        }
        var teasers = TextTeasers.Take(text, lines);
        TakeHeadline(text, lines, first, page.Title);

        return new Report(page.Id, page.Hash, text, lines, StatedDate.Witness(page.StatedDate ?? stated))
        {
            Url = page.Url,
            Title = page.Title ?? OfRole(ParagraphRole.Title),
            Standfirst = OfRole(ParagraphRole.Standfirst),
            Byline = page.Byline.Count > 0 ? page.Byline : byline,
            Related = [.. links.Concat(teasers).OrderBy(r => r.Span!.Value)],
            Language = Language(text),
        };

        string? OfRole(ParagraphRole role) => lines.Find(l => l.Role == role)?.Span.Cut(text);
    }

    private static List<Paragraph> Lines(string text)
    {
        var lines = new List<Paragraph>();
        int at = 0;
        while (at < text.Length)
        {
            int length = text.AsSpan(at).IndexOfAny('\n', '\r');
            int end = length < 0 ? text.Length : at + length;
            var line = TextTeasers.Trim(text, at, end);
            if (!line.IsEmpty) lines.Add(new Paragraph(line, ParagraphRole.Body));
            at = end + 1;
        }
        return lines;
    }

    /// <summary>Splits "date 2020-04-05 The talks …" into the stated date and a standfirst, and gives the date as it stands.</summary>
    private static string? TakeStatedDate(string text, List<Paragraph> lines)
    {
        const string Opening = "date ";
        if (lines.Count == 0 || !lines[0].Span.Of(text).StartsWith(Opening, StringComparison.Ordinal)) return null;
        int start = lines[0].Span.Start, end = start + Opening.Length + "2020-04-05".Length;
        if (end > lines[0].Span.End || (end < lines[0].Span.End && !char.IsWhiteSpace(text[end]))) return null;
        var date = text[(start + Opening.Length)..end];
        if (StatedDate.Witness(date).Date is null) return null;

        var rest = TextTeasers.Trim(text, end, lines[0].Span.End);
        if (rest.IsEmpty && lines.Count == 1) return null;
        lines[0] = new Paragraph(new Span(start, end), ParagraphRole.StatedDate);
        if (!rest.IsEmpty) lines.Insert(1, new Paragraph(rest, RoleBesideDate(text, rest, lines.Count > 1)));
        return date;
    }

    /// <summary>What stands beside the date leads over to the text, unless it is all of the text or has no full stop.</summary>
    private static ParagraphRole RoleBesideDate(string text, Span rest, bool textFollows) =>
        !textFollows || rest.Length > 2 * LongestHeadline ? ParagraphRole.Body
        : IsHeadline(text, rest) ? ParagraphRole.Title
        : ParagraphRole.Standfirst;

    private static void TakeHeadline(string text, List<Paragraph> lines, int first, string? titleBeside)
    {
        if (first >= lines.Count || lines[first].Role != ParagraphRole.Body) return;
        var line = lines[first].Span;
        bool isTitle = titleBeside is not null
            ? line.Of(text).SequenceEqual(titleBeside.AsSpan().Trim())
            : IsHeadline(text, line) && lines.Skip(first + 1).Any(l => l.Role == ParagraphRole.Body && EndsSentence(text, l.Span));
        if (isTitle) lines[first] = lines[first] with { Role = ParagraphRole.Title };
    }

    private static bool IsHeadline(string text, Span line) =>
        line.Length <= LongestHeadline && !EndsSentence(text, line) && text[line.End - 1] is not (':' or ',' or ';');

    private static bool EndsSentence(string text, Span line)
    {
        int end = line.End;
        while (end > line.Start && text[end - 1] is '"' or '”' or '’' or '\'' or ')') end--;
        return end > line.Start && text[end - 1] is '.' or '!';
    }

    /// <summary>The story behind "Read more: …"; null where the line is a heading only.</summary>
    private static RelatedStory? Linked(string text, Span line)
    {
        int colon = line.Of(text).IndexOf(':');
        var title = colon < 0 ? new Span(line.End, line.End) : TextTeasers.Trim(text, line.Start + colon + 1, line.End);
        return title.IsEmpty ? null : new RelatedStory(title.Cut(text), title.Cut(text), null, null, line);
    }

    /// <summary>A text in Latin letters too short to tell is taken for English, which is read here.</summary>
    private static string Language(string text)
    {
        var guess = GuessLanguage.Of(text);
        if (guess != "und") return guess;
        int letters = 0, latin = 0;
        foreach (char c in text.AsSpan(0, Math.Min(text.Length, 2000)))
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            if (c < '\u0250') latin++;
        }
        return latin * 2 >= letters ? "en" : "und";
    }
}
