using Chancery.Records.Claims;

namespace Chancery.Records.Sql;

/// <summary>
/// Turns readings into rows within one transaction: knows the next number of each table, the last seal and what came before in this transaction without asking again,
/// so that the rows may be added all at its end.
/// </summary>
/// <param name="ask">The first cell of a query's answer; null for none.</param>
internal sealed class Appending(Func<Query, object?> ask, long recorded)
{
    private readonly Dictionary<RecordTable, long> _next = [];
    private readonly Dictionary<(string Hash, string Id, string Reader, string Options), long> _readings = [];
    private readonly Dictionary<(string Hash, string Id), long> _pages = [];
    private string? _seal;

    /// <summary>The rows of a reading; none where it stands in the record already.</summary>
    public (Appended Result, IReadOnlyList<Row> Rows) Of(WriteReading writing)
    {
        var (reading, report) = (writing.New, writing.New.Reading.Report);
        if (Known(reading, report) is { } old) return (new Appended(old, IsNew: false), []);
        long number = Next(RecordTable.Reports);
        long page = _pages.TryGetValue((report.PageHash, report.Id), out long before) ? before
            : ask(Query.Of("SELECT page FROM reports WHERE page_hash = @p0 AND id = @p1 LIMIT 1", report.PageHash, report.Id)) as long? ?? number;
        _readings[(report.PageHash, report.Id, reading.Reader, reading.Options)] = number;
        _pages[(report.PageHash, report.Id)] = page;
        var rows = writing.Rows(number, recorded, page, Next);
        foreach (var row in rows)
            if (row.Table != RecordTable.EventDyads) _next[row.Table] = row.Number + 1;
        return (new Appended(number, IsNew: true), [.. rows, .. writing.Words is { } words ? [RecordTable.Words.Row(number, words)] : Array.Empty<Row>(), Sealed(Seal.Report, number, rows)]);
    }

    private long? Known(NewReading reading, Reports.Report report) => _readings.TryGetValue((report.PageHash, report.Id, reading.Reader, reading.Options), out long here)
        ? here
        : ask(Query.Of("SELECT number FROM reports WHERE page_hash = @p0 AND id = @p1 AND reader = @p2 AND options = @p3", report.PageHash, report.Id, reading.Reader, reading.Options)) as long?;

    public (Decision Result, IReadOnlyList<Row> Rows) Of(NewDecision decision)
    {
        long number = Next(RecordTable.Decisions);
        var row = RecordTable.Decisions.Row(number, recorded, decision.Kind.ToString(), decision.By, decision.About?.ToString(), decision.Payload);
        return (new Decision(number, Cells.ToInstant(recorded), decision.Kind, decision.By, decision.About, decision.Payload), [row, Sealed(Seal.Decision, number, [row])]);
    }

    private long Next(RecordTable table) => _next.TryGetValue(table, out long next)
        ? next
        : _next[table] = (ask(Query.Of($"SELECT max(number) FROM {table.Name}")) as long? ?? 0) + 1;

    private Row Sealed(string kind, long number, IReadOnlyList<Row> rows)
    {
        _seal ??= ask(Query.Of("SELECT seal FROM seals WHERE kind = @p0 AND number = @p1", kind, number - 1)) as string ?? "";
        return RecordTable.Seals.Row(kind, number, _seal = Seal.Of(_seal, rows));
    }
}
