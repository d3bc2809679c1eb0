using System.Globalization;
using Chancery.Records.Charts;

namespace Chancery.Evaluation.Record;

/// <summary>What one kind of question took at one size of the record, in milliseconds.</summary>
/// <param name="Half">The median; <paramref name="Most"/> the 99th percentile.</param>
internal sealed record GrowthPoint(string Kind, long Claims, double Half, double Most);

/// <summary>Answer times over the size of the record, both scales logarithmic: solid the 99th percentile, dashed the median.</summary>
internal static class GrowthChart
{
    private const double Width = 780, Height = 400, Left = 60, Right = 200, Top = 40, Bottom = 40;
    private static readonly string[] Inks = ["#0b6e99", "#b5452c", "#5a7d2a", "#7b4b94", "#a07c00", "#444444", "#1c8a7a", "#c2528b"];

    /// <param name="limit">What is asked for; null for nothing.</param>
    public static string Of(IReadOnlyList<GrowthPoint> points, string title = "Milliseconds to an answer: solid 99th percentile, dashed median", string along = "claims in the record", double? limit = 20)
    {
        var chart = new Drawing(Width, Height, "growth", title);
        double firstSize = Math.Log10(points.Min(p => p.Claims)), lastSize = Math.Max(firstSize + 1, Math.Log10(points.Max(p => p.Claims)));
        double least = Math.Floor(Math.Log10(points.Min(p => p.Half))), most = Math.Ceiling(Math.Log10(points.Max(p => p.Most)));
        chart.Text(Left, 20, title, weight: "bold");
        for (double power = least; power <= most; power++)
        {
            chart.Line(Left, Y(Math.Pow(10, power)), Width - Right, Y(Math.Pow(10, power)), "#888888", 1, null, 0.3);
            chart.Text(Left - 8, Y(Math.Pow(10, power)) + 4, Math.Pow(10, power).ToString("0.###", CultureInfo.InvariantCulture), "end");
        }
        for (double size = firstSize; size <= lastSize; size++)
            chart.Text(X(Math.Pow(10, size)), Height - 14, Math.Pow(10, size).ToString("N0", CultureInfo.InvariantCulture), "middle");
        chart.Text((Left + Width - Right) / 2, Height - 1, along, "middle", 11, 0.7);
        if (limit is { } asked && least < Math.Log10(asked) && most > Math.Log10(asked)) chart.Line(Left, Y(asked), Width - Right, Y(asked), "#cc0000", 1, "2 4");
        double label = Top;
        foreach (var (kind, at) in points.GroupBy(p => p.Kind).Select((g, i) => (g, i)))
        {
            var ink = Inks[at % Inks.Length];
            var line = kind.OrderBy(p => p.Claims).ToList();
            chart.Path("M" + string.Join(" L", line.Select(p => $"{Drawing.N(X(p.Claims))},{Drawing.N(Y(p.Most))}")), ink, 2);
            for (int i = 1; i < line.Count; i++) chart.Line(X(line[i - 1].Claims), Y(line[i - 1].Half), X(line[i].Claims), Y(line[i].Half), ink, 1.5, "5 3");
            foreach (var point in line) chart.Dot(X(point.Claims), Y(point.Most), 3, ink, string.Create(CultureInfo.InvariantCulture, $"{kind.Key}: {point.Most:0.00} ms at {point.Claims:N0} {along}"));
            chart.Text(Width - Right + 12, label += 18, kind.Key, ink: ink);
        }
        return chart.Finish();

        double X(double claims) => Left + (Math.Log10(claims) - firstSize) / (lastSize - firstSize) * (Width - Right - Left);
        double Y(double milliseconds) => Height - Bottom - (Math.Log10(milliseconds) - least) / (most - least) * (Height - Bottom - Top);
    }
}
