namespace Chancery.Desk.Web.Html;

/// <summary>Which part of the desk a page belongs to: the entry that the navigation marks.</summary>
public enum Part { None, Today, Dossiers, Reports, People, Search, Review, Add, Briefings, Work, Accounts }

/// <summary>What a page says. The frame (<see cref="Layout"/>) is put around it.</summary>
/// <param name="Title">In the window's title; the page's own h1 stands in <paramref name="Main"/>.</param>
public sealed record PageContent(string Title, Part Part, Markup Main)
{
    public int Status { get; init; } = 200;

    /// <summary>An Atom feed that tells the same.</summary>
    public At? Feed { get; init; }

    /// <summary>The page as it is for ever, as a link to be sent; null where the address itself is one.</summary>
    public At? Pinned { get; init; }

    /// <summary>Wide pages use the whole window: those with text and rows beside each other.</summary>
    public bool Wide { get; init; }
}
