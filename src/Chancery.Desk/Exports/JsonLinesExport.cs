using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Records.Exchange;

namespace Chancery.Desk.Exports;

/// <summary>One claim a line; passages are pairs of UTF-16 offsets into the report's text.</summary>
internal sealed class JsonLinesExport : ExportFormat
{
    public override void Write(IEnumerable<ExportRow> rows, Stream output)
    {
        foreach (var row in rows)
        {
            using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                json.WriteStartObject();
                foreach (var (column, value) in Cells(row))
                    if (column != "passages") json.WriteString(column, value);
                json.WriteStartArray("passages");
                foreach (var p in row.Claim.Passages)
                {
                    json.WriteStartObject();
                    json.WriteNumber("start", p.Start);
                    json.WriteNumber("end", p.End);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
            output.Write("\n"u8);
        }
    }
}
