using Chancery.Reading.Pages.Html;

namespace Chancery.Reading.Pages.Blocks;

/// <summary>The element whose own paragraphs carry the most running text: every paragraph speaks for its parents, the nearer the louder.</summary>
internal static class BestContainer
{
    private const int ShortestParagraph = 40;

    public static int Find(HtmlTree tree, VisibleText visible)
    {
        var score = new Dictionary<int, double>();
        foreach (var block in visible.Blocks)
        {
            if (block.Length < ShortestParagraph || block.LinkShare > 0.4) continue;
            double worth = 1 + Math.Min(block.Length / 100.0, 4) + visible.Text.AsSpan(block.Span.Start, block.Length).Count(',');
            int node = block.Container;
            double share = 1;
            for (int level = 0; level < 4 && node > 0; level++)
            {
                if (tree[node].Tag is not (Tag.P or Tag.Blockquote or Tag.Li or Tag.Pre) || level > 0)
                {
                    score[node] = score.GetValueOrDefault(node) + worth * share;
                    share *= 0.6;
                }
                node = tree[node].Parent;
            }
        }
        int best = 0;
        double most = 0;
        foreach (var (node, points) in score)
            if (points > most || (points == most && node < best)) (best, most) = (node, points);
        return best;
    }
}
