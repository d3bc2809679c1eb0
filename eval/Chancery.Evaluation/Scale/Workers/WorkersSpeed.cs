using System.Diagnostics;
using System.Globalization;
using Chancery.Tests.Records.Postgres;

namespace Chancery.Evaluation.Scale.Workers;

/// <summary>
/// <c>workers-speed [DOCUMENTS [ROUNDS]]</c>: one worker pinned to a core, then two, each pinned to its own, and so on in turns. The server shares the workers' cores: one in the first run, both in the second.
/// So the ratio is of all that the work costs, not of what a further idle core takes over.
/// </summary>
internal static class WorkersSpeed
{
    public static int Run(string[] args)
    {
        if (Published.IsMissing("workers-speed")) return 0;
        using var input = new NewsFile(args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : int.MaxValue);
        using var server = new PostgresServer(settings: "");
        QueueAlone(server);
        var ratios = new List<double>();
        for (int round = 0; round < Rounds.Of(args, 1); round++)
        {
            double one = Measure(server, input, ["0"]), two = Measure(server, input, ["0", "1"]);
            ratios.Add(two / one);
        }
        Console.WriteLine($"two workers are {Rounds.Told(ratios)} times one; the machine's load was {File.ReadAllText("/proc/loadavg").Split(' ')[0]}");
        return 0;
    }

    /// <summary>Batches of one report that cannot be read: what is left is the engine's cost of a batch.</summary>
    private static void QueueAlone(PostgresServer server)
    {
        const int batches = 500;
        var file = Path.GetTempFileName();
        File.WriteAllText(file, string.Concat(Enumerable.Repeat("{}\n", batches)));
        var submitted = Submitted.To(server, file, batch: 1);
        File.Delete(file);
        using var worker = new WorkerProcess(server, submitted.Database);
        worker.AwaitReading();
        double processor = ServerTime.Of(server) + worker.Processor;
        var clock = Stopwatch.StartNew();
        while (submitted.Open != 0) Thread.Sleep(100);
        processor = ServerTime.Of(server) + worker.Processor - processor;
        Console.WriteLine(FormattableString.Invariant($"the queue alone: {batches / clock.Elapsed.TotalSeconds:F0} batches a second, {processor / batches * 1000:F1} ms of processor a batch, worker and server"));
    }

    /// <returns>Words a second, from the moment when all workers read.</returns>
    private static double Measure(PostgresServer server, NewsFile input, string[] cores)
    {
        var submitted = Submitted.To(server, input.Path);
        ServerTime.Pin(server, string.Join(',', cores));
        var workers = cores.Select(c => new WorkerProcess(server, submitted.Database, c)).ToArray();
        try
        {
            foreach (var worker in workers) worker.AwaitReading();
            double ofServer = ServerTime.Of(server), ofWorkers = workers.Sum(w => w.Processor), next = 10;
            var clock = Stopwatch.StartNew();
            while (submitted.Open != 0)
            {
                Thread.Sleep(100);
                if (clock.Elapsed.TotalSeconds < next) continue;
                Console.WriteLine(FormattableString.Invariant($"  {clock.Elapsed.TotalSeconds,4:F0} s: {submitted.Recorded:N0} of {input.Documents:N0} recorded"));
                next += 10;
            }
            double seconds = clock.Elapsed.TotalSeconds;
            ofServer = ServerTime.Of(server) - ofServer;
            ofWorkers = workers.Sum(w => w.Processor) - ofWorkers;
            Console.WriteLine(FormattableString.Invariant(
                $"{cores.Length} worker{(cores.Length > 1 ? "s" : "")}: {submitted.Recorded:N0} reports, {submitted.Words:N0} words in {seconds:F1} s: {submitted.Words / seconds:N0} words a second; processor {ofWorkers:F1} s workers, {ofServer:F1} s server; {submitted.Writing:P1} of a batch's time goes into the record"));
            return submitted.Words / seconds;
        }
        finally
        {
            foreach (var worker in workers) worker.Dispose();
        }
    }
}
