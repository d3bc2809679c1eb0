namespace Chancery.Reading.Times;

/// <summary>Guesses whether a text is a history: it dates what it tells by years long past, and hardly ever says "today" or "on Friday".</summary>
internal static class Narratives
{
    public static bool IsNarrative(IReadOnlyList<TimePhrase> phrases, int? publishedYear)
    {
        int far = 0, near = 0;
        foreach (var phrase in phrases)
        {
            if (phrase.Year is { } year && (publishedYear is null || Math.Abs(year - publishedYear.Value) > 2) || phrase.BeforeChrist) far++;
            else if (phrase.DayOffset is not null || phrase.Weekday is not null && phrase.Month is null
                || phrase.Pointer is Pointer.Last or Pointer.This && phrase.Meaning != Meaning.Vague) near++;
        }
        return far >= 5 && near * 20 <= phrases.Count && far > near * 4 && far * 14 > phrases.Count;
    }
}
