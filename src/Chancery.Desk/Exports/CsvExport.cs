using System.Text;
using Chancery.Desk.Formats;
using Chancery.Records.Exchange;

namespace Chancery.Desk.Exports;

/// <summary>One claim a row (RFC 4180, header first, UTF-8).</summary>
internal sealed class CsvExport : ExportFormat
{
    private const string Columns = "row,measure,measure_key,measure_name,instrument,actor,target,change,status,stage,date,from,to,basis,extent,quantity,part_of,"
        + "speaker,speaker_role,speaker_code,decision,report,url,outlet,title,published,recorded,passages,quote";

    public override void Write(IEnumerable<ExportRow> rows, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine(Columns);
        foreach (var row in rows) writer.WriteLine(string.Join(',', Cells(row).Select(c => CsvFormat.Cell(c.Value))));
    }
}
