using System.Text.RegularExpressions;
using Chancery.Reports;

namespace Chancery.Evaluation.Syntax;

/// <summary>The baseline of sentence ends: a mark, what closes after it, white space, and something that may begin a sentence.</summary>
internal static partial class SentenceExpression
{
    /// <summary>F1 of whole sentences against those that a report was given with.</summary>
    public static double Score(Report gold)
    {
        var right = gold.GivenSentences!.Select(s => s.Span).ToHashSet();
        int found = 0, hits = 0;
        foreach (var paragraph in gold.Paragraphs)
        {
            int first = paragraph.Span.Start;
            foreach (Match gap in Ends().Matches(paragraph.Span.Cut(gold.Text)))
            {
                Count(new Span(first, paragraph.Span.Start + gap.Groups[1].Index));
                first = paragraph.Span.Start + gap.Index + gap.Length;
            }
            Count(new Span(first, paragraph.Span.End));
        }
        return 200.0 * hits / (found + right.Count);

        void Count(Span sentence)
        {
            found++;
            if (right.Contains(sentence)) hits++;
        }
    }

    [GeneratedRegex("""(?<=[.!?]["'”’)\]]{0,2})(\s+)(?=["'“‘(\[]?[\p{Lu}\d])""")]
    private static partial Regex Ends();
}
