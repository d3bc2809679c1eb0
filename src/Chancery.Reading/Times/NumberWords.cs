using System.Globalization;

namespace Chancery.Reading.Times;

/// <summary>Numbers told in words: "twenty-four", "a hundred and fifty", "nineteen ninety-six", "twenty-first".</summary>
internal static class NumberWords
{
    public readonly record struct Told(int Words, double Value, bool IsOrdinal, bool IsYear);

    /// <returns>No words where none begins here.</returns>
    public static Told Read(string text, List<TimeWord> words, int at)
    {
        int next = at;
        double total = 0, group = 0;
        bool year = false;
        int last = at;
        // "50 thousand", "4.5 million"
        if (words[at].Number > 0 && at + 1 < words.Count && Cardinal(words, at + 1) is >= 100 and var times && times % 100 == 0 && IsNumeral(text, words[at]))
            return new Told(2, words[at].Number * times, false, false);
        while (next < words.Count)
        {
            if (Ordinal(words, next) is { } ordinal)
            {
                // "twenty-first" and "first", not "two first"
                if (next == at) return new Told(1, ordinal, true, false);
                if (group % 100 >= 20 && group % 10 == 0 && ordinal < 10) return new Told(next + 1 - at, total + group + ordinal, true, false);
                break;
            }
            if (Cardinal(words, next) is not { } value)
            {
                // "a hundred" begins with an article
                if (next == at && Is(text, words, next, "a") && next + 1 < words.Count && Cardinal(words, next + 1) is 100 or 1000) { group = 1; next++; continue; }
                break;
            }
            if (value >= 1_000_000) { total = (total + Math.Max(group, 1)) * value; group = 0; }
            else if (value == 100) group = Math.Max(group, 1) * 100;
            else if (value == 1000) { total += Math.Max(group, 1) * 1000; group = 0; }
            else if (next == at || group == 0 || (group % 100 == 0 && value < 100) || (group % 10 == 0 && group % 100 >= 20 && value < 10)) group += value;
            else if (total == 0 && group is >= 13 and <= 20 && value is >= 10 and < 100 && !year)
            {
                group = group * 100 + value;
                year = true;
            }
            else break;
            last = ++next;
            // the hyphen of "twenty-four", the "and" of "hundred and fifty"
            if (next + 1 < words.Count && Cardinal(words, next + 1) is { } after && after < 100
                && ((Is(text, words, next, "-") && (group % 10 == 0 || year)) || (Is(text, words, next, "and") && group >= 100 && group % 100 == 0))
                && !(Is(text, words, next, "-") && after >= 10)) next++;
            else if (next + 1 < words.Count && Is(text, words, next, "-") && group % 100 >= 20 && group % 10 == 0 && Ordinal(words, next + 1) is < 10) next++;
        }
        return last == at ? default : new Told(last - at, total + group, false, year || (total is 1000 or 2000 && last - at > 1));
    }

    private static bool IsNumeral(string text, TimeWord word) => char.IsAsciiDigit(text[word.Start]) && char.IsAsciiDigit(text[word.End - 1]);

    private static double? Cardinal(List<TimeWord> words, int at) => Number(words[at], WordClass.Cardinal);
    private static double? Ordinal(List<TimeWord> words, int at) => Number(words[at], WordClass.Ordinal);

    private static double? Number(TimeWord word, WordClass wordClass) =>
        word.Entry is { } entry && entry.Symbols.Has((int)wordClass)
        && double.TryParse(entry.Value((int)wordClass), NumberStyles.None, CultureInfo.InvariantCulture, out double value) ? value : null;

    private static bool Is(string text, List<TimeWord> words, int at, string word) =>
        text.AsSpan(words[at].Start, words[at].End - words[at].Start).Equals(word, StringComparison.OrdinalIgnoreCase);
}
