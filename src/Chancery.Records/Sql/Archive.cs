using System.Buffers;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Chancery.Records.Sql;

/// <summary>
/// The record as JSON Lines, for keeping elsewhere and for moving from one engine to the other: a head that names the tables and their columns, a line for each row
/// (<c>["changes", 12, …]</c>; bytes as <c>{"base64": "…"}</c>), reports with their claims and seals first, decisions after them, then issues and the post, and a last line with the
/// number of rows and the SHA-256 of all lines before it.
/// </summary>
internal static class Archive
{
    public const int Version = 1;
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static readonly IReadOnlyList<RecordTable> Tables = [.. RecordTable.OfReports, RecordTable.Decisions, RecordTable.Seals];

    public static void Write(IEnumerable<KeptRows> reports, IEnumerable<KeptRows> decisions, IReadOnlyList<(RecordTable Table, IEnumerable<Row> Rows)> further, Stream output)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var line = new ArrayBufferWriter<byte>(1 << 16);
        long count = 0;
        Put(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("chancery-record", Version);
            json.WriteStartObject("tables");
            foreach (var table in Tables.Concat(further.Select(f => f.Table)))
            {
                json.WriteStartArray(table.Name);
                foreach (var column in table.Columns) json.WriteStringValue(column);
                json.WriteEndArray();
            }
            json.WriteEndObject();
            json.WriteEndObject();
        });
        foreach (var (kind, kept) in reports.Select(r => (Seal.Report, r)).Concat(decisions.Select(d => (Seal.Decision, d))))
        {
            foreach (var row in kept.Rows) PutRow(row);
            if (kept.Seal is { } seal) PutRow(RecordTable.Seals.Row(kind, kept.Number, seal));
        }
        foreach (var row in further.SelectMany(f => f.Rows)) PutRow(row);
        var sum = Convert.ToHexStringLower(hash.GetCurrentHash());
        Put(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("rows", count);
            json.WriteString("sha256", sum);
            json.WriteEndObject();
        });

        void PutRow(Row row)
        {
            Put(json => WriteRow(json, row));
            count++;
        }

        void Put(Action<Utf8JsonWriter> write)
        {
            line.Clear();
            using (var json = new Utf8JsonWriter(line, Json)) write(json);
            line.Write("\n"u8);
            hash.AppendData(line.WrittenSpan);
            output.Write(line.WrittenSpan);
        }
    }

    private static void WriteRow(Utf8JsonWriter json, Row row)
    {
        json.WriteStartArray();
        json.WriteStringValue(row.Table.Name);
        foreach (var cell in row.Cells)
        {
            switch (cell)
            {
                case null: json.WriteNullValue(); break;
                case long whole: json.WriteNumberValue(whole); break;
                case double real: json.WriteNumberValue(real); break;
                case byte[] bytes:
                    json.WriteStartObject();
                    json.WriteBase64String("base64", bytes);
                    json.WriteEndObject();
                    break;
                default: json.WriteStringValue((string)cell); break;
            }
        }
        json.WriteEndArray();
    }
}
