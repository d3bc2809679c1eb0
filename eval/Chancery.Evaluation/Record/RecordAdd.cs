using System.Diagnostics;
using System.IO.Compression;
using Chancery.Desk.Commands;
using Chancery.Desk.Formats;
using Chancery.Reading.Pages;
using Chancery.Records.Sqlite;
using Chancery.Reports;

namespace Chancery.Evaluation.Record;

/// <summary><c>record-add [N]</c>: adding (each N-th of) the news documents to a new record in a file, against reading them to JSON Lines that nobody keeps, in turns in one run.</summary>
internal static class RecordAdd
{
    /// <summary>So many warm up: until then the compiler takes a good part of the time, now of the one, now of the other.</summary>
    private const int AtOnce = 100, WarmUp = 3 * AtOnce;

    public static int Run(string[] arguments)
    {
        var folder = Path.GetFullPath(Path.Combine("..", "shared", "corpora", "news"));
        if (!Directory.Exists(folder))
        {
            Console.WriteLine("record-add: the corpus ../shared/corpora/news is not here; skipped.");
            return 0;
        }
        int every = arguments.Length > 0 ? int.Parse(arguments[0], System.Globalization.CultureInfo.InvariantCulture) : 1;
        int jobs = Environment.ProcessorCount;
        var readers = ReadSetup.Readers.Compose([]);
        var reader = new ReadPage(readers.Layers, readers.Recover);
        var info = ReaderInfo.Of(ReadSetup.Version, ReadSetup.ModelFolder);
        var place = Path.Combine(Directory.CreateTempSubdirectory("chancery-add-").FullName, "record.sqlite");
        using var ledger = SqliteLedger.Open(place, TimeProvider.System);
        var read = new ReadRun(reader, new StreamDestination(new JsonFormat(info, lines: true, explain: false), Stream.Null), TextWriter.Null, TimeProvider.System);
        var add = new AddRun(reader, info, ledger, TextWriter.Null, TimeProvider.System);
        TimeSpan[] wall = new TimeSpan[2], cpu = new TimeSpan[2];
        int documents = 0;
        foreach (var batch in Documents(folder).Where((_, i) => i % every == 0).Chunk(AtOnce))
        {
            // Which goes first changes, so that neither gains by it.
            var ways = new Action[] { () => read.Run(batch, jobs), () => add.Run(batch, jobs) };
            foreach (int way in documents / AtOnce % 2 == 0 ? new[] { 0, 1 } : [1, 0])
            {
                var (watch, before) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
                ways[way]();
                if (documents < WarmUp) continue;
                wall[way] += watch.Elapsed;
                cpu[way] += Process.GetCurrentProcess().TotalProcessorTime - before;
            }
            documents += batch.Length;
        }
        int counted = documents - Math.Min(WarmUp, documents);
        Console.WriteLine(FormattableString.Invariant($"{documents} documents, of which {counted} are counted; jobs {jobs}"));
        Console.WriteLine(FormattableString.Invariant($"read  {counted / wall[0].TotalSeconds,8:0.0} documents per second, {cpu[0].TotalSeconds / counted * 1000,6:0.00} ms of processor each"));
        Console.WriteLine(FormattableString.Invariant($"add   {counted / wall[1].TotalSeconds,8:0.0} documents per second, {cpu[1].TotalSeconds / counted * 1000,6:0.00} ms of processor each"));
        Console.WriteLine(FormattableString.Invariant($"add : read  {wall[0] / wall[1]:0.000} by the clock, {cpu[0] / cpu[1]:0.000} by processor time; the record is {new FileInfo(place).Length >> 20} MiB"));
        return 0;
    }

    private static IEnumerable<Received> Documents(string folder) =>
        Directory.GetFiles(folder, "*.jsonl.gz").Order(StringComparer.Ordinal).SelectMany(file => ReadInput.Read(File.OpenRead(file), new InputSource(file)));
}
