using System.Globalization;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Times;

/// <summary>Places in the calendar: years, months, days, weekdays, seasons, quarters, feasts, and clock times of them.</summary>
internal sealed class CalendarTimes(Holidays holidays)
{
    public TimeAnswer Resolve(TimePhrase p, TimeSetting s)
    {
        var day = DayOf(p, s);
        if (p.Hour is not null || p.Part is not null || p.Tonight) return DayTimes.Resolve(p, day, s);
        if (p.Words.StartsWith("the week of", StringComparison.Ordinal) && TimexInterval.Of(day.Value) is { } held)
            day = day with { Value = Timex.Week(held.From.Date) };
        return day with { Mod = ModOf(p) };
    }

    private static string? ModOf(TimePhrase p) => p.Edge ?? p.Mod;

    private TimeAnswer DayOf(TimePhrase p, TimeSetting s)
    {
        if (p.Written is { } written) return WrittenDates.Resolve(written, s);
        if (p.Holiday is { } name) return Feast(p, name, s);
        if (p.Month is { } month) return p.Season is not null ? InYear(p, s, y => Timex.Month(y, month)) : MonthOrDay(p, month, s);
        if (p.Words.Contains("weekend", StringComparison.Ordinal)) return UnitTimes.Weekend(p, s);
        if (p.Weekday is { } weekday) return Weekdays.Resolve(weekday, p, s);
        if (p.DayOffset is 0 && s.IsNarrative) return new TimeAnswer(TimexType.Date, p.Tonight ? "XXXX-XX-XX" : "PRESENT_REF");
        if (p.DayOffset is { } offset) return s.Published is { } published
            ? new TimeAnswer(TimexType.Date, Timex.Day(published.PlusDays(offset)), TimeBasis.Computed)
            : Undated(TimexType.Date, "XXXX-XX-XX");
        if (p.Season is { } season) return Seasonal(p, season, s);
        if (p.HalfName is { } half) return HalfOf(p, half, s);
        if (p.NamesQuarter || p.QuarterName is not null) return BusinessPeriods.Quarter(p, s);
        if (p.NamesCentury) return CenturyOf(p, s);
        if (p.Decade is { } decade) return DecadeOf(p, decade, s);
        if (p.BeforeChrist && p.Year is null && p.Count is { } bc) return new TimeAnswer(TimexType.Date, Timex.Year(1 - (int)bc));
        if (p.Has(WordClass.Era) && p.Year is null && p.Count is { } ad) return new TimeAnswer(TimexType.Date, Timex.Year((int)ad));
        if (p.Year is not null || p.ShortYear is not null || p.NamesYear) return InYear(p, s, Timex.Year);
        return new TimeAnswer(TimexType.Date, "", Reason: "the words give no day");
    }

    private TimeAnswer Feast(TimePhrase p, string name, TimeSetting s)
    {
        if (holidays.In(2000, name) is null) return new TimeAnswer(TimexType.Date, "", Reason: holidays.Reason(name));
        if (HasYear(p, s)) return InYear(p, s, y => holidays.In(y, name) is { } d ? Timex.Day(d) : "");
        if (Reference(p, s) is not { Date.Year: > 2 and < 9000 } from) return Undated(TimexType.Date, "");
        LocalDate In(int year) => holidays.In(year, name)!.Value;
        var here = In(from.Date.Year);
        var found = p.Pointer switch
        {
            Pointer.Last or Pointer.Previous => here < from.Date ? here : In(from.Date.Year - 1),
            Pointer.Next or Pointer.Following => here > from.Date ? here : In(from.Date.Year + 1),
            Pointer.This => here,
            _ => Years.Nearest(from, s.Tense, here, In(from.Date.Year - 1), In(from.Date.Year + 1)),
        };
        bool week = p.Words.EndsWith(" week", StringComparison.Ordinal);
        return new TimeAnswer(TimexType.Date, week ? Timex.Week(found) : Timex.Day(found), TimeBasis.Inferred, from.Anchor);
    }

    private static TimeAnswer MonthOrDay(TimePhrase p, int month, TimeSetting s)
    {
        if (p.Day is { } d && d <= CalendarSystem.Iso.GetDaysInMonth(2000, month))
        {
            if (HasYear(p, s)) return InYear(p, s, y => $"{Timex.Month(y, month)}-{d:00}");
            if (Reference(p, s) is not { } from) return Undated(TimexType.Date, $"XXXX-{month:00}-{d:00}");
            int year = p.Pointer == Pointer.Last && !s.IsNarrative ? from.Date.Year - ((month, d).CompareTo((from.Date.Month, from.Date.Day)) < 0 ? 0 : 1)
                : Years.OfMonth(from, month, d, s);
            return new TimeAnswer(TimexType.Date, $"{Timex.Month(year, month)}-{d:00}", TimeBasis.Inferred, from.Anchor);
        }
        if (HasYear(p, s)) return InYear(p, s, y => Timex.Month(y, month));
        if (Reference(p, s) is not { } reference) return Undated(TimexType.Date, $"XXXX-{month:00}");
        int here = reference.Date.Year;
        int pointed = p.Pointer switch
        {
            Pointer.Last or Pointer.Previous => month < reference.Date.Month ? here : here - 1,
            Pointer.Next or Pointer.Following => month > reference.Date.Month ? here : here + 1,
            Pointer.This => here,
            _ => Years.OfMonth(reference, month, null, s),
        };
        return new TimeAnswer(TimexType.Date, Timex.Month(pointed, month), p.Pointer == Pointer.None ? TimeBasis.Inferred : TimeBasis.Computed, reference.Anchor);
    }

    private static TimeAnswer Seasonal(TimePhrase p, string season, TimeSetting s)
    {
        if (HasYear(p, s)) return InYear(p, s, y => Timex.Season(y, season));
        if (Reference(p, s) is not { } from) return Undated(TimexType.Date, $"XXXX-{season}");
        int month = season switch { "SP" => 3, "SU" => 6, "FA" => 9, _ => 12 };
        int here = from.Date.Year;
        int year = p.Pointer switch
        {
            Pointer.Last or Pointer.Previous => month + 3 <= from.Date.Month && season != "WI" ? here : here - 1,
            Pointer.Next or Pointer.Following => from.Date.Month < month ? here : here + 1,
            Pointer.This => here,
            _ when s.IsNarrative => season == "WI" && from.Date.Month >= 9 ? here + 1 : here,
            _ when s.Tense == Tense.Future && from.Date.Month > month + 2 => here + 1,
            _ when s.Tense != Tense.Future && from.Date.Month < month && season != "WI" => here - 1,
            _ => here,
        };
        return new TimeAnswer(TimexType.Date, Timex.Season(year, season), TimeBasis.Inferred, from.Anchor);
    }

    private static TimeAnswer HalfOf(TimePhrase p, int half, TimeSetting s)
    {
        if (p.Decade is { } decade) return DecadeOf(p, decade, s);
        return InYear(p, s, y => $"{Timex.Year(y)}-H{half}");
    }

    private static TimeAnswer CenturyOf(TimePhrase p, TimeSetting s)
    {
        if (p.Ordinal is { } nth && nth > 0) return new TimeAnswer(TimexType.Date, Timex.Century(nth - 1, p.BeforeChrist));
        return s.Published is { } from ? new TimeAnswer(TimexType.Date, Timex.Century(from.Year / 100, false), TimeBasis.Computed)
            : Undated(TimexType.Date, "XX");
    }

    private static TimeAnswer DecadeOf(TimePhrase p, int decade, TimeSetting s)
    {
        if (p.BeforeChrist) return new TimeAnswer(TimexType.Date, Timex.Decade(1 - decade));
        if (!p.ShortDecade) return new TimeAnswer(TimexType.Date, Timex.Decade(decade));
        int about = (s.IsNarrative ? s.Told?.Date : s.Published)?.Year ?? s.Published?.Year ?? 2000;
        int year = about / 100 * 100 + decade;
        if (year > about + 15) year -= 100;
        return new TimeAnswer(TimexType.Date, Timex.Decade(year), TimeBasis.Inferred);
    }

    private static bool HasYear(TimePhrase p, TimeSetting s) => s.SharedYear is not null || p.Has(WordClass.Era) && p.Count is not null || p.Year is not null || p.ShortYear is not null || p.NamesYear;

    /// <summary>What a month or a day without its year is counted from.</summary>
    private static AnchorDate? Reference(TimePhrase p, TimeSetting s) =>
        (s.IsNarrative || p.Pointer is Pointer.Previous or Pointer.Following or Pointer.Same) && s.Told is { } told ? new AnchorDate(told.Date, told.Span)
        : s.Published is { } published ? new AnchorDate(published, null)
        : s.Told is { } only ? new AnchorDate(only.Date, only.Span) : null;

    private static TimeAnswer InYear(TimePhrase p, TimeSetting s, Func<int, string> value)
    {
        if ((p.Year ?? s.SharedYear) is { } stated) return new TimeAnswer(TimexType.Date, value(p.BeforeChrist && s.SharedYear is null ? 1 - stated : stated));
        if (p.Has(WordClass.Era) && p.Count is { } counted) return new TimeAnswer(TimexType.Date, value(p.BeforeChrist ? 1 - (int)counted : (int)counted));
        if (p.ShortYear is { } twoDigits)
        {
            int about = (s.IsNarrative ? s.Told?.Date.Year : s.Published?.Year) ?? s.Published?.Year ?? 2000;
            int year = about / 100 * 100 + twoDigits;
            if (year > about + 15) year -= 100;
            return new TimeAnswer(TimexType.Date, value(year), TimeBasis.Inferred);
        }
        bool resumed = p.Pointer is Pointer.Previous or Pointer.Following or Pointer.Same || (s.IsNarrative && p.Pointer is Pointer.Next);
        int step = p.Pointer switch { Pointer.Last or Pointer.Previous => -1, Pointer.Next or Pointer.Following => 1, _ => 0 };
        if (resumed && s.Told is { } told) return new TimeAnswer(TimexType.Date, value(told.Date.Year + step), TimeBasis.Computed, told.Span);
        if (s.Published is { } published) return new TimeAnswer(TimexType.Date, value(published.Year + step), TimeBasis.Computed);
        return Undated(TimexType.Date, "XXXX");
    }

    internal static TimeAnswer Undated(TimexType type, string value) => new(type, value, Reason: "no date to count from");
}

/// <summary>A date to count from, with the words it stands in; none for the day of publication.</summary>
internal readonly record struct AnchorDate(LocalDate Date, Span? Anchor);
