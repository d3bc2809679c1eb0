using NodaTime;

namespace Chancery.Reading.Times;

/// <summary>Chooses the year of a date told without one.</summary>
internal static class Years
{
    public static int OfMonth(AnchorDate from, int month, int? day, TimeSetting s)
    {
        if (s.IsNarrative) return InNarrative(from, month);
        // news tells days to come in the past tense ("extended the offer to 20 November"), months hardly ever
        return Nearest(from, (month - from.Date.Month) * 30 + (day is { } d ? d - from.Date.Day : 0), s.Tense, day is null ? 400 : 240);
    }

    /// <summary>The nearest on the side the clause looks to, in days; a past one is preferred where it does not say.</summary>
    private static int Nearest(AnchorDate from, int away, Tense tense, int againstPast)
    {
        int best = 0;
        double bestCost = double.MaxValue;
        for (int step = -1; step <= 1; step++)
        {
            int days = away + step * 365;
            double cost = days <= 0 ? -days : days * 1.5;
            if (tense == Tense.Past && days > 0) cost += againstPast;
            if (tense == Tense.Future && days < 0) cost += againstPast == 400 ? 330 : 180;
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
