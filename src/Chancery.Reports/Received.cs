namespace Chancery.Reports;

/// <summary>What came in under one id: a page, or the reason why there is none.</summary>
public abstract record Received
{
    private Received() { }

    /// <summary>Characters of the page; 0 where there is none.</summary>
    public int Size => this is Good good ? good.Page.Content.Length : 0;

    public sealed record Good(Page Page) : Received;

    public sealed record Bad(Unreadable Unread) : Received;

    public static Received Of(Page page) => new Good(page);

    public static Received None(string id, string reason, long offset = 0) => new Bad(new Unreadable(id, reason, offset));
}
