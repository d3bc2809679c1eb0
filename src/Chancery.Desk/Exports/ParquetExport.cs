using Chancery.Records.Exchange;
using NodaTime;
using Parquet.Serialization;

namespace Chancery.Desk.Exports;

/// <summary>The columns of the CSV with types: days are DATE, the recorded instant is a TIMESTAMP (UTC). Written once all rows are known.</summary>
internal sealed class ParquetExport : ExportFormat
{
    /// <summary>Names are the columns' names.</summary>
    internal sealed class Row
    {
        public required string row { get; set; }
        public required string measure { get; set; }
        public required string measure_key { get; set; }
        public required string measure_name { get; set; }
        public required string instrument { get; set; }
        public string? actor { get; set; }
        public string? target { get; set; }
        public required string change { get; set; }
        public required string status { get; set; }
        public required string stage { get; set; }
        public string? date { get; set; }
        public DateOnly? from { get; set; }
        public DateOnly? to { get; set; }
        public required string basis { get; set; }
        public required string extent { get; set; }
        public string? quantity { get; set; }
        public string? part_of { get; set; }
        public string? speaker { get; set; }
        public string? speaker_role { get; set; }
        public string? speaker_code { get; set; }
        public required string decision { get; set; }
        public required string report { get; set; }
        public string? url { get; set; }
        public string? outlet { get; set; }
        public string? title { get; set; }
        public DateOnly? published { get; set; }
        public DateTime recorded { get; set; }
        public required string passages { get; set; }
        public required string quote { get; set; }
    }

    public override void Write(IEnumerable<ExportRow> rows, Stream output)
    {
        // The format ends with a table of places, so the stream behind it must be able to say where it is.
        using var file = new MemoryStream();
        ParquetSerializer.SerializeAsync(rows.Select(Of), file).GetAwaiter().GetResult();
        file.WriteTo(output);
    }

    private static Row Of(ExportRow row)
    {
        var cell = Cells(row).ToDictionary(c => c.Column, c => c.Value, StringComparer.Ordinal);
        var c = row.Claim;
        return new Row
        {
            row = cell["row"]!, measure = cell["measure"]!, measure_key = cell["measure_key"]!, measure_name = cell["measure_name"]!, instrument = cell["instrument"]!,
            actor = c.Actor, target = c.Target, change = cell["change"]!, status = cell["status"]!, stage = cell["stage"]!,
            date = cell["date"], from = Date(c.Date.From), to = Date(c.Date.To), basis = cell["basis"]!, extent = cell["extent"]!, quantity = c.Quantity, part_of = c.PartOf,
            speaker = cell["speaker"], speaker_role = cell["speaker_role"], speaker_code = cell["speaker_code"], decision = row.Decision,
            report = cell["report"]!, url = row.Report.Url, outlet = cell["outlet"], title = row.Report.Title, published = Date(c.Source.Published),
            recorded = c.Source.Recorded.ToDateTimeUtc(), passages = cell["passages"]!, quote = row.Quote,
        };
    }

    // DATE has no years before the first; a change of antiquity keeps its text in the column date.
    private static DateOnly? Date(LocalDate? day) => day is { Year: >= 1 and <= 9999 } d ? d.ToDateOnly() : null;
}
