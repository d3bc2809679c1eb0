using NodaTime;

namespace Chancery.Reading.Times;

/// <summary>Chooses the year of a date told without one.</summary>
internal static class Years
{
    public static int OfMonth(AnchorDate from, int month, int? day, TimeSetting s)
    {
        int here = from.Date.Year;
        if (s.IsNarrative) return InNarrative(from, month);
        int away = (month - from.Date.Month) * 31 + (day is { } d ? d - from.Date.Day : 0);
        if (s.Tense == Tense.Future) return away < 0 && away > -186 && day is null ? here + (away < -31 ? 1 : 0) : away < 0 ? here + 1 : away > 300 ? here - 1 : here;
        if (s.Tense == Tense.Past) return away > 0 ? here - 1 : here;
        return away > 150 ? here - 1 : away < -250 ? here + 1 : here;
    }

    /// <summary>A history moves forward: from late in a year to early in the next.</summary>
    private static int InNarrative(AnchorDate from, int month) =>
        month <= from.Date.Month - 8 ? from.Date.Year + 1 : from.Date.Year;

    public static LocalDate Nearest(AnchorDate from, Tense tense, params ReadOnlySpan<LocalDate> days)
    {
        var best = days[0];
        foreach (var day in days)
        {
            if (tense == Tense.Past && day > from.Date || tense == Tense.Future && day < from.Date) continue;
            bool bestFits = !(tense == Tense.Past && best > from.Date || tense == Tense.Future && best < from.Date);
            if (!bestFits || Distance(day) < Distance(best)) best = day;
        }
        return best;

        int Distance(LocalDate day) => Math.Abs(Period.DaysBetween(from.Date, day));
    }
}
