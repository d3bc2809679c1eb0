using System.Globalization;
using Chancery.Records.Sql;
using Microsoft.Data.Sqlite;

namespace Chancery.Records.Sqlite;

/// <summary>Brings a file to the newest version of the schema: the .sql files of this folder in the order of their numbers.</summary>
internal static class Schema
{
    /// <summary>"Chnc": marks the file as a record.</summary>
    private const long Mark = 0x43686E63;

    private static readonly string[] Steps = [.. SqlFiles.Of("Sqlite/Schema/")];

    public static void Bring(SqliteConnection connection, string file)
    {
        long version = Number(connection, "PRAGMA user_version");
        long mark = Number(connection, "PRAGMA application_id");
        if (mark != Mark && (mark != 0 || version != 0 || Number(connection, "SELECT count(*) FROM sqlite_schema") > 0))
            throw new RecordException($"{file}: is a database, and no record of Chancery.");
        if (version > Steps.Length)
            throw new RecordException($"{file}: was written by a newer Chancery (record version {version}, this one knows {Steps.Length}); use that one.");
        Run(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA cache_size = -65536; PRAGMA secure_delete = ON;");
        if (version == Steps.Length) return;
        using var transaction = connection.BeginTransaction(deferred: false);
        // Another process may have been faster.
        version = Number(connection, "PRAGMA user_version");
        for (; version < Steps.Length; version++)
        {
            Run(connection, Steps[version]);
            Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version + 1}; PRAGMA application_id = {Mark};"));
        }
        transaction.Commit();
    }

    /// <summary>Compares the file's tables, indexes and triggers with those that the steps make.</summary>
    public static IEnumerable<string> Faults(SqliteConnection connection)
    {
        using var made = new SqliteConnection("Data Source=:memory:");
        made.Open();
        foreach (var step in Steps) Run(made, step);
        var (expected, found) = (Objects(made), Objects(connection));
        return expected.Where(e => found.GetValueOrDefault(e.Key) != e.Value).Select(e => $"{e.Key} is {(found.ContainsKey(e.Key) ? "not as it should be" : "missing")}")
            .Concat(found.Keys.Where(k => !expected.ContainsKey(k)).Select(k => $"{k} does not belong here")).OrderBy(f => f, StringComparer.Ordinal);
    }

    private static Dictionary<string, string> Objects(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'";
        using var row = command.ExecuteReader();
        var objects = new Dictionary<string, string>(StringComparer.Ordinal);
        while (row.Read()) objects[row.GetString(0)] = row.GetString(1);
        return objects;
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
