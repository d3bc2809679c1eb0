using System.Text.Json;
using Chancery.Records.Folding;
using Chancery.Records.Questions;
using Chancery.Reports;

namespace Chancery.Desk.Formats;

/// <summary>The answer of <c>chancery diff</c>: what the world did above, what was corrected below, never mixed.</summary>
public sealed class DiffFormat(DifferenceAnswer answer) : AnswerFormat
{
    private const int Margin = 13;

    public override IReadOnlyList<string> Columns => ["what", "measure", "instrument", "actor", "target", "before", "after", "change", "date", "contradicts", "rows"];

    public override IEnumerable<string?[]> Rows =>
    [
        .. answer.States.Select(s => new[]
        {
            "state", s.After.Measure.Name, s.After.Measure.Instrument.Name(), s.After.Measure.Actor, s.After.Measure.Target, Stands(s.Before), Stands(s.After), null, null, null, null,
        }),
        .. answer.Changes.Select(c => new[]
        {
            c.Kind.ToString().ToLowerInvariant(), c.Entry.Measure.Name, c.Entry.Measure.Instrument.Name(), c.Entry.Measure.Actor, c.Entry.Measure.Target, null, null,
            Change(c.Entry.Told), c.Entry.Told.Date.Value, c.Contradicts ? "true" : "false", string.Join(';', c.Entry.Evidence.Select(e => e.Claim.Row).Distinct()),
        }),
        .. answer.Decisions.Select(d => new[] { "decision", null, null, null, null, null, null, d.Kind.ToString().ToLowerInvariant(), Moment(d.Recorded), null, $"{d.Row};{d.About}" }),
        .. answer.ReadAnew.Select(r => new[] { "read-anew", null, null, null, null, null, null, null, null, null, string.Join(';', r.Before.Concat(r.After).Select(c => c.Row)) }),
    ];

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("known");
        json.WriteStringValue(Day(answer.Question.First));
        json.WriteStringValue(Day(answer.Question.Second));
        json.WriteEndArray();
        json.WriteString("on", Day(answer.Question.On));
        json.WriteString("recorded", Moment(answer.Question.Recorded));
        json.WriteStartArray("states");
        foreach (var s in answer.States)
        {
            json.WriteStartObject();
            Write(json, s.After.Measure);
            json.WriteString("before", s.Before?.State.Name());
            json.WriteString("stage-before", s.Before?.Stage?.Name());
            json.WriteString("after", s.After.State.Name());
            json.WriteString("stage-after", s.After.Stage?.Name());
            json.WriteString("since", s.After.Since);
            if (s.After.Uncertain) json.WriteBoolean("uncertain", true);
            EvidenceJson.Write(json, s.After.Evidence);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("changes");
        foreach (var c in answer.Changes)
        {
            json.WriteStartObject();
            json.WriteString("learned", c.Kind.ToString().ToLowerInvariant());
            Write(json, c.Entry.Measure);
            json.WriteString("change", c.Entry.Told.Change.Name());
            json.WriteString("status", c.Entry.Told.Status.Name());
            json.WriteString("stage", c.Entry.Told.Stage.Name());
            json.WriteString("date", c.Entry.Told.Date.Value);
            if (c.Contradicts) json.WriteBoolean("contradicts", true);
            EvidenceJson.Write(json, c.Entry.Evidence);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteCorrections(json);
        json.WriteEndObject();
    }

    private void WriteCorrections(Utf8JsonWriter json)
    {
        json.WriteStartObject("corrections");
        json.WriteStartArray("decisions");
        foreach (var d in answer.Decisions)
        {
            json.WriteStartObject();
            json.WriteString("decision", d.Row.ToString());
            json.WriteString("recorded", Moment(d.Recorded));
            json.WriteString("kind", d.Kind.ToString().ToLowerInvariant());
            json.WriteString("about", d.About?.ToString());
            json.WriteString("by", d.By);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("read-anew");
        foreach (var r in answer.ReadAnew)
        {
            json.WriteStartObject();
            json.WriteString("report", r.ReportId);
            Rows("before", r.Before);
            Rows("after", r.After);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();

        void Rows(string name, IReadOnlyList<Chancery.Records.Claims.ChangeClaim> claims)
        {
            json.WriteStartArray(name);
            foreach (var c in claims) json.WriteStringValue(c.Row.ToString());
            json.WriteEndArray();
        }
    }

    private static void Write(Utf8JsonWriter json, Chancery.Records.Measure measure)
    {
        json.WriteString("measure", measure.Name);
        json.WriteString("instrument", measure.Instrument.Name());
        json.WriteString("actor", measure.Actor);
        json.WriteString("target", measure.Target);
    }

    internal override void Write(Sheet sheet)
    {
        sheet.Title($"Learned after {Day(answer.Question.First)} and by {Day(answer.Question.Second)}");
        if (answer.States.Count + answer.Changes.Count + answer.Decisions.Count + answer.ReadAnew.Count == 0) sheet.Row("", "Nothing.", 0);
        Section(sheet, $"how it stands on {Day(answer.Question.On)}", answer.States, s =>
            sheet.Row("", $"{Named(s.After.Measure)}: {(s.Before is null ? "nothing was known" : Stands(s.Before))} → {Stands(s.After)}", 0));
        foreach (var (kind, heading) in new[] { (Learned.New, "what happened since"), (Learned.Late, "what had happened before and was not known"), (Learned.Confirmed, "what was known and is told again") })
            Section(sheet, heading, [.. answer.Changes.Where(c => c.Kind == kind)], c =>
            {
                sheet.Row(c.Entry.Told.Date.Value ?? "by " + Day(c.Entry.Told.Window.Last), $"{Change(c.Entry.Told)}: {Named(c.Entry.Measure)}{(c.Contradicts ? " (contradicts what was known)" : "")}", Margin, c.Contradicts ? "31" : null);
                foreach (var e in c.Entry.Evidence) sheet.Row("", $"{e.Claim.Row} “{e.Quote}” ({e.Claim.Source.Name}, {Day(e.Claim.Source.Published) ?? "undated"})", Margin, "2");
            });
        Section(sheet, "corrected in the record (the world did not move)", answer.Decisions, d =>
            sheet.Row(d.Row.ToString(), $"{d.Kind.ToString().ToLowerInvariant()}{(d.About is { } about ? " " + about : "")}, by {d.By}, {Moment(d.Recorded)}", Margin));
        Section(sheet, "read anew (the world did not move)", answer.ReadAnew, r =>
            sheet.Row("", $"{r.ReportId}: {string.Join(' ', r.Before.Select(c => c.Row))} → {(r.After.Count == 0 ? "nothing" : string.Join(' ', r.After.Select(c => c.Row)))}", 0));
    }

    private static void Section<T>(Sheet sheet, string heading, IReadOnlyList<T> items, Action<T> write)
    {
        if (items.Count == 0) return;
        sheet.Blank();
        sheet.Heading(heading);
        foreach (var item in items) write(item);
    }

    private static string Named(Chancery.Records.Measure m) => $"{m.Name}, {m.Actor ?? "?"} → {m.Target ?? "?"}";
    private static string Change(ToldChange told) => $"{told.Change.Name()}{(!told.Happened ? ", " + told.Status.Name() : told.IsAuthorised ? ", authorised and no more" : "")}";
    private static string? Stands(MeasureStatus? m) => m is null ? null : $"{m.State.Name()}{(m.Stage == Stage.Authorised ? ", a change is authorised" : "")}{(m.Since is null ? "" : $" since {m.Since}")}{(m.Uncertain ? " (uncertain)" : "")}";
}
