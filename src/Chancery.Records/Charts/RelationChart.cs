using System.Globalization;
using Chancery.Records.Questions;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Records.Charts;

/// <summary>
/// A relation month by month: bars up where the mean score of its events is friendly and down where it is hostile, paler where few events stand behind it; a line for the level of each stretch,
/// dashed lines with numbers at the turning points, small triangles where a report speaks of thaw or freeze, and below how many reports tell of each month. A pure function.
/// </summary>
public static class RelationChart
{
    private const double Left = 46, Right = 16, Top = 34, ScoreHeight = 200, Gap = 26, ReportsHeight = 36, Foot = 28, HighestScore = 10;
    private const string Friendly = "#2e7d4f", Hostile = "#b3541e", Levels = "#1d6fb8";

    public static string Svg(RelationAnswer answer, string title, int width = 960)
    {
        double bottom = Top + ScoreHeight + Gap + ReportsHeight;
        var drawing = new Drawing(width, bottom + Foot, "relation", title);
        if (answer.Months.Count == 0)
        {
            drawing.Text(Left, Top + 20, "No events between them are known.", opacity: 0.8);
            return drawing.Finish();
        }
        var axis = new TimeAxis(answer.Months[0].Month.OnDayOfMonth(1), LastDay(answer.Months[^1].Month), Left, width - Right);
        axis.Draw(drawing, Top, bottom);
        Scale(drawing, axis);
        foreach (var month in answer.Months.Where(m => m.Mean is not null)) Bar(drawing, axis, month);
        DrawReports(drawing, axis, answer.Months, bottom);
        DrawLevels(drawing, axis, answer.Months);
        for (int i = 0; i < answer.TurningPoints.Count; i++) DrawTurn(drawing, axis, answer.TurningPoints[i], i + 1);
        foreach (var signal in answer.Signals) DrawSignal(drawing, axis, signal);
        return drawing.Finish();
    }

    private static double Y(double score) => Top + (ScoreHeight / 2 * (1 - (score / HighestScore)));

    private static LocalDate LastDay(YearMonth month) => month.PlusMonths(1).OnDayOfMonth(1).PlusDays(-1);

    private static void Scale(Drawing drawing, TimeAxis axis)
    {
        foreach (int score in (int[])[-10, -5, 0, 5, 10])
        {
            drawing.Line(axis.Left, Y(score), axis.Right, Y(score), "currentColor", opacity: score == 0 ? 0.6 : 0.15);
            drawing.Text(axis.Left - 6, Y(score) + 4, score.ToString("+0;-0;0", CultureInfo.InvariantCulture), "end", 11, 0.8);
        }
    }

    private static void Bar(Drawing drawing, TimeAxis axis, RelationMonth month)
    {
        double x1 = axis.Of(month.Month.OnDayOfMonth(1)), x2 = axis.EndOf(LastDay(month.Month)), inset = Math.Min(1.5, (x2 - x1) * 0.12), score = month.Mean!.Value;
        double opacity = 0.25 + (0.6 * month.Events.Count / (month.Events.Count + 4.0));
        var tip = string.Create(CultureInfo.InvariantCulture, $"{Name(month.Month)}: mean score {score:0.0} of {month.Events.Count} {(month.Events.Count == 1 ? "event" : "events")}, told by {month.Reports} {(month.Reports == 1 ? "report" : "reports")}");
        double y = Math.Abs(score) < 0.1 ? Y(0) - 1 : Y(score);
        drawing.Shape([(x1 + inset, y), (x2 - inset, y), (x2 - inset, Y(0)), (x1 + inset, Y(0))], score < 0 ? "hostile" : "friendly", score < 0 ? Hostile : Friendly, opacity, tip: tip);
    }

    private static void DrawReports(Drawing drawing, TimeAxis axis, IReadOnlyList<RelationMonth> months, double bottom)
    {
        int most = Math.Max(1, months.Max(m => m.Reports));
        drawing.Text(axis.Left, bottom - ReportsHeight - 6, $"reports a month (at most {most.ToString(CultureInfo.InvariantCulture)})", size: 11, opacity: 0.8);
        foreach (var month in months.Where(m => m.Reports > 0))
        {
            double x1 = axis.Of(month.Month.OnDayOfMonth(1)), x2 = axis.EndOf(LastDay(month.Month)), y = bottom - (ReportsHeight * month.Reports / most);
            drawing.Shape([(x1, y), (x2, y), (x2, bottom), (x1, bottom)], "reports", "currentColor", 0.35);
        }
    }

    private static void DrawLevels(Drawing drawing, TimeAxis axis, IReadOnlyList<RelationMonth> months)
    {
        var told = months.Where(m => m.Level is not null).ToList();
        for (int i = 0; i < told.Count;)
        {
            int end = i;
            while (end + 1 < told.Count && told[end + 1].Level == told[i].Level) end++;
            drawing.Line(axis.Of(told[i].Month.OnDayOfMonth(1)), Y(told[i].Level!.Value), axis.EndOf(LastDay(told[end].Month)), Y(told[i].Level!.Value), Levels, 2.5);
            i = end + 1;
        }
    }

    private static void DrawTurn(Drawing drawing, TimeAxis axis, TurningPoint turn, int number)
    {
        double x = axis.Of(turn.Month.OnDayOfMonth(1));
        drawing.Line(x, Top - 14, x, Top + ScoreHeight, Levels, 1.5, "4 3");
        drawing.Dot(x, Top - 20, 8, Levels, $"{Name(turn.Month)}: {turn.Reason}", hollow: true);
        drawing.Text(x, Top - 16, number.ToString(CultureInfo.InvariantCulture), "middle", 11, ink: Levels);
    }

    private static void DrawSignal(Drawing drawing, TimeAxis axis, ToldSignal signal)
    {
        double x = axis.Of(signal.Known), tip = signal.Signal == Signal.Thaw ? -5 : 5, y = Y(signal.Signal == Signal.Thaw ? HighestScore : -HighestScore) - tip;
        var words = $"{NodaTime.Text.LocalDatePattern.Iso.Format(signal.Known)}, {signal.Signal.ToString().ToLowerInvariant()}: “{signal.Evidence[0].Quote}” ({signal.Evidence[0].Claim.Source.Name})";
        drawing.Shape([(x - 5, y - tip), (x + 5, y - tip), (x, y + tip)], signal.Signal == Signal.Thaw ? "thaw" : "freeze", signal.Signal == Signal.Thaw ? Friendly : Hostile, 1, tip: words);
    }

    private static string Name(YearMonth month) => string.Create(CultureInfo.InvariantCulture, $"{month.Year:0000}-{month.Month:00}");
}
