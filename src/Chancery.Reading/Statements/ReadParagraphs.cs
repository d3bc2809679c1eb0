using Chancery.Reports;

namespace Chancery.Reading.Statements;

/// <summary>The paragraphs in which statements are looked for, each with its sentences.</summary>
internal static class ReadParagraphs
{
    public static IEnumerable<ParagraphWords> Of(AnnotatedReport report, WordClusters clusters)
    {
        var sentences = report.Get(Layers.Sentences);
        int next = 0;
        foreach (var paragraph in report.Report.Paragraphs)
        {
            while (next < sentences.Count && sentences[next].Span.Start < paragraph.Span.Start) next++;
            var inside = new List<Sentence>();
            while (next < sentences.Count && sentences[next].Span.Start < paragraph.Span.End) inside.Add(sentences[next++]);
            if (paragraph.IsRead && inside.Count > 0) yield return new ParagraphWords(report.Report.Text, paragraph, inside, clusters);
        }
    }
}
