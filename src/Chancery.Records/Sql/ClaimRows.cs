using System.Data.Common;
using Chancery.Records.Claims;
using Chancery.Reports;

namespace Chancery.Records.Sql;

/// <summary>Rows of the tables of claims, each joined with the reading it stands in.</summary>
internal static class ClaimRows
{
    private const string Common = "t.number, t.speaker, t.passages, r.number, r.id, r.outlet, r.published, r.recorded, r.likeness";
    private const int First = 9;

    public const string ChangeColumns =
        "t.measure, t.instrument, t.actor, t.target, t.change, t.status, t.stage, t.date_value, t.date_from, t.date_to, t.date_basis, t.whole, t.quantity, t.part_of";
    public const string EventColumns =
        "t.main, t.type, t.mode, t.cameo, t.score, t.status, t.date_value, t.date_from, t.date_to, t.date_basis, t.sources, t.targets";
    public const string StatementColumns = "t.kind, t.medium, t.audience";
    public const string SignalColumns = "t.dyad, t.signal";

    public static Query Select(ClaimsWanted wanted, AsOf asOf, string table, string columns)
    {
        var conditions = new Conditions();
        var from = $"{table} t JOIN reports r ON r.number = t.report";
        if (wanted.Number is { } number) conditions.Add("t.number = ?", number);
        if (wanted.Dyad is { } dyad && table == "events")
        {
            from = "event_dyads d JOIN events t ON t.number = d.event JOIN reports r ON r.number = t.report";
            conditions.Add("d.dyad = ?", dyad.ToString());
        }
        else if (wanted.Dyad is { } pair)
        {
            conditions.Add("t.dyad = ?", pair.ToString());
        }
        if (wanted.Person is { } person) conditions.Add("t.surname = ?", PersonName.Surname(PersonName.Of(person)));
        if (wanted.DescribedOn is { } on) conditions.Add("t.date_from = ? AND t.date_to = ?", Cells.Day(on), Cells.Day(on) + 1);
        return conditions.AddSource(wanted, "t.report").Add(asOf).On($"SELECT {Common}, {columns} FROM {from}", "t.number");
    }

    public static Func<DbDataReader, ChangeClaim> Change()
    {
        var sources = new Sources();
        return row => new ChangeClaim(
            row.GetInt64(0), sources.Of(row), Cells.ToSpeaker(row.Text(1)), Cells.ToSpans(row.GetString(2)),
            row.GetString(First), row.Word<Instrument>(First + 1), row.Text(First + 2), row.Text(First + 3), row.Word<ChangeKind>(First + 4),
            row.Word<ClaimStatus>(First + 5), row.Word<Stage>(First + 6), Date(row, First + 7), row.GetInt64(First + 11) != 0, row.Text(First + 12), row.Text(First + 13));
    }

    public static Func<DbDataReader, EventClaim> Event()
    {
        var sources = new Sources();
        return row => new EventClaim(
            row.GetInt64(0), sources.Of(row), Cells.ToSpeaker(row.Text(1)), Cells.ToSpans(row.GetString(2)),
            row.GetInt64(First) != 0, row.GetString(First + 1), row.Text(First + 2), row.Text(First + 3), row.GetDouble(First + 4),
            row.Word<ClaimStatus>(First + 5), Date(row, First + 6), Cells.ToParties(row.GetString(First + 10)), Cells.ToParties(row.GetString(First + 11)));
    }

    public static Func<DbDataReader, StatementClaim> Statement()
    {
        var sources = new Sources();
        return row => new StatementClaim(
            row.GetInt64(0), sources.Of(row), Cells.ToSpeaker(row.Text(1)), Cells.ToSpans(row.GetString(2)),
            row.Word<StatementKind>(First), row.Text(First + 1), row.Text(First + 2));
    }

    public static Func<DbDataReader, SignalClaim> Signal()
    {
        var sources = new Sources();
        return row => new SignalClaim(
            row.GetInt64(0), sources.Of(row), Cells.ToSpeaker(row.Text(1)), Cells.ToSpans(row.GetString(2)),
            Dyad.Parse(row.GetString(First)), row.Word<Signal>(First + 1));
    }

    private static DescribedTime Date(DbDataReader row, int at) =>
        new(row.Text(at), row.Day(at + 1), row.Day(at + 2), row.Word<TimeBasis>(at + 3));

    /// <summary>One source for all claims of a reading.</summary>
    private sealed class Sources
    {
        private readonly Dictionary<long, ClaimSource> _known = [];

        public ClaimSource Of(DbDataReader row)
        {
            long number = row.GetInt64(3);
            if (_known.TryGetValue(number, out var source)) return source;
            return _known[number] = new ClaimSource(
                number, row.GetString(4), row.Text(5), row.Day(6), Cells.ToInstant(row.GetInt64(7)), unchecked((ulong)row.GetInt64(8)));
        }
    }
}
