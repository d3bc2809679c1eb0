namespace Chancery.Records.Relations;

/// <summary>Whether a series rises or falls as a whole.</summary>
/// <param name="PerYear">Points a year: the median of the slopes between all pairs of months (Theil and Sen).</param>
/// <param name="Chance">How likely so clear a rise or fall would come about by chance (Mann and Kendall, both sides).</param>
public sealed record Trend(double PerYear, double Chance)
{
    private const int Fewest = 6, MonthsAYear = 12;

    /// <summary>Longer series are judged by their latest months.</summary>
    private const int Most = 1200;

    public bool IsClear => Chance < 0.05;

    /// <param name="months">Month numbers with their values, in order.</param>
    /// <returns>Null where there are too few.</returns>
    public static Trend? Of(IReadOnlyList<(int Month, double Value)> months)
    {
        if (months.Count < Fewest) return null;
        var latest = months.Skip(Math.Max(0, months.Count - Most)).ToList();
        var slopes = new List<double>(latest.Count * (latest.Count - 1) / 2);
        long rises = 0;
        for (int i = 0; i < latest.Count; i++)
            for (int j = i + 1; j < latest.Count; j++)
            {
                slopes.Add((latest[j].Value - latest[i].Value) / (latest[j].Month - latest[i].Month));
                rises += Math.Sign(latest[j].Value - latest[i].Value);
            }
        slopes.Sort();
        int half = slopes.Count / 2;
        double slope = slopes.Count % 2 == 1 ? slopes[half] : (slopes[half - 1] + slopes[half]) / 2;
        return new Trend(slope * MonthsAYear, Chances(rises, latest));
    }

    private static double Chances(long rises, List<(int Month, double Value)> months)
    {
        double n = months.Count;
        double ties = months.CountBy(m => m.Value).Sum(t => (double)t.Value * (t.Value - 1) * ((2 * t.Value) + 5));
        double variance = ((n * (n - 1) * ((2 * n) + 5)) - ties) / 18;
        if (variance <= 0 || rises == 0) return 1;
        double z = (Math.Abs(rises) - 1) / Math.Sqrt(variance);
        return Math.Clamp(Erfc(z / Math.Sqrt(2)), 0, 1);
    }

    /// <summary>The complement of the error function, to seven places (Abramowitz and Stegun 7.1.26).</summary>
    private static double Erfc(double x)
    {
        double t = 1 / (1 + (0.3275911 * x));
        return t * (0.254829592 + (t * (-0.284496736 + (t * (1.421413741 + (t * (-1.453152027 + (t * 1.061405429)))))))) * Math.Exp(-x * x);
    }
}
