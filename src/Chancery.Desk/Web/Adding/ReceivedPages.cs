using System.IO.Compression;
using System.Text;
using Chancery.Desk.Web.State;
using Chancery.Reports;

namespace Chancery.Desk.Web.Adding;

/// <summary>Pages as the desk received them, by hash: their characters, to which the places of a report's paragraphs point. What is larger than a page should be is not kept.</summary>
public sealed class ReceivedPages(DeskFile file, TimeProvider time)
{
    private const int MostCharacters = 4 << 20;

    public void Keep(Page page)
    {
        if (page.Kind != PageKind.Html || page.Content.Length > MostCharacters) return;
        file.Run("INSERT OR IGNORE INTO pages (hash, received, url, content) VALUES ($hash, $now, $url, $content)",
            ("$hash", page.Hash), ("$now", time.GetUtcNow().ToUnixTimeSeconds()), ("$url", page.Url), ("$content", Pack(page.Content)));
    }

    public bool Holds(string hash) => file.Rows(r => r.GetInt64(0), "SELECT received FROM pages WHERE hash = $hash", ("$hash", hash)).Count > 0;

    /// <summary>The page and when it was received; null where it is not kept.</summary>
    public (string Content, NodaTime.Instant Received)? Find(string hash)
    {
        var found = file.Rows(r => ((byte[])r[0], r.GetInt64(1)), "SELECT content, received FROM pages WHERE hash = $hash", ("$hash", hash));
        return found is [var (packed, received)] ? (Unpack(packed), NodaTime.Instant.FromUnixTimeSeconds(received)) : null;
    }

    // UTF-16, so that a lone surrogate is kept as it came.
    private static byte[] Pack(string content)
    {
        var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)) brotli.Write(Encoding.Unicode.GetBytes(content));
        return packed.ToArray();
    }

    private static string Unpack(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        var bytes = new MemoryStream();
        brotli.CopyTo(bytes);
        return Encoding.Unicode.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
