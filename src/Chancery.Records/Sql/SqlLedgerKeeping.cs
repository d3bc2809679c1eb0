namespace Chancery.Records.Sql;

// Checking, backing up and restoring: the same on both engines, but for what each must ask of itself.
public abstract partial class SqlLedger
{
    public sealed override Checked Check(Action<long>? progress = null) => CheckRecord.Of(EngineFaults(), Whole(), Newest(RecordTable.Reports), Newest(RecordTable.Decisions), progress);

    public sealed override void Backup(Stream output)
    {
        // Decisions first: none may speak of a row that is left out.
        long decisions = Newest(RecordTable.Decisions), reports = Newest(RecordTable.Reports);
        Archive.Write(Whole().Reports(reports), Whole().Decisions(decisions), output);
    }

    public sealed override long Restore(Stream input) => Write(transaction =>
    {
        if (Last(transaction) > 0)
            throw new RecordException($"{Place}: is not empty; restore into a new record.");
        long reports = 0;
        foreach (var kept in RestoreRows.Of(ReadArchive.Rows(input)))
        {
            bool isReport = kept.Rows[0].Table == RecordTable.Reports;
            var seal = kept.Seal is null ? [] : new[] { RecordTable.Seals.Row(isReport ? Seal.Report : Seal.Decision, kept.Number, kept.Seal).Insert() };
            Execute([.. kept.Rows.Select(r => r.Insert()), .. isReport ? WordsOf(kept.Rows[0]) : [], .. seal], transaction);
            if (isReport) reports++;
        }
        return reports;
    });

    /// <summary>What is wrong with the database as such: damage, rules that are missing.</summary>
    private protected abstract IEnumerable<string> EngineFaults();

    private ReadRows Whole() => new((query, read) => Rows(query, read));

    private long Newest(RecordTable table) => Guarded(() => Scalar(Query.Of($"SELECT max(number) FROM {table.Name}"), null) ?? 0);
}
