using System.Globalization;

namespace Chancery.Evaluation.Scale;

/// <summary>Measurements that take turns, since a machine whose cores are lent is not the same a minute later.</summary>
internal static class Rounds
{
    /// <returns>How many are asked for, 3 unless said.</returns>
    public static int Of(string[] args, int place = 0) => args.Length > place ? int.Parse(args[place], CultureInfo.InvariantCulture) : 3;

    /// <summary>The median, and all of them where there are several.</summary>
    public static string Told(IReadOnlyList<double> ratios)
    {
        double[] sorted = [.. ratios.Order()];
        double median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        string each = string.Join(' ', ratios.Select(r => r.ToString("F2", CultureInfo.InvariantCulture)));
        return median.ToString("F2", CultureInfo.InvariantCulture) + (ratios.Count > 1 ? $" (median of {each})" : "");
    }
}
