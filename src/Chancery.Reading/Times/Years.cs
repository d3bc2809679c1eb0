using NodaTime;

namespace Chancery.Reading.Times;

/// <summary>Chooses the year of a date told without one.</summary>
internal static class Years
{
    public static int OfMonth(AnchorDate from, int month, int? day, TimeSetting s)
    {
        int here = from.Date.Year;
        if (s.IsNarrative) return InNarrative(from, month);
        if (day is { } d) return OfDay(from, month, d, s.Tense);
        int away = month - from.Date.Month;
        return s.Tense == Tense.Future ? away < -1 ? here + 1 : here : away > (s.Tense == Tense.Past ? 0 : 5) ? here - 1 : here;
    }

    /// <summary>The nearest such day on the side the clause looks to; a past one is preferred where it does not say.</summary>
    private static int OfDay(AnchorDate from, int month, int day, Tense tense)
    {
        int away = (month - from.Date.Month) * 30 + day - from.Date.Day;
        int best = 0;
        double bestCost = double.MaxValue;
        for (int step = -1; step <= 1; step++)
        {
            int days = away + step * 365;
            double cost = days <= 0 ? -days : days * 1.5;
            if (tense == Tense.Past && days > 0 || tense == Tense.Future && days < 0) cost += 240;
            if (cost < bestCost) (best, bestCost) = (step, cost);
        }
        return from.Date.Year + best;
    }

    /// <summary>A history moves forward: from late in a year to early in the next.</summary>
    private static int InNarrative(AnchorDate from, int month) =>
        month <= from.Date.Month - 8 ? from.Date.Year + 1 : from.Date.Year;

    public static LocalDate Nearest(AnchorDate from, Tense tense, params ReadOnlySpan<LocalDate> days)
    {
        var best = days[0];
        foreach (var day in days)
            if (Cost(day) < Cost(best)) best = day;
        return best;

        int Cost(LocalDate day)
        {
            int away = Period.DaysBetween(from.Date, day);
            return Math.Abs(away) + (tense == Tense.Past && away > 0 || tense == Tense.Future && away < 0 ? 60 : 0);
        }
    }
}
