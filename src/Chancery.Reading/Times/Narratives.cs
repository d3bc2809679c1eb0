namespace Chancery.Reading.Times;

/// <summary>
/// Guesses whether a text is a history: it dates what it tells by years long past, hardly ever says "today" or "on Friday" and not at its beginning, and
/// has little of the year it was published in.
/// </summary>
internal static class Narratives
{
    private const int Opening = 6, Long = 100, VeryLong = 150;

    public static bool IsNarrative(IReadOnlyList<TimePhrase> phrases, int? publishedYear)
    {
        int far = 0, near = 0, recent = 0, bare = 0;
        for (int i = 0; i < phrases.Count; i++)
        {
            var phrase = phrases[i];
            int? away = phrase.Year is { } year && publishedYear is { } published ? Math.Abs(year - published) : null;
            if (phrase.Year is not null && away is null or > 2 || phrase.BeforeChrist) far++;
            else if (TellsItsDay(phrase))
            {
                near++;
                if (i < Opening && phrases.Count < VeryLong) return false;
            }
            if (away is <= 1) recent++;
            if (phrase.LacksYear) bare++;
        }
        bool isOld = recent * 10 <= far || phrases.Count >= Long && bare * 8 > phrases.Count;
        return far >= 5 && near * 20 <= phrases.Count && far > near * 4 && far * 14 > phrases.Count && isOld;
    }

    /// <summary>"today", "on Friday", "last month": told from the day of telling.</summary>
    private static bool TellsItsDay(TimePhrase phrase) =>
        phrase.DayOffset is not null || phrase.Weekday is not null && phrase.Month is null || phrase.Pointer is Pointer.Last or Pointer.This && phrase.Meaning != Meaning.Vague;
}
