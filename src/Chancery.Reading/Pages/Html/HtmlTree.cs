namespace Chancery.Reading.Pages.Html;

/// <summary>
/// An element or a piece of text. Nodes stand in page order, so the subtree of node i is the nodes from i to <see cref="After"/>.
/// </summary>
internal struct HtmlNode
{
    public Tag Tag;
    public int Parent, After;

    /// <summary>Page offset of the start tag's "&lt;", or of the text.</summary>
    public int Start;

    /// <summary>Page offset past the start tag's "&gt;", or past the text.</summary>
    public int End;
}

/// <summary>A parsed page: nodes in page order, each knowing where it stands in the page. Attributes are read on demand.</summary>
internal sealed class HtmlTree(string page, HtmlNode[] nodes, int count)
{
    public string Page { get; } = page;
    public int Count { get; } = count;
    public ReadOnlySpan<HtmlNode> Nodes => nodes.AsSpan(0, Count);
    public ref readonly HtmlNode this[int node] => ref nodes[node];

    /// <summary>The attributes of an element, in the order written.</summary>
    public AttributeList Attributes(int node) =>
        nodes[node].Tag == Tag.Text ? default : new AttributeList(Page, nodes[node].Start, nodes[node].End);

    /// <summary>An attribute's value with entities resolved, or null where the element has none.</summary>
    public string? Attribute(int node, string name)
    {
        foreach (var attribute in Attributes(node))
            if (attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return Entities.Decode(attribute.RawValue);
        return null;
    }

    public bool Has(int node, string name)
    {
        foreach (var attribute in Attributes(node))
            if (attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>All text below a node, entities resolved and white space folded; scripts and styles left out unless they are the node.</summary>
    public string TextOf(int node, int limit = 20_000)
    {
        var text = new System.Text.StringBuilder();
        for (int i = node; i < nodes[node].After && text.Length < limit; i++)
        {
            ref readonly var n = ref nodes[i];
            if (n.Tag == Tag.Text) text.Append(Page, n.Start, Math.Min(n.End - n.Start, limit));
            else if (i != node && n.Tag.HidesText()) i = n.After - 1;
            else if (n.Tag.IsBlock() || n.Tag == Tag.Br) text.Append(' ');
        }
        return Entities.Fold(Entities.Decode(text.ToString()));
    }

    /// <summary>The characters of a script or style as written.</summary>
    public ReadOnlySpan<char> RawTextOf(int node) =>
        node + 1 < nodes[node].After ? Page.AsSpan(nodes[node + 1].Start, nodes[node + 1].End - nodes[node + 1].Start) : default;
}
