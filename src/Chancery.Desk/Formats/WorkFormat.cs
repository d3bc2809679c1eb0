using System.Globalization;
using System.Text.Json;
using Chancery.Desk.Workers;

namespace Chancery.Desk.Formats;

/// <summary>The answer of <c>chancery work status</c>.</summary>
public sealed class WorkFormat(WorkState state) : AnswerFormat
{
    private const int Margin = 12;

    public override IReadOnlyList<string> Columns => ["waiting", "being_read", "done", "reports", "added", "words", "reports_per_second", "words_per_second", "workers", "poison"];

    public override IEnumerable<string?[]> Rows =>
    [[
        Whole(state.Waiting), Whole(state.BeingRead), Whole(state.Done), Whole(state.Reports), Whole(state.Added), Whole(state.Words), Rate(state.ReportsPerSecond), Rate(state.WordsPerSecond),
        Whole(state.Workers.Count), Whole(state.Poison.Count),
    ]];

    public override void Write(Utf8JsonWriter json) => JsonSerializer.Serialize(json, state, Options);

    internal override void Write(Sheet sheet)
    {
        sheet.Heading("Queue");
        sheet.Row("waiting", Text($"{state.Waiting:N0} batches, {state.BeingRead:N0} being read"), Margin);
        sheet.Row("done", Text($"{state.Done:N0} batches: {state.Reports:N0} reports ({state.Added:N0} new), {state.Words:N0} words"), Margin);
        sheet.Row("rate", Text($"{state.ReportsPerSecond:0.0} reports, {state.WordsPerSecond:N0} words per second in the last minute"), Margin);
        if (state.Workers.Count == 0) sheet.Row("workers", "none; start one with chancery work", Margin);
        foreach (var w in state.Workers) sheet.Row("worker", Text($"{w.Name}: {w.Jobs} at once, heard of {w.Heartbeat:yyyy-MM-dd HH:mm:ss} UTC"), Margin);
        Section(sheet, "Not read", state.Unread.Select(u => (Whole(u.Count), $"{u.Reason} (the first: {u.First})")));
        Section(sheet, "Poison (chancery work retry NUMBER tries again)", state.Poison.Select(p => (Whole(p.Number), Text($"{p.Items} items: {p.Reason}"))));
        Section(sheet, "Schedules", state.Schedules.Select(s =>
            (s.Name, Text($"{s.Cron} {s.Zone}: chancery {string.Join(' ', s.Command)}; next {s.Next:yyyy-MM-dd HH:mm} UTC{(s.LastState is null ? "" : ", last " + s.LastState.ToLowerInvariant())}{(s.Error is null ? "" : ": " + s.Error)}"))));
    }

    private static void Section(Sheet sheet, string heading, IEnumerable<(string Label, string Words)> rows)
    {
        bool any = false;
        foreach (var (label, words) in rows)
        {
            if (!any)
            {
                sheet.Blank();
                sheet.Heading(heading);
            }
            any = true;
            sheet.Row(label, words, Margin);
        }
    }

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
    private static string Whole(long n) => n.ToString(CultureInfo.InvariantCulture);
    private static string Rate(double n) => n.ToString("0.0", CultureInfo.InvariantCulture);
}
