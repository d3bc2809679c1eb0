namespace Chancery.Reading.Pages.Blocks;

/// <summary>Judges for every block whether it belongs to the article, as log-odds: two classifiers, the second knows how the first judged around it.</summary>
internal sealed class JudgeBlocks(BoostedTrees first, BoostedTrees second)
{
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
        for (int i = 0; i < count; i++)
        {
            var row = rows.AsSpan(i * BlockContext.Count, BlockContext.Count);
            features.Fill(i, row[..BlockFeatures.Count]);
            scores[i] = first.Score(row);
        }
        var context = new BlockContext(page, scores);
        var judged = new float[count];
        for (int i = 0; i < count; i++)
        {
            var row = rows.AsSpan(i * BlockContext.Count, BlockContext.Count);
            context.Fill(i, row);
            judged[i] = second.Score(row);
        }
        return judged;
    }
}
