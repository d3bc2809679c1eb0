using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Chancery.Desk.Web.Html;

/// <summary>
/// Words from outside on their way into a page: markup characters are encoded; characters that would turn the direction of what stands around them, or that
/// nobody can see, are left out; control characters become blanks.
/// </summary>
internal static class Outside
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly SearchValues<char> Unwanted = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(c => (char)c).Where(c => c is not ('\n' or '\t')), .. "\u061C\u200B\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFEFF"]);

    public static void Append(StringBuilder page, string? words)
    {
        if (string.IsNullOrEmpty(words)) return;
        page.Append(Encoder.Encode(words.AsSpan().ContainsAny(Unwanted) ? Clean(words) : words));
    }

    public static string Clean(string words)
    {
        var clean = new StringBuilder(words.Length);
        foreach (char c in words)
        {
            if (!Unwanted.Contains(c)) clean.Append(c);
            else if (char.IsControl(c)) clean.Append(' ');
        }
        return clean.ToString();
    }
}
