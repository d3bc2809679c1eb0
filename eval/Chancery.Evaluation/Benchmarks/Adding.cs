using BenchmarkDotNet.Attributes;

namespace Chancery.Evaluation.Benchmarks;

/// <summary>32 reports of ten claims added to a record that holds so many already; the baseline adds them to a file one by one.</summary>
public class Adding
{
    public const int Reports = 32;
    private FilledRecord _record = null!;

    [Params(1_000, 10_000, 100_000)]
    public int Claims { get; set; }

    [GlobalSetup(Targets = [nameof(FileOneByOne), nameof(FileAtOnce)])]
    public void FillFile() => _record = new FilledRecord(Claims, onPostgres: false);

    [GlobalSetup(Target = nameof(PostgresAtOnce))]
    public void FillPostgres() => _record = new FilledRecord(Claims, onPostgres: true);

    [GlobalCleanup]
    public void Close() => _record.Dispose();

    [Benchmark(Baseline = true)]
    public void FileOneByOne()
    {
        for (int i = 0; i < Reports; i++) _record.Add(1);
    }

    [Benchmark]
    public void FileAtOnce() => _record.Add(Reports);

    [Benchmark]
    public void PostgresAtOnce() => _record.Add(Reports);
}
