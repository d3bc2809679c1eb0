using Chancery.Reading.Pages.Blocks;

namespace Chancery.Reading.Pages.Metadata;

/// <summary>The people who wrote the report, as the page names them: without "By", without their job.</summary>
internal static class FindByline
{
    public static IReadOnlyList<string> In(PageShape page)
    {
        var metadata = page.Metadata;
        var linked = metadata.LinkedArticles.Where(a => a.IsNews).Select(a => a.Authors).FirstOrDefault(a => a.Count > 0);
        if (linked is not null) return linked;
        return metadata.Meta("author", "article:author", "dc.creator") is { } said && !said.Contains("://", StringComparison.Ordinal) ? [said] : [];
    }
}
