using System.Buffers;
using System.Text.Json;
using Chancery.Reports;

namespace Chancery.Desk.Formats;

/// <summary>
/// Statements, events, changes and signals as W3C Web Annotations: what was found is the body, the words it rests on are the targets.
/// One AnnotationPage a report, one report a line.
/// </summary>
internal sealed class JsonLdFormat : ReadingFormat
{
    public override IReadOnlyList<Layer> Needs => [Layers.Statements, Layers.Events, Layers.Changes, Layers.Signals];

    public override ReadOnlyMemory<byte> Render(AnnotatedReport reading)
    {
        var bytes = new ArrayBufferWriter<byte>(16 << 10);
        using (var json = new Utf8JsonWriter(bytes, WebAnnotation.OneLine)) new Page(json, reading.Report).Write(reading);
        bytes.Write("\n"u8);
        return bytes.WrittenMemory;
    }

    private sealed class Page(Utf8JsonWriter json, Report report)
    {
        private readonly string _source = WebAnnotation.Source(report.Url, report.Id);
        private readonly string _name = "urn:chancery:report:" + Uri.EscapeDataString(report.Id);

        public void Write(AnnotatedReport reading)
        {
            json.WriteStartObject();
            WebAnnotation.Context(json);
            json.WriteString("id", _name);
            json.WriteString("type", "AnnotationPage");
            json.WriteStartArray("items");
            foreach (var s in reading.GetOrNone(Layers.Statements))
                Annotation(s.Id, "identifying", "Statement", s.Content, ("kind", s.Kind.ToString().ToLowerInvariant()), ("speaker", ActorOf(reading, s.ActorId)), ("medium", s.Medium));
            foreach (var e in reading.GetOrNone(Layers.Events))
                Annotation(e.Id, "classifying", "Event", e.Trigger, ("eventType", e.Type), ("mode", e.Modes.FirstOrDefault()), ("cameo", e.Cameo),
                    ("source", Sides(e.Source)), ("target", Sides(e.Target)), ("status", e.Status.Name()), ("date", DateOf(e.Date)));
            foreach (var c in reading.GetOrNone(Layers.Changes))
                Annotation(c.Id, "classifying", "MeasureChange", c.Evidence, ("measure", c.Measure), ("instrument", c.Instrument.Name()), ("actor", c.Actor), ("target", c.Target),
                    ("change", c.Change.Name()), ("status", c.Status.Name()), ("stage", c.Stage.Name()), ("date", DateOf(c.Date)), ("quantity", c.Quantity), ("partOf", c.PartOf));
            int number = 0;
            foreach (var s in reading.GetOrNone(Layers.Signals))
                Annotation($"g{++number}", "classifying", "RelationSignal", s.Evidence, ("pair", $"{s.Pair.First}-{s.Pair.Second}"), ("signal", s.Signal.ToString().ToLowerInvariant()));
            json.WriteEndArray();
            json.WriteEndObject();
        }

        private void Annotation(string id, string motivation, string type, IReadOnlyList<Span> passages, params ReadOnlySpan<(string Name, string? Value)> body)
        {
            json.WriteStartObject();
            json.WriteString("id", $"{_name}#{id}");
            json.WriteString("type", "Annotation");
            json.WriteString("motivation", motivation);
            json.WriteStartObject("body");
            json.WriteString("type", "chancery:" + type);
            foreach (var (name, value) in body)
                if (value is { Length: > 0 }) json.WriteString("chancery:" + name, value);
            json.WriteEndObject();
            json.WriteStartArray("target");
            foreach (var passage in passages) WebAnnotation.Target(json, _source, report.Text, passage);
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    private static string? ActorOf(AnnotatedReport reading, string? id) => id is null ? null : reading.GetOrNone(Layers.Actors).FirstOrDefault(a => a.Id == id)?.Name;

    private static string Sides(IReadOnlyList<Participant> sides) => string.Join(' ', sides.Select(s => s.Code + s.Sector).Where(code => code.Length > 0));

    private static string? DateOf(DescribedTime date) => Edtf.Between(date.From, date.To);
}
