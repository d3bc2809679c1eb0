using Chancery.Reports;

namespace Chancery.Reading.Statements;

/// <summary>
/// The paragraphs in which statements are looked for, each with its sentences. Those that one quotation runs through stand together:
/// "The minister wrote:" with the quotation below it, and a quotation that opens again in the next paragraph because it goes on.
/// </summary>
internal static class ReadParagraphs
{
    /// <summary>So many paragraphs stand together at most, which bounds the work on a text of nothing but quotation marks.</summary>
    private const int Most = 8;

    /// <param name="apart">Each paragraph alone, as the model is trained.</param>
    public static IEnumerable<ParagraphWords> Of(AnnotatedReport report, WordClusters clusters, bool apart = false)
    {
        var text = report.Report.Text;
        var sentences = report.Get(Layers.Sentences);
        var spoken = SpokenLines.Of(report.Report);
        int next = 0;
        var (together, inside) = (new List<Paragraph>(), new List<Sentence>());
        foreach (var paragraph in report.Report.Paragraphs)
        {
            while (next < sentences.Count && sentences[next].Span.Start < paragraph.Span.Start) next++;
            int first = next;
            while (next < sentences.Count && sentences[next].Span.Start < paragraph.Span.End) next++;
            if (next == first) continue;
            if (together.Count > 0 && !(!apart && paragraph.IsRead && together.Count < Most && GoesOn(text, together[^1], paragraph, spoken)))
            {
                yield return Joined();
                (together, inside) = ([], []);
            }
            if (!paragraph.IsRead) continue;
            together.Add(paragraph);
            for (int i = first; i < next; i++) inside.Add(sentences[i]);
        }
        if (together.Count > 0) yield return Joined();

        ParagraphWords Joined() => new(text, together, inside, clusters) { Speaker = spoken.TryGetValue(together[0].Span.Start, out var label) ? label : null };
    }

    private static bool GoesOn(string text, Paragraph above, Paragraph below, Dictionary<int, Span> spoken) =>
        above.Role == below.Role && !spoken.ContainsKey(above.Span.Start) && !spoken.ContainsKey(below.Span.Start)
        && Quotations.Opens(text, below.Span)
        && (text.AsSpan(above.Span.Start, above.Span.Length).TrimEnd().EndsWith(":") || Quotations.StaysOpen(text, above.Span));
}
