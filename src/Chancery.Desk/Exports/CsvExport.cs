using System.Text;
using Chancery.Desk.Formats;
using Chancery.Records.Exchange;

namespace Chancery.Desk.Exports;

/// <summary>One claim a row (RFC 4180, header first, UTF-8).</summary>
internal sealed class CsvExport : ExportFormat
{
    public override void Write(IEnumerable<ExportRow> rows, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine(string.Join(',', ColumnNames));
        foreach (var row in rows) writer.WriteLine(string.Join(',', Cells(row).Select(c => CsvFormat.Cell(c.Value))));
    }
}
