using System.Diagnostics;
using System.Globalization;

namespace Chancery.Evaluation.Scale;

/// <summary>
/// The published program over the whole news corpus: on one core, on two, and twice over, so that memory is seen not to grow. Rates are by the wall clock and by the
/// processor's time; where others use the machine, only the latter says something of the program.
/// </summary>
internal static class WholeSpeed
{
    private const string Program = ".build/desk/chancery";

    private sealed record Measured(double Wall, double Processor, long PeakKiB);

    public static int Run(string[] args)
    {
        if (NewsCorpus.Files.Length == 0 || !File.Exists(Program))
        {
            Console.WriteLine($"speed-whole: needs {NewsCorpus.Folder} and {Program} (./chancery builds it); skipped.");
            return 0;
        }
        int words = 0;
        var ratios = new List<double>();
        for (int round = 0; round < Rounds.Of(args); round++)
        {
            var one = Measure(NewsCorpus.Files, "0", 1, ref words);
            Print("one core, one job", one, words, 1);
            var two = Measure(NewsCorpus.Files, "0,1", 2, ref words);
            Print("two cores, two jobs", two, words, 2);
            ratios.Add(one.Wall / two.Wall);
        }
        Print("the same, input twice", Measure([.. NewsCorpus.Files, .. NewsCorpus.Files], "0,1", 2, ref words), words, 2);
        Console.WriteLine($"two cores are {Rounds.Told(ratios)} times one by the wall clock; the machine's load was {File.ReadAllText("/proc/loadavg").Split(' ')[0]}");
        return 0;
    }

    private static void Print(string what, Measured m, int words, int cores) => Console.WriteLine(FormattableString.Invariant(
        $"{what,-24}{words,12:N0} words{words / m.Wall,10:N0} a second{words / m.Wall / cores,10:N0} a second and core{words / m.Processor,10:N0} a second of processor{m.PeakKiB / 1024,7:N0} MiB at most"));

    private static Measured Measure(string[] files, string cores, int jobs, ref int words)
    {
        var start = new ProcessStartInfo("taskset", ["-c", cores, Program, "read", "--format", "jsonl", "--jobs", jobs.ToString(CultureInfo.InvariantCulture), "-o", "/dev/null", .. files]) { RedirectStandardError = true };
        var (clock, before) = (Stopwatch.StartNew(), ChildTime.Seconds);
        using var process = Process.Start(start)!;
        long peak = 0;
        var told = process.StandardError.ReadToEndAsync();
        while (!process.WaitForExit(200))
        {
            try
            {
                peak = Math.Max(peak, long.Parse(File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture));
            }
            catch (Exception e) when (e is IOException or InvalidOperationException)
            {
                // it ended in between
            }
        }
        var summary = told.GetAwaiter().GetResult().Split('\n').First(l => l.Contains(" words in ", StringComparison.Ordinal));
        words = int.Parse(summary.Split(" words")[0].Split(' ')[^1], NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        return new Measured(clock.Elapsed.TotalSeconds, ChildTime.Seconds - before, peak);
    }
}
