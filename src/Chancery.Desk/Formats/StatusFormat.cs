using System.Text.Json;
using Chancery.Records.Claims;
using Chancery.Records.Folding;
using Chancery.Records.Questions;
using Chancery.Reports;

namespace Chancery.Desk.Formats;

/// <summary>The answer of <c>chancery status</c>. Its JSON is part of the published contract.</summary>
public sealed class StatusFormat(StatusAnswer answer) : AnswerFormat
{
    private const int Margin = 18;

    public override IReadOnlyList<string> Columns =>
        ["measure", "instrument", "actor", "target", "state", "stage", "since", "uncertain", "last_confirmed", "confirmed_by", "days_ago", "part_of", "contradictions", "sources"];

    public override IEnumerable<string?[]> Rows => answer.Measures.Select(m => new[]
    {
        m.Measure.Name, Instrument(m), m.Measure.Actor, m.Measure.Target, m.State.Name(), m.Stage?.Name(), m.Since, m.Uncertain ? "true" : "false",
        m.LastConfirmed?.On, m.LastConfirmed?.By, m.LastConfirmed is { } last ? Number(last.DaysAgo) : null, m.Measure.PartOf, Number(m.Contradictions.Count), string.Join(';', m.Evidence.Select(e => e.Passage.ReportId).Distinct()),
    });

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("on", Day(answer.Question.On));
        json.WriteString("known", Day(answer.Question.AsOf.Known));
        json.WriteString("recorded", Moment(answer.Question.AsOf.Recorded));
        json.WriteStartArray("measures");
        foreach (var m in answer.Measures) Write(json, m);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, MeasureStatus m)
    {
        json.WriteStartObject();
        json.WriteString("measure", m.Measure.Name);
        json.WriteString("instrument", Instrument(m));
        json.WriteString("actor", m.Measure.Actor);
        json.WriteString("target", m.Measure.Target);
        json.WriteString("state", m.State.Name());
        json.WriteString("stage", m.Stage?.Name());
        json.WriteString("since", m.Since);
        if (m.Uncertain) json.WriteBoolean("uncertain", true);
        if (m.Measure.MayBeSeveral) json.WriteBoolean("may-be-several", true);
        if (m.LastConfirmed is { } last)
        {
            json.WriteStartObject("last-confirmed");
            json.WriteString("on", last.On);
            json.WriteString("by", last.By);
            json.WriteNumber("days-ago", last.DaysAgo);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("last-confirmed");
        }
        json.WriteString("part-of", m.Measure.PartOf);
        if (m.InheritedFrom is not null) json.WriteString("inherited-from", m.InheritedFrom);
        json.WriteStartArray("contradictions");
        foreach (var c in m.Contradictions) Write(json, c);
        json.WriteEndArray();
        EvidenceJson.Write(json, m.Evidence);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Contradiction contradiction)
    {
        json.WriteStartArray();
        foreach (var told in new[] { contradiction.One, contradiction.Other })
        {
            json.WriteStartObject();
            json.WriteString("change", told.Change.Name());
            json.WriteString("status", told.Status.Name());
            json.WriteString("date", told.Date.Value);
            json.WriteStartArray("reports");
            foreach (var id in told.Claims.Select(c => c.Source.ReportId).Distinct()) json.WriteStringValue(id);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    internal override void Write(Sheet sheet)
    {
        sheet.Title($"As of the end of {Day(answer.Question.On)}{(answer.Question.AsOf.Known is { } known ? $", as known on {Day(known)}" : "")}");
        if (answer.Measures.Count == 0) sheet.Row("", "Nothing of that is known.", 0);
        foreach (var m in answer.Measures)
        {
            sheet.Blank();
            sheet.Row("", $"{m.Measure.Name} ({Instrument(m)}), {m.Measure.Actor ?? "?"} → {m.Measure.Target ?? "?"}", 0, "1");
            sheet.Row(m.State.Name(), Details(m), Margin, m.State is MeasureState.Suspended or MeasureState.Ended ? "33" : null);
            foreach (var c in m.Contradictions)
                sheet.Row("contradiction", $"{Told(c.One)}, but {Told(c.Other)}", Margin, "31");
            foreach (var e in m.Evidence) sheet.Row(e.Claim.Row.ToString(), $"“{e.Quote}” ({e.Claim.Source.Name}, {Day(e.Claim.Source.Published) ?? "undated"})", Margin, "2");
        }
    }

    private static string Told(ToldChange told) =>
        $"{told.Change.Name()}{(told.Happened ? "" : " " + told.Status.Name())} ({told.Date.Value ?? "by " + Day(told.Window.Last)}, {string.Join(", ", told.Claims.Select(c => c.Source.Name).Distinct())})";

    private static string Details(MeasureStatus m) => string.Join(", ", new[]
    {
        m.State == MeasureState.Unknown ? ToldOnlyOf(m) : null,
        m.Since is null ? null : $"since {m.Since}",
        m.Stage == Stage.Authorised ? "a change is authorised and not yet in effect" : null,
        m.Uncertain ? "uncertain: the next change may have come" : null,
        m.Measure.MayBeSeveral ? "may be several: told too barely to be sure" : null,
        m.InheritedFrom is null ? null : $"as {m.InheritedFrom}, of which it is a part",
        m.LastConfirmed is { } last ? $"last confirmed on {last.On} by {last.By}{Age(last.DaysAgo)}" : null,
    }.Where(d => d is not null));

    private static string ToldOnlyOf(MeasureStatus m) => m.Measure.History.Told[0].Window is var first
        ? $"nothing is told of how it stood; the first day it is told of is {Day(first.First ?? first.Last)}" : "";

    /// <summary>Said where nothing was told for so long that the state may have changed unnoticed.</summary>
    private static string Age(int days) => days switch { < 183 => "", < 730 => $", {Number(days / 30)} months before", _ => $", {Number(days / 365)} years before" };

    private static string Instrument(MeasureStatus m) => m.Measure.Instrument.Name();
    private static string Number(int n) => n.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
