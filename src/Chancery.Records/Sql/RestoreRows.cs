namespace Chancery.Records.Sql;

/// <summary>Puts rows of an archive together again, a report or decision at a time, and checks each as it was checked where it came from.</summary>
internal static class RestoreRows
{
    /// <exception cref="RecordException">A row is not as it was recorded.</exception>
    public static IEnumerable<KeptRows> Of(IEnumerable<Row> rows)
    {
        var (reports, decisions) = (new CheckRows(), new CheckRows());
        foreach (var kept in Gathered(rows))
        {
            if (kept.Rows[0].Table.IsFurther)
            {
                yield return kept;
                continue;
            }
            var check = kept.Rows[0].Table == RecordTable.Decisions ? decisions : reports;
            if (check.Faults(kept).FirstOrDefault() is { } fault) throw new RecordException($"The backup is damaged: {fault}. Nothing was restored.");
            yield return kept;
        }
    }

    private static IEnumerable<KeptRows> Gathered(IEnumerable<Row> rows)
    {
        List<Row>? open = null;
        string? seal = null;
        foreach (var row in rows)
        {
            if (row.Table == RecordTable.Reports || row.Table == RecordTable.Decisions)
            {
                if (open is not null) yield return new KeptRows(open[0].Number, open, seal);
                (open, seal) = ([row], null);
            }
            else if (row.Table.IsFurther)
            {
                if (open is not null) yield return new KeptRows(open[0].Number, open, seal);
                open = null;
                yield return new KeptRows(0, [row], null);
            }
            else if (open is null)
            {
                throw new RecordException("The backup is damaged: a claim stands before its report. Nothing was restored.");
            }
            else if (row.Table == RecordTable.Seals)
            {
                seal = (string?)row["seal"];
            }
            else
            {
                open.Add(row);
            }
        }
        if (open is not null) yield return new KeptRows(open[0].Number, open, seal);
    }
}
