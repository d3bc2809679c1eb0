using System.Data.Common;

namespace Chancery.Records.Sql;

// Checking, backing up and restoring: the same on both engines, but for what each must ask of itself.
public abstract partial class SqlLedger
{
    public sealed override Checked Check(Action<long>? progress = null) => CheckRecord.Of(EngineFaults(), Whole(), Newest(RecordTable.Reports), Newest(RecordTable.Decisions), progress);

    public sealed override void Backup(Stream output)
    {
        // Decisions first: none may speak of a row that is left out.
        long decisions = Newest(RecordTable.Decisions), reports = Newest(RecordTable.Reports);
        Archive.Write(Whole().Reports(reports), Whole().Decisions(decisions), [.. FurtherTables().Select(t => (t, RowsOf(t)))], output);
    }

    public sealed override long Restore(Stream input) => Write(transaction =>
    {
        if (Last(transaction) > 0)
            throw new RecordException($"{Place}: is not empty; restore into a new record.");
        long reports = 0;
        var further = FurtherTables(transaction);
        foreach (var kept in RestoreRows.Of(ReadArchive.Rows(input, [.. Archive.Tables, .. further])))
        {
            if (kept.Rows[0].Table.IsFurther)
            {
                Execute([kept.Rows[0].Insert()], transaction);
                continue;
            }
            bool isReport = kept.Rows[0].Table == RecordTable.Reports;
            var seal = kept.Seal is null ? [] : new[] { RecordTable.Seals.Row(isReport ? Seal.Report : Seal.Decision, kept.Number, kept.Seal) };
            Insert([.. kept.Rows, .. isReport ? WordsOf(kept.Rows[0]) : [], .. seal], transaction);
            if (isReport) reports++;
        }
        return reports;
    });

    private IEnumerable<Row> WordsOf(Row report) =>
        WordsOf((string?)report["title"], (string)report["text"]!) is { } words ? [RecordTable.Words.Row(report.Number, words)] : [];

    private List<RecordTable> FurtherTables(DbTransaction? transaction = null) => [.. RecordTable.Further.Select(name =>
    {
        using var command = Query.Of($"SELECT * FROM {name} LIMIT 0").On(Connection, transaction);
        using var none = command.ExecuteReader();
        return RecordTable.OfFurther(name, [.. Enumerable.Range(0, none.FieldCount).Select(none.GetName)]);
    })];

    private IEnumerable<Row> RowsOf(RecordTable table) => Rows(
        Query.Of($"SELECT {string.Join(", ", table.Columns)} FROM {table.Name} ORDER BY {string.Join(", ", table.Columns.Take(3))}"),
        reader => new Row(table, [.. table.Columns.Select((_, i) => reader.IsDBNull(i) ? null : reader.GetValue(i))]));

    /// <summary>What is wrong with the database as such: damage, rules that are missing.</summary>
    private protected abstract IEnumerable<string> EngineFaults();

    private ReadRows Whole() => new((query, read) => Rows(query, read));

    private long Newest(RecordTable table) => Guarded(() => Scalar(Query.Of($"SELECT max(number) FROM {table.Name}"), null) ?? 0);
}
