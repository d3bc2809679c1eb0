using BenchmarkDotNet.Attributes;

namespace Chancery.Evaluation.Benchmarks;

/// <summary>What is asked of ever larger records in a file: each is filled before and gone afterwards.</summary>
public abstract class OverGrowingRecord
{
    [Params(1_000, 10_000, 100_000)]
    public int Claims { get; set; }

    /// <summary>Chooses what is asked for, the same in every run.</summary>
    private protected Random Chance { get; } = new(7);

    private protected FilledRecord Record { get; private set; } = null!;

    [GlobalSetup]
    public void Fill() => Record = new FilledRecord(Claims, onPostgres: false);

    [GlobalCleanup]
    public void Close() => Record.Dispose();
}
