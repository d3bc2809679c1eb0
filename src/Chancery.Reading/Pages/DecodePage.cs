using System.Text;
using System.Text.Unicode;

namespace Chancery.Reading.Pages;

/// <summary>The characters of a page: by byte-order mark, the charset declared beside it, the one it declares itself, UTF-8, windows-1252.</summary>
public static class DecodePage
{
    /// <summary>How far into the page a declaration is looked for.</summary>
    private const int HeadBytes = 4096;

    /// <param name="declared">The charset the server named, or null.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? declared = null)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        foreach (string? name in new[] { declared, DeclaredIn(bytes) })
            if (name is not null && Named(name) is { } encoding && TryDecode(encoding, bytes) is { } text) return text;
        if (Utf8.IsValid(bytes)) return Encoding.UTF8.GetString(bytes);
        // a page of one encoding with a few broken bytes in it is still that page
        string lenient = Encoding.UTF8.GetString(bytes);
        int broken = lenient.AsSpan().Count('\uFFFD'), wide = NonAscii(lenient) - broken;
        return broken * 20 < wide ? lenient : Named("windows-1252")!.GetString(bytes);
    }

    private static int NonAscii(string text)
    {
        int count = 0;
        foreach (char c in text)
            if (c > 127) count++;
        return count;
    }

    private static string? DeclaredIn(ReadOnlySpan<byte> bytes)
    {
        string head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, HeadBytes)]);
        for (int at = head.IndexOf("charset", StringComparison.OrdinalIgnoreCase); at >= 0;
             at = head.IndexOf("charset", at + 7, StringComparison.OrdinalIgnoreCase))
        {
            var rest = head.AsSpan(at + 7).TrimStart();
            if (rest.Length == 0 || rest[0] != '=') continue;
            rest = rest[1..].TrimStart().TrimStart("\"'").TrimStart();
            int length = rest.IndexOfAnyExcept(System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"));
            if (length > 0) return rest[..length].ToString();
        }
        return EncodingOfDeclaration(head);
    }

    /// <summary>The encoding in <c>&lt;?xml version="1.0" encoding="…"?&gt;</c>.</summary>
    private static string? EncodingOfDeclaration(string head)
    {
        if (!head.AsSpan().TrimStart().StartsWith("<?xml")) return null;
        int at = head.IndexOf("encoding", StringComparison.Ordinal), end = head.IndexOf("?>", StringComparison.Ordinal);
        if (at < 0 || end < at) return null;
        var value = head.AsSpan(at + 8, end - at - 8).Trim().TrimStart('=').Trim().Trim("\"'");
        return value.ToString();
    }

    private static Encoding? Named(string name)
    {
        // what the web calls Latin-1 and ASCII is windows-1252
        string label = name.ToLowerInvariant() is "iso-8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii" or "iso8859-1" ? "windows-1252" : name;
        if (label.Equals("utf8", StringComparison.OrdinalIgnoreCase)) label = "utf-8";
        // a declaration that could be read as bytes of ASCII cannot be UTF-16
        if (label.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase)) label = "utf-8";
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(label, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(label, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? TryDecode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
