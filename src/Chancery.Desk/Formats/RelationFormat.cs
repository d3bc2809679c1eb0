using System.Globalization;
using System.Text.Json;
using Chancery.Records.Questions;
using NodaTime;

namespace Chancery.Desk.Formats;

/// <summary>The answer of <c>chancery relation</c>.</summary>
public sealed class RelationFormat(RelationAnswer answer) : AnswerFormat
{
    private const int Margin = 10, HalfBar = 10;

    public override IReadOnlyList<string> Columns => ["month", "score", "events", "reports", "level", "turning_point"];

    public override IEnumerable<string?[]> Rows => answer.Months.Select(m => new[]
    {
        Name(m.Month), Number(m.Mean), Number(m.Events.Count), Number(m.Reports), Number(m.Level), answer.TurningPoints.FirstOrDefault(t => t.Month == m.Month)?.Direction.ToString().ToLowerInvariant(),
    });

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("between");
        json.WriteStringValue(answer.Question.Between.First);
        json.WriteStringValue(answer.Question.Between.Second);
        json.WriteEndArray();
        json.WriteString("known", Day(answer.Question.AsOf.Known));
        json.WriteString("recorded", Moment(answer.Question.AsOf.Recorded));
        json.WriteStartArray("months");
        foreach (var m in answer.Months) Write(json, m);
        json.WriteEndArray();
        if (answer.Trend is { } trend)
        {
            json.WriteStartObject("trend");
            json.WriteNumber("per-year", Math.Round(trend.PerYear, 3));
            json.WriteNumber("chance", Math.Round(trend.Chance, 4));
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("trend");
        }
        json.WriteNumber("penalty", Math.Round(answer.Penalty, 3));
        json.WriteStartArray("turning-points");
        foreach (var t in answer.TurningPoints) Write(json, t);
        json.WriteEndArray();
        json.WriteStartArray("signals");
        foreach (var s in answer.Signals)
        {
            json.WriteStartObject();
            json.WriteString("signal", s.Signal.ToString().ToLowerInvariant());
            json.WriteString("known", Day(s.Known));
            EvidenceJson.Write(json, s.Evidence);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("events-not-to-the-month", answer.NotToTheMonth);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RelationMonth month)
    {
        json.WriteStartObject();
        json.WriteString("month", Name(month.Month));
        if (month.Mean is { } mean) json.WriteNumber("score", Math.Round(mean, 3));
        else json.WriteNull("score");
        json.WriteNumber("events", month.Events.Count);
        json.WriteNumber("reports", month.Reports);
        if (month.Level is { } level) json.WriteNumber("level", Math.Round(level, 3));
        else json.WriteNull("level");
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TurningPoint turn)
    {
        json.WriteStartObject();
        json.WriteString("month", Name(turn.Month));
        json.WriteString("direction", turn.Direction.ToString().ToLowerInvariant());
        json.WriteNumber("before", Math.Round(turn.Before, 3));
        json.WriteNumber("after", Math.Round(turn.After, 3));
        json.WriteString("reason", turn.Reason);
        EvidenceJson.Write(json, turn.Evidence);
        json.WriteEndObject();
    }

    internal override void Write(Sheet sheet)
    {
        sheet.Title($"{answer.Question.Between.First} and {answer.Question.Between.Second}{(answer.Question.AsOf.Known is { } known ? $", as known on {Day(known)}" : "")}");
        if (answer.Months.Count == 0) sheet.Row("", "No events between them are known.", 0);
        int empty = 0;
        foreach (var m in answer.Months)
        {
            if (m.Mean is null)
            {
                empty++;
                continue;
            }
            if (empty > 0) sheet.Line($"  …         {empty} {(empty == 1 ? "month" : "months")} without events");
            empty = 0;
            int turn = answer.TurningPoints.ToList().FindIndex(t => t.Month == m.Month);
            sheet.Line($"  {Name(m.Month),-Margin}{Bar(m.Mean.Value)}{m.Mean.Value.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture),6}  "
                + $"{Number(m.Events.Count),4} {(m.Events.Count == 1 ? "event " : "events")} {Number(m.Reports),4} {(m.Reports == 1 ? "report" : "reports")}{(turn >= 0 ? $"  [{turn + 1}]" : "")}");
        }
        Findings(sheet);
    }

    private void Findings(Sheet sheet)
    {
        if (answer.Months.Count > 0) sheet.Blank();
        sheet.Row("trend", answer.Trend is not { } trend ? "too few months to tell" : string.Create(CultureInfo.InvariantCulture,
            $"{(!trend.IsClear ? "none that is clear" : trend.PerYear > 0 ? "rising" : "falling")} ({trend.PerYear:+0.0;-0.0;0.0} a year, chance {trend.Chance:0.000})"), Margin);
        foreach (var (turn, i) in answer.TurningPoints.Select((t, i) => (t, i + 1)))
        {
            sheet.Row($"[{i}] {turn.Direction.ToString().ToLowerInvariant()}", $"from {Name(turn.Month)}: {turn.Reason}", Margin, "33");
            foreach (var e in turn.Evidence) Quote(sheet, e);
        }
        foreach (var signal in answer.Signals)
        {
            sheet.Row(signal.Signal.ToString().ToLowerInvariant(), $"so reports say on {Day(signal.Known)}", Margin);
            foreach (var e in signal.Evidence) Quote(sheet, e);
        }
        if (answer.NotToTheMonth > 0) sheet.Row("", $"{answer.NotToTheMonth} events that no report dates to a month are left out.", Margin, "2");
    }

    private static void Quote(Sheet sheet, Evidence e) => sheet.Row("", $"{e.Claim.Row} “{e.Quote}” ({e.Claim.Source.Name}, {Day(e.Claim.Source.Published) ?? "undated"})", Margin, "2");

    /// <summary>A bar to the left of the middle for a hostile month, to the right for a friendly one.</summary>
    private static string Bar(double score)
    {
        int length = Math.Clamp((int)Math.Round(Math.Abs(score), MidpointRounding.AwayFromZero), 0, HalfBar);
        var bar = new string('█', length);
        return score < 0 ? bar.PadLeft(HalfBar) + "│" + new string(' ', HalfBar) : new string(' ', HalfBar) + "│" + bar.PadRight(HalfBar);
    }

    private static string Name(YearMonth month) => string.Create(CultureInfo.InvariantCulture, $"{month.Year:0000}-{month.Month:00}");
    private static string? Number(double? number) => number?.ToString("0.###", CultureInfo.InvariantCulture);
    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
