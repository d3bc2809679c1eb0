using System.Data.Common;

namespace Chancery.Records.Sql;

/// <summary>A table of the record: its name, its columns, and how its rows are found by the report they stand in.</summary>
/// <param name="Report">The expression that names a row's report; the table is t.</param>
/// <param name="Order">The order in which rows of one report were added.</param>
internal sealed record RecordTable(string Name, string Report, string Order, string From, params string[] Columns)
{
    public static readonly RecordTable
        Reports = new("reports", "t.number", "t.number", "reports t",
            "number", "recorded", "page", "id", "page_hash", "reader", "options", "url", "outlet", "title", "language", "published", "published_time",
            "published_precision", "published_basis", "published_stated", "known", "likeness", "text", "reading"),
        Changes = OfClaims("changes",
            "dyad", "key_name", "measure", "instrument", "actor", "target", "change", "status", "stage",
            "date_value", "date_from", "date_to", "date_basis", "whole", "quantity", "part_of"),
        Events = OfClaims("events",
            "main", "type", "mode", "cameo", "score", "status", "date_value", "date_from", "date_to", "date_basis", "sources", "targets"),
        EventDyads = new("event_dyads", "e.report", "t.event, t.dyad", "event_dyads t JOIN events e ON e.number = t.event", "dyad", "event"),
        Statements = OfClaims("statements", "person", "surname", "kind", "medium", "audience"),
        Signals = OfClaims("signals", "dyad", "signal"),
        Decisions = new("decisions", "t.number", "t.number", "decisions t", "number", "recorded", "kind", "decided_by", "about", "payload"),
        Words = new("words", "t.report", "t.report", "words t", "report", "words"),
        Seals = new("seals", "t.number", "t.kind, t.number", "seals t", "kind", "number", "seal");

    /// <summary>In the order in which a report's rows are added.</summary>
    public static readonly IReadOnlyList<RecordTable> OfReports = [Reports, Changes, Events, EventDyads, Statements, Signals];

    /// <summary>What lies beside the reports and decisions: issues and what was decided of them, and the post. A row may come only after those it names.</summary>
    public static readonly IReadOnlyList<string> Further = ["issues", "issue_rows", "issue_decisions", "subscribers", "posted", "suppressions", "post_keys", "outbox"];

    /// <summary>One of the further tables, its columns as the database has them.</summary>
    public static RecordTable OfFurther(string name, params string[] columns) => new(name, "", "", name + " t", columns);

    public bool IsFurther => Report.Length == 0;

    private readonly string _insert =
        $"INSERT INTO {Name} ({string.Join(", ", Columns)}) VALUES ({string.Join(", ", Enumerable.Range(0, Columns.Length).Select(Query.Name))})";

    private static RecordTable OfClaims(string name, params string[] columns) =>
        new(name, "t.report", "t.number", name + " t", ["number", "report", "speaker", "passages", .. columns]);

    public Row Row(params object?[] cells) => cells.Length == Columns.Length
        ? new Row(this, cells)
        : throw new ArgumentException($"{Name} has {Columns.Length} columns, not {cells.Length}.", nameof(cells));

    public Query Insert(Row row) => new(_insert, row.Cells);

    /// <summary>All rows of reports from the one number to the other, in order.</summary>
    public Query Select(long first, long last) => Query.Of(
        $"SELECT {string.Join(", ", Columns.Select(c => "t." + c))}, {Report} FROM {From} WHERE {Report} BETWEEN @p0 AND @p1 ORDER BY {Order}", first, last);

    /// <summary>A row as <see cref="Select"/> gives it, with its report.</summary>
    public (long Report, Row Row) Read(DbDataReader reader)
    {
        var cells = new object?[Columns.Length];
        for (int i = 0; i < cells.Length; i++) cells[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
        return (reader.GetInt64(cells.Length), new Row(this, cells));
    }
}

/// <summary>A row of a table, its cells in the order of the table's columns: null, whole numbers, doubles, strings, bytes.</summary>
internal sealed record Row(RecordTable Table, object?[] Cells)
{
    public object? this[string column] => Cells[Array.IndexOf(Table.Columns, column)];
    public long Number => (long)this["number"]!;
    public Query Insert() => Table.Insert(this);
}
