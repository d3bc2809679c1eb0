namespace Chancery.Reading.Times;

/// <summary>What has the words of a time and is none, whatever a model says: "three-quarters of the oil", "in his 30s", "good evening".</summary>
internal static class OtherMeanings
{
    public static bool Has(string text, TimePhrase phrase) =>
        OtherNames.Hold(text, phrase) || OtherNames.IsWish(text, phrase) || OtherNumbers.Hold(text, phrase) || IsSaying(text, phrase)
        || phrase is { Meaning: Meaning.Length, Unit: TimeUnit.Quarter or TimeUnit.Century } && IsFraction(text, phrase)
        || phrase is { ShortDecade: true } && WordBefore(text, phrase.Span.Start) is "his" or "her" or "their" or "my" or "our" or "your"
        || phrase.Words is "morning" or "afternoon" or "evening" or "night" && WordBefore(text, phrase.Span.Start) is "good" or "Good";

    private static bool IsFraction(string text, TimePhrase phrase)
    {
        var before = text.AsSpan(0, phrase.Span.Start);
        var after = text.AsSpan(phrase.Span.End);
        if (phrase.Unit == TimeUnit.Century) return before.EndsWith("quarter-", StringComparison.OrdinalIgnoreCase);
        return phrase.Words.Contains("three-quarter", StringComparison.Ordinal) || after.StartsWith("-century", StringComparison.Ordinal)
            || after.StartsWith(" of ", StringComparison.Ordinal) && phrase.Ordinal is null && phrase.Count is null or 1 or 3 && !phrase.Has(WordClass.Last);
    }

    /// <summary>"day after day", "from day one", "the dawn of an age", "everyday life", "Woman of the Year", "light-years".</summary>
    private static bool IsSaying(string text, TimePhrase phrase)
    {
        var before = text.AsSpan(0, phrase.Span.Start);
        var after = text.AsSpan(phrase.Span.End);
        return phrase.Words switch
        {
            "day" => before.EndsWith("day after ", StringComparison.OrdinalIgnoreCase) || after.StartsWith(" after day", StringComparison.Ordinal) || after.StartsWith(" one", StringComparison.OrdinalIgnoreCase),
            "dawn" or "the dawn" => after.StartsWith(" of ", StringComparison.Ordinal),
            "everyday" => WordAfter(text, phrase.Span.End) is { Length: > 3 },
            "the year" => before.EndsWith(" of ", StringComparison.Ordinal) && text[phrase.Span.End - 4] == 'Y' && !(WordAfter(text, phrase.Span.End) is [>= 'A' and <= 'Z', ..]),
            "year" or "years" => before.EndsWith("light-", StringComparison.OrdinalIgnoreCase) || before.EndsWith("light ", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
    }

    internal static ReadOnlySpan<char> WordAfter(string text, int at)
    {
        int start = at < text.Length && text[at] == ' ' ? at + 1 : at, end = start;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        return text.AsSpan(start, end - start);
    }

    internal static ReadOnlySpan<char> WordBefore(string text, int at)
    {
        int end = at;
        while (end > 0 && text[end - 1] is ' ' or '\n') end--;
        int start = end;
        while (start > 0 && char.IsLetter(text[start - 1])) start--;
        return text.AsSpan(start, end - start);
    }
}
