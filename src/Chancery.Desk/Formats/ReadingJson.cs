using System.Globalization;
using System.Text.Json;
using Chancery.Desk.Commands;
using Chancery.Reports;

namespace Chancery.Desk.Formats;

/// <summary>A reading as the published JSON (docs/reading.schema.json). Keys stand in the order of the contract.</summary>
public static class ReadingJson
{
    /// <param name="explain">Whether events and changes say which rule or feature decided them.</param>
    public static void Write(Utf8JsonWriter json, AnnotatedReport reading, ReaderInfo reader, bool explain = false)
    {
        var report = reading.Report;
        json.WriteStartObject();
        json.WriteString("id", report.Id);
        WriteReader(json, reader);
        if (ReadPage.IsSkipped(report)) json.WriteString("skipped", "language");
        json.WriteString("url", report.Url);
        json.WriteString("outlet", report.Outlet);
        json.WriteString("language", report.Language);
        json.WriteString("title", report.Title);
        json.WriteString("standfirst", report.Standfirst);
        json.WriteStartArray("byline");
        foreach (var name in report.Byline) json.WriteStringValue(name);
        json.WriteEndArray();
        WritePublished(json, reading.Published);
        if (report.Section is not null) json.WriteString("section", report.Section);
        if (report.Fingerprint is { } print) json.WriteString("fingerprint", print.ToString("x16", CultureInfo.InvariantCulture));
        json.WriteString("text", report.Text);

        Array(json, "paragraphs", report.Paragraphs, p =>
        {
            Ends(json, p.Span);
            json.WriteString("role", p.Role.Name());
            if (p.Page is { } page)
            {
                json.WriteStartObject("page");
                json.WriteNumber("start", page.Start);
                json.WriteNumber("end", page.End);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull("page");
            }
        });
        Array(json, "related", report.Related, r =>
        {
            json.WriteString("text", r.Text);
            json.WriteString("title", r.Title);
            json.WriteString("url", r.Url);
            json.WriteString("published", r.Published is { } d ? NodaTime.Text.LocalDatePattern.Iso.Format(d) : null);
            if (r.Span is { } span) Ends(json, span);
        });
        Array(json, "sentences", reading.GetOrNone(Layers.Sentences), s => Ends(json, s.Span));
        Array(json, "times", reading.GetOrNone(Layers.Times), t => WriteTime(json, t));
        Array(json, "actors", reading.GetOrNone(Layers.Actors), a =>
        {
            json.WriteString("id", a.Id);
            json.WriteString("name", a.Name);
            json.WriteString("kind", a.Kind.ToString().ToLowerInvariant());
            json.WriteString("code", a.Code);
            json.WriteString("sector", a.Sector);
            json.WriteString("role", a.Role);
            Spans(json, "mentions", a.Mentions.Select(m => m.Span));
        });
        Array(json, "statements", reading.GetOrNone(Layers.Statements), s =>
        {
            json.WriteString("id", s.Id);
            json.WriteString("actor", s.ActorId);
            Spans(json, "source", s.Source);
            Spans(json, "cue", s.Cue);
            Spans(json, "content", s.Content);
            json.WriteString("kind", s.Kind.ToString().ToLowerInvariant());
            json.WriteString("medium", s.Medium);
            json.WriteString("audience", s.Audience);
            json.WriteString("within", s.Within);
        });
        Array(json, "events", reading.GetOrNone(Layers.Events), e => WriteEvent(json, e, explain));
        Array(json, "changes", reading.GetOrNone(Layers.Changes), c => WriteChange(json, c, explain));
        Array(json, "signals", reading.GetOrNone(Layers.Signals), s =>
        {
            json.WriteStartArray("pair");
            json.WriteStringValue(s.Pair.First);
            json.WriteStringValue(s.Pair.Second);
            json.WriteEndArray();
            json.WriteString("signal", s.Signal.ToString().ToLowerInvariant());
            Spans(json, "evidence", s.Evidence);
            json.WriteString("statement", s.StatementId);
        });
        json.WriteEndObject();
    }

    private static void WriteReader(Utf8JsonWriter json, ReaderInfo reader)
    {
        json.WriteStartObject("reader");
        json.WriteString("name", reader.Name);
        json.WriteString("version", reader.Version);
        json.WriteStartObject("models");
        foreach (var (layer, model) in reader.Models) json.WriteString(layer, model);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePublished(Utf8JsonWriter json, Published published)
    {
        json.WriteStartObject("published");
        json.WriteString("value", published.Value);
        json.WriteString("precision", published.Precision?.ToString().ToLowerInvariant());
        json.WriteString("basis", published.Basis?.ToString().ToLowerInvariant());
        json.WriteString("stated", published.Stated);
        Array(json, "doubts", published.Doubts, d =>
        {
            json.WriteString("reason", d.Reason);
            Spans(json, "evidence", d.Evidence);
        });
        json.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter json, TimeExpression time)
    {
        Ends(json, time.Span);
        json.WriteString("type", time.Type.ToString().ToUpperInvariant());
        json.WriteString("value", time.Value);
        json.WriteString("mod", time.Mod);
        if (time.Quant is not null) json.WriteString("quant", time.Quant);
        if (time.Freq is not null) json.WriteString("freq", time.Freq);
        if (time.BeginPoint is not null) json.WriteString("beginPoint", time.BeginPoint);
        if (time.EndPoint is not null) json.WriteString("endPoint", time.EndPoint);
        json.WriteString("from", time.Interval is { } i ? Moment(i.From) : null);
        json.WriteString("to", time.Interval is { } j ? Moment(j.To) : null);
        if (time.Resolution is TimeResolution.Resolved resolved)
            json.WriteString("basis", resolved.Basis.ToString().ToLowerInvariant());
        if (time.Resolution is TimeResolution.Unresolved unresolved)
            json.WriteString("unresolved", unresolved.Reason);
    }

    private static void WriteEvent(Utf8JsonWriter json, NewsEvent e, bool explain)
    {
        json.WriteString("id", e.Id);
        json.WriteBoolean("main", e.Main);
        json.WriteString("type", e.Type);
        json.WriteString("mode", e.Modes.Count > 0 ? e.Modes[0] : null);
        Strings(json, "modes", e.Modes);
        Strings(json, "contexts", e.Contexts);
        json.WriteString("cameo", e.Cameo);
        json.WriteNumber("score", e.Score);
        Participants("source", e.Source);
        Participants("target", e.Target);
        Spans(json, "trigger", e.Trigger);
        json.WriteString("status", e.Status.Name());
        json.WriteStartObject("date");
        json.WriteString("value", e.Date.Value);
        WriteInterval(json, e.Date);
        json.WriteEndObject();
        json.WriteString("place", e.Place);
        json.WriteBoolean("history", e.History);
        json.WriteString("statement", e.StatementId);
        if (e.Passages.Count > 0) Spans(json, "passages", e.Passages);
        if (explain && e.Decided is not null) json.WriteString("decided", e.Decided);

        void Participants(string name, IReadOnlyList<Participant> items) => Array(json, name, items, p =>
        {
            json.WriteString("actor", p.ActorId);
            json.WriteString("code", p.Code);
            json.WriteString("sector", p.Sector);
        });
    }

    private static void WriteChange(Utf8JsonWriter json, MeasureChange c, bool explain)
    {
        json.WriteString("id", c.Id);
        json.WriteString("measure", c.Measure);
        json.WriteString("instrument", c.Instrument.ToString().ToLowerInvariant());
        json.WriteString("actor", c.Actor);
        json.WriteString("target", c.Target);
        json.WriteString("change", c.Change.ToString().ToLowerInvariant());
        json.WriteString("status", c.Status.Name());
        json.WriteString("stage", c.Stage == Stage.InEffect ? "in-effect" : "authorised");
        json.WriteString("date", c.Date.Value);
        WriteInterval(json, c.Date);
        json.WriteString("extent", c.WholeExtent ? "whole" : "part");
        json.WriteString("quantity", c.Quantity);
        json.WriteString("part-of", c.PartOf);
        Spans(json, "evidence", c.Evidence);
        json.WriteString("statement", c.StatementId);
        if (explain && c.Decided is not null) json.WriteString("decided", c.Decided);
    }

    private static void WriteInterval(Utf8JsonWriter json, DescribedTime time)
    {
        json.WriteString("from", time.From is { } from ? NodaTime.Text.LocalDatePattern.Iso.Format(from) : null);
        json.WriteString("to", time.To is { } to ? NodaTime.Text.LocalDatePattern.Iso.Format(to) : null);
        json.WriteString("basis", time.Basis.ToString().ToLowerInvariant());
    }

    private static string Moment(NodaTime.LocalDateTime moment) => moment.TimeOfDay == NodaTime.LocalTime.Midnight
        ? NodaTime.Text.LocalDatePattern.Iso.Format(moment.Date)
        : NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm").Format(moment);

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items) json.WriteStringValue(item);
        json.WriteEndArray();
    }

    private static void Spans(Utf8JsonWriter json, string name, IEnumerable<Span> spans) => Array(json, name, spans, s => Ends(json, s));

    private static void Ends(Utf8JsonWriter json, Span span)
    {
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
    }
}
