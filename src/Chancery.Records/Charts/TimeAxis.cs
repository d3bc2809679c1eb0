using NodaTime;

namespace Chancery.Records.Charts;

/// <summary>Days along the width of a chart.</summary>
/// <param name="first">The day at the left edge.</param>
/// <param name="last">The day whose end is the right edge.</param>
internal sealed class TimeAxis(LocalDate first, LocalDate last, double left, double right)
{
    /// <summary>How many pixels a label needs.</summary>
    private const double Room = 64;

    private static readonly int[] Steps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200];

    public double Left => left;
    public double Right => right;

    /// <summary>Where a day begins; days outside stand at the edges.</summary>
    public double Of(LocalDate day) => Math.Clamp(left + ((right - left) * Days(first, day) / (Days(first, last) + 1)), left, right);

    /// <summary>Where a day ends.</summary>
    public double EndOf(LocalDate day) => day >= last ? right : Of(day.PlusDays(1));

    /// <summary>Beginnings of months or years, as many as have room, with their labels.</summary>
    public IEnumerable<(double X, string Label)> Ticks()
    {
        double months = Math.Max(1, (Days(first, last) + 1) / 30.44), most = Math.Max(1, (right - left) / Room);
        int step = Steps.FirstOrDefault(s => months / s <= most, Steps[^1]);
        var month = new LocalDate(first.Year, 1, 1);
        for (; month <= last; month = month.PlusMonths(step))
        {
            if (month < first) continue;
            yield return (Of(month), step >= 12 ? $"{month.Year:0000}" : $"{month.Year:0000}-{month.Month:00}");
        }
    }

    public void Draw(Drawing drawing, double top, double bottom)
    {
        drawing.Line(left, bottom, right, bottom, "currentColor", opacity: 0.5);
        foreach (var (x, label) in Ticks())
        {
            drawing.Line(x, top, x, bottom, "currentColor", opacity: 0.2);
            drawing.Text(x, bottom + 15, label, "middle", 11, 0.8);
        }
    }

    private static double Days(LocalDate from, LocalDate to) => Period.DaysBetween(from, to);
}
