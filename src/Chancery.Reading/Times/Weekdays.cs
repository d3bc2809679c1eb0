using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Times;

/// <summary>Which day "Friday" is.</summary>
internal static class Weekdays
{
    public static TimeAnswer Resolve(int weekday, TimePhrase p, TimeSetting s)
    {
        var day = (IsoDayOfWeek)weekday;
        bool resumed = p.Pointer is Pointer.Previous or Pointer.Following || s.IsNarrative;
        if (resumed && s.Told is { Grain: TimeUnit.Day } told)
            return new TimeAnswer(TimexType.Date, Timex.Day(Shift(told.Date, day, p.Pointer == Pointer.Previous ? Pointer.Last : Pointer.Next)), TimeBasis.Computed, told.Span);
        if (s.Published is not { } published || s.IsNarrative) return CalendarTimes.Undated(TimexType.Date, $"XXXX-WXX-{weekday}");
        var found = p.Pointer switch
        {
            Pointer.Last or Pointer.Previous => Shift(published, day, Pointer.Last),
            Pointer.Next or Pointer.Following => Shift(published, day, Pointer.Next),
            _ when s.Tense == Tense.Future && day != published.DayOfWeek => published.With(DateAdjusters.Next(day)),
            Pointer.This when s.Tense == Tense.Past => published.With(DateAdjusters.PreviousOrSame(day)),
            Pointer.This => published.PlusDays(weekday - (int)published.DayOfWeek),
            _ => published.With(DateAdjusters.PreviousOrSame(day)),
        };
        return new TimeAnswer(TimexType.Date, Timex.Day(found), p.Pointer == Pointer.None ? TimeBasis.Inferred : TimeBasis.Computed);
    }

    private static LocalDate Shift(LocalDate from, IsoDayOfWeek day, Pointer pointer) =>
        from.With(pointer == Pointer.Last ? DateAdjusters.Previous(day) : DateAdjusters.Next(day));
}
