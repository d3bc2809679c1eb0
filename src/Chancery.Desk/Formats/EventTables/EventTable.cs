using System.Globalization;
using System.Text;
using Chancery.Reports;

namespace Chancery.Desk.Formats.EventTables;

/// <summary>A table of events in the shape of another coder's: one row for one source and one target. See docs/formats.md.</summary>
internal abstract class EventTable : ReadingFormat
{
    public sealed override IReadOnlyList<Layer> Needs => [Layers.Events];

    /// <summary>Names of the columns, written as the first line; empty where the original has no such line.</summary>
    protected virtual IReadOnlyList<string> ColumnNames => [];

    protected virtual char Separator => '\t';

    /// <summary>The cells of a row, or null where the table cannot tell such an event.</summary>
    protected abstract IReadOnlyList<string?>? Row(ToldEvent told);

    public sealed override ReadOnlyMemory<byte> Head =>
        ColumnNames.Count == 0 ? default : Utf8(Line(new StringBuilder(), ColumnNames));

    public sealed override ReadOnlyMemory<byte> Render(AnnotatedReport reading)
    {
        var rows = new StringBuilder();
        foreach (var told in ToldEvent.Of(reading))
            if (Row(told) is { } cells) Line(rows, cells);
        return Utf8(rows);
    }

    private StringBuilder Line(StringBuilder rows, IEnumerable<string?> cells) =>
        rows.AppendJoin(Separator, cells.Select(c => Separator == ',' ? CsvFormat.Cell(c) : Plain(c))).Append(Separator == ',' ? "\r\n" : "\n");

    /// <summary>Tables with tabs know no quotation: what would break a row becomes a blank.</summary>
    private static string Plain(string? cell) => cell is null ? "" : cell.ReplaceLineEndings(" ").Replace('\t', ' ');

    protected static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
    protected static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
