using System.Collections.Frozen;

namespace Chancery.Reading.Pages;

/// <summary>Tells the language of a text by its script and its commonest words.</summary>
public static class GuessLanguage
{
    /// <summary>The words at the beginning are enough, and keep the time bounded.</summary>
    private const int LongestRead = 20_000;

    private static readonly string[] Languages;
    private static readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> Words;

    static GuessLanguage()
    {
        var rows = Lexicon.Rows("Pages/languages.tsv", 2);
        Languages = [.. rows.Select(row => row[0])];
        Words = rows
            .SelectMany((row, language) => row[1].Split(' ').Distinct().Select(word => (word, language)))
            .GroupBy(pair => pair.word, pair => pair.language, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Two-letter ISO 639-1 code, <c>und</c> where the text is too short or too mixed to tell.</summary>
    public static string Of(string text)
    {
        Span<int> hits = stackalloc int[Languages.Length];
        Span<int> scripts = stackalloc int[Scripts.Length];
        Span<char> lower = stackalloc char[12];
        int words = 0, letters = 0, at = 0, end = Math.Min(text.Length, LongestRead);
        while (at < end)
        {
            if (!char.IsLetter(text[at])) { at++; continue; }
            int start = at;
            while (at < end && char.IsLetter(text[at])) at++;
            letters += at - start;
            words++;
            if (text[start] >= 0x370) scripts[ScriptOf(text[start])] += at - start;
            // "George W." speaks no Polish
            // nor does "Peru's" speak Czech
            if (at - start == 1 && start > 0 && text[start - 1] is '\'' or '’') continue;
            if (at - start > lower.Length || at - start == 1 && char.IsUpper(text[start])) continue;
            int length = text.AsSpan(start, at - start).ToLowerInvariant(lower);
            if (Words.TryGetValue(lower[..length], out var languages))
                foreach (int language in languages) hits[language]++;
        }
        if (letters == 0) return "und";
        for (int i = 0; i < Scripts.Length; i++)
            if (scripts[i] * 2 > letters) return Scripts[i];
        return Best(hits, words);
    }

    /// <summary>The languages of the scripts that one language of the news uses most; the last stands for all others.</summary>
    private static readonly string[] Scripts = ["el", "ru", "he", "ar", "hi", "th", "ko", "ja", "zh", "und"];

    private static int ScriptOf(char c) => c switch
    {
        < '\u0400' => 0,
        < '\u0530' => 1,
        >= '\u0590' and < '\u0600' => 2,
        >= '\u0600' and < '\u0780' => 3,
        >= '\u0900' and < '\u0980' => 4,
        >= '\u0E00' and < '\u0E80' => 5,
        >= '\uAC00' and < '\uD7B0' => 6,
        >= '\u3040' and < '\u3100' => 7,
        >= '\u4E00' and < '\uA000' => 8,
        _ => 9,
    };

    private static string Best(ReadOnlySpan<int> hits, int words)
    {
        int best = 0, second = -1;
        for (int i = 1; i < hits.Length; i++)
        {
            if (hits[i] > hits[best]) (second, best) = (best, i);
            else if (second < 0 || hits[i] > hits[second]) second = i;
        }
        // A headline of four words has one or two common ones; a long text has a quarter.
        bool clear = hits[best] > hits[second] && hits[best] * 10 >= words;
        return clear ? Languages[best] : "und";
    }
}
