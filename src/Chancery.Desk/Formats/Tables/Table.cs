using NodaTime;
using Parquet;
using Parquet.Schema;

namespace Chancery.Desk.Formats.Tables;

/// <summary>What a cell of a column holds. All but <see cref="Flag"/> and <see cref="Whole"/> may be null.</summary>
internal enum CellKind { Text, Day, Number, Whole, Flag }

/// <summary>A table of Parquet: its name, its columns, and its rows, written together.</summary>
/// <param name="columns">In the order of a row's cells: string, LocalDate, double, int, bool.</param>
internal sealed class Table(string name, params (string Name, CellKind Kind)[] columns)
{
    private readonly DataField[] _fields = [.. columns.Select(c => Field(c.Name, c.Kind))];

    public string Name => name;
    public IReadOnlyList<string> ColumnNames { get; } = [.. columns.Select(c => c.Name)];

    public async Task Write(IReadOnlyList<object?[]> rows, Stream file)
    {
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(_fields), file);
        using var group = writer.CreateRowGroup();
        for (int i = 0; i < _fields.Length; i++) await Write(group, _fields[i], columns[i].Kind, [.. rows.Select(r => r[i])]);
        group.CompleteValidate();
    }

    private static Task Write(ParquetRowGroupWriter group, DataField field, CellKind kind, object?[] cells) => kind switch
    {
        CellKind.Day => group.WriteAsync<DateOnly>(field, cells.Select(Date).ToArray()),
        CellKind.Number => group.WriteAsync<double>(field, cells.Select(c => (double?)c).ToArray()),
        CellKind.Whole => group.WriteAsync<int>(field, cells.Select(c => (int)c!).ToArray()),
        CellKind.Flag => group.WriteAsync<bool>(field, cells.Select(c => (bool)c!).ToArray()),
        _ => group.WriteAsync(field, (IReadOnlyCollection<string>)[.. cells.Select(c => (string)c!)]),
    };

    private static DataField Field(string name, CellKind kind) => kind switch
    {
        CellKind.Day => new DataField<DateOnly?>(name),
        CellKind.Number => new DataField<double?>(name),
        CellKind.Whole => new DataField<int>(name),
        CellKind.Flag => new DataField<bool>(name),
        _ => new DataField(name, typeof(string), isNullable: true),
    };

    /// <summary>DATE has no years before the first here: such a day is null, and its text stands in the column date.</summary>
    private static DateOnly? Date(object? cell) => cell is LocalDate { Year: >= 1 and <= 9999 } day ? day.ToDateOnly() : null;
}
