using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Reports;

namespace Chancery.Desk.Formats;

/// <summary>Parts of the W3C Web Annotation model that several of our outputs write alike.</summary>
internal static class WebAnnotation
{
    private const int Around = 32;

    public static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, IndentSize = 1, NewLine = "\n" };
    public static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The model's own words; ours carry the prefix <c>chancery:</c>, for "source" and "target" mean something there already.</summary>
    public static void Context(Utf8JsonWriter json)
    {
        json.WriteStartArray("@context");
        json.WriteStringValue("http://www.w3.org/ns/anno.jsonld");
        json.WriteStartObject();
        json.WriteString("chancery", "urn:chancery:");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>What an annotation is about: its address, else a name made of its id.</summary>
    public static string Source(string? url, string id) =>
        url is not null && Uri.IsWellFormedUriString(url, UriKind.Absolute) ? url : "urn:chancery:report:" + Uri.EscapeDataString(id);

    /// <summary>
    /// A passage by its words (TextQuoteSelector) and its place (TextPositionSelector, which counts code points where spans count UTF-16 units).
    /// </summary>
    public static void Target(Utf8JsonWriter json, string source, string text, Span passage)
    {
        int start = CodePoints(text.AsSpan(0, passage.Start));
        json.WriteStartObject();
        json.WriteString("source", source);
        json.WriteStartArray("selector");
        json.WriteStartObject();
        json.WriteString("type", "TextQuoteSelector");
        json.WriteString("exact", passage.Cut(text));
        json.WriteString("prefix", text[Whole(text, Math.Max(0, passage.Start - Around))..passage.Start]);
        json.WriteString("suffix", text[passage.End..Whole(text, Math.Min(text.Length, passage.End + Around))]);
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "TextPositionSelector");
        json.WriteNumber("start", start);
        json.WriteNumber("end", start + CodePoints(passage.Of(text)));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at + 1 : at;

    private static int CodePoints(ReadOnlySpan<char> text)
    {
        int n = 0;
        foreach (Rune _ in text.EnumerateRunes()) n++;
        return n;
    }
}
