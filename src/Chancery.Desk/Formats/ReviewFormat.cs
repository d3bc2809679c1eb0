using System.Globalization;
using System.Text.Json;
using Chancery.Records.Claims;
using Chancery.Records.Reviewing;
using Chancery.Reports;

namespace Chancery.Desk.Formats;

/// <summary>What awaits a person's decision, each with the command that decides it.</summary>
public sealed class ReviewFormat(IReadOnlyList<ReviewQuestion> questions) : AnswerFormat
{
    private const int Margin = 4;

    private sealed record Line(string Kind, Dyad Between, string Words, IReadOnlyList<string> Rows, double? Score, string Command);

    public override IReadOnlyList<string> Columns => ["question", "between", "rows", "score", "words", "command"];

    public override IEnumerable<string?[]> Rows => questions.Select(Of).Select(l => new[]
    {
        l.Kind, l.Between.ToString(), string.Join(';', l.Rows), l.Score?.ToString("0.00", CultureInfo.InvariantCulture), l.Words, l.Command,
    });

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("questions");
        foreach (var line in questions.Select(Of))
        {
            json.WriteStartObject();
            json.WriteString("question", line.Kind);
            json.WriteStartArray("between");
            json.WriteStringValue(line.Between.First);
            json.WriteStringValue(line.Between.Second);
            json.WriteEndArray();
            json.WriteStartArray("rows");
            foreach (var row in line.Rows) json.WriteStringValue(row);
            json.WriteEndArray();
            if (line.Score is { } score) json.WriteNumber("score", Math.Round(score, 2));
            json.WriteString("words", line.Words);
            json.WriteString("command", line.Command);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal override void Write(Sheet sheet)
    {
        if (questions.Count == 0) sheet.Row("", "Nothing awaits a decision.", 0);
        foreach (var line in questions.Select(Of))
        {
            sheet.Row("", line.Words, 0, "1");
            sheet.Row("", line.Command, Margin, "2");
        }
    }

    private static Line Of(ReviewQuestion question) => question switch
    {
        ReviewQuestion.SameMeasure q => new Line("same-measure", q.Between, $"One measure? {Measure(q.One)} and {Measure(q.Other)}", [q.One.Row.ToString(), q.Other.Row.ToString()], q.Score,
            $"chancery review merge {q.One.Row} {q.Other.Row} --as NAME (or split)"),
        ReviewQuestion.OneOrSeveral q => new Line("one-or-several", q.Between, $"One {Measure(q.One)}, or several? {Told(q.One)}; {Told(q.Other)}", [q.One.Row.ToString(), q.Other.Row.ToString()], null,
            $"chancery review merge {q.One.Row} {q.Other.Row} --as NAME (or edit {q.Other.Row} --set measure=…)"),
        ReviewQuestion.WhichHolds q => new Line("which-holds", q.Between, $"Which holds of {q.Measure}? {Told(q.One)}, or {Told(q.Other)}", [q.One.Row.ToString(), q.Other.Row.ToString()], null,
            $"chancery review settle {q.One.Row} --against {q.Other.Row} --as NAME"),
        ReviewQuestion.WhoseMeasure q => new Line("whose-measure", q.Between, $"Whose? {Told(q.Open)} is told of {Measure(q.Open)}; {Measure(q.Like)} is the only measure of that name", [q.Open.Row.ToString(), q.Like.Row.ToString()], null,
            $"chancery review edit {q.Open.Row} --set {(q.Open.Actor is null ? $"actor={q.Like.Actor}" : $"target={q.Like.Target}")} --as NAME (or accept)"),
        ReviewQuestion.AskAgain q => new Line("ask-again", q.Between,
            $"{q.Decision.By} decided {q.Decision.About} ({q.Decision.Kind.ToString().ToLowerInvariant()}); a newer reading says otherwise there: {(q.Now.Count == 0 ? "nothing" : string.Join("; ", q.Now.Select(Told)))}",
            [q.Decision.About!.Value.ToString(), .. q.Now.Select(c => c.Row.ToString())], null,
            q.Now.Count == 0 ? "look at the report again" : $"chancery review accept {q.Now[0].Row} --as NAME (or reject, edit)"),
        _ => throw new NotSupportedException(question.GetType().Name),
    };

    private static string Measure(ChangeClaim c) => $"“{c.Measure}” ({c.Instrument.Name()}, {c.Actor ?? "?"} → {c.Target ?? "?"})";
    private static string Told(ChangeClaim c) => $"{c.Change.Name()} “{c.Measure}” {c.Date.Value ?? "undated"} ({c.Row}, {c.Source.Name})";
}
