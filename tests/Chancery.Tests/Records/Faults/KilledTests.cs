using System.Diagnostics;
using Chancery.Records;
using Xunit;

namespace Chancery.Tests.Records.Faults;

/// <summary>Processes that are killed, and processes that write at once.</summary>
public sealed class KilledTests : IDisposable
{
    private const int Count = 40;
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-killed-").FullName;

    public static TheoryData<Engine> Engines => TestRecord.Engines;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, MemberData(nameof(Engines))]
    public void a_process_killed_while_adding_leaves_each_report_whole_or_not_at_all(Engine engine)
    {
        var input = ManyReports.Write(_folder, 1, Count);
        IReadOnlyList<string> whole;
        using (var record = new TestRecord(engine))
        {
            Assert.Equal(0, ManyReports.Add(record.Place, input));
            using var ledger = record.Open();
            whole = ManyReports.In(ledger);
            Assert.Equal(Count, whole.Count);
        }
        var random = new Random(20261129);
        var longest = TimeOf(engine, input);
        for (int run = 0; run < Soak.Times(2, 250); run++)
        {
            using var record = new TestRecord(engine);
            using (var process = ChanceryProcess.Start("add", "--record", record.Place, "--jobs", "2", input))
            {
                // Most of a run is loading the models: one kill comes at a random moment after its first third, the next where so many reports are recorded.
                if (run % 2 == 0) process.WaitForExit(longest * (0.33 + 0.67 * random.NextDouble()));
                else WaitFor(random.Next(1, Count), record, process);
                process.Kill();
                process.WaitForExit();
            }
            using (var ledger = record.Open())
            {
                Assert.Empty(ledger.Check().Faults);
                var held = ManyReports.In(ledger);
                Assert.Equal(whole.Take(held.Count), held);
            }
            Assert.Equal(0, ManyReports.Add(record.Place, input));
            using (var ledger = record.Open()) Assert.Equal(whole, ManyReports.In(ledger));
            var before = ManyReports.Backup(record);
            Assert.Equal(0, ManyReports.Add(record.Place, input));
            Assert.Equal(before, ManyReports.Backup(record));
        }
    }

    private static void WaitFor(int reports, TestRecord record, Process process)
    {
        using var ledger = record.Open();
        while (!process.HasExited && ledger.Version.Reports < reports) Thread.Sleep(1);
    }

    private static TimeSpan TimeOf(Engine engine, string input)
    {
        using var record = new TestRecord(engine);
        var watch = Stopwatch.StartNew();
        Assert.Equal(0, ChanceryProcess.Finish(ChanceryProcess.Start("add", "--record", record.Place, "--jobs", "2", input)).Status);
        return watch.Elapsed;
    }

    [Theory, MemberData(nameof(Engines))]
    public void two_processes_that_add_at_once_lose_nothing_and_add_nothing_twice(Engine engine)
    {
        using var record = new TestRecord(engine);
        string one = ManyReports.Write(_folder, 1, 30), other = ManyReports.Write(_folder, 16, 30);
        var processes = new[] { one, other }.Select(input => ChanceryProcess.Start("add", "--record", record.Place, "--jobs", "1", input)).ToArray();
        Assert.All(processes, p => Assert.Equal((0, ""), ChanceryProcess.Finish(p) is var (status, errors) && status == 0 ? (0, "") : (status, errors)));
        using var ledger = record.Open();
        Assert.Equal(Enumerable.Range(1, 45).Select(ManyReports.Id).Order(StringComparer.Ordinal), ledger.Reports(ClaimsWanted.All, AsOf.Now).Select(r => r.ReportId).Order(StringComparer.Ordinal));
        Assert.Empty(ledger.Check().Faults);
    }
}
