using System.Text.Json;
using Chancery.Desk.Formats;
using Chancery.Records.Exchange;

namespace Chancery.Desk.Exports;

/// <summary>
/// W3C Web Annotations: a claim is the body, its passages are the targets.
/// </summary>
internal sealed class JsonLdExport : ExportFormat
{
    public override void Write(IEnumerable<ExportRow> rows, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, WebAnnotation.Readable))
        {
            json.WriteStartObject();
            WebAnnotation.Context(json);
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
        json.WriteString("type", "chancery:MeasureChange");
        foreach (var (column, value) in Cells(row).Skip(1))
            if (value is { Length: > 0 } && column is not ("report" or "url" or "outlet" or "title" or "published" or "recorded" or "passages" or "quote")) json.WriteString("chancery:" + column, value);
        json.WriteEndObject();
        json.WriteStartArray("target");
        foreach (var passage in c.Passages) WebAnnotation.Target(json, WebAnnotation.Source(row.Report.Url, row.Report.ReportId), row.Text, passage);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
