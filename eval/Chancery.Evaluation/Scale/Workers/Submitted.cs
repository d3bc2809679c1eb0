using System.Globalization;
using Chancery.Tests.Records.Postgres;
using Npgsql;

namespace Chancery.Evaluation.Scale.Workers;

/// <summary>The news handed to the workers of a database, and how far they have come.</summary>
internal sealed class Submitted(PostgresServer server, string database)
{
    /// <summary>Kept open: a new one each time would cost the server more than many a batch.</summary>
    private NpgsqlConnection? _connection;

    public string Database => database;

    /// <param name="input">A file of JSON Lines.</param>
    /// <param name="batch">How many reports a batch holds.</param>
    public static Submitted To(PostgresServer server, string input, int batch = 32)
    {
        var submitted = new Submitted(server, server.NewDatabase());
        Console.Write(Published.Run(null, "work", "submit", "--batch", batch.ToString(CultureInfo.InvariantCulture), "--record", server.Address(submitted.Database), input).Replace(server.Address(submitted.Database), "the server", StringComparison.Ordinal));
        return submitted;
    }

    public long Open => Number("SELECT count(*) FROM chancery_work.batches WHERE done IS NULL");
    public long Recorded => Number("SELECT count(*) FROM chancery.reports");

    /// <summary>Of the time that workers spent on batches, the share that went into the record; waiting for each other is in it.</summary>
    public double Writing => double.Parse(Ask("SELECT coalesce(sum(writing) / nullif(sum(seconds), 0), 0) FROM chancery_work.batches")!, CultureInfo.InvariantCulture);

    /// <summary>Of the record's tables and their indexes.</summary>
    public long Bytes => Number("SELECT sum(pg_total_relation_size(c.oid))::bigint FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'chancery' AND c.relkind = 'r'");

    public long Words => Number("SELECT sum(words) FROM chancery_work.batches");
    public long MostBegun => Number("SELECT max(begun) FROM chancery_work.batches");
    public long Split => Number("SELECT count(DISTINCT part_of) FROM chancery_work.batches");
    public long Poison => Number("SELECT count(*) FROM chancery_work.batches WHERE poison IS NOT NULL");

    /// <returns>-1 while the server is starting again, or there are no tables yet.</returns>
    private long Number(string sql)
    {
        try
        {
            return Ask(sql) is { Length: > 0 } told ? long.Parse(told, CultureInfo.InvariantCulture) : 0;
        }
        catch (NpgsqlException)
        {
            _connection?.Dispose();
            _connection = null;
            return -1;
        }
    }

    private string? Ask(string sql)
    {
        _connection ??= server.Connect(database);
        using var command = new NpgsqlCommand(sql, _connection);
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
