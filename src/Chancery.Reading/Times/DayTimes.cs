using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Times;

/// <summary>Parts of the day and clock times, of a day that stands beside them or of the day the text is about.</summary>
internal static class DayTimes
{
    public static TimeAnswer Resolve(TimePhrase p, TimeAnswer day, TimeSetting s)
    {
        var at = day.Value.Length > 0 || p.NamesDay ? day : Implied(p, s);
        string value = at.Value.Length > 0 ? at.Value : "XXXX-XX-XX";
        if (at.Value.Length == 10 && p.Part == "NI" && Pointed(p) == Pointer.Last) value = at.Value;
        string? time = Clock(p) ?? (p.Tonight ? "NI" : p.Part);
        return at with { Type = TimexType.Time, Value = $"{value}T{time}", Mod = p.Edge ?? p.Mod };
    }

    private static Pointer Pointed(TimePhrase p) => p.Pointer;

    /// <summary>"last night", "this morning", "that afternoon", "10 a.m.": the day is not told.</summary>
    private static TimeAnswer Implied(TimePhrase p, TimeSetting s)
    {
        bool resumed = p.Pointer is Pointer.Same or Pointer.Previous or Pointer.Following || s.IsNarrative && p.Pointer != Pointer.Last
            || p.Pointer == Pointer.Next && p.Words.Contains("the next", StringComparison.Ordinal) || IsTold(p, s);
        int step = p.Pointer switch { Pointer.Last or Pointer.Previous => -1, Pointer.Next or Pointer.Following => 1, _ => 0 };
        if (resumed && s.Told is { Grain: TimeUnit.Day } told && !(s.IsNarrative && p.Pointer == Pointer.None && p.Hour is null))
            return new TimeAnswer(TimexType.Time, Timex.Day(told.Date.PlusDays(step)), TimeBasis.Computed, told.Span);
        if (s.Published is { } published && !s.IsNarrative)
            return new TimeAnswer(TimexType.Time, Timex.Day(published.PlusDays(step)), p.Pointer == Pointer.None ? TimeBasis.Inferred : TimeBasis.Computed);
        return CalendarTimes.Undated(TimexType.Time, "");
    }

    /// <summary>"the blast at 6 a.m.", "he died in the morning": of the day told last, and not of the day of telling.</summary>
    private static bool IsTold(TimePhrase p, TimeSetting s) =>
        s.Tense == Tense.Past && p.Pointer == Pointer.None && (p.Hour is not null || p.Words.StartsWith("the ", StringComparison.Ordinal));

    private static string? Clock(TimePhrase p)
    {
        if (p.Hour is not { } hour) return null;
        bool afternoon = p.Meridiem == 12 || p.Meridiem is null && p.Part is "AF" or "EV" && hour < 12 || p.Part == "NI" && hour is > 5 and < 12;
        int of24 = p.Meridiem == 0 && hour == 12 ? 0 : afternoon && hour < 12 ? hour + 12 : hour;
        return $"{of24:00}:{p.Minute ?? 0:00}";
    }
}
