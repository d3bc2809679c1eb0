using Chancery.Reports;

namespace Chancery.Reading.Statements;

/// <summary>
/// The lines of a transcript: "HOLM: The bridge is safe." A label is a name before a colon that opens a paragraph; it counts where a
/// second line of the report has one too, in capitals or the same, since one alone may be a headline ("Storm: two villages cut off").
/// </summary>
internal static class SpokenLines
{
    private const int LongestLabel = 60;

    /// <summary>The labels by the start of their paragraphs.</summary>
    public static Dictionary<int, Span> Of(Report report)
    {
        var labels = new List<(int Paragraph, Span Label)>();
        foreach (var paragraph in report.Paragraphs)
            if (paragraph.Role == ParagraphRole.Body && LabelOf(report.Text, paragraph.Span) is { } label) labels.Add((paragraph.Span.Start, label));
        int capitals = labels.Count(l => IsCapitals(l.Label.Of(report.Text)));
        var times = labels.CountBy(l => l.Label.Cut(report.Text)).ToDictionary(StringComparer.Ordinal);
        return labels.Where(l => IsCapitals(l.Label.Of(report.Text)) ? capitals >= 2 : labels.Count >= 3 && times[l.Label.Cut(report.Text)] >= 2)
            .ToDictionary(l => l.Paragraph, l => l.Label);
    }

    private static Span? LabelOf(string text, Span paragraph)
    {
        int from = paragraph.Start, end = Math.Min(paragraph.End, from + LongestLabel);
        while (from < end && text[from] is '"' or '“' or '(') from++;
        int colon = from, words = 1;
        for (; colon < end && text[colon] != ':'; colon++)
        {
            char c = text[colon];
            bool begins = colon == from || text[colon - 1] is ' ';
            if (begins && !char.IsUpper(c) || !(char.IsLetter(c) || c is ' ' or '.' or '-' or '\'' or '’')) return null;
            if (c == ' ') words++;
        }
        bool spoken = colon < end && colon - from > 2 && colon + 2 < paragraph.End && text[colon + 1] == ' ';
        return spoken && words <= 4 ? new Span(from, colon) : null;
    }

    private static bool IsCapitals(ReadOnlySpan<char> label)
    {
        foreach (char c in label)
            if (char.IsLower(c)) return false;
        return true;
    }
}
