using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Chancery.Reports;

namespace Chancery.Reading.Pages;

/// <summary>
/// JSON Lines of the contract: <c>{"id", "text"|"html", "published"?, "url"?, "title"?}</c>. A broken line is one bad item that names
/// the input and the line; the others are still read.
/// </summary>
public static class ReadJsonLines
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static IEnumerable<Received> Read(Stream stream, string name)
    {
        foreach (var line in ByteLines.Read(stream, InputLimits.LineBytes))
        {
            if (line.TooLong)
                yield return Received.None($"{name}#{line.Number}", $"a line of more than {InputLimits.LineBytes >> 20} MiB", line.Offset);
            else if (!IsBlank(line.Content.Span))
                yield return ReadLine(line, name);
        }
    }

    private static Received ReadLine(ByteLine line, string name)
    {
        var fallback = $"{name}#{line.Number}";
        try
        {
            using var row = JsonDocument.Parse(line.Content);
            return ReadRow(row.RootElement, fallback, line.Offset);
        }
        catch (JsonException e)
        {
            return Received.None(fallback, "not a JSON line: " + FirstSentence(e.Message), line.Offset + (e.BytePositionInLine ?? 0));
        }
        catch (Exception e) when (e is InvalidOperationException or DecoderFallbackException)
        {
            return Received.None(fallback, "a string of the line holds a lone surrogate or is not UTF-8", line.Offset);
        }
    }

    private static Received ReadRow(JsonElement row, string fallback, long offset)
    {
        if (row.ValueKind != JsonValueKind.Object) return Received.None(fallback, "a JSON line that is no object", offset);
        var id = Field(row, "id") ?? fallback;
        var text = Field(row, "text");
        var html = text is null ? Field(row, "html") : null;
        if ((text ?? html) is not { } content) return Received.None(id, "neither \"text\" nor \"html\" in the line", offset);
        if (string.IsNullOrWhiteSpace(content)) return Received.None(id, "empty", offset);
        if (content.Length > InputLimits.PageBytes)
            return Received.None(id, $"larger than {InputLimits.PageBytes >> 20} MiB", offset);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Strict.GetBytes(id + "\n" + content)));
        return Received.Of(new Page(id, hash, html is null ? PageKind.Text : PageKind.Html, content,
            Field(row, "url"), Field(row, "published"), Field(row, "title")));
    }

    private static string? Field(JsonElement row, string name) =>
        !row.TryGetProperty(name, out var value) ? null
        : value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept(" \t\r\uFEFF"u8) < 0;

    private static string FirstSentence(string message)
    {
        int stop = message.IndexOf(". ", StringComparison.Ordinal);
        return stop < 0 ? message : message[..stop];
    }
}
