using System.IO.Compression;
using System.Text;

namespace Chancery.Reading.Pages.Warc;

/// <summary>A stored HTTP answer: its status, what its head says of the body, and the body with its encodings undone.</summary>
internal sealed record HttpMessage(int Status, string ContentType, string? Charset, byte[] Body)
{
    /// <summary>Null where the bytes are no HTTP answer or its body cannot be unpacked within the limit.</summary>
    public static HttpMessage? Parse(byte[] bytes, int limit)
    {
        int end = bytes.AsSpan().IndexOf("\r\n\r\n"u8), gap = 4;
        if (end < 0) (end, gap) = (bytes.AsSpan().IndexOf("\n\n"u8), 2);
        if (end < 0) return null;
        string[] lines = Encoding.Latin1.GetString(bytes, 0, end).Split('\n');
        if (!lines[0].StartsWith("HTTP/", StringComparison.Ordinal)) return null;
        string[] status = lines[0].Split(' ', 3);
        string type = "", coding = "", transfer = "";
        foreach (string line in lines.Skip(1))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0) continue;
            string name = line[..colon].Trim(), value = line[(colon + 1)..].Trim();
            if (name.Equals("content-type", StringComparison.OrdinalIgnoreCase)) type = value;
            else if (name.Equals("content-encoding", StringComparison.OrdinalIgnoreCase)) coding = value.ToLowerInvariant();
            else if (name.Equals("transfer-encoding", StringComparison.OrdinalIgnoreCase)) transfer = value.ToLowerInvariant();
        }
        byte[] body = bytes[(end + gap)..];
        if (transfer.Contains("chunked", StringComparison.Ordinal)) body = Joined(body) ?? body;
        return Unpacked(body, coding, limit) is not { } unpacked ? null
            : new HttpMessage(status.Length > 1 && int.TryParse(status[1], out int code) ? code : 0, MediaType(type), CharsetOf(type), unpacked);
    }

    public static string MediaType(string type) => type.Split(';')[0].Trim().ToLowerInvariant();

    public static string? CharsetOf(string type)
    {
        int at = type.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : type[(at + 8)..].Split(';')[0].Trim(' ', '"', '\'') is { Length: > 0 } name ? name : null;
    }

    /// <summary>The chunks of a body put together; null where they are not chunks (crawlers often undo them already).</summary>
    private static byte[]? Joined(byte[] body)
    {
        using var whole = new MemoryStream(body.Length);
        int at = 0;
        while (at < body.Length)
        {
            int line = body.AsSpan(at).IndexOf((byte)'\n');
            if (line < 0) return null;
            string size = Encoding.Latin1.GetString(body, at, line).Split(';')[0].Trim();
            if (!int.TryParse(size, System.Globalization.NumberStyles.HexNumber, null, out int length) || length < 0) return null;
            at += line + 1;
            if (length == 0) return whole.ToArray();
            if (length > body.Length - at) length = body.Length - at;
            whole.Write(body, at, length);
            at += length;
            while (at < body.Length && body[at] is (byte)'\r' or (byte)'\n') at++;
        }
        return whole.ToArray();
    }

    private static byte[]? Unpacked(byte[] body, string coding, int limit)
    {
        using Stream? packed = coding switch
        {
            "gzip" or "x-gzip" => new GZipStream(new MemoryStream(body), CompressionMode.Decompress),
            "deflate" => new ZLibStream(new MemoryStream(body), CompressionMode.Decompress),
            "br" => new BrotliStream(new MemoryStream(body), CompressionMode.Decompress),
            _ => null,
        };
        if (packed is null) return body;
        using var whole = new MemoryStream();
        var buffer = new byte[64 << 10];
        try
        {
            while (packed.Read(buffer) is var n and > 0)
            {
                if (whole.Length + n > limit) return null;
                whole.Write(buffer, 0, n);
            }
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            // a body stored already unpacked still says how it came
            return whole.Length > 0 ? whole.ToArray() : body;
        }
        return whole.ToArray();
    }
}
