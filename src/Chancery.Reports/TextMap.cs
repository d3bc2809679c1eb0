namespace Chancery.Reports;

/// <summary>One run of report text and the place of the page it was taken from; null where parser and tokens disagree (never a guess).</summary>
/// <param name="Text">Where the run stands in <see cref="Report.Text"/>.</param>
/// <param name="Page">Where it stands in the decoded page. Decoded (entities resolved, white space folded) it gives the run.</param>
public readonly record struct TextRun(Span Text, PageRange? Page);

/// <summary>
/// Ties the runs of <see cref="Report.Text"/> to the decoded page. Runs are in text order and do not overlap;
/// text between runs (the line breaks that were composed) has no place in the page.
/// </summary>
public sealed class TextMap(IReadOnlyList<TextRun> runs)
{
    public static readonly TextMap Empty = new([]);

    public IReadOnlyList<TextRun> Runs { get; } = runs;

    /// <summary>The page range that covers a span of text, or null where the runs under it are unmapped or out of page order.</summary>
    public PageRange? Find(Span span)
    {
        PageRange? found = null;
        foreach (var run in Runs)
        {
            if (run.Text.Start >= span.End) break;
            if (!run.Text.Overlaps(span)) continue;
            if (run.Page is not { } page) return null;
            if (found is { } sofar && page.Start < sofar.End) return null;
            found = found is { } before ? new PageRange(before.Start, page.End) : page;
        }
        return found;
    }
}
