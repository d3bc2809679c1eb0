namespace Chancery.Reports;

/// <summary>How the content of a page is to be understood.</summary>
public enum PageKind { Html, Text, Conllu }

/// <summary>
/// The page as received, decoded to text once and never changed after.
/// </summary>
/// <param name="Id">The input's own id: a JSON line's, a path as given, an address, an entry's id.</param>
/// <param name="Hash">SHA-256 (lower-case hex) of the bytes; of a JSON line, of id and text or html.</param>
/// <param name="Content">The decoded page. <see cref="PageRange"/> offsets point into it.</param>
/// <param name="StatedDate">A publication date given beside the page (option, JSON line, feed entry), as given; null for none.</param>
/// <param name="Title">A title given beside the page (JSON line, feed entry).</param>
public sealed record Page(
    string Id, string Hash, PageKind Kind, string Content, string? Url = null, string? StatedDate = null, string? Title = null)
{
    /// <summary>The authors named beside the page (feed entry), as named; empty for none.</summary>
    public IReadOnlyList<string> Byline { get; init; } = [];
}
