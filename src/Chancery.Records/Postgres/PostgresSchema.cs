using Chancery.Records.Sql;
using Npgsql;

namespace Chancery.Records.Postgres;

/// <summary>
/// Brings a database to the newest version of the schema: the .sql files of Schema/ in the order of their numbers, all or none, one process at a time.
/// Only the record's owner can; every program then works as the role <c>chancery_app</c>.
/// </summary>
internal static class PostgresSchema
{
    public const string Name = "chancery", Role = "chancery_app";

    /// <summary>Numbers of advisory locks: "Chnc" with a digit.</summary>
    public const long MigrationLock = 0x43686E6331, WritersLock = 0x43686E6332;

    private static readonly string[] Steps = [.. SqlFiles.Of("Postgres/Schema/")];

    /// <summary>Leaves the connection in the application role.</summary>
    public static void Bring(NpgsqlConnection connection, string place)
    {
        var (isThere, isOwner, isMember) = Rights(connection);
        if (isThere && !isOwner && !isMember)
            throw new RecordException($"{place}: this user may not use the record; let its owner say GRANT {Role} TO {connection.UserName}.");
        long version = isThere ? Version(connection) : 0;
        if (version > Steps.Length)
            throw new RecordException($"{place}: was written by a newer Chancery (record version {version}, this one knows {Steps.Length}); use that one.");
        if (version < Steps.Length)
        {
            if (isThere && !isOwner)
                throw new RecordException($"{place}: is of an older version ({version}, this Chancery needs {Steps.Length}); let its owner run chancery record init.");
            Migrate(connection);
        }
        TakeRole(connection);
    }

    public static void TakeRole(NpgsqlConnection connection) => Run(connection, $"SET ROLE {Role}");

    private static void Migrate(NpgsqlConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        Run(connection, $"SELECT pg_advisory_xact_lock({MigrationLock})");
        Run(connection, SqlFiles.One("Postgres/application-role.sql"));
        Run(connection, $"CREATE SCHEMA IF NOT EXISTS {Name}");
        // Another process may have been faster.
        for (long version = Version(connection); version < Steps.Length; version++)
        {
            Run(connection, Steps[version]);
            Run(connection, $"INSERT INTO versions (version) VALUES ({version + 1})");
        }
        transaction.Commit();
    }

    private static (bool IsThere, bool IsOwner, bool IsMember) Rights(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(
            "SELECT n.oid IS NOT NULL, coalesce(pg_has_role(n.nspowner, 'USAGE'), false), coalesce(pg_has_role(r.oid, 'MEMBER'), false) "
            + $"FROM (SELECT 1) one LEFT JOIN pg_namespace n ON n.nspname = '{Name}' LEFT JOIN pg_roles r ON r.rolname = '{Role}'", connection);
        using var row = command.ExecuteReader();
        row.Read();
        return (row.GetBoolean(0), row.GetBoolean(1), row.GetBoolean(2));
    }

    private static long Version(NpgsqlConnection connection)
    {
        using var isThere = new NpgsqlCommand($"SELECT to_regclass('{Name}.versions') IS NOT NULL", connection);
        if (isThere.ExecuteScalar() is not true) return 0;
        using var newest = new NpgsqlCommand($"SELECT coalesce(max(version), 0) FROM {Name}.versions", connection);
        return (long)newest.ExecuteScalar()!;
    }

    private static void Run(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
