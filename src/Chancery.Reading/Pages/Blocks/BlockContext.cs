using Chancery.Reading.Pages.Html;

namespace Chancery.Reading.Pages.Blocks;

/// <summary>
/// What the second classifier is told besides a block's own features: how the first one judged the blocks around it, those in the
/// same elements, and those of the same make (same class names) anywhere in the page.
/// </summary>
internal sealed class BlockContext
{
    private const int Context = 21;
    public const int Count = BlockFeatures.Count + Context;

    private readonly PageShape _page;
    private readonly float[] _score;
    private readonly double[] _weightBefore; // sum of probability times length
    private readonly Dictionary<ulong, (double Score, int Count)> _makes = [];
    private readonly ulong[] _make;

    public BlockContext(PageShape page, float[] firstScores)
    {
        (_page, _score) = (page, firstScores);
        var blocks = page.Visible.Blocks;
        _weightBefore = new double[blocks.Count + 1];
        _make = new ulong[blocks.Count];
        for (int i = 0; i < blocks.Count; i++)
        {
            _weightBefore[i + 1] = _weightBefore[i] + Probability(_score[i]) * blocks[i].Length;
            _make[i] = Make(blocks[i].Container);
            var (sum, count) = _makes.GetValueOrDefault(_make[i]);
            _makes[_make[i]] = (sum + _score[i], count + 1);
        }
    }

    private static double Probability(float score) => 1 / (1 + Math.Exp(-score));

    /// <summary>A number for tag and class of an element and its parent.</summary>
    private ulong Make(int node)
    {
        ulong hash = 14695981039346656037;
        for (int level = 0; level < 2 && node > 0; level++, node = _page.Tree[node].Parent)
        {
            hash = (hash ^ (ulong)_page.Tree[node].Tag) * 1099511628211;
            foreach (var attribute in _page.Tree.Attributes(node))
            {
                if (!attribute.Name.Equals("class", StringComparison.OrdinalIgnoreCase)) continue;
                foreach (char c in attribute.RawValue) hash = (hash ^ c) * 1099511628211;
                break;
            }
        }
        return hash;
    }

    /// <param name="f">The block's own features stand in it already.</param>
    public void Fill(int index, Span<float> f)
    {
        int at = BlockFeatures.Count, last = _score.Length - 1;
        f[at++] = _score[index];
        for (int distance = 1; distance <= 3; distance++)
        {
            f[at++] = index - distance >= 0 ? _score[index - distance] : -8;
            f[at++] = index + distance <= last ? _score[index + distance] : -8;
        }
        f[at++] = Highest(Math.Max(0, index - 6), index);
        f[at++] = Highest(index + 1, Math.Min(last + 1, index + 7));
        f[at++] = Mean(Math.Max(0, index - 5), Math.Min(last + 1, index + 6));
        double all = Math.Max(1e-6, _weightBefore[^1]);
        f[at++] = (float)(_weightBefore[index] / all);
        f[at++] = (float)Math.Log(1 + all);
        int node = _page.Visible.Blocks[index].Container;
        for (int level = 0; level < 4; level++)
        {
            var (from, to) = _page.BlocksOf(node);
            f[at++] = Mean(from, to);
            node = Math.Max(0, _page.Tree[node].Parent);
        }
        var (sum, count) = _makes[_make[index]];
        f[at++] = (float)(sum / count);
        f[at++] = count > 1 ? (float)((sum - _score[index]) / (count - 1)) : -99;
        f[at++] = count;
        var (bestFrom, bestTo) = _page.BlocksOf(_page.Best);
        f[at++] = Mean(bestFrom, bestTo);
        f[at++] = _page.TitleBlock < 0 ? -1 : index > _page.TitleBlock ? (float)((_weightBefore[index] - _weightBefore[_page.TitleBlock]) / all) : -0.5f;
        if (at != Count) throw new InvalidOperationException($"{at} features, not {Count}.");
    }

    private float Highest(int from, int to)
    {
        float highest = -8;
        for (int i = from; i < to; i++) highest = Math.Max(highest, _score[i]);
        return highest;
    }

    /// <summary>The share of characters in a range of blocks that seem to be the article.</summary>
    private float Mean(int from, int to) => (float)((_weightBefore[to] - _weightBefore[from]) / Math.Max(1, _page.Chars(from, to)));
}
