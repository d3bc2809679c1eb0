using System.Globalization;
using System.Text;
using Chancery.Reports;
using NodaTime.Text;

namespace Chancery.Desk.Formats;

/// <summary>One event a row (RFC 4180, header first). Several codes in a cell are separated by <c>;</c>.</summary>
public sealed class CsvFormat : ReadingFormat
{
    private const string Columns =
        "id,published,date,from,to,type,mode,cameo,score,source,source_sector,target,target_sector,status,main,statement,sentence";

    public override IReadOnlyList<Layer> Needs => [Layers.Events];
    public override ReadOnlyMemory<byte> Head => Encoding.ASCII.GetBytes(Columns + "\r\n");

    public override ReadOnlyMemory<byte> Render(AnnotatedReport reading)
    {
        var rows = new StringBuilder();
        foreach (var e in reading.GetOrNone(Layers.Events))
        {
            string?[] cells =
            [
                reading.Report.Id, reading.Published.Value, e.Date.Value, Day(e.Date.From), Day(e.Date.To), e.Type,
                e.Modes.Count > 0 ? e.Modes[0] : null, e.Cameo, e.Score.ToString(CultureInfo.InvariantCulture),
                Join(e.Source, p => p.Code), Join(e.Source, p => p.Sector), Join(e.Target, p => p.Code), Join(e.Target, p => p.Sector),
                e.Status.Name(), e.Main ? "true" : "false", e.StatementId, SentenceOf(reading, e.Trigger[0]),
            ];
            rows.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
        }
        return Utf8(rows);
    }

    private static string SentenceOf(AnnotatedReport reading, Span trigger) =>
        (reading.SentenceAt(trigger.Start)?.Span ?? trigger).Cut(reading.Report.Text);

    private static string Join(IReadOnlyList<Participant> sides, Func<Participant, string?> part) =>
        sides.Any(s => part(s) is not null) ? string.Join(';', sides.Select(part)) : "";

    private static string? Day(NodaTime.LocalDate? day) => day is { } d ? LocalDatePattern.Iso.Format(d) : null;

    /// <summary>
    /// A cell by RFC 4180; a line break becomes a blank. What a spreadsheet would take for a formula gets an apostrophe in front, for the words are a stranger's;
    /// numbers stay as they are.
    /// </summary>
    internal static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value)) return "";
        value = value.ReplaceLineEndings(" ");
        if (value[0] is '=' or '+' or '-' or '@' or '\t' && !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _)) value = "'" + value;
        return value.AsSpan().IndexOfAny("\",") < 0 ? value : "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
