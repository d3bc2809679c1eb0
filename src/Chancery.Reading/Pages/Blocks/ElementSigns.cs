using Chancery.Reading.Pages.Html;

namespace Chancery.Reading.Pages.Blocks;

/// <summary>The signs of every element of a page, read once from its attributes.</summary>
internal static class ElementSigns
{
    public static Signs[] Of(HtmlTree tree, ClassWords words)
    {
        var signs = new Signs[tree.Count];
        for (int i = 0; i < signs.Length; i++)
        {
            var tag = tree[i].Tag;
            // the classes of html and body speak of the whole page
            if (tag is Tag.Text or Tag.Html or Tag.Body or Tag.Document || tag.IsVoid()) continue;
            if (tag.HidesText())
            {
                i = tree[i].After - 1;
                continue;
            }
            signs[i] = Of(tree, i, words);
        }
        return signs;
    }

    private static Signs Of(HtmlTree tree, int node, ClassWords words)
    {
        var signs = Signs.None;
        foreach (var attribute in tree.Attributes(node))
        {
            var value = attribute.RawValue;
            switch (attribute.Name.Length)
            {
                case 2 when Is(attribute, "id"): signs |= words.Find(value); break;
                case 5 when Is(attribute, "class"): signs |= words.Find(value); break;
                case 8 when Is(attribute, "itemprop"): signs |= words.Find(value); break;
                case 4 when Is(attribute, "role"): signs |= OfRole(value); break;
                case 5 when Is(attribute, "style") && HidesInline(value): signs |= Signs.Hidden; break;
                case 6 when Is(attribute, "hidden"): signs |= Signs.Hidden; break;
                case 11 when Is(attribute, "aria-hidden") && value.Equals("true", StringComparison.OrdinalIgnoreCase): signs |= Signs.Hidden; break;
            }
        }
        return signs;
    }

    private static bool Is(HtmlAttribute attribute, string name) => attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static Signs OfRole(ReadOnlySpan<char> role) => role switch
    {
        "navigation" or "menu" or "menubar" => Signs.Menu,
        "complementary" => Signs.Sidebar,
        "contentinfo" => Signs.Footer,
        "banner" => Signs.Header,
        "dialog" or "alertdialog" => Signs.Cookie,
        "article" => Signs.Article,
        _ => Signs.None,
    };

    private static bool HidesInline(ReadOnlySpan<char> style)
    {
        int at = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        if (at >= 0 && Value(style[(at + 7)..]).StartsWith("none", StringComparison.OrdinalIgnoreCase)) return true;
        at = style.IndexOf("visibility", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && Value(style[(at + 10)..]).StartsWith("hidden", StringComparison.OrdinalIgnoreCase);
    }

    private static ReadOnlySpan<char> Value(ReadOnlySpan<char> rest) => rest.TrimStart().TrimStart(':').TrimStart();
}
