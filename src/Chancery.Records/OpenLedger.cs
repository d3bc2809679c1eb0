using Chancery.Records.Postgres;
using Chancery.Records.Sqlite;

namespace Chancery.Records;

/// <summary>Opens the record where a person says it lies.</summary>
public static class OpenLedger
{
    /// <param name="place">A file, or <c>postgres://user@host:port/database</c>.</param>
    /// <param name="patience">How long to wait for another writer; half a minute where left out.</param>
    /// <exception cref="RecordException">It cannot be opened.</exception>
    public static Ledger At(string place, TimeProvider time, TimeSpan? patience = null) => PostgresAddress.IsMeantBy(place)
        ? PostgresLedger.Open(PostgresAddress.Parse(place), time, patience)
        : SqliteLedger.Open(place, time, patience);
}
