using System.Collections.Frozen;

namespace Chancery.Reading.Times;

/// <summary>Numbers that look like a year and count or label something: 1260 kilometres, more than 1000 people, resolution 1929, 50 U.S.C. 1701, an A300, 1620 UTC.</summary>
internal static class OtherNumbers
{
    private static readonly FrozenSet<string> Counted = Words(
        "utc gmt km kilometers kilometres kilometer kilometre miles mi meters metres m feet ft kg kilograms tons tonnes hectares acres mph megawatts megawatt mw volts barrels people persons men women children "
        + "cases deaths victims passengers refugees prisoners troops soldiers homes houses jobs percent million billion dollars euros pounds");

    private static readonly FrozenSet<string> Labels = Words(
        "section sections article articles resolution resolutions chapter flight route highway number no nos page pages room boeing airbus model");

    private static readonly FrozenSet<string> About = Words("over nearly some exceed exceeded exceeding least almost another than");

    public static bool Hold(string text, TimePhrase phrase)
    {
        int start = phrase.Span.Start;
        bool inWord = start > 0 && char.IsLetter(text[start - 1]);
        if (inWord && char.IsAsciiDigit(text[start])) return true;
        if (phrase.Year is null || phrase.Month is not null || phrase.Season is not null || phrase.NamesQuarter || phrase.Meaning != Meaning.Calendar) return false;
        return phrase.Words.EndsWith("a thousand", StringComparison.Ordinal) || phrase.Words == "one thousand" || IsRound(text, phrase)
            || phrase.Mod == "MORE_THAN" && !phrase.NamesYear
            || phrase.Words[0] == 'c' && start > 1 && text[start - 1] == '.'
            || Has(Counted, OtherMeanings.WordAfter(text, phrase.Span.End))
            || IsLabelled(text, start) || IsTelephone(text, start);
    }

    /// <summary>"over 1000", "nearly 1200".</summary>
    private static bool IsRound(string text, TimePhrase phrase) =>
        phrase.Year is { } year && year % 100 == 0 && year <= 1800
        && (phrase.Mod is not null || Has(About, OtherMeanings.WordBefore(text, phrase.Span.Start)));

    private static bool IsLabelled(string text, int at)
    {
        // the 1706 of "sections 1701-1706"
        if (at > 4 && text[at - 1] is '-' or '–' && char.IsAsciiDigit(text[at - 2]))
            for (at--; at > 0 && char.IsAsciiDigit(text[at - 1]);) at--;
        return Has(Labels, OtherMeanings.WordBefore(text, at)) || text.AsSpan(0, at).EndsWith(".C. ", StringComparison.Ordinal) || text.AsSpan(0, at).EndsWith("§ ", StringComparison.Ordinal);
    }

    /// <summary>888-677-1199: three digits and a dash stand before it.</summary>
    private static bool IsTelephone(string text, int at) =>
        at > 4 && text[at - 1] == '-' && char.IsAsciiDigit(text[at - 2]) && char.IsAsciiDigit(text[at - 3]) && char.IsAsciiDigit(text[at - 4]) && !char.IsAsciiDigit(text[at - 5]);

    private static bool Has(FrozenSet<string> words, ReadOnlySpan<char> word) => words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
