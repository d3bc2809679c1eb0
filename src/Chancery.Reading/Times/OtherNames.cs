using System.Collections.Frozen;

namespace Chancery.Reading.Times;

/// <summary>Names that hold the word of a time: Theresa May, Easter Island, the Good Friday Agreement, the Apple Daily, the March of Mothers, the Millennium Challenge.</summary>
internal static class OtherNames
{
    /// <summary>Words that begin with a capital only because a sentence or a headline does.</summary>
    private static readonly FrozenSet<string> Leading = Words(
        "in by since until till from during throughout before after and or to through between for on of as late early mid last next this that the every each "
        + "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december");

    private static readonly FrozenSet<string> Wishing = Words("god allah he she it they we you i the his her their our your this these all there");

    public static bool Hold(string text, TimePhrase phrase)
    {
        var span = phrase.Span;
        if (phrase is { Meaning: Meaning.Bare, Unit: > TimeUnit.Day } && phrase.Words.StartsWith("the ", StringComparison.Ordinal))
            return char.IsUpper(text[span.Start + 4]) && IsCapital(Next(text, span.End));
        if (phrase.Holiday is not null && Next(text, span.End) is "Island" or "Islands" or "Agreement" or "Accord" or "Accords") return true;
        if (!char.IsUpper(text[span.Start]) || phrase.Words.Contains(' ', StringComparison.Ordinal)) return false;
        var before = Previous(text, span.Start);
        bool named = before.Length > 0 && char.IsUpper(before[0]) && !Has(Leading, before), leads = IsCapital(Next(text, span.End));
        if (phrase is { Month: not null, Day: null, Year: null } && span.Length == 3 && char.IsUpper(text[span.End - 1])) return true; // the DEC, no December
        if (phrase.Month is not null) return IsFirstName(phrase.Words) && named || phrase.Words == "march" && IsProcession(text, phrase);
        if (phrase.DayOffset is not null) return before.Length > 1 && char.IsUpper(before[^1]) && named; // USA Today
        if (phrase.Periodic is not null || phrase.Part is not null) return (named || leads) && phrase.Words != "overnight";
        if (phrase.Meaning is not (Meaning.Length or Meaning.Bare) || phrase.Count is not null) return false;
        // "Sovereignty Day" is a day, "Year One" a year
        return phrase.Unit is TimeUnit.Day or TimeUnit.Year ? named && leads : named || leads && !Neighbour.OpensSentence(text, span.Start);
    }

    /// <summary>"May God protect them", "May the injured recover": a wish, and no month.</summary>
    public static bool IsWish(string text, TimePhrase phrase) =>
        phrase.Words == "may" && Neighbour.OpensSentence(text, phrase.Span.Start) && Has(Wishing, Next(text, phrase.Span.End));

    private static bool IsFirstName(string word) => word is "may" or "march" or "april" or "june" or "august";

    /// <summary>"the March for Bread", "March of the Mothers", "his March.".</summary>
    private static bool IsProcession(string text, TimePhrase phrase)
    {
        var link = Next(text, phrase.Span.End);
        if (link.IsEmpty) return Previous(text, phrase.Span.Start) is "the" or "his" or "their";
        if (link is not ("of" or "for" or "to")) return false;
        int after = phrase.Span.End + 1 + link.Length;
        var goal = Next(text, after);
        return IsCapital(goal) || goal is "the" && IsCapital(Next(text, after + 1 + goal.Length));
    }

    private static bool IsCapital(ReadOnlySpan<char> word) => word.Length > 1 && char.IsUpper(word[0]);

    /// <summary>The word before, where a space stands between; else nothing.</summary>
    private static ReadOnlySpan<char> Previous(string text, int at)
    {
        if (at < 2 || text[at - 1] != ' ') return [];
        int start = at - 1;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] is '\'' or '’')) start--;
        return text.AsSpan(start, at - 1 - start);
    }

    /// <summary>The word after, where a space stands between; else nothing.</summary>
    private static ReadOnlySpan<char> Next(string text, int at)
    {
        if (at >= text.Length || text[at] != ' ') return [];
        int start = at + 1, end = start;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        return text.AsSpan(start, end - start);
    }

    private static bool Has(FrozenSet<string> words, ReadOnlySpan<char> word) => words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
