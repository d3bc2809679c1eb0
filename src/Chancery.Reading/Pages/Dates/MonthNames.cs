using System.Collections.Frozen;
using Chancery.Reading.Dating;

namespace Chancery.Reading.Pages.Dates;

/// <summary>Names of the months in the languages of the news, and the small words that stand inside a date.</summary>
internal static class MonthNames
{
    private const int LongestName = 16;

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> More = Lexicon.Rows("Pages/Dates/more-months.tsv", 3)
        .SelectMany(row => row[2].Split(' ').Select(name => (name, month: int.Parse(row[0], null))))
        .DistinctBy(pair => pair.name)
        .ToFrozenDictionary(pair => pair.name, pair => pair.month, StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The month that a word names in any case, or 0.</summary>
    public static int Of(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > LongestName) return 0;
        Span<char> lower = stackalloc char[LongestName];
        int length = word.ToLowerInvariant(lower);
        return More.TryGetValue(lower[..length], out int month) ? month : 0;
    }

    /// <summary>"18 de octubre de 2019", "the 3rd of May", "1er janvier".</summary>
    public static bool IsLink(ReadOnlySpan<char> word) => word.Length <= 3
        && (word.Equals("de", StringComparison.OrdinalIgnoreCase) || word.Equals("del", StringComparison.OrdinalIgnoreCase)
            || word.Equals("of", StringComparison.OrdinalIgnoreCase) || word is "st" or "nd" or "rd" or "th" or "er" or "ST" or "TH");
}
