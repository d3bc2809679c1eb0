using Chancery.Records;
using Chancery.Tests.Records.Postgres;
using Xunit;

namespace Chancery.Tests.Records;

public enum Engine { Sqlite, Postgres }

/// <summary>An empty place for a record on one of the engines, gone after the test.</summary>
internal sealed class TestRecord(Engine engine) : IDisposable
{
    public static readonly TheoryData<Engine> Engines = new(Engine.Sqlite, Engine.Postgres);

    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-record-").FullName;
    private readonly string? _database = engine == Engine.Postgres ? PostgresServer.Shared.NewDatabase() : null;

    /// <summary>As <c>--record</c> takes it.</summary>
    public string Place => _database is null ? Path.Combine(_folder, "record.sqlite") : PostgresServer.Shared.Address(_database);

    public string Folder => _folder;

    public Ledger Open(TimeProvider? clock = null) => OpenLedger.At(Place, clock ?? TimeProvider.System);

    /// <summary>Says something to the database past the record, as its owner.</summary>
    public void Say(string sql)
    {
        if (_database is not null)
        {
            PostgresServer.Shared.Ask(_database, sql);
            return;
        }
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Place};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Holds the record as another writer would, until it is let go.</summary>
    public IDisposable Hold()
    {
        System.Data.Common.DbConnection connection = _database is null
            ? new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Place};Pooling=False")
            : PostgresServer.Shared.Connect(_database);
        if (_database is null) connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = _database is null ? "BEGIN IMMEDIATE" : $"SELECT pg_advisory_lock({Chancery.Records.Postgres.PostgresSchema.WritersLock})";
        command.ExecuteNonQuery();
        return connection;
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        if (_database is not null) PostgresServer.Shared.Drop(_database);
    }
}
