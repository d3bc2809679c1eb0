using System.Globalization;
using System.Text;
using Chancery.Records.Claims;

namespace Chancery.Records.Sql;

/// <summary>A word as it is searched: lower case, without accents.</summary>
/// <param name="Start">Where it begins in its text; <paramref name="End"/> is behind it.</param>
internal readonly record struct SearchWord(string Word, int Start, int End);

/// <summary>Cuts words as both engines search them: runs of letters and digits, as SQLite's unicode61 cuts them.</summary>
internal static class SearchWords
{
    private const int LongestWord = 100;

    public static IEnumerable<SearchWord> In(string text)
    {
        int start = -1, at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bool isOfWord = IsOfWord(rune);
            if (isOfWord && start < 0) start = at;
            if (!isOfWord && start >= 0)
            {
                yield return Word(text, start, at);
                start = -1;
            }
            at += rune.Utf16SequenceLength;
        }
        if (start >= 0) yield return Word(text, start, at);
    }

    private static bool IsOfWord(Rune rune) => Rune.GetUnicodeCategory(rune) is <= UnicodeCategory.NonSpacingMark
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    private static SearchWord Word(string text, int start, int end) => new(PlainLetters.Of(text.AsSpan(start, Math.Min(end - start, LongestWord))), start, end);
}
