using System.Text;
using Chancery.Reports;

namespace Chancery.Reading.Pages.Blocks;

/// <summary>Composes the report's one text from chosen blocks, and carries the page place of every run over to it.</summary>
internal static class ComposeText
{
    /// <param name="SpanOf">Where a block came to stand, by its index.</param>
    internal sealed record Composed(string Text, IReadOnlyList<Paragraph> Paragraphs, TextMap Map, IReadOnlyDictionary<int, Span> SpanOf);

    /// <param name="chosen">Blocks and their roles, in the order they shall stand.</param>
    public static Composed From(VisibleText visible, IReadOnlyList<(int Block, ParagraphRole Role)> chosen)
    {
        var text = new StringBuilder();
        var paragraphs = new List<Paragraph>(chosen.Count);
        var runs = new List<TextRun>();
        var spanOf = new Dictionary<int, Span>();
        foreach (var (index, role) in chosen)
        {
            var block = visible.Blocks[index];
            if (text.Length > 0) text.Append('\n');
            int shift = text.Length - block.Span.Start;
            text.Append(visible.Text, block.Span.Start, block.Span.Length);
            PageRange? place = null;
            for (int r = block.FirstRun; r < block.RunsEnd; r++)
            {
                var run = visible.Runs[r];
                runs.Add(new TextRun(new Span(run.Span.Start + shift, run.Span.End + shift), run.Page));
                place = new PageRange(place?.Start ?? run.Page.Start, run.Page.End);
            }
            spanOf[index] = new Span(block.Span.Start + shift, block.Span.End + shift);
            paragraphs.Add(new Paragraph(spanOf[index], role, place));
        }
        return new Composed(text.ToString(), paragraphs, new TextMap(runs), spanOf);
    }
}
