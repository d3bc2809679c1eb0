using System.Globalization;
using System.Security.Cryptography;
using Chancery.Reports;

namespace Chancery.Reading.Pages.Warc;

/// <summary>
/// The pages of a web archive (ISO 28500), lazily: answers with status 200 and resources that are HTML or plain text. Other records
/// (requests, images, revisits) are passed over; a broken or oversized one is a bad item, and the reader goes on at the next.
/// </summary>
public static class ReadWarc
{
    private sealed record Head(string Type, string Id, string? Url, string ContentType, long Length);

    /// <param name="stream">Unpacked: gzip of single records is seen through before.</param>
    /// <param name="name">What the archive is called where a record has no id.</param>
    public static IEnumerable<Received> Read(Stream stream, string name)
    {
        var bytes = new CountedStream(stream);
        int number = 0;
        while (MoveToRecord(bytes))
        {
            long at = bytes.Offset;
            string fallback = $"{name}#{++number}";
            if (ReadHead(bytes, fallback) is not { } head)
            {
                yield return Received.None(fallback, "a record without Content-Length", at);
                continue;
            }
            if (head.Type is not ("response" or "resource" or "conversion"))
            {
                bytes.Skip(head.Length);
                continue;
            }
            if (head.Length > InputLimits.PageBytes)
            {
                bytes.Skip(head.Length);
                yield return Received.None(head.Id, $"larger than {InputLimits.PageBytes >> 20} MiB", at);
                continue;
            }
            byte[] content = bytes.ReadBytes((int)head.Length);
            if (content.Length < head.Length) yield return Received.None(head.Id, "the archive ends inside the record", bytes.Offset);
            else if (ToReceived(head, content, at) is { } item) yield return item;
        }
    }

    /// <summary>Moves past the line "WARC/1.0" that begins a record; whatever else stands there is passed over.</summary>
    private static bool MoveToRecord(CountedStream bytes)
    {
        while (bytes.ReadLine() is { } line)
            if (line.StartsWith("WARC/", StringComparison.Ordinal)) return true;
        return false;
    }

    private static Head? ReadHead(CountedStream bytes, string fallback)
    {
        string type = "", id = fallback, contentType = "";
        string? url = null;
        long length = -1;
        while (bytes.ReadLine() is { Length: > 0 } line)
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0) continue;
            string value = line[(colon + 1)..].Trim();
            switch (line[..colon].Trim().ToLowerInvariant())
            {
                case "warc-type": type = value.ToLowerInvariant(); break;
                case "warc-record-id": id = value.Trim('<', '>'); break;
                case "warc-target-uri": url = value.Trim('<', '>'); break;
                case "content-type": contentType = value; break;
                case "content-length" when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long said): length = said; break;
            }
        }
        return length < 0 ? null : new Head(type, id, url, contentType, length);
    }

    private static Received? ToReceived(Head head, byte[] content, long at)
    {
        string type = HttpMessage.MediaType(head.ContentType);
        string? charset = HttpMessage.CharsetOf(head.ContentType);
        if (type == "application/http")
        {
            if (HttpMessage.Parse(content, InputLimits.PageBytes) is not { } answer) return Received.None(head.Id, "no HTTP answer in the record", at);
            if (answer.Status != 200) return null;
            (content, type, charset) = (answer.Body, answer.ContentType, answer.Charset);
        }
        PageKind? kind = type switch
        {
            "text/html" or "application/xhtml+xml" => PageKind.Html,
            "text/plain" => PageKind.Text,
            _ => null,
        };
        if (kind is not { } known) return null;
        if (content.AsSpan().Trim(" \t\r\n"u8).IsEmpty) return Received.None(head.Id, "empty", at);
        return Received.Of(new Page(head.Id, Convert.ToHexStringLower(SHA256.HashData(content)), known, DecodePage.Decode(content, charset), head.Url));
    }
}
