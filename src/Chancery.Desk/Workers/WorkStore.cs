using System.Globalization;
using Chancery.Records;
using Chancery.Records.Postgres;
using Npgsql;

namespace Chancery.Desk.Workers;

/// <summary>A batch as a worker takes it up.</summary>
/// <param name="Begun">How often it was begun, this time included.</param>
public sealed record Batch(long Number, int Items, byte[]? Pages, int Begun, bool IsDone, string? Poison);

/// <summary>What reading a batch came to.</summary>
/// <param name="Writing">How much of the time went into the record, waiting for other writers included.</param>
public sealed record BatchResult(int Reports, int Added, long Words, TimeSpan Taken, TimeSpan Writing, IReadOnlyList<(int Place, string Id, string Reason)> NotRead);

/// <summary>The batches in the record's own database (schema <c>chancery_work</c>). Each call is one transaction, so a worker may end between any two.</summary>
public sealed class WorkStore : IDisposable
{
    /// <summary>"Chnc" with a digit, beside the record's own locks.</summary>
    private const long PrepareLock = 0x43686E6339;

    private readonly NpgsqlDataSource _source;

    public WorkStore(PostgresAddress address)
    {
        Place = address.ToString();
        _source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(address.ToConnectionString()) { MaxPoolSize = 4 });
    }

    public string Place { get; }

    /// <summary>Makes the tables where they are not there, and runs what else must be made by one process at a time.</summary>
    public void Prepare(Action more)
    {
        using var connection = _source.OpenConnection();
        Run(connection, $"SELECT pg_advisory_lock({PrepareLock})");
        try
        {
            using var sql = new StreamReader(typeof(WorkStore).Assembly.GetManifestResourceStream("Workers/work.sql")!);
            Run(connection, sql.ReadToEnd());
            more();
        }
        finally
        {
            Run(connection, $"SELECT pg_advisory_unlock({PrepareLock})");
        }
    }

    public long Add(int items, byte[] pages, long? partOf = null)
    {
        using var command = _source.CreateCommand("INSERT INTO chancery_work.batches (items, pages, part_of) VALUES ($1, $2, $3) RETURNING number");
        command.Parameters.AddWithValue(items);
        command.Parameters.AddWithValue(pages);
        command.Parameters.AddWithValue(partOf is { } p ? p : DBNull.Value);
        return (long)command.ExecuteScalar()!;
    }

    public void SetQueued(long number) => Run("UPDATE chancery_work.batches SET queued = true WHERE number = $1", number);

    /// <summary>Batches whose submitter ended before it could queue them, and those a person wants tried again.</summary>
    public IReadOnlyList<long> NotQueued(TimeSpan olderThan) => Numbers(
        "SELECT number FROM chancery_work.batches WHERE NOT queued AND done IS NULL AND poison IS NULL AND submitted <= now() - $1 ORDER BY number", olderThan);

    /// <summary>Notes that a worker begins. Null where there is no such batch.</summary>
    public Batch? Begin(long number, string worker)
    {
        using var command = _source.CreateCommand(
            "UPDATE chancery_work.batches SET begun = begun + CASE WHEN done IS NULL THEN 1 ELSE 0 END, worker = $2 WHERE number = $1 RETURNING items, pages, begun, done IS NOT NULL, poison");
        command.Parameters.AddWithValue(number);
        command.Parameters.AddWithValue(worker);
        using var row = command.ExecuteReader();
        return row.Read() ? new Batch(number, row.GetInt32(0), row.IsDBNull(1) ? null : row.GetFieldValue<byte[]>(1), row.GetInt32(2), row.GetBoolean(3), row.IsDBNull(4) ? null : row.GetString(4)) : null;
    }

    /// <summary>The batch is recorded: its pages are let go. A second worker that read it too changes nothing.</summary>
    public void Finish(long number, BatchResult result)
    {
        using var connection = _source.OpenConnection();
        using var transaction = connection.BeginTransaction();
        using var done = new NpgsqlCommand(
            "UPDATE chancery_work.batches SET done = now(), pages = NULL, poison = NULL, reports = $2, added = $3, words = $4, seconds = $5, writing = $6 WHERE number = $1 AND done IS NULL", connection, transaction);
        done.Parameters.AddWithValue(number);
        done.Parameters.AddWithValue(result.Reports);
        done.Parameters.AddWithValue(result.Added);
        done.Parameters.AddWithValue(result.Words);
        done.Parameters.AddWithValue(result.Taken.TotalSeconds);
        done.Parameters.AddWithValue(result.Writing.TotalSeconds);
        if (done.ExecuteNonQuery() == 0) return;
        foreach (var (place, id, reason) in result.NotRead)
        {
            using var unread = new NpgsqlCommand("INSERT INTO chancery_work.unread (batch, place, id, reason) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING", connection, transaction);
            unread.Parameters.AddWithValue(number);
            unread.Parameters.AddWithValue(place);
            unread.Parameters.AddWithValue(id);
            unread.Parameters.AddWithValue(reason);
            unread.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    public void Poison(long number, string reason) => Run("UPDATE chancery_work.batches SET poison = $2 WHERE number = $1 AND done IS NULL", number, reason);

    /// <summary>Puts single batches in a batch's place, once.</summary>
    public void Split(long number, IReadOnlyList<byte[]> parts)
    {
        using var connection = _source.OpenConnection();
        using var transaction = connection.BeginTransaction();
        using var mine = new NpgsqlCommand("UPDATE chancery_work.batches SET done = now(), pages = NULL WHERE number = $1 AND done IS NULL", connection, transaction);
        mine.Parameters.AddWithValue(number);
        if (mine.ExecuteNonQuery() == 0) return;
        foreach (var part in parts)
        {
            using var add = new NpgsqlCommand("INSERT INTO chancery_work.batches (items, pages, part_of) VALUES (1, $1, $2)", connection, transaction);
            add.Parameters.AddWithValue(part);
            add.Parameters.AddWithValue(number);
            add.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    public IReadOnlyList<long> PartsNotQueued(long number) => Numbers("SELECT number FROM chancery_work.batches WHERE part_of = $1 AND done IS NULL AND NOT queued ORDER BY number", number);

    /// <summary>Poison batches are to be tried again: all, or those named.</summary>
    public IReadOnlyList<long> Forgive(IReadOnlyList<long> numbers) => Numbers(
        "UPDATE chancery_work.batches SET poison = NULL, begun = 0, queued = false WHERE poison IS NOT NULL AND done IS NULL AND (cardinality($1::bigint[]) = 0 OR number = ANY ($1)) RETURNING number", numbers.ToArray());

    /// <summary>Rows of text of a question.</summary>
    public List<string?[]> Ask(string sql)
    {
        using var command = _source.CreateCommand(sql);
        using var reader = command.ExecuteReader();
        var rows = new List<string?[]>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))]);
        return rows;
    }

    private List<long> Numbers(string sql, object value)
    {
        using var command = _source.CreateCommand(sql);
        command.Parameters.AddWithValue(value);
        using var reader = command.ExecuteReader();
        var numbers = new List<long>();
        while (reader.Read()) numbers.Add(reader.GetInt64(0));
        return numbers;
    }

    private void Run(string sql, params object[] values)
    {
        using var command = _source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.AddWithValue(value);
        command.ExecuteNonQuery();
    }

    private static void Run(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    public void Dispose() => _source.Dispose();
}
