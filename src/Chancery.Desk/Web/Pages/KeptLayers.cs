using System.Text.Json;
using Chancery.Desk.Commands;
using Chancery.Records.Claims;
using Chancery.Reports;

namespace Chancery.Desk.Web.Pages;

/// <summary>A paragraph as the reading keeps it.</summary>
/// <param name="Page">Where it stands in the page that was read; null for text and where unsure.</param>
internal sealed record KeptParagraph(Span Span, string Role, PageRange? Page);

/// <summary>What a kept reading tells beyond the rows of the record: paragraphs, times, actors. A reading that cannot be read (of another product, damaged) tells nothing, and the text is shown as it is.</summary>
internal sealed class KeptLayers
{
    public IReadOnlyList<KeptParagraph> Paragraphs { get; private init; } = [];
    public IReadOnlyList<(Span Span, string Value)> Times { get; private init; } = [];
    public IReadOnlyList<(string Id, string Name, string? Code, string? Role, IReadOnlyList<Span> Mentions)> Actors { get; private init; } = [];
    public IReadOnlyList<(string Reason, IReadOnlyList<Span> Evidence)> Doubts { get; private init; } = [];

    public static KeptLayers Of(KeptReport kept)
    {
        try
        {
            using var json = JsonDocument.Parse(KeptReading.Unpack(kept.Reading));
            return Read(json.RootElement, kept.Text.Length);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return new KeptLayers();
        }
    }

    private static KeptLayers Read(JsonElement reading, int length) => new()
    {
        Paragraphs = [.. Items(reading, "paragraphs").Select(p => new KeptParagraph(SpanOf(p, length), Text(p, "role") ?? "body", PageOf(p)))],
        Times = [.. Items(reading, "times").Select(t => (SpanOf(t, length), Text(t, "value") ?? ""))],
        Actors = [.. Items(reading, "actors").Select(a => (Text(a, "id") ?? "", Text(a, "name") ?? "", Text(a, "code"), Text(a, "role"), Spans(a, "mentions", length)))],
        Doubts = reading.TryGetProperty("published", out var published)
            ? [.. Items(published, "doubts").Select(d => (Text(d, "reason") ?? "", Spans(d, "evidence", length)))] : [],
    };

    private static IEnumerable<JsonElement> Items(JsonElement of, string name) =>
        of.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : [];

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static IReadOnlyList<Span> Spans(JsonElement of, string name, int length) => [.. Items(of, name).Select(s => SpanOf(s, length))];

    private static Span SpanOf(JsonElement of, int length)
    {
        int start = of.GetProperty("start").GetInt32(), end = of.GetProperty("end").GetInt32();
        return start >= 0 && end >= start && end <= length ? new Span(start, end) : throw new FormatException("a span outside of the text");
    }

    private static PageRange? PageOf(JsonElement paragraph) =>
        paragraph.TryGetProperty("page", out var page) && page.ValueKind == JsonValueKind.Object ? new PageRange(page.GetProperty("start").GetInt32(), page.GetProperty("end").GetInt32()) : null;
}
