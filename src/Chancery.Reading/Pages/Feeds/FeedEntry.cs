using System.Security.Cryptography;
using System.Text;
using Chancery.Reading.Pages.Dates;
using Chancery.Reading.Pages.Metadata;
using Chancery.Reports;
using NodaTime.Text;

namespace Chancery.Reading.Pages.Feeds;

/// <summary>One entry of a feed while it is read: whatever the format calls its parts.</summary>
internal sealed class FeedEntry
{
    public string? Id, Url, Title, Published, Updated, Content, Summary;
    public bool IsPlainText;
    public List<string> Authors = [];

    /// <summary>The entry as a page; its content as the feed carries it, its date as stated.</summary>
    /// <param name="fallbackId">For an entry without id and address.</param>
    public Received ToReceived(string fallbackId)
    {
        string id = Id ?? Url ?? fallbackId;
        string? content = string.IsNullOrWhiteSpace(Content) ? Summary : Content;
        if (string.IsNullOrWhiteSpace(content)) return Received.None(id, "an entry without content");
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id + "\n" + content)));
        var kind = IsPlainText || !content.Contains('<', StringComparison.Ordinal) && !content.Contains('&', StringComparison.Ordinal) ? PageKind.Text : PageKind.Html;
        return Received.Of(new Page(id, hash, kind, content, Url, Day(Published) ?? Day(Updated), Html.Entities.Fold(Html.Entities.Decode(Title ?? "")) is { Length: > 0 } title ? title : null)
        {
            Byline = [.. Authors.SelectMany(a => AuthorNames.Split(Named(a))).Distinct(StringComparer.Ordinal)],
        });
    }

    /// <summary>RSS writes "desk@paper.example (Ana Mota)": the name alone, which an address without one is not.</summary>
    private static string Named(string author)
    {
        author = Html.Entities.Fold(Html.Entities.Decode(author));
        int open = author.IndexOf('(', StringComparison.Ordinal), at = author.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? author : open > at && author.EndsWith(')') ? author[(open + 1)..^1] : "";
    }

    /// <summary>The day a feed's date names, in whatever of the many forms it is written: ISO 8601, RFC 822 and the near misses.</summary>
    private static string? Day(string? written)
    {
        if (string.IsNullOrWhiteSpace(written)) return null;
        var days = new List<WrittenDay>();
        ScanDates.Find(written.AsSpan(0, Math.Min(written.Length, 100)), monthFirst: false, days);
        return days.Count == 0 ? null : LocalDatePattern.Iso.Format(days[0].Day);
    }
}
