using System.Globalization;
using System.Text.Json;
using Chancery.Records.Folding;
using Chancery.Records.Questions;
using Chancery.Reports;

namespace Chancery.Desk.Formats;

/// <summary>The answer of <c>chancery timeline</c>.</summary>
public sealed class TimelineFormat(TimelineAnswer answer) : AnswerFormat
{
    private const int Margin = 13;

    public override IReadOnlyList<string> Columns =>
        ["date", "from", "to", "measure", "instrument", "actor", "target", "change", "status", "stage", "extent", "before", "after", "sources", "rows"];

    public override IEnumerable<string?[]> Rows => answer.Entries.Select(e => new[]
    {
        e.Told.Date.Value, Day(e.Told.Window.First), Day(e.Told.Window.Last.PlusDays(1)), e.Measure.Name, e.Measure.Instrument.Name(), e.Measure.Actor, e.Measure.Target,
        e.Told.Change.Name(), e.Told.Status.Name(), e.Told.Stage.Name(), e.Told.Whole ? "whole" : "part", e.Before.Name(), e.After.Name(),
        e.Told.IndependentSources.ToString(CultureInfo.InvariantCulture), string.Join(';', e.Told.Claims.Select(c => c.Row)),
    });

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("known", Day(answer.Question.AsOf.Known));
        json.WriteString("recorded", Moment(answer.Question.AsOf.Recorded));
        json.WriteStartArray("entries");
        foreach (var e in answer.Entries)
        {
            json.WriteStartObject();
            json.WriteString("measure", e.Measure.Name);
            json.WriteString("instrument", e.Measure.Instrument.Name());
            json.WriteString("actor", e.Measure.Actor);
            json.WriteString("target", e.Measure.Target);
            json.WriteString("change", e.Told.Change.Name());
            json.WriteString("status", e.Told.Status.Name());
            json.WriteString("stage", e.Told.Stage.Name());
            json.WriteString("date", e.Told.Date.Value);
            json.WriteString("from", Day(e.Told.Window.First));
            json.WriteString("to", Day(e.Told.Window.Last.PlusDays(1)));
            json.WriteString("extent", e.Told.Whole ? "whole" : "part");
            json.WriteString("before", e.Before.Name());
            json.WriteString("after", e.After.Name());
            json.WriteNumber("sources", e.Told.IndependentSources);
            json.WriteStartArray("rows");
            foreach (var c in e.Told.Claims) json.WriteStringValue(c.Row.ToString());
            json.WriteEndArray();
            EvidenceJson.Write(json, e.Evidence);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal override void Write(Sheet sheet)
    {
        if (answer.Entries.Count == 0) sheet.Row("", "Nothing of that is known.", 0);
        foreach (var e in answer.Entries)
        {
            var told = e.Told;
            var status = told.Happened ? told.IsAuthorised ? ", authorised and no more" : "" : ", " + told.Status.Name();
            var moved = e.Moves ? $": {e.Before.Name()} → {e.After.Name()}" : "";
            var sources = told.Claims.Count == 1 ? "" : $" ({told.Claims.Count} passages, {told.IndependentSources} independent {(told.IndependentSources == 1 ? "source" : "sources")})";
            sheet.Row(told.Date.Value ?? "by " + Day(told.Window.Last), $"{told.Change.Name()}{status}: {e.Measure.Name}, {e.Measure.Actor ?? "?"} → {e.Measure.Target ?? "?"}{moved}{sources}", Margin);
            foreach (var x in e.Evidence) sheet.Row("", $"{x.Claim.Row} “{x.Quote}” ({x.Claim.Source.Name})", Margin, "2");
        }
    }
}
