using System.Diagnostics;
using System.Globalization;
using Chancery.Records;
using Chancery.Tests.Records.Postgres;

namespace Chancery.Evaluation.Scale.Workers;

/// <summary>
/// <c>workers [DOCUMENTS [SECONDS]]</c>: three worker processes and one record on PostgreSQL; every two seconds a worker is killed with -9, once the server crashes, once all workers are
/// killed together. Then the record is compared row for row with that of a single process.
/// </summary>
internal static class WorkersRun
{
    private const int Count = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public static int Run(string[] args)
    {
        if (Published.IsMissing("workers")) return 0;
        int documents = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : int.MaxValue;
        double every = args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 2;
        using var input = new NewsFile(documents);
        using var server = new PostgresServer(settings: "");
        var single = Single(server, input);
        var submitted = Submitted.To(server, input.Path);
        var (seconds, harm) = ReadUnderHarm(server, submitted, input.Documents, every);
        Console.WriteLine(FormattableString.Invariant(
            $"{submitted.Recorded:N0} reports, {submitted.Words:N0} words in {seconds:F0} s: {submitted.Recorded / seconds:F1} reports a second; {harm}; a batch was begun {submitted.MostBegun} times at most, {submitted.Split} were taken apart, {submitted.Poison} are poison; the record is {submitted.Bytes >> 20} MiB, {submitted.Bytes / 1024.0 / Math.Max(1, submitted.Recorded):F1} KiB a report"));
        long differences = SameRecord.Differences(server, submitted.Database, single);
        var faults = Faults(server, submitted.Database);
        bool good = submitted.Recorded == input.Documents && differences == 0 && faults == 0 && submitted.Poison == 0;
        Console.WriteLine(FormattableString.Invariant($"{input.Documents:N0} documents, {submitted.Recorded:N0} recorded, {differences} rows differ from the single process's, {faults} faults found by record check: {(good ? "the same record" : "NOT the same record")}"));
        return good ? 0 : 1;
    }

    private static string Single(PostgresServer server, NewsFile input)
    {
        var database = server.NewDatabase();
        var clock = Stopwatch.StartNew();
        Console.Write(Published.Run(null, "add", "--record", server.Address(database), input.Path).Replace(server.Address(database), "the server", StringComparison.Ordinal));
        Console.WriteLine(FormattableString.Invariant($"the single process: {clock.Elapsed.TotalSeconds:F0} s, start included"));
        return database;
    }

    private static (double Seconds, string Harm) ReadUnderHarm(PostgresServer server, Submitted submitted, int documents, double every)
    {
        var workers = Enumerable.Range(0, Count).Select(_ => new WorkerProcess(server, submitted.Database)).ToArray();
        int kills = 0, crashes = 0, restarts = 0;
        var clock = Stopwatch.StartNew();
        double nextKill = every, nextWord = 10;
        try
        {
            while (submitted.Open != 0)
            {
                Thread.Sleep(100);
                if (clock.Elapsed > Patience) throw new InvalidOperationException($"the workers do not get on: {submitted.Recorded} of {documents} recorded");
                if (clock.Elapsed.TotalSeconds >= nextKill)
                {
                    Again(kills++ % Count);
                    nextKill += every;
                }
                long recorded = submitted.Recorded;
                if (crashes == 0 && recorded > documents / 3)
                {
                    server.Crash();
                    crashes++;
                }
                if (restarts == 0 && recorded > documents * 2 / 3)
                {
                    for (int i = 0; i < Count; i++) Again(i);
                    restarts++;
                }
                if (clock.Elapsed.TotalSeconds < nextWord) continue;
                Console.WriteLine(FormattableString.Invariant($"  {clock.Elapsed.TotalSeconds,4:F0} s: {recorded:N0} recorded, {submitted.Open} batches open, {kills} kills"));
                nextWord += 10;
            }
            return (clock.Elapsed.TotalSeconds, FormattableString.Invariant($"{kills} workers killed one by one, all {Count} at once {restarts} time, the server crashed and started again {crashes} time"));
        }
        finally
        {
            foreach (var worker in workers) worker.Dispose();
        }

        void Again(int worker)
        {
            workers[worker].Dispose();
            workers[worker] = new WorkerProcess(server, submitted.Database);
        }
    }

    private static int Faults(PostgresServer server, string database)
    {
        using var ledger = OpenLedger.At(server.Address(database), TimeProvider.System);
        var faults = ledger.Check().Faults;
        foreach (var fault in faults.Take(5)) Console.WriteLine("  " + fault);
        return faults.Count;
    }
}
