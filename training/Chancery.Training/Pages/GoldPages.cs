using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Chancery.Reading.Pages;
using Chancery.Reports;

namespace Chancery.Training.Pages;

/// <summary>A development page with what is known of its article.</summary>
/// <param name="With">Strings that stand in the main text.</param>
/// <param name="Without">Strings that must not.</param>
/// <param name="Comments">Comments of readers, which must not either.</param>
internal sealed record GoldPage(
    Page Page, IReadOnlyList<string> With, IReadOnlyList<string> Without, IReadOnlyList<string> Comments, string? Title, string? Author)
{
    /// <summary>One of five, by the hash of the id: the same for everybody who reports folds.</summary>
    public int Fold { get; } = SHA256.HashData(Encoding.UTF8.GetBytes(Page.Id))[0] % 5;
}

internal static class GoldPages
{
    public static IReadOnlyList<GoldPage> Load(string folder)
    {
        var segments = Rows(Path.Combine(folder, "segments.jsonl")).ToDictionary(r => r.GetProperty("id").GetString()!, StringComparer.Ordinal);
        return [.. Rows(Path.Combine(folder, "docs.jsonl")).Where(r => segments.ContainsKey(r.GetProperty("id").GetString()!))
            .AsParallel().AsOrdered().Select(r => Load(folder, r, segments[r.GetProperty("id").GetString()!]))];
    }

    public static IEnumerable<JsonElement> Rows(string path) =>
        File.ReadLines(path).Where(l => l.Length > 0).Select(l => JsonDocument.Parse(l).RootElement);

    public static Page Load(string folder, JsonElement row)
    {
        using var file = File.OpenRead(Path.Combine(folder, row.GetProperty("file").GetString()!));
        using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        unzipped.CopyTo(bytes);
        return new Page(row.GetProperty("id").GetString()!, "", PageKind.Html, DecodePage.Decode(bytes.ToArray()), row.GetProperty("url").GetString());
    }

    private static GoldPage Load(string folder, JsonElement row, JsonElement gold) => new(
        Load(folder, row), Strings(gold, "with"), Strings(gold, "without"), Strings(gold, "comments"),
        Strings(gold, "title").FirstOrDefault(), Strings(gold, "author") is { Count: > 0 } a ? string.Join("; ", a) : null);

    private static IReadOnlyList<string> Strings(JsonElement row, string name) => !row.TryGetProperty(name, out var value) ? []
        : value.ValueKind == JsonValueKind.String ? [value.GetString()!]
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(v => v.GetString()!)] : [];
}
