using System.Data;
using System.Data.Common;
using Chancery.Records.Claims;
using Chancery.Records.Sql;
using Npgsql;

namespace Chancery.Records.Postgres;

/// <summary>The record in the schema <c>chancery</c> of a PostgreSQL database.</summary>
public sealed class PostgresLedger : SqlLedger
{
    private readonly NpgsqlConnection _connection;
    private readonly string _place;
    private readonly TimeSpan _patience;

    private PostgresLedger(NpgsqlConnection connection, string place, TimeProvider time, TimeSpan patience) : base(connection, time) =>
        (_connection, _place, _patience) = (connection, place, patience);

    public override string Place => _place;

    /// <summary>Opens a record, or begins one where the database holds none.</summary>
    /// <param name="patience">How long to wait for another writer.</param>
    /// <exception cref="RecordException">The server cannot be reached, refuses, is of a newer version …</exception>
    public static PostgresLedger Open(PostgresAddress address, TimeProvider time, TimeSpan? patience = null)
    {
        var settings = new NpgsqlConnectionStringBuilder(address.Settings.ToString())
        {
            SearchPath = PostgresSchema.Name, MaxAutoPrepare = 40, AutoPrepareMinUsages = 2, IncludeErrorDetail = false, CommandTimeout = 0, ConnectionIdleLifetime = 15, ConnectionPruningInterval = 5,
        };
        var connection = new NpgsqlConnection(settings.ToString());
        try
        {
            OpenFresh(connection);
            PostgresSchema.Bring(connection, address.ToString());
            return new PostgresLedger(connection, address.ToString(), time, patience ?? TimeSpan.FromSeconds(30));
        }
        catch (DbException e)
        {
            connection.Dispose();
            throw ExplainPostgres.Of(e, address.ToString());
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>One writer at a time: numbers and instants rise in the order in which rows become visible.</summary>
    protected override DbTransaction BeginWriting()
    {
        var transaction = _connection.BeginTransaction();
        using var wait = new NpgsqlCommand(
            $"SET LOCAL lock_timeout = {(long)_patience.TotalMilliseconds}; SELECT pg_advisory_xact_lock({PostgresSchema.WritersLock})", _connection, transaction);
        try
        {
            wait.ExecuteNonQuery();
            return transaction;
        }
        catch
        {
            transaction.Dispose();
            throw;
        }
    }

    private protected override byte[]? WordsOf(string? title, string text) => WordVector.Of($"{title}\n{text}");

    private protected override void Insert(IReadOnlyList<Row> rows, DbTransaction transaction)
    {
        foreach (var ofTable in rows.GroupBy(r => r.Table)) CopyRows.To(_connection, ofTable.Key, ofTable);
    }

    private protected override Query Finding(AskedWords asked, int atMost) => Query.Of(
        $"SELECT {ReportRows.Columns}, r.text FROM words w JOIN reports r ON r.number = w.report, CAST(CAST(@p0 AS text) AS tsquery) asked "
        + "WHERE w.words @@ asked ORDER BY ts_rank(w.words, asked, 1) DESC, r.number LIMIT @p1",
        Matching(asked), (long)atMost);

    private protected override Query FindingNewest(AskedWords asked) =>
        Query.Of("SELECT max(w.report) FROM words w WHERE w.words @@ CAST(CAST(@p0 AS text) AS tsquery)", Matching(asked));

    private static string Matching(AskedWords asked)
    {
        static string Phrase(AskedPhrase p) => $"({string.Join(" <-> ", p.Words.Select((w, i) => $"'{w}'{(p.IsBeginning && i == p.Words.Count - 1 ? ":*" : "")}"))})";
        return string.Join(" & ", asked.AllOf.Select(any => $"({string.Join(" | ", any.Select(Phrase))})").Concat(asked.NoneOf.Select(p => "!" + Phrase(p))));
    }

    /// <summary>A connection that broke (the server was restarted) is opened again for the next question.</summary>
    private protected override void BeReady()
    {
        if (_connection.FullState.HasFlag(ConnectionState.Open) && !_connection.FullState.HasFlag(ConnectionState.Broken)) return;
        _connection.Close();
        OpenFresh(_connection);
        PostgresSchema.TakeRole(_connection);
    }

    /// <summary>A pooled connection may be of a server that is gone: it is tried, and opened anew where it does not answer.</summary>
    private static void OpenFresh(NpgsqlConnection connection)
    {
        connection.Open();
        try
        {
            using var ask = new NpgsqlCommand("SELECT 1", connection);
            ask.ExecuteScalar();
        }
        catch (NpgsqlException)
        {
            connection.Close();
            NpgsqlConnection.ClearPool(connection);
            connection.Open();
        }
    }

    private protected override IEnumerable<string> EngineFaults() => Rows(Query.Of(SqlFiles.One("Postgres/faults.sql")), row => row.GetString(0));

    private protected override Exception Explain(DbException e) => ExplainPostgres.Of(e, _place);
}
