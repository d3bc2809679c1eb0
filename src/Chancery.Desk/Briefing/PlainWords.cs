using Chancery.Desk.Formats;
using System.Text;

namespace Chancery.Desk.Briefing;

/// <summary>Words from outside on their way into a letter: one line, no control characters, nothing that turns the direction of what stands around it.</summary>
public static class PlainWords
{
    public static string Clean(string words)
    {
        var clean = new StringBuilder(words.Length);
        foreach (char c in words)
        {
            if (char.IsControl(c) || char.IsWhiteSpace(c)) clean.Append(clean.Length > 0 && clean[^1] != ' ' ? " " : "");
            else if (c is not ('\u061C' or >= '\u200B' and <= '\u200F' or >= '\u202A' and <= '\u202E' or >= '\u2060' and <= '\u2069' or '\uFEFF')) clean.Append(c);
        }
        return clean.ToString().TrimEnd();
    }

    /// <summary>Lines of at most so many characters, broken at blanks; a longer word stands alone in its line, so that an address can be followed.</summary>
    public static IEnumerable<string> Wrap(string words, int width) => WrapWords.Into(width, words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
