using Chancery.Tests.Records.Postgres;
using Npgsql;

namespace Chancery.Evaluation.Scale.Workers;

/// <summary>Compares two records row for row, all but what tells when and in which order the rows came.</summary>
internal static class SameRecord
{
    private static readonly (string Table, string Rows)[] Tables =
    [
        ("reports", "SELECT r.id || ' ' || (r.page = r.number) || md5(r.reading) || (to_jsonb(r) - 'number' - 'recorded' - 'page' - 'reading')::text FROM reports r ORDER BY r.id, r.page_hash"),
        .. ((string[])["changes", "events", "statements", "signals"]).Select(t => (t, $"SELECT r.id || ' ' || (to_jsonb(t) - 'number' - 'report')::text FROM {t} t JOIN reports r ON r.number = t.report ORDER BY r.id, r.page_hash, t.number")),
        ("event_dyads", "SELECT r.id || ' ' || e.passages || ' ' || t.dyad FROM event_dyads t JOIN events e ON e.number = t.event JOIN reports r ON r.number = e.report ORDER BY r.id, r.page_hash, e.number, t.dyad"),
        ("words", "SELECT r.id || ' ' || w.words::text FROM words w JOIN reports r ON r.number = w.report ORDER BY r.id, r.page_hash"),
    ];

    /// <returns>How many rows differ; each table is printed with its rows.</returns>
    public static long Differences(PostgresServer server, string one, string other)
    {
        long all = 0;
        foreach (var (table, rows) in Tables)
        {
            long count = 0, different = 0;
            using var left = Rows(server, one, rows).GetEnumerator();
            using var right = Rows(server, other, rows).GetEnumerator();
            for (bool l = left.MoveNext(), r = right.MoveNext(); l || r; l = left.MoveNext(), r = right.MoveNext())
            {
                count++;
                if (l && r && left.Current == right.Current) continue;
                if (different++ < 3) Console.WriteLine($"  {table} differs: {Short(l ? left.Current : "nothing")} | {Short(r ? right.Current : "nothing")}");
            }
            Console.WriteLine(FormattableString.Invariant($"  {table,-12}{count,10:N0} rows compared, {different} differ"));
            all += different;
        }
        return all;
    }

    private static string Short(string row) => row.Length < 200 ? row : row[..200];

    private static IEnumerable<string> Rows(PostgresServer server, string database, string sql)
    {
        using var connection = server.Connect(database);
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return reader.GetString(0);
    }
}
