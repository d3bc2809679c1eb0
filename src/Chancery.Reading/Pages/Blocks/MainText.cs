using Chancery.Reading.Pages.Html;
using Chancery.Reports;

namespace Chancery.Reading.Pages.Blocks;

/// <summary>Tells the blocks of the article from those around it.</summary>
internal static class MainText
{
    private const Signs Around = Signs.Comment | Signs.Related | Signs.Share | Signs.Promo | Signs.Caption | Signs.Author | Signs.Menu
        | Signs.Footer | Signs.Sidebar | Signs.Advert | Signs.Tags | Signs.Hidden | Signs.Cookie;

    public static List<(int Block, ParagraphRole Role)> Choose(HtmlTree tree, VisibleText visible, Signs[] signs)
    {
        int best = BestContainer.Find(tree, visible);
        var chosen = new List<(int, ParagraphRole)>();
        for (int i = 0; i < visible.Blocks.Count; i++)
        {
            var block = visible.Blocks[i];
            if (block.Node <= best || block.Node >= tree[best].After) continue;
            if (block.LinkShare > 0.5) continue;
            bool around = false;
            for (int n = block.Container; n > best && !around; n = tree[n].Parent) around = (signs[n] & Around) != 0 || tree[n].Tag is Tag.Nav or Tag.Aside or Tag.Figure;
            if (!around) chosen.Add((i, ParagraphRole.Body));
        }
        return chosen;
    }
}
