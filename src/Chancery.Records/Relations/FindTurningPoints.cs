namespace Chancery.Records.Relations;

/// <summary>A value of a series with its weight.</summary>
public readonly record struct Weighted(double Value, double Weight);

/// <summary>
/// Where the level of a series changes: PELT (Killick, Fearnhead and Eckley 2012) for changes of a mean, on weighted squares. It finds the segments whose squares, with a penalty
/// for each further segment, are least: exactly, not by steps. The penalty is <see cref="Strictness"/> · σ² · ln n, where σ is told by the differences of neighbours (median, so that
/// the changes themselves hardly count).
/// </summary>
public static class FindTurningPoints
{
    public const double Strictness = 4;

    /// <summary>A level holds for at least so many values.</summary>
    public const int Shortest = 3;

    /// <summary>PLOVER scores come in steps of about one: smaller noise is not believed.</summary>
    private const double LeastNoise = 1;

    /// <summary>From the mean of the absolute values of a normal variable's median to its deviation.</summary>
    private const double MedianToDeviation = 1.4826;

    public static double Penalty(IReadOnlyList<Weighted> series) => series.Count < 2 ? 0 : Strictness * Noise(series) * Math.Log(series.Count);

    /// <returns>The places where a new level begins, in order; the first level's beginning is not among them.</returns>
    public static IReadOnlyList<int> In(IReadOnlyList<Weighted> series) => In(series, Penalty(series));

    public static IReadOnlyList<int> In(IReadOnlyList<Weighted> series, double penalty)
    {
        var sums = new Sums(series);
        int n = series.Count;
        var least = new double[n + 1];
        var from = new int[n + 1];
        least[0] = -penalty;
        var open = new List<(int At, int Until)>();
        for (int end = 1; end <= n; end++)
        {
            least[end] = double.PositiveInfinity;
            if (end < Shortest) continue;
            open.Add((end - Shortest, int.MaxValue));
            foreach (var (at, _) in open)
            {
                if (double.IsPositiveInfinity(least[at])) continue;
                double cost = least[at] + sums.Squares(at, end) + penalty;
                if (cost < least[end]) (least[end], from[end]) = (cost, at);
            }
            Prune(open, end, at => least[at] + sums.Squares(at, end) > least[end]);
        }
        return n < Shortest ? [] : Ends(from, n);
    }

    /// <summary>A beginning that is worse than beginning anew here can never be best once a level from here is long enough.</summary>
    private static void Prune(List<(int At, int Until)> open, int end, Func<int, bool> isWorse)
    {
        for (int i = 0; i < open.Count; i++)
            if (open[i].Until == int.MaxValue && isWorse(open[i].At)) open[i] = (open[i].At, end + Shortest);
        open.RemoveAll(c => c.Until <= end + 1);
    }

    private static List<int> Ends(int[] from, int n)
    {
        var places = new List<int>();
        for (int at = from[n]; at > 0; at = from[at]) places.Add(at);
        places.Reverse();
        return places;
    }

    /// <summary>The variance of a value of weight one.</summary>
    private static double Noise(IReadOnlyList<Weighted> series)
    {
        var steps = new List<double>();
        for (int i = 1; i < series.Count; i++)
            steps.Add(Math.Abs(series[i].Value - series[i - 1].Value) / Math.Sqrt((1 / series[i].Weight) + (1 / series[i - 1].Weight)));
        steps.Sort();
        double deviation = Math.Max(LeastNoise, MedianToDeviation * steps[steps.Count / 2]);
        return deviation * deviation;
    }

    /// <summary>Sums from the start, so that any stretch is told by two of them.</summary>
    private sealed class Sums
    {
        private readonly double[] _weights, _values, _squares;

        public Sums(IReadOnlyList<Weighted> series)
        {
            (_weights, _values, _squares) = (new double[series.Count + 1], new double[series.Count + 1], new double[series.Count + 1]);
            for (int i = 0; i < series.Count; i++)
            {
                var (value, weight) = series[i];
                _weights[i + 1] = _weights[i] + weight;
                _values[i + 1] = _values[i] + (weight * value);
                _squares[i + 1] = _squares[i] + (weight * value * value);
            }
        }

        /// <summary>Weighted squares of the distances from the stretch's mean.</summary>
        public double Squares(int from, int to)
        {
            double sum = _values[to] - _values[from];
            return Math.Max(0, _squares[to] - _squares[from] - (sum * sum / (_weights[to] - _weights[from])));
        }
    }
}
