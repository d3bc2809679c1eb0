using Chancery.Records.Exchange;
using NodaTime;
using Parquet;
using Parquet.Schema;

namespace Chancery.Desk.Exports;

/// <summary>The columns of the CSV with types: days are DATE, the recorded instant is a TIMESTAMP (UTC). Written in groups of rows, once all are known.</summary>
internal sealed class ParquetExport : ExportFormat
{
    private const int RowsOfGroup = 50_000;

    public override void Write(IEnumerable<ExportRow> rows, Stream output)
    {
        // The format's last part names places, so the stream behind it must be able to say where it is.
        using var file = new MemoryStream();
        Write(rows, file).GetAwaiter().GetResult();
        file.WriteTo(output);
    }

    private static async Task Write(IEnumerable<ExportRow> rows, MemoryStream file)
    {
        DataField[]? fields = null;
        ParquetWriter? writer = null;
        foreach (var group in rows.Chunk(RowsOfGroup).DefaultIfEmpty([]))
        {
            fields ??= [.. ColumnNames.Select(Field)];
            writer ??= await ParquetWriter.CreateAsync(new ParquetSchema(fields), file);
            using var part = writer.CreateRowGroup();
            var cells = group.Select(r => Cells(r)).ToArray();
            for (int i = 0; i < fields.Length; i++)
                await (Days(fields[i].Name) is { } day ? part.WriteAsync<DateOnly>(fields[i], group.Select(r => Date(day(r))).ToArray())
                    : fields[i].Name == "recorded" ? part.WriteAsync<DateTime>(fields[i], group.Select(r => r.Claim.Source.Recorded.ToDateTimeUtc()).ToArray())
                    : part.WriteAsync(fields[i], (IReadOnlyCollection<string>)[.. cells.Select(c => c[i].Value!)]));
            part.CompleteValidate();
        }
        if (writer is not null) await writer.DisposeAsync();
    }

    private static DataField Field(string column) => column == "recorded" ? new DataField<DateTime>(column)
        : Days(column) is not null ? new DataField<DateOnly?>(column)
        : new DataField(column, typeof(string), isNullable: true);

    /// <summary>What a column of days shows; null for other columns.</summary>
    private static Func<ExportRow, LocalDate?>? Days(string column) => column switch
    {
        "from" => row => row.Claim.Date.From,
        "to" => row => row.Claim.Date.To,
        "published" => row => row.Claim.Source.Published,
        _ => null,
    };

    // DATE has no years before the first here; a change of antiquity keeps its text in the column date.
    private static DateOnly? Date(LocalDate? day) => day is { Year: >= 1 and <= 9999 } d ? d.ToDateOnly() : null;
}
