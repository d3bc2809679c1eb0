using System.Diagnostics;
using System.Globalization;
using System.Text;
using Chancery.Desk.Commands;
using Chancery.Desk.Formats;
using Chancery.Evaluation.Scale.Workers;
using Chancery.Reading.Pages;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Tests.Records.Postgres;

namespace Chancery.Evaluation.Scale;

/// <summary>
/// <c>writing [DOCUMENTS]</c>: what it costs to record readings of the news on PostgreSQL, one by one and so many at one go: the writer's time by the clock, its processor's and the server's.
/// One writer writes at a time, so the clock says how fast one record grows at most.
/// </summary>
internal static class WritingCost
{
    private static readonly int[] AtOnce = [1, 8, 32, 64];

    public static int Run(string[] args)
    {
        int each = (args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 320) / Math.Max(1, NewsCorpus.Files.Length);
        var items = ReadJsonLines.Read(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', NewsCorpus.Lines(each)))), "news").ToList();
        var readers = ReadSetup.Readers.Compose([]);
        var prepare = new PrepareReading(new ReadPage(readers.Layers, readers.Recover), ReaderInfo.Of(ReadSetup.Version, ReadSetup.ModelFolder));
        var clock = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        var readings = items.Select(i => prepare.Read(i).Reading).OfType<NewReading>().ToList();
        Console.WriteLine(FormattableString.Invariant($"reading: {clock.Elapsed.TotalMilliseconds / readings.Count:F2} ms a report, {(Environment.CpuUsage.TotalTime - before).TotalMilliseconds / readings.Count:F2} of processor, compiling included"));
        using var server = new PostgresServer(settings: "");
        Measure(server, readings, 32); // warms up
        Console.WriteLine("ms a report:  at once     clock     writer     server");
        foreach (int atOnce in AtOnce)
        {
            var (wall, writer, ofServer) = Measure(server, readings, atOnce);
            Console.WriteLine(FormattableString.Invariant($"{atOnce,21}{wall,10:F2}{writer,11:F2}{ofServer,11:F2}    {1000 / wall:N0} reports a second at most"));
        }
        return 0;
    }

    private static (double Wall, double Writer, double Server) Measure(PostgresServer server, List<NewReading> readings, int atOnce)
    {
        using var ledger = OpenLedger.At(server.Address(server.NewDatabase()), TimeProvider.System);
        var (clock, own, its) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime, ServerTime.Of(server));
        foreach (var some in readings.Chunk(atOnce)) ledger.Append(some);
        var (wall, writer) = (clock.Elapsed, Environment.CpuUsage.TotalTime - own);
        return (wall.TotalMilliseconds / readings.Count, writer.TotalMilliseconds / readings.Count, (ServerTime.Of(server) - its) * 1000 / readings.Count);
    }
}
