using System.Text.Json;
using Chancery.Records.Claims;
using NodaTime.Text;

namespace Chancery.Records.Briefing;

/// <summary>How an issue's entries are kept: JSON that any later version reads.</summary>
internal static class IssueJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="Line">Words; an odd place holds a date.</param>
    private sealed record Kept(
        string Kind, string? Between, string[] Line, string? Quote, string? Source, string? Published, long? Report, string[] Rows, string[] Says, bool Late, double[] Score);

    public static string Write(IEnumerable<BriefingEntry> entries) => JsonSerializer.Serialize(entries.Select(e => new Kept(
        e.Kind.ToString(), e.Between?.ToString(), Line(e.Line), e.Quote, e.Source, e.Published is { } day ? LocalDatePattern.Iso.Format(day) : null, e.Report,
        [.. e.Rows], [.. e.Says], e.Late, [e.Score.Novelty, e.Score.Independence, e.Score.Weight])), Options);

    public static IReadOnlyList<BriefingEntry> Read(string json) =>
    [
        .. JsonSerializer.Deserialize<Kept[]>(json, Options)!.Select(k => new BriefingEntry(
            Enum.Parse<EntryKind>(k.Kind), k.Between is { } pair ? Dyad.Parse(pair) : null,
            new Words([.. k.Line.Select((text, at) => new Piece(text, at % 2 == 1)).Where(p => p.Text.Length > 0)]), k.Quote, k.Source,
            k.Published is { } day ? LocalDatePattern.Iso.Parse(day).Value : null, k.Report, k.Rows, k.Says, k.Late, new Score(k.Score[0], k.Score[1], k.Score[2]))),
    ];

    private static string[] Line(Words line)
    {
        var parts = new List<string> { "" };
        foreach (var piece in line.Pieces)
        {
            bool isDatesPlace = parts.Count % 2 == 0;
            if (piece.IsDate) parts.AddRange(isDatesPlace ? [piece.Text] : [piece.Text, ""]);
            else parts[^1] += piece.Text;
        }
        return [.. parts];
    }
}
