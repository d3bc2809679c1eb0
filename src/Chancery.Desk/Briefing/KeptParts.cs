using System.Text.Json;
using Chancery.Desk.Commands;
using Chancery.Records.Briefing;
using Chancery.Records.Claims;
using Chancery.Reports;

namespace Chancery.Desk.Briefing;

/// <summary>Reads from a kept reading what the selection wants of it: why its stated date was not believed, and which paragraphs are what.</summary>
public static class KeptParts
{
    public static ReportParts Of(KeptReport report)
    {
        try
        {
            using var json = JsonDocument.Parse(KeptReading.Unpack(report.Reading));
            return new ReportParts(Doubts(json.RootElement), Paragraphs(json.RootElement));
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            // A reading kept by an older version: its claims are told without these.
            return ReportParts.Unknown;
        }
    }

    private static List<DateDoubt> Doubts(JsonElement reading) =>
        reading.TryGetProperty("published", out var published) && published.TryGetProperty("doubts", out var doubts)
            ? [.. doubts.EnumerateArray().Select(d => new DateDoubt(d.GetProperty("reason").GetString()!, [.. d.GetProperty("evidence").EnumerateArray().Select(Span)]))]
            : [];

    private static List<Paragraph> Paragraphs(JsonElement reading)
    {
        var roles = Enum.GetValues<ParagraphRole>().ToDictionary(r => r.Name(), StringComparer.Ordinal);
        return reading.TryGetProperty("paragraphs", out var paragraphs)
            ? [.. paragraphs.EnumerateArray().Select(p => new Paragraph(Span(p), roles[p.GetProperty("role").GetString()!]))]
            : [];
    }

    private static Span Span(JsonElement span) => new(span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32());
}
