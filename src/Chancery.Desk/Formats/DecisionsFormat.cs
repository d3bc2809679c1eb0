using System.Text.Json;
using Chancery.Records.Claims;
using Chancery.Records.Reviewing;

namespace Chancery.Desk.Formats;

/// <summary>The decisions that people made, in order.</summary>
public sealed class DecisionsFormat(IReadOnlyList<Decision> decisions) : AnswerFormat
{
    private const int Margin = 8;

    public override IReadOnlyList<string> Columns => ["decision", "recorded", "by", "kind", "about", "set", "measures", "note"];

    public override IEnumerable<string?[]> Rows => decisions.Select(d => (Decision: d, Payload: DecisionPayload.Read(d.Payload))).Select(d => new[]
    {
        d.Decision.Row.ToString(), Moment(d.Decision.Recorded), d.Decision.By, Kind(d.Decision), d.Decision.About?.ToString(), Set(d.Payload), Measures(d.Payload), d.Payload.Note,
    });

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        Write(json, decisions);
        json.WriteEndObject();
    }

    /// <summary>The list under the name <c>decisions</c>.</summary>
    internal static void Write(Utf8JsonWriter json, IReadOnlyList<Decision> decisions)
    {
        json.WriteStartArray("decisions");
        foreach (var d in decisions)
        {
            json.WriteStartObject();
            json.WriteString("decision", d.Row.ToString());
            json.WriteString("recorded", Moment(d.Recorded));
            json.WriteString("by", d.By);
            json.WriteString("kind", Kind(d));
            json.WriteString("about", d.About?.ToString());
            json.WritePropertyName("payload");
            json.WriteRawValue(DecisionPayload.Read(d.Payload).Write());
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    internal override void Write(Sheet sheet)
    {
        if (decisions.Count == 0) sheet.Row("", "Nobody has decided anything yet.", 0);
        foreach (var d in decisions)
        {
            var payload = DecisionPayload.Read(d.Payload);
            string[] more = [.. new[] { Set(payload), Measures(payload), payload.Note is { } note ? $"“{note}”" : null }.OfType<string>()];
            sheet.Row(d.Row.ToString(), $"{Kind(d)}{(d.About is { } about ? $" {about}" : "")}, by {d.By}, {Moment(d.Recorded)}{string.Concat(more.Select(m => "; " + m))}", Margin);
        }
    }

    private static string Kind(Decision decision) => decision.Kind.ToString().ToLowerInvariant();
    private static string? Set(DecisionPayload payload) => payload.Set is { } set ? string.Join(' ', set.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}")) : null;
    private static string? Measures(DecisionPayload payload) => (payload.Measures ?? payload.Claims) is { } measures ? string.Join(" and ", measures) : null;
}
