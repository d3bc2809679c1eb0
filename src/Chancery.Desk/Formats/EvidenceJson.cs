using System.Text.Json;
using Chancery.Records.Questions;
using Chancery.Reports;

namespace Chancery.Desk.Formats;

/// <summary>Passages with their quotations, and the words of enumerations as the contract spells them.</summary>
internal static class EvidenceJson
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<Evidence> evidence)
    {
        json.WriteStartArray("evidence");
        foreach (var e in evidence)
        {
            json.WriteStartObject();
            json.WriteString("row", e.Claim.Row.ToString());
            json.WriteString("report", e.Passage.ReportId);
            json.WriteNumber("start", e.Passage.Span.Start);
            json.WriteNumber("end", e.Passage.Span.End);
            json.WriteString("quote", e.Quote);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static string Name(this Stage stage) => stage == Stage.InEffect ? "in-effect" : "authorised";
    public static string Name(this ChangeKind change) => change.ToString().ToLowerInvariant();
    public static string Name(this Instrument instrument) => instrument.ToString().ToLowerInvariant();
}
