namespace Chancery.Reading.Pages;

/// <summary>What a stream of bytes turned out to be.</summary>
public enum InputKind { Empty, Binary, Text, Html, Feed, Warc, JsonLines }

/// <summary>Tells what an input is from its first bytes (after gzip), never from its name.</summary>
public static class RecogniseInput
{
    /// <summary>How many bytes are looked at.</summary>
    public const int HeadBytes = 8 << 10;

    public static InputKind Of(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) head = head[3..];
        bool wide = head.Length >= 2 && ((head[0] == 0xFE && head[1] == 0xFF) || (head[0] == 0xFF && head[1] == 0xFE));
        if (!wide && head.Contains((byte)0)) return InputKind.Binary;
        var start = head.TrimStart(" \t\r\n\f"u8);
        if (start.IsEmpty) return head.Length < HeadBytes ? InputKind.Empty : InputKind.Text;
        if (start.StartsWith("WARC/"u8)) return InputKind.Warc;
        var words = System.Text.Encoding.Latin1.GetString(start).Replace("\0", "", StringComparison.Ordinal);
        if (words[0] == '{') return words.Contains("jsonfeed.org/version", StringComparison.Ordinal) ? InputKind.Feed : InputKind.JsonLines;
        if (wide) words = words.TrimStart('\u00FE', '\u00FF');
        if (words.Length == 0 || words[0] != '<') return InputKind.Text;
        bool Has(string mark) => words.Contains(mark, StringComparison.OrdinalIgnoreCase);
        if (Has("<rss") || Has("<feed") || Has("<rdf:rdf")) return InputKind.Feed;
        if (Has("<html") || Has("<!doctype html")) return InputKind.Html;
        if (words.StartsWith("<?xml", StringComparison.Ordinal) || words.StartsWith("<!DOCTYPE", StringComparison.Ordinal)) return InputKind.Feed;
        return InputKind.Html;
    }

    /// <summary>Whether text begins like CoNLL-U: a comment or a row of ten columns first.</summary>
    public static bool IsConllu(ReadOnlySpan<byte> head)
    {
        foreach (var range in head.Split((byte)'\n'))
        {
            var line = head[range];
            if (line.IsEmpty || line[0] == '#') continue;
            return line.Count((byte)'\t') == 9 && line[0] is >= (byte)'0' and <= (byte)'9';
        }
        return false;
    }
}
