using Chancery.Reading.Pages.Html;

namespace Chancery.Reading.Pages.Metadata;

/// <summary>The headline, without the name of the site that title elements carry.</summary>
internal static class FindTitle
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " » ", " « ", " :: ", " · ", " • ", " / ", " : ", " ~ ", " ‹ ", " > "];

    public static string? In(HtmlTree tree, PageMetadata metadata)
    {
        string? social = metadata.Meta("og:title", "twitter:title");
        string? element = metadata.TitleElement;
        string? linked = metadata.LinkedArticles.Where(a => a.IsNews).Select(a => a.Headline).FirstOrDefault(h => h is not null);
        var headings = metadata.Headings.Where(h => tree[h].Tag == Tag.H1).Select(h => tree.TextOf(h, 500)).Where(t => t.Length > 0).ToList();

        foreach (string heading in headings)
            if (Holds(element, heading) || Holds(social, heading) || Same(linked, heading)) return heading;
        if (headings.Count == 1 && headings[0].Length > 12) return headings[0];
        return Bare(social, metadata) ?? linked ?? Bare(element, metadata) ?? headings.FirstOrDefault();
    }

    private static bool Holds(string? longer, string heading) =>
        longer is not null && heading.Length >= 8 && longer.Contains(heading, StringComparison.OrdinalIgnoreCase);

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>A title without the shorter last parts after separators, when these name the site or are few words.</summary>
    private static string? Bare(string? title, PageMetadata metadata)
    {
        if (string.IsNullOrWhiteSpace(title)) return null;
        string? site = metadata.Meta("og:site_name", "application-name");
        foreach (string separator in Separators)
        {
            int at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at <= 0) continue;
            string head = title[..at].TrimEnd(), tail = title[(at + separator.Length)..].TrimStart();
            if (site is not null && tail.Contains(site, StringComparison.OrdinalIgnoreCase)) return head;
            if (separator is " | " or " » " or " :: " && head.Length > tail.Length) return head;
        }
        return title;
    }
}
