namespace Chancery.Reading.Pages.Blocks;

/// <summary>Judges for every block whether it belongs to the article, as log-odds: two classifiers, the second knows how the first judged around it.</summary>
internal sealed class JudgeBlocks(BoostedTrees first, BoostedTrees second)
{
    private const float Hopeless = -4, Unlikely = -2;
    private const int Near = 3;

    /// <exception cref="FileNotFoundException">A model is missing; the message names it.</exception>
    public static JudgeBlocks Compose(string modelFolder) => new(
        BoostedTrees.Load(Path.Combine(modelFolder, "page-blocks-first.model"), BlockFeatures.Count),
        BoostedTrees.Load(Path.Combine(modelFolder, "page-blocks.model"), BlockContext.Count));

    public float[] Judge(PageShape page)
    {
        var features = new BlockFeatures(page);
        int count = page.Visible.Blocks.Count;
        var rows = new float[count * BlockContext.Count];
        var scores = new float[count];
        for (int i = 0; i < count; i++) features.Fill(i, rows.AsSpan(i * BlockContext.Count, BlockFeatures.Count));
        first.Score(rows, BlockContext.Count, scores);
        int[] open = [.. Enumerable.Range(0, count).Where(i => !IsSettled(scores, i))];
        var context = new BlockContext(page, scores);
        for (int n = 0; n < open.Length; n++)
        {
            // rows move up, so that those still open lie side by side
            var row = rows.AsSpan(n * BlockContext.Count, BlockContext.Count);
            rows.AsSpan(open[n] * BlockContext.Count, BlockFeatures.Count).CopyTo(row);
            context.Fill(open[n], row);
        }
        var judged = new float[open.Length];
        second.Score(rows, BlockContext.Count, judged);
        for (int n = 0; n < open.Length; n++) scores[open[n]] = judged[n];
        return scores;
    }

    /// <summary>Whether a block is so far from any article that the second classifier need not be asked: half of the blocks of a page are.</summary>
    internal static bool IsSettled(ReadOnlySpan<float> first, int index)
    {
        if (first[index] > Hopeless) return false;
        foreach (float near in first[Math.Max(0, index - Near)..Math.Min(first.Length, index + Near + 1)])
            if (near > Unlikely) return false;
        return true;
    }
}
