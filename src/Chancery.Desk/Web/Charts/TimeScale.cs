using NodaTime;

namespace Chancery.Desk.Web.Charts;

/// <summary>Days laid out from left to right.</summary>
internal sealed record TimeScale(LocalDate From, LocalDate To, double Left, double Right)
{
    private const int MostTicks = 10;

    public double Of(LocalDate day)
    {
        double share = (double)Period.DaysBetween(From, day) / Math.Max(1, Period.DaysBetween(From, To));
        return Left + Math.Clamp(share, 0, 1) * (Right - Left);
    }

    /// <summary>The first days of years, or of months where the stretch is short.</summary>
    public IEnumerable<(LocalDate Day, string Label)> Ticks()
    {
        int years = To.Year - From.Year + 1;
        if (years > 2)
        {
            int step = new[] { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000 }.First(s => years / s <= MostTicks || s == 1000);
            for (int year = (From.Year / step + 1) * step; year <= To.Year; year += step) yield return (new LocalDate(year, 1, 1), $"{year:0000}");
            yield break;
        }
        int months = Period.Between(From, To, PeriodUnits.Months).Months + 1, every = months <= MostTicks ? 1 : 3;
        for (var month = new LocalDate(From.Year, From.Month, 1).PlusMonths(1); month <= To; month = month.PlusMonths(1))
            if ((month.Month - 1) % every == 0) yield return (month, month.Month == 1 ? $"{month.Year:0000}" : $"{month.Year:0000}-{month.Month:00}");
    }
}
