using Chancery.Reading.Pages.Blocks;
using Chancery.Reading.Pages.Html;

namespace Chancery.Training.Pages;

/// <summary>Turns the gold strings of a page into labelled blocks: 1 for the article, 0 for what stands around it, null where gold is silent.</summary>
internal static class LabelBlocks
{
    public static (float Answer, float Weight)?[] Of(GoldPage gold, PageShape page)
    {
        var blocks = page.Visible.Blocks;
        string text = page.Visible.Text.Replace('\n', ' ');
        var labels = new (float, float)?[blocks.Count];
        foreach (string s in gold.Without.Concat(gold.Comments))
            foreach (var (from, to) in Occurrences(text, Entities.Fold(s), blocks))
                for (int i = from; i < to; i++) labels[i] = (0, 1);
        int first = int.MaxValue, last = -1;
        foreach (string s in gold.With)
        {
            var places = Occurrences(text, Entities.Fold(s), blocks);
            if (places.Count == 0) continue;
            // of several places the article's is the one among running text
            var (from, to) = places.MaxBy(p => (Inside(page, p.From) ? 2 : 0) + (blocks[p.From].LinkShare < 0.5 ? 1 : 0) + Math.Min(blocks[p.From].Length, 500) / 600.0);
            for (int i = from; i < to; i++) labels[i] = (1, 1);
            (first, last) = (Math.Min(first, from), Math.Max(last, to - 1));
        }
        if (last < 0) return labels;
        AddSilent(page, labels, first, last);
        return labels;
    }

    private static bool Inside(PageShape page, int block)
    {
        var (from, to) = page.BlocksOf(page.Best);
        return block >= from && block < to;
    }

    /// <summary>Running text between two places of the article is the article; menus far from it are not. Both count little.</summary>
    private static void AddSilent(PageShape page, (float, float)?[] labels, int first, int last)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] is not null) continue;
            var block = page.Visible.Blocks[i];
            if (i > first && i < last && PageShape.IsGood(block) && Inside(page, i)) labels[i] = (1, 0.2f);
            else if ((i < first - 3 || i > last + 3) && !Inside(page, i) && i % 7 == 0) labels[i] = (0, 0.1f);
        }
    }

    private static List<(int From, int To)> Occurrences(string text, string wanted, IReadOnlyList<Block> blocks)
    {
        var found = new List<(int, int)>();
        if (wanted.Length == 0) return found;
        for (int at = text.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = text.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            int from = BlockAt(blocks, at), to = BlockAt(blocks, at + wanted.Length - 1);
            found.Add((from, to + 1));
        }
        return found;
    }

    private static int BlockAt(IReadOnlyList<Block> blocks, int offset)
    {
        int low = 0, high = blocks.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (blocks[middle].Span.Start <= offset) low = middle;
            else high = middle - 1;
        }
        return low;
    }
}
