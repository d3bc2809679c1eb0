using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace Chancery.Records.Postgres;

/// <summary>What a server's trouble means for whoever uses the record, and what to do about it.</summary>
internal static class ExplainPostgres
{
    public static RecordException Of(DbException e, string place) => new($"{place}: {Words(e)}", e);

    private static string Words(DbException e) => e switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => "the server's disk is full; nothing of the last report was recorded.",
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } => "another process has held it locked for too long; try again when it is done.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } => "the server refuses this user or its password.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => "there is no such database; make it with createdb.",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } p => $"this user lacks a right ({p.MessageText}); see docs/record.md on the record's owner.",
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => "the server may only be read (is it a standby?).",
        PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted } => "is damaged; restore it from a backup (chancery record restore).",
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } => "the server takes no more connections at the moment; try again.",
        PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow } =>
            "the server is stopping or starting; try again.",
        PostgresException p => $"{p.MessageText} ({p.SqlState}).",
        { InnerException: SocketException } => "no server answers there; is it running, and is the address right?",
        { InnerException: TimeoutException } => "the server does not answer in time.",
        { InnerException: IOException } => "the connection broke; nothing of the last report was recorded unless it was added before; add it again.",
        _ => e.Message,
    };
}
