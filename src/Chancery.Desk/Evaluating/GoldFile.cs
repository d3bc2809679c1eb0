using System.IO.Compression;
using System.Text.Json;
using Chancery.Desk.Commands;
using Chancery.Reports;

namespace Chancery.Desk.Evaluating;

/// <summary>A report with what people found in it: a line of gold, and the page to be read.</summary>
/// <param name="Gold">In the words of docs/reading.schema.json; only what is to be compared need be there.</param>
public sealed record GoldReport(Page Page, JsonElement Gold);

/// <summary>
/// Gold as JSON Lines: <c>{"id", "text" or "html", "published"?, …}</c> with the layer as people found it. Where the texts stand in a file of their own,
/// lines of the same id belong together.
/// </summary>
public static class GoldFile
{
    /// <param name="texts">JSON Lines with id, text or html, published; null where the gold has them.</param>
    /// <exception cref="UsageException">A file is missing or no JSON Lines, or a gold line has no text.</exception>
    public static IEnumerable<GoldReport> Read(string gold, string? texts)
    {
        var pages = texts is null ? null : Lines(texts).GroupBy(l => Text(l, "id") ?? "", StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        int number = 0;
        foreach (var line in Lines(gold))
        {
            number++;
            var id = Text(line, "id") ?? $"{gold}#{number}";
            var page = pages is null ? line : pages.TryGetValue(id, out var found) ? found : throw new UsageException($"{gold}, line {number}: {texts} has no line with the id “{id}”.");
            if (Text(page, "text") is { Length: > 0 } text) yield return new GoldReport(new Page(id, "", PageKind.Text, text, Text(page, "url"), Text(page, "published")), line);
            else if (Text(page, "html") is { Length: > 0 } html) yield return new GoldReport(new Page(id, "", PageKind.Html, html, Text(page, "url"), null), line);
            else if (pages is null) throw new UsageException($"{gold}, line {number}: neither \"text\" nor \"html\"; name the file that has them with --texts FILE.");
        }
    }

    internal static Stream Open(string path)
    {
        try
        {
            var file = File.OpenRead(path);
            bool packed = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
            file.Position = 0;
            return packed ? new GZipStream(file, CompressionMode.Decompress) : file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: {(e is FileNotFoundException or DirectoryNotFoundException ? "no such file" : e.Message.ReplaceLineEndings(" "))}");
        }
    }

    private static IEnumerable<JsonElement> Lines(string path)
    {
        using var reader = new StreamReader(Open(path));
        for (int number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            JsonElement row;
            try
            {
                row = JsonSerializer.Deserialize<JsonElement>(line);
            }
            catch (JsonException e)
            {
                throw new UsageException($"{path}, line {number}: {e.Message}");
            }
            if (row.ValueKind != JsonValueKind.Object) throw new UsageException($"{path}, line {number}: no JSON object.");
            yield return row;
        }
    }

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
