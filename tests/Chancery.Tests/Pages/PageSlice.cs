using Chancery.Reading.Pages.Html;
using Chancery.Reports;

namespace Chancery.Tests.Pages;

/// <summary>A page range as a reader sees it: references resolved, white space folded. Written apart from the code under test.</summary>
internal static class PageSlice
{
    public static string Decoded(string page, PageRange range)
    {
        string decoded = Entities.Decode(page.AsSpan(range.Start, range.Length));
        var text = new System.Text.StringBuilder();
        for (int i = 0; i < decoded.Length; i++)
        {
            char c = decoded[i];
            bool lone = char.IsSurrogate(c) && !(char.IsHighSurrogate(c) ? i + 1 < decoded.Length && char.IsLowSurrogate(decoded[i + 1]) : i > 0 && char.IsHighSurrogate(decoded[i - 1]));
            if (c <= ' ' || char.IsWhiteSpace(c))
            {
                if (text.Length == 0 || text[^1] != ' ') text.Append(' ');
            }
            else text.Append(lone ? '\uFFFD' : c);
        }
        return text.ToString();
    }
}
