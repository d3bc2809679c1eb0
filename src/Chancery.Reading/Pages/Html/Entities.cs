using System.Text;
using AngleSharp.Html;

namespace Chancery.Reading.Pages.Html;

/// <summary>Character references and white space, as HTML resolves them in text.</summary>
internal static class Entities
{
    private const int LongestName = 32;

    /// <summary>What windows-1252 has where ISO 8859-1 has control characters (HTML: numeric references 128 to 159).</summary>
    private const string Windows1252 = "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    public static string Decode(ReadOnlySpan<char> raw)
    {
        if (!raw.Contains('&')) return raw.ToString();
        var text = new StringBuilder(raw.Length);
        int i = 0;
        while (i < raw.Length)
        {
            if (raw[i] != '&')
            {
                int next = raw[i..].IndexOf('&');
                if (next < 0) next = raw.Length - i;
                text.Append(raw.Slice(i, next));
                i += next;
                continue;
            }
            i += Reference(raw[i..], out string? resolved);
            text.Append(resolved ?? "&");
        }
        return text.ToString();
    }

    /// <summary>
    /// Resolves the reference that text begins with ("&amp;eacute;"); gives its length, or 1 and null where the ampersand is only itself.
    /// </summary>
    public static int Reference(ReadOnlySpan<char> text, out string? resolved)
    {
        resolved = null;
        if (text.Length < 2) return 1;
        return text[1] == '#' ? Numeric(text, ref resolved) : Named(text, ref resolved);
    }

    private static int Numeric(ReadOnlySpan<char> text, ref string? resolved)
    {
        int i = 2;
        bool hex = i < text.Length && text[i] is 'x' or 'X';
        if (hex) i++;
        int first = i;
        long code = 0;
        for (; i < text.Length && (hex ? char.IsAsciiHexDigit(text[i]) : char.IsAsciiDigit(text[i])); i++)
            code = Math.Min(code * (hex ? 16 : 10) + Convert.ToInt32(text[i].ToString(), 16), 0x110000);
        if (i == first) return 1;
        if (i < text.Length && text[i] == ';') i++;
        resolved = code switch
        {
            >= 128 and < 160 => Windows1252[(int)code - 128].ToString(),
            0 or > 0x10FFFF or (>= 0xD800 and < 0xE000) => "\uFFFD",
            _ => char.ConvertFromUtf32((int)code),
        };
        return i;
    }

    private static int Named(ReadOnlySpan<char> text, ref string? resolved)
    {
        int i = 1;
        while (i < text.Length && i < LongestName && char.IsAsciiLetterOrDigit(text[i])) i++;
        if (i == 1) return 1;
        if (i < text.Length && text[i] == ';')
        {
            string name = text[1..(i + 1)].ToString();
            if (HtmlEntityProvider.Resolver.GetSymbol(name) is { } symbol)
            {
                resolved = symbol;
                return i + 1;
            }
        }
        // the old names stand without a semicolon too: the longest that fits
        for (int end = Math.Min(i, 7); end > 2; end--)
        {
            if (HtmlEntityProvider.Resolver.GetSymbol(text[1..end].ToString()) is not { } symbol) continue;
            resolved = symbol;
            return end;
        }
        return 1;
    }

    /// <summary>White space as it is folded in the report's text: every run is one space.</summary>
    public static bool IsSpace(char c) => c <= ' ' || (c >= '\u0085' && char.IsWhiteSpace(c));

    /// <summary>Runs of white space made one space, none at the ends.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        bool pending = false;
        foreach (char c in text)
        {
            if (IsSpace(c))
            {
                pending = folded.Length > 0;
                continue;
            }
            if (pending) folded.Append(' ');
            pending = false;
            folded.Append(c);
        }
        return folded.ToString();
    }
}
