using Chancery.Reading.Pages.Html;
using Chancery.Reports;

namespace Chancery.Reading.Pages.Blocks;

/// <summary>Which blocks go into the report's text, in which order, and what each of them is.</summary>
internal static class ChooseParagraphs
{
    /// <summary>A paragraph is taken where the classifier leans to yes: losing the article's words costs a reader more than a stray line.</summary>
    private const float Threshold = 0;

    private const int LongestByline = 160;
    private const int ShortestCaption = 12;

    public static List<(int Block, ParagraphRole Role)> From(PageShape page, float[] scores, IReadOnlyList<string> byline, IReadOnlyList<FoundStory> related)
    {
        var blocks = page.Visible.Blocks;
        var roles = new ParagraphRole?[blocks.Count];
        int first = Array.FindIndex(scores, s => s > Threshold), last = Array.FindLastIndex(scores, s => s > Threshold);
        for (int i = 0; i < roles.Length; i++)
            roles[i] = i == page.TitleBlock ? ParagraphRole.Title
                : scores[i] > Threshold ? OfArticle(page, i)
                : first >= 0 && IsNear(page, i, first, last) ? Beside(page, i, byline) : null;
        if (first < 0) TakeFallback(page, roles);
        foreach (var story in related)
            for (int i = story.From; i < story.To && story.IsTeaser; i++) roles[i] = ParagraphRole.Teaser;
        TakeStandfirst(page, roles);

        var chosen = new List<(int, ParagraphRole)>();
        foreach (var early in new[] { ParagraphRole.Title, ParagraphRole.Standfirst, ParagraphRole.Byline })
            for (int i = 0; i < roles.Length; i++)
                if (roles[i] == early) chosen.Add((i, early));
        for (int i = 0; i < roles.Length; i++)
            if (roles[i] is { } role && role is not (ParagraphRole.Title or ParagraphRole.Standfirst or ParagraphRole.Byline)) chosen.Add((i, role));
        return chosen;
    }

    private static ParagraphRole OfArticle(PageShape page, int index)
    {
        var block = page.Visible.Blocks[index];
        return LineWordings.BuiltIn.RoleOf(page.Visible.Text.AsSpan(block.Span.Start, block.Length)) ?? ParagraphRole.Body;
    }

    private static bool IsNear(PageShape page, int index, int first, int last) =>
        index > Math.Min(first, page.TitleBlock < 0 ? first : page.TitleBlock) - 4 && index < last + 3;

    /// <summary>What a block beside the article's paragraphs is, or null where it is nothing the report keeps.</summary>
    private static ParagraphRole? Beside(PageShape page, int index, IReadOnlyList<string> byline)
    {
        var block = page.Visible.Blocks[index];
        var text = page.Visible.Text.AsSpan(block.Span.Start, block.Length);
        if (block.Length <= LongestByline)
            foreach (string name in byline)
                if (text.Contains(name, StringComparison.OrdinalIgnoreCase)) return ParagraphRole.Byline;
        if (LineWordings.BuiltIn.RoleOf(text) is { } worded) return worded;
        return block.Length >= ShortestCaption && IsCaption(page, block) ? ParagraphRole.Caption : null;
    }

    private static bool IsCaption(PageShape page, Block block)
    {
        int node = page.Tree[block.Node].Parent;
        for (int level = 0; level < 5 && node > 0; level++, node = page.Tree[node].Parent)
        {
            if (page.Tree[node].Tag is Tag.Figcaption) return true;
            if ((page.Signs[node] & (Signs.Comment | Signs.Related | Signs.Menu | Signs.Share | Signs.Teaser)) != 0) return false;
            if (level < 3 && (page.Signs[node] & Signs.Caption) != 0) return true;
        }
        return false;
    }

    /// <summary>A page without any likely paragraph still has something to read where its text is densest.</summary>
    private static void TakeFallback(PageShape page, ParagraphRole?[] roles)
    {
        var (from, to) = page.BlocksOf(page.Best);
        for (int i = from; i < to; i++)
            if (roles[i] is null && PageShape.IsGood(page.Visible.Blocks[i])) roles[i] = ParagraphRole.Body;
    }

    /// <summary>The first paragraph is the standfirst where the page marks it so and more text follows.</summary>
    private static void TakeStandfirst(PageShape page, ParagraphRole?[] roles)
    {
        int first = Array.IndexOf(roles, ParagraphRole.Body);
        if (first < 0 || Array.IndexOf(roles, ParagraphRole.Body, first + 1) < 0) return;
        var block = page.Visible.Blocks[first];
        if (page.Tree[block.Container].Tag == Tag.H1 || block.Length > 600) return;
        int node = page.Tree[block.Node].Parent;
        for (int level = 0; level < 3 && node > 0; level++, node = page.Tree[node].Parent)
        {
            var (from, to) = page.BlocksOf(node);
            if (to - from > 2) return;
            if ((page.Signs[node] & Signs.Lead) == 0) continue;
            roles[first] = ParagraphRole.Standfirst;
            return;
        }
    }
}
