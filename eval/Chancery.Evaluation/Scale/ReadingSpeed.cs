using System.Text;
using Chancery.Desk.Commands;
using Chancery.Desk.Formats;
using Chancery.Reading.Pages;
using Chancery.Reports;

namespace Chancery.Evaluation.Scale;

/// <summary>Where the time of a reading goes: microseconds of the processor and bytes allocated a word, layer by layer, on one thread.</summary>
internal static class ReadingSpeed
{
    private const int Rounds = 3, WarmUp = 150;

    /// <param name="args">How many reports of each file (200 where left out), then a file to draw the figures into.</param>
    public static int Run(string[] args)
    {
        int each = args.Length > 0 ? int.Parse(args[0], null) : 200;
        var pages = ReadJsonLines.Read(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', NewsCorpus.Lines(each)))), "news").OfType<Received.Good>().Select(g => g.Page).ToArray();
        if (pages.Length == 0)
        {
            Console.WriteLine($"speed: no news at {NewsCorpus.Folder}; skipped.");
            return 0;
        }
        var readers = ReadSetup.Readers.Compose([]);
        var format = new JsonFormat(new ReaderInfo("chancery", "speed", []), lines: true, explain: false);
        var names = readers.Layers.Annotators.Select(a => a.Name).Prepend("page").Append("output").ToArray();
        var best = Enumerable.Repeat(double.MaxValue, names.Length).ToArray();
        var bytes = new double[names.Length];
        long words = 0;
        foreach (var page in pages.Take(WarmUp)) One(page, readers, format, new Costs(names.Length));
        for (int round = 1; round <= Rounds; round++)
        {
            var (cost, clock) = (new Costs(names.Length), System.Diagnostics.Stopwatch.StartNew());
            words = pages.Sum(page => One(page, readers, format, cost));
            Console.Error.WriteLine(FormattableString.Invariant($"round {round} of {Rounds}: {cost.Seconds.Sum():F0} s of processor, {clock.Elapsed.TotalSeconds:F0} s by the clock"));
            for (int i = 0; i < names.Length; i++) best[i] = Math.Min(best[i], cost.Seconds[i] * 1e6 / words);
            bytes = [.. cost.Bytes.Select(b => (double)b / words)];
        }
        Console.WriteLine(FormattableString.Invariant($"{pages.Length} reports, {words:N0} words; one thread, the best of {Rounds} rounds layer by layer"));
        Console.WriteLine("layer                 µs a word   bytes a word");
        for (int i = 0; i < names.Length; i++) Console.WriteLine(FormattableString.Invariant($"{names[i],-20}{best[i],11:F2}{bytes[i],15:N0}"));
        Console.WriteLine(FormattableString.Invariant($"{"whole",-20}{best.Sum(),11:F2}{bytes.Sum(),15:N0}   {1e6 / best.Sum():N0} words a second"));
        if (args.Length > 1) File.WriteAllText(args[1], SpeedChart.Of(names, best));
        return 0;
    }

    private static long One(Page page, ReadSetup.Readers readers, JsonFormat format, Costs cost)
    {
        Report? report = null;
        cost.Of(0, () => report = readers.Recover(page));
        var reading = new AnnotatedReport(report!);
        int i = 1;
        foreach (var annotator in readers.Layers.Annotators) cost.Of(i++, () => reading = annotator.Apply(reading));
        cost.Of(i, () => format.Render(reading));
        return reading.Get(Layers.Sentences).Sum(s => s.Words.Length);
    }

    private sealed class Costs(int count)
    {
        public double[] Seconds { get; } = new double[count];
        public long[] Bytes { get; } = new long[count];

        public void Of(int part, Action work)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            // The processor's time: the machine may be busy with other things.
            var start = Environment.CpuUsage.TotalTime;
            work();
            Seconds[part] += (Environment.CpuUsage.TotalTime - start).TotalSeconds;
            Bytes[part] += GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
