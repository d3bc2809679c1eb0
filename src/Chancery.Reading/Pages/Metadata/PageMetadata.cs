using Chancery.Reading.Pages.Html;

namespace Chancery.Reading.Pages.Metadata;

/// <summary>What a page says about itself outside its visible text: meta tags, links, the title element, linked data.</summary>
internal sealed class PageMetadata
{
    private const int LongestValue = 20_000;
    private readonly Dictionary<string, List<string>> _meta = new(StringComparer.OrdinalIgnoreCase);

    public string? TitleElement { get; private set; }
    public string? Canonical { get; private set; }
    public string? HtmlLanguage { get; private set; }
    public List<LinkedArticle> LinkedArticles { get; } = [];

    /// <summary>Element nodes with <c>itemprop</c>, <c>rel=author</c> or <c>&lt;time&gt;</c>, in page order, for those who look for witnesses.</summary>
    public List<(string Property, int Node)> Microdata { get; } = [];
    public List<int> TimeElements { get; } = [];
    public List<int> Headings { get; } = [];

    /// <summary>The first value of a meta tag that says anything, by name, property, itemprop or http-equiv.</summary>
    public string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
            if (_meta.TryGetValue(name, out var values)) return values[0];
        return null;
    }

    public IReadOnlyList<string> AllMeta(string name) => _meta.TryGetValue(name, out var values) ? values : [];

    public IEnumerable<string> MetaNames => _meta.Keys;

    public static PageMetadata Of(HtmlTree tree)
    {
        var found = new PageMetadata();
        int nextHidden = 0;
        for (int i = 0; i < tree.Count; i++)
        {
            var tag = tree[i].Tag;
            if (tag == Tag.Text) continue;
            if (tag is Tag.Svg) nextHidden = tree[i].After;
            switch (tag)
            {
                case Tag.Meta: found.AddMeta(tree, i); break;
                case Tag.Link when found.Canonical is null && HasRel(tree, i, "canonical"): found.Canonical = tree.Attribute(i, "href"); break;
                case Tag.Title when found.TitleElement is null && i >= nextHidden: found.TitleElement = Entities.Fold(Entities.Decode(tree.RawTextOf(i))); break;
                case Tag.Html: found.HtmlLanguage ??= tree.Attribute(i, "lang") ?? tree.Attribute(i, "xml:lang"); break;
                case Tag.Script when IsLinkedData(tree, i): found.LinkedArticles.AddRange(LinkedData.Articles(tree.RawTextOf(i))); break;
                case Tag.Time: found.TimeElements.Add(i); break;
                case Tag.H1 or Tag.H2: found.Headings.Add(i); break;
            }
            if (tag is not (Tag.Meta or Tag.Script or Tag.Style)) found.AddProperty(tree, i, tag);
        }
        return found;
    }

    private void AddMeta(HtmlTree tree, int node)
    {
        string? content = null;
        var names = new List<string>(1);
        foreach (var attribute in tree.Attributes(node))
        {
            if (attribute.Name.Equals("content", StringComparison.OrdinalIgnoreCase))
                content ??= Entities.Fold(Entities.Decode(attribute.RawValue.Length > LongestValue ? attribute.RawValue[..LongestValue] : attribute.RawValue));
            else if (attribute.Name.Equals("name", StringComparison.OrdinalIgnoreCase) || attribute.Name.Equals("property", StringComparison.OrdinalIgnoreCase)
                || attribute.Name.Equals("itemprop", StringComparison.OrdinalIgnoreCase) || attribute.Name.Equals("http-equiv", StringComparison.OrdinalIgnoreCase))
                names.Add(attribute.RawValue.Trim().ToString());
        }
        if (string.IsNullOrEmpty(content)) return;
        foreach (string name in names)
        {
            if (!_meta.TryGetValue(name, out var values)) _meta.Add(name, values = []);
            if (values.Count < 50) values.Add(content);
        }
    }

    private void AddProperty(HtmlTree tree, int node, Tag tag)
    {
        foreach (var attribute in tree.Attributes(node))
        {
            if (attribute.Name.Equals("itemprop", StringComparison.OrdinalIgnoreCase)) Microdata.Add((attribute.RawValue.Trim().ToString(), node));
            else if (tag == Tag.A && attribute.Name.Equals("rel", StringComparison.OrdinalIgnoreCase)
                && attribute.RawValue.Contains("author", StringComparison.OrdinalIgnoreCase)) Microdata.Add(("rel-author", node));
        }
    }

    private static bool HasRel(HtmlTree tree, int node, string value)
    {
        foreach (var attribute in tree.Attributes(node))
            if (attribute.Name.Equals("rel", StringComparison.OrdinalIgnoreCase))
                return attribute.RawValue.Trim().Equals(value, StringComparison.OrdinalIgnoreCase);
        return false;
    }

    private static bool IsLinkedData(HtmlTree tree, int node)
    {
        foreach (var attribute in tree.Attributes(node))
            if (attribute.Name.Equals("type", StringComparison.OrdinalIgnoreCase))
                return attribute.RawValue.Trim().StartsWith("application/ld+json", StringComparison.OrdinalIgnoreCase);
        return false;
    }
}
