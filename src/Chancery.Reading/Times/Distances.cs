using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Times;

/// <summary>Lengths counted off from a time: "two weeks ago", "three days later", "a year earlier".</summary>
internal static class Distances
{
    public static TimeAnswer Resolve(TimePhrase p, TimeSetting s)
    {
        if (p.Unit == TimeUnit.None) return new TimeAnswer(TimexType.Date, Reference(p));
        bool counted = !p.FuzzyCount && (p.Count is not null || p.Words.StartsWith("a ", StringComparison.Ordinal)
            || p.Words.Contains(" a ", StringComparison.Ordinal) || p.Words.Contains("an ", StringComparison.Ordinal));
        if (!counted) return new TimeAnswer(TimexType.Date, p.FromTelling || p.FuzzyCount ? Reference(p) : UnitTimes.Unknown(p.Unit), Mod: p.Mod);
        double count = (p.Count ?? 1) + (p.Half ? 0.5 : 0);
        if (!p.FromTelling && !s.IsNarrative && p.Unit == TimeUnit.Year && count == 1 && p.Direction < 0 && s.Quarter is { } q && !s.YearPeriod)
            return new TimeAnswer(TimexType.Date, Timex.Quarter(q.Year - 1, q.Quarter), TimeBasis.Inferred, Mod: p.Mod);
        if (p.FromTelling && p.Unit == TimeUnit.Year && count == 1 && s.Quarter is { } r && !s.YearPeriod)
            return new TimeAnswer(TimexType.Date, Timex.Quarter(r.Year - 1, r.Quarter), TimeBasis.Inferred, Mod: p.Mod);
        if (!p.FromTelling && !s.IsNarrative && s.YearPeriod && s.Quarter is { } y && p.Unit == TimeUnit.Year && count == 1 && p.Direction < 0)
            return new TimeAnswer(TimexType.Date, Timex.Year(y.Year - 1), TimeBasis.Inferred, Mod: p.Mod);
        var from = Anchor(p, s);
        if (from is not { } anchor) return CalendarTimes.Undated(TimexType.Date, UnitTimes.Unknown(p.Unit));
        if (p.Unit == TimeUnit.Day && anchor.Anchor is not null && s.Told is { Grain: not (TimeUnit.Day or TimeUnit.Week) } vague)
            return UnitTimes.SomeDayOf(vague, withinMonth: false) with { Mod = p.Mod };
        var grain = p.Unit < TimeUnit.Day ? TimeUnit.Day : Coarser(p.Unit, s);
        if (p.Unit < TimeUnit.Day)
            return new TimeAnswer(TimexType.Time, Timex.Day(UnitTimes.Add(anchor.Date, TimeUnit.Day, WholeDays(p, count))) + "TXX", TimeBasis.Computed, anchor.Anchor, p.Mod, Reason: "the hour it counts from is not known");
        var day = UnitTimes.Add(anchor.Date, p.Unit, p.Direction * count);
        return new TimeAnswer(TimexType.Date, UnitTimes.Value(grain, day), TimeBasis.Computed, anchor.Anchor, p.Mod);
    }

    /// <summary>"24 hours ago" was yesterday.</summary>
    private static double WholeDays(TimePhrase p, double count) => p.Unit == TimeUnit.Hour ? p.Direction * Math.Floor(count / 24) : 0;

    private static TimeUnit Coarser(TimeUnit unit, TimeSetting s) => unit switch
    {
        TimeUnit.Week or TimeUnit.Fortnight => TimeUnit.Week,
        TimeUnit.Decade or TimeUnit.Century or TimeUnit.QuarterCentury or TimeUnit.HalfCentury or TimeUnit.Millennium => TimeUnit.Year,
        _ => unit,
    };

    private static AnchorDate? Anchor(TimePhrase p, TimeSetting s) =>
        (!p.FromTelling || s.IsNarrative) && s.Told is { } told ? new AnchorDate(told.Date, told.Span)
        : s.Published is { } published ? new AnchorDate(published, null) : null;

    private static string Reference(TimePhrase p) => p.Direction < 0 ? "PAST_REF" : "FUTURE_REF";
}
