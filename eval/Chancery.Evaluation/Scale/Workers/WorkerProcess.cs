using System.Diagnostics;
using Chancery.Tests.Records.Postgres;

namespace Chancery.Evaluation.Scale.Workers;

/// <summary>A worker of a shared record, as a process of its own.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;
    private readonly ManualResetEventSlim _reads = new();

    /// <param name="core">As taskset has them; null for all.</param>
    public WorkerProcess(PostgresServer server, string database, string? core = null)
    {
        _process = Published.Start(core, "work", "--record", server.Address(database), "--jobs", "1");
        _process.ErrorDataReceived += (_, told) =>
        {
            if (told.Data?.Contains("reading batches", StringComparison.Ordinal) != false) _reads.Set();
        };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    public double Processor => _process.TotalProcessorTime.TotalSeconds;

    /// <summary>Until its models are loaded and it has said that it reads.</summary>
    public void AwaitReading() => _reads.Wait();

    /// <summary>With -9, whatever it is at.</summary>
    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
