using System.Globalization;
using Chancery.Desk.Formats;
using Chancery.Records.Exchange;
using Chancery.Reports;
using NodaTime.Text;

namespace Chancery.Desk.Exports;

/// <summary>Writes the rows of the record for other programs. The same record gives the same bytes.</summary>
public abstract class ExportFormat
{
    public static readonly IReadOnlyList<string> Names = ["csv", "jsonl", "jsonld", "parquet", "ics"];

    public static ExportFormat Named(string name) => name switch
    {
        "csv" => new CsvExport(),
        "jsonl" => new JsonLinesExport(),
        "jsonld" => new JsonLdExport(),
        "parquet" => new ParquetExport(),
        "ics" => new CalendarExport(),
        _ => throw new NotSupportedException(name),
    };

    public abstract void Write(IEnumerable<ExportRow> rows, Stream output);

    /// <summary>The names of <see cref="Cells"/>, in order.</summary>
    protected static readonly IReadOnlyList<string> ColumnNames =
    [
        "row", "measure", "measure_key", "measure_name", "instrument", "actor", "target", "change", "status", "stage", "date", "from", "to", "basis", "extent", "quantity", "part_of",
        "speaker", "speaker_role", "speaker_code", "decision", "report", "url", "outlet", "title", "published", "recorded", "passages", "quote",
    ];

    /// <summary>The columns of a row, as text. Dates are ISO days, the end is not included; <c>date</c> is EDTF.</summary>
    protected static IReadOnlyList<(string Column, string? Value)> Cells(ExportRow row)
    {
        var c = row.Claim;
        return
        [
            ("row", c.Row.ToString()), ("measure", c.Measure), ("measure_key", row.MeasureKey), ("measure_name", row.MeasureName), ("instrument", c.Instrument.Name()),
            ("actor", c.Actor), ("target", c.Target), ("change", c.Change.Name()), ("status", c.Status.Name()), ("stage", c.Stage.Name()),
            ("date", c.Date.Value ?? Edtf.Between(c.Date.From, c.Date.To)), ("from", Day(c.Date.From)), ("to", Day(c.Date.To)), ("basis", c.Date.Basis.ToString().ToLowerInvariant()),
            ("extent", c.WholeExtent ? "whole" : "part"), ("quantity", c.Quantity), ("part_of", c.PartOf),
            ("speaker", c.Speaker?.Name), ("speaker_role", c.Speaker?.Role), ("speaker_code", c.Speaker?.Code), ("decision", row.Decision),
            ("report", c.Source.ReportId), ("url", row.Report.Url), ("outlet", c.Source.Outlet), ("title", row.Report.Title), ("published", Day(c.Source.Published)),
            ("recorded", InstantPattern.ExtendedIso.Format(c.Source.Recorded)),
            ("passages", string.Join(';', c.Passages.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Start}-{p.End}")))), ("quote", row.Quote),
        ];
    }

    protected static string? Day(NodaTime.LocalDate? day) => day is { } d ? LocalDatePattern.Iso.Format(d) : null;
}
