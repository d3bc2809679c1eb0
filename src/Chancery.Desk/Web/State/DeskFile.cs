using System.Globalization;
using Chancery.Records;
using Microsoft.Data.Sqlite;

namespace Chancery.Desk.Web.State;

/// <summary>The desk's own file: accounts, keys, followed feeds, pages as they were received. It is no part of the record: here rows do change. Every use opens it anew, so any thread may.</summary>
public sealed class DeskFile
{
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE accounts (name TEXT PRIMARY KEY COLLATE NOCASE, password TEXT NOT NULL, role TEXT NOT NULL, stamp TEXT NOT NULL, created INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE feeds (
          address TEXT PRIMARY KEY, added_by TEXT NOT NULL, added INTEGER NOT NULL, next INTEGER NOT NULL, tag TEXT, modified TEXT, failures INTEGER NOT NULL DEFAULT 0,
          last INTEGER, said TEXT, reports INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
        CREATE TABLE feed_entries (feed TEXT NOT NULL, entry TEXT NOT NULL, PRIMARY KEY (feed, entry)) WITHOUT ROWID;
        """,
        """
        ALTER TABLE accounts ADD COLUMN disabled INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE accounts ADD COLUMN subject TEXT;
        CREATE UNIQUE INDEX accounts_by_subject ON accounts (subject);
        CREATE TABLE api_keys (name TEXT PRIMARY KEY COLLATE NOCASE, hash TEXT NOT NULL UNIQUE, created INTEGER NOT NULL, used INTEGER) WITHOUT ROWID;
        ALTER TABLE feeds ADD COLUMN reads_articles INTEGER NOT NULL DEFAULT 0;
        CREATE TABLE pages (hash TEXT PRIMARY KEY, received INTEGER NOT NULL, url TEXT, content BLOB NOT NULL);
        """,
    ];

    private readonly string _settings;

    /// <param name="folder">See <see cref="Hosting.ServeOptions.Data"/>.</param>
    /// <exception cref="RecordException">It cannot be opened.</exception>
    public DeskFile(string folder)
    {
        Directory.CreateDirectory(folder);
        _settings = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "desk.sqlite"), DefaultTimeout = 10 }.ToString();
        try
        {
            using var connection = Open();
            Run(connection, "PRAGMA journal_mode = WAL");
            using var transaction = connection.BeginTransaction(deferred: false);
            for (long version = (long)Scalar(connection, "PRAGMA user_version")!; version < Steps.Length; version++)
                Run(connection, Steps[version] + string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version + 1};"));
            transaction.Commit();
        }
        catch (SqliteException e)
        {
            throw new RecordException($"{folder}: the desk's own file cannot be opened ({e.Message}); name another folder with --data.", e);
        }
    }

    public int Run(string sql, params (string Name, object? Value)[] values)
    {
        using var connection = Open();
        return Run(connection, sql, values);
    }

    public List<T> Rows<T>(Func<SqliteDataReader, T> read, string sql, params (string Name, object? Value)[] values)
    {
        using var connection = Open();
        using var command = Command(connection, sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_settings);
        connection.Open();
        return connection;
    }

    private static int Run(SqliteConnection connection, string sql, params (string Name, object? Value)[] values)
    {
        using var command = Command(connection, sql, values);
        return command.ExecuteNonQuery();
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        return command.ExecuteScalar();
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, params (string Name, object? Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }
}
