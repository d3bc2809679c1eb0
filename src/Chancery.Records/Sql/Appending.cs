using Chancery.Records.Claims;

namespace Chancery.Records.Sql;

/// <summary>Turns readings into rows within one transaction: knows the next number of each table and the last seal without asking again.</summary>
/// <param name="ask">The first cell of a query's answer; null for none.</param>
/// <param name="wordsOf">What the engine keeps beside a report's row for searching.</param>
internal sealed class Appending(Func<Query, object?> ask, Func<Row, IEnumerable<Query>> wordsOf, long recorded)
{
    private readonly Dictionary<RecordTable, long> _next = [];
    private string? _seal;

    /// <summary>What to execute for a reading; nothing where it stands in the record already.</summary>
    public (Appended Result, IReadOnlyList<Query> Inserts) Of(NewReading reading)
    {
        var report = reading.Reading.Report;
        if (ask(Query.Of("SELECT number FROM reports WHERE page_hash = @p0 AND id = @p1 AND reader = @p2 AND options = @p3",
                report.PageHash, report.Id, reading.Reader, reading.Options)) is long old)
            return (new Appended(old, IsNew: false), []);
        long number = Next(RecordTable.Reports);
        var page = ask(Query.Of("SELECT page FROM reports WHERE page_hash = @p0 AND id = @p1 LIMIT 1", report.PageHash, report.Id)) as long?;
        var rows = new WriteReading(reading).Rows(number, recorded, page, Next);
        foreach (var row in rows)
            if (row.Table != RecordTable.EventDyads) _next[row.Table] = row.Number + 1;
        return (new Appended(number, IsNew: true), [.. rows.Select(r => r.Insert()), .. wordsOf(rows[0]), Sealed(Seal.Report, number, rows)]);
    }

    public (Decision Result, IReadOnlyList<Query> Inserts) Of(NewDecision decision)
    {
        long number = Next(RecordTable.Decisions);
        var row = RecordTable.Decisions.Row(number, recorded, decision.Kind.ToString(), decision.By, decision.About?.ToString(), decision.Payload);
        return (new Decision(number, Cells.ToInstant(recorded), decision.Kind, decision.By, decision.About, decision.Payload), [row.Insert(), Sealed(Seal.Decision, number, [row])]);
    }

    private long Next(RecordTable table) => _next.TryGetValue(table, out long next)
        ? next
        : _next[table] = (ask(Query.Of($"SELECT max(number) FROM {table.Name}")) as long? ?? 0) + 1;

    private Query Sealed(string kind, long number, IReadOnlyList<Row> rows)
    {
        _seal ??= ask(Query.Of("SELECT seal FROM seals WHERE kind = @p0 AND number = @p1", kind, number - 1)) as string ?? "";
        return RecordTable.Seals.Row(kind, number, _seal = Seal.Of(_seal, rows)).Insert();
    }
}
