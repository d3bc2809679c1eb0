using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Times;

/// <summary>Units pointed to: "last week" from the day of telling, "that year" from a time told before.</summary>
internal static class UnitTimes
{
    public static TimeAnswer Pointed(TimePhrase p, TimeSetting s)
    {
        if (p is { Pointer: Pointer.Next, Unit: TimeUnit.Day }) return Resumed(p, s);
        // "her last day in office"
        if (p is { Pointer: Pointer.Last, Unit: TimeUnit.Day } && p.Words.EndsWith("last day", StringComparison.Ordinal))
            return new TimeAnswer(TimexType.Date, Unknown(TimeUnit.Day), Reason: "the last of what is not known");
        int step = Step(p.Pointer);
        bool stretch = p.Words.Contains("past", StringComparison.Ordinal) || p.Words.Contains("the last", StringComparison.Ordinal) && p.Unit >= TimeUnit.Decade || s.IsNarrative && p.Pointer == Pointer.Next && p.Unit >= TimeUnit.Decade;
        if (stretch && (p.Unit >= TimeUnit.Decade || s.IsNarrative)) return TimeAnswer.Length(Timex.Length(1, p.Unit), p.Mod);
        if (s.IsNarrative && s.Told is { } told)
            return Of(p.Unit, Add(told.Date, p.Unit, step), told.Span, p);
        if (s.Published is not { } published) return CalendarTimes.Undated(TimexType.Date, Unknown(p.Unit));
        if (p.Unit == TimeUnit.Quarter && s.Quarter is { } q && step == 0 && !p.Words.Contains("current", StringComparison.Ordinal)) return new TimeAnswer(TimexType.Date, Timex.Quarter(q.Year, q.Quarter), TimeBasis.Computed);
        return Of(p.Unit, Add(published, p.Unit, step), null, p);
    }

    public static TimeAnswer Resumed(TimePhrase p, TimeSetting s)
    {
        if (p.Pointer == Pointer.None && p.Direction != 0 && !s.IsNarrative && p.Words.Contains(" in the ", StringComparison.Ordinal))
            return Bare(p, s) with { Mod = p.Direction < 0 ? "START" : "END" };
        bool beside = p.Pointer == Pointer.None && (p.Has(WordClass.Before) || p.Has(WordClass.After) || p.Has(WordClass.Following));
        int step = beside ? p.Has(WordClass.Before) ? -1 : 1 : Step(p.Pointer);
        if (s.Told is { } vague && p.Unit == TimeUnit.Day && vague.Grain is not (TimeUnit.Day or TimeUnit.Week)) return SomeDayOf(vague, withinMonth: true);
        if (s.Told is { } told) return Of(p.Unit, Add(told.Date, p.Unit, step), told.Span, p);
        if (s.Published is not { } published) return CalendarTimes.Undated(TimexType.Date, Unknown(p.Unit));
        return Of(p.Unit, Add(published, p.Unit, step), null, p);
    }

    /// <summary>"the next day", "three days later" than a month or a year: the day is not known.</summary>
    public static TimeAnswer SomeDayOf(ToldTime told, bool withinMonth) => new(
        TimexType.Date, (withinMonth && told.Grain == TimeUnit.Month ? Timex.Month(told.Date.Year, told.Date.Month) : Timex.Year(told.Date.Year) + "-XX") + "-XX",
        TimeBasis.Inferred, told.Span, Reason: "the day it counts from is not known");

    /// <summary>"the day before last Tuesday", "the week after Easter".</summary>
    public static TimeAnswer Beside(TimePhrase p, TimeAnswer day)
    {
        if (TimexInterval.Of(day.Value) is not { } held) return CalendarTimes.Undated(TimexType.Date, Unknown(p.Unit));
        int step = p.Has(WordClass.Before) || p.Has(WordClass.Earlier) ? -1 : 1;
        return new TimeAnswer(TimexType.Date, Value(p.Unit, Add(held.From.Date, p.Unit, step)), TimeBasis.Computed, day.Anchor);
    }

    public static TimeAnswer Bare(TimePhrase p, TimeSetting s)
    {
        var unit = p.Unit != TimeUnit.None ? p.Unit : p.NamesYear ? TimeUnit.Year : TimeUnit.Month;
        // "the day before the blast", "the week of the vote": of something that the text dates elsewhere, if at all
        if (p.Edge is null && (s.Follows is "before" or "after" or "when" or "leading" || s.Follows == "of" && unit < TimeUnit.Month) && p.Words.StartsWith("the ", StringComparison.Ordinal))
            return new TimeAnswer(TimexType.Date, Unknown(unit), Reason: "what it is counted from has no date here");
        if (unit == TimeUnit.Quarter && s.Quarter is { } q) return new TimeAnswer(TimexType.Date, Timex.Quarter(q.Year, q.Quarter), TimeBasis.Inferred);
        if (unit == TimeUnit.Weekend) return Weekend(p, s);
        if (unit is TimeUnit.QuarterCentury or TimeUnit.HalfCentury) return TimeAnswer.Length(Timex.Length(1, unit), p.Mod);
        if (s.Follows is "ended" or "ending" && unit == TimeUnit.Year && p.Edge is null) return TimeAnswer.Length("P1Y", p.Mod);
        if (s.IsNarrative && s.Told is { } told) return Of(unit, told.Date, told.Span, p);
        if (s.Published is not { } published) return CalendarTimes.Undated(TimexType.Date, Unknown(unit));
        if (p.NamesYear && p.EndOf && p.Words.Contains('-', StringComparison.Ordinal)) return new TimeAnswer(TimexType.Date, $"{Timex.Year(published.Year)}-12-31", TimeBasis.Inferred);
        if (unit == TimeUnit.Quarter) return Of(unit, published.PlusMonths(-3), null, p) with { Basis = TimeBasis.Inferred };
        return Of(unit, published, null, p) with { Basis = TimeBasis.Inferred };
    }

    /// <summary>The weekend last past, the one to come, or the one pointed to.</summary>
    public static TimeAnswer Weekend(TimePhrase p, TimeSetting s)
    {
        if (p.Month is not null) return new TimeAnswer(TimexType.Date, "");
        if (s.Published is not { } published) return CalendarTimes.Undated(TimexType.Date, "XXXX-WXX-WE");
        bool coming = p.Pointer == Pointer.Next || p.Pointer == Pointer.This && s.Tense != Tense.Past || p.Pointer == Pointer.None && s.Tense == Tense.Future;
        var monday = published.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        bool within = published.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
        var week = coming || within && p.Pointer != Pointer.Last ? monday : monday.PlusWeeks(-1);
        return new TimeAnswer(TimexType.Date, Timex.Week(week) + "-WE", TimeBasis.Computed, Mod: p.Edge ?? p.Mod);
    }

    /// <summary>As far as the calendar reaches; a longer way leaves the day as it is.</summary>
    public static LocalDate Add(LocalDate from, TimeUnit unit, double count) => Math.Abs(count) > 3_000_000 ? from : unit switch
    {
        TimeUnit.Day => Days(from, count),
        TimeUnit.Week or TimeUnit.Weekend => Days(from, count * 7),
        TimeUnit.Fortnight => Days(from, count * 14),
        TimeUnit.Month => Bounded(from, count / 12),
        TimeUnit.Quarter or TimeUnit.Season => Bounded(from, count / 4),
        TimeUnit.Year => Bounded(from, count),
        TimeUnit.Decade => Bounded(from, count * 10),
        TimeUnit.QuarterCentury => Bounded(from, count * 25),
        TimeUnit.HalfCentury => Bounded(from, count * 50),
        TimeUnit.Century => Bounded(from, count * 100),
        TimeUnit.Millennium => Bounded(from, count * 1000),
        _ => from,
    };

    private static LocalDate Bounded(LocalDate from, double years) =>
        from.Year + years is > -9000 and < 9000 ? from.PlusMonths((int)Math.Round(years * 12)) : from;

    private static LocalDate Days(LocalDate from, double days) =>
        from.Year + days / 366 is > -9000 and < 9000 ? from.PlusDays((int)days) : from;

    /// <summary>The unit that holds a day.</summary>
    public static string Value(TimeUnit unit, LocalDate day) => unit switch
    {
        TimeUnit.Week => Timex.Week(day),
        TimeUnit.Weekend => Timex.Week(day) + "-WE",
        TimeUnit.Month => Timex.Month(day.Year, day.Month),
        TimeUnit.Quarter => Timex.Quarter(day.Year, (day.Month + 2) / 3),
        TimeUnit.Year => Timex.Year(day.Year),
        TimeUnit.Decade => Timex.Decade(day.Year),
        TimeUnit.Century => day.Year > 0 ? Timex.Century(day.Year / 100, false) : Timex.Century((1 - day.Year) / 100, true),
        TimeUnit.Millennium when day.Year > 0 => (day.Year / 1000).ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => Timex.Day(day),
    };

    public static string Unknown(TimeUnit unit) => unit switch
    {
        TimeUnit.Week => "XXXX-WXX",
        TimeUnit.Weekend => "XXXX-WXX-WE",
        TimeUnit.Month => "XXXX-XX",
        TimeUnit.Quarter => "XXXX-QX",
        TimeUnit.Year => "XXXX",
        _ => "XXXX-XX-XX",
    };

    private static TimeAnswer Of(TimeUnit unit, LocalDate day, Span? anchor, TimePhrase p) =>
        new(TimexType.Date, Value(unit, day), TimeBasis.Computed, anchor, p.Edge ?? p.Mod ?? Shade(p));

    // "earlier this year", "later this month"
    private static string? Shade(TimePhrase p) => p.Direction < 0 ? "START" : p.Direction > 0 && p.Unit != TimeUnit.Day ? "END" : null;

    private static int Step(Pointer pointer) => pointer switch
    {
        Pointer.Last or Pointer.Previous => -1,
        Pointer.Next or Pointer.Following => 1,
        _ => 0,
    };
}
