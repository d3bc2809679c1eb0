using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Desk.Formats;
using Chancery.Records.Exchange;
using Chancery.Reports;

namespace Chancery.Desk.Exports;

/// <summary>
/// W3C Web Annotations: a claim is the body, its passages are the targets, each by its words (TextQuoteSelector) and its place (TextPositionSelector,
/// which counts code points where the record counts UTF-16 units).
/// </summary>
internal sealed class JsonLdExport : ExportFormat
{
    private const int Around = 32;

    public override void Write(IEnumerable<ExportRow> rows, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, IndentSize = 1, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteStartArray("@context");
            json.WriteStringValue("http://www.w3.org/ns/anno.jsonld");
            json.WriteStartObject();
            json.WriteString("@vocab", "urn:chancery:");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteString("id", "urn:chancery:claims");
            json.WriteString("type", "AnnotationPage");
            json.WriteStartArray("items");
            foreach (var row in rows) Annotation(json, row);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.Write("\n"u8);
    }

    private static void Annotation(Utf8JsonWriter json, ExportRow row)
    {
        var c = row.Claim;
        json.WriteStartObject();
        json.WriteString("id", $"urn:chancery:{c.Row}");
        json.WriteString("type", "Annotation");
        json.WriteString("motivation", "classifying");
        json.WriteString("created", NodaTime.Text.InstantPattern.General.Format(c.Source.Recorded));
        json.WriteStartObject("body");
        json.WriteString("type", "MeasureChange");
        foreach (var (column, value) in Cells(row).Skip(1))
            if (value is { Length: > 0 } && column is not ("report" or "url" or "outlet" or "title" or "published" or "recorded" or "passages" or "quote")) json.WriteString(column, value);
        json.WriteEndObject();
        json.WriteStartArray("target");
        foreach (var passage in c.Passages) Target(json, row, passage);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Target(Utf8JsonWriter json, ExportRow row, Span passage)
    {
        int start = CodePoints(row.Text.AsSpan(0, passage.Start));
        json.WriteStartObject();
        json.WriteString("source", row.Report.Url ?? "urn:chancery:report:" + Uri.EscapeDataString(row.Report.ReportId));
        json.WriteStartArray("selector");
        json.WriteStartObject();
        json.WriteString("type", "TextQuoteSelector");
        json.WriteString("exact", passage.Cut(row.Text));
        json.WriteString("prefix", row.Text[Whole(row.Text, Math.Max(0, passage.Start - Around))..passage.Start]);
        json.WriteString("suffix", row.Text[passage.End..Whole(row.Text, Math.Min(row.Text.Length, passage.End + Around))]);
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "TextPositionSelector");
        json.WriteNumber("start", start);
        json.WriteNumber("end", start + CodePoints(passage.Of(row.Text)));
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
