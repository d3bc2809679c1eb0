using System.Globalization;
using System.Text;
using Chancery.Records.Identity;

namespace Chancery.Records.Claims;

/// <summary>Words in the form in which they are compared and searched: lower case, without accents. "Erdoğan" is "erdogan".</summary>
internal static class PlainLetters
{
    private static readonly Dictionary<char, char> Bare = Read();

    public static string Of(ReadOnlySpan<char> text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsBmp && Bare.TryGetValue((char)rune.Value, out char letter)) plain.Append(char.ToLowerInvariant(letter));
            else if (rune.IsAscii || Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark) plain.Append(Rune.ToLowerInvariant(rune));
        }
        return plain.ToString();
    }

    private static Dictionary<char, char> Read()
    {
        var bare = new Dictionary<char, char>();
        foreach (var row in Table.Rows("Claims/accented-letters.tsv"))
            foreach (char accented in row[1]) bare[accented] = row[0][0];
        return bare;
    }
}
