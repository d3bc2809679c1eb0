using Chancery.Evaluation.Record;
using Chancery.Records;
using Chancery.Tests.Records.Postgres;

namespace Chancery.Evaluation.Benchmarks;

/// <summary>A record with so many synthetic claims, in a file or on PostgreSQL, gone when it is closed.</summary>
internal sealed class FilledRecord : IDisposable
{
    private const int AtOnce = 200;
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-benchmark-").FullName;
    private long _next = 1;

    public FilledRecord(long claims, bool onPostgres)
    {
        Ledger = OpenLedger.At(onPostgres ? PostgresServer.Shared.Address(PostgresServer.Shared.NewDatabase()) : Path.Combine(_folder, "record.sqlite"), TimeProvider.System);
        while (_next * SyntheticReports.ClaimsPerReport <= claims) Add((int)Math.Min(AtOnce, claims / SyntheticReports.ClaimsPerReport - _next + 1));
    }

    public Ledger Ledger { get; }
    public SyntheticReports Reports { get; } = new();

    /// <summary>Adds the next reports, all at one go.</summary>
    public void Add(int count)
    {
        Ledger.Append([.. Enumerable.Range(0, count).Select(i => Reports.Report(_next + i))]);
        _next += count;
    }

    public void Dispose()
    {
        Ledger.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
