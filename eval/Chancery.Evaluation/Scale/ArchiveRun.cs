using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Chancery.Evaluation.Scale.Workers;

namespace Chancery.Evaluation.Scale;

/// <summary>Reads a made archive with <c>--resume</c>, kills the reader with -9 at set shares of the work, and counts what came out: rate, memory, lost and doubled reports.</summary>
internal static class ArchiveRun
{
    /// <param name="args">The archive (see make-warc), a folder for the output, and how often to kill (5 where left out).</param>
    public static int Run(string[] args)
    {
        var (archive, folder) = (args[0], Directory.CreateDirectory(args[1]).FullName);
        int kills = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 5;
        var (output, state) = (Path.Combine(folder, "out.jsonl"), Path.Combine(folder, "resume.json"));
        var clock = Stopwatch.StartNew();
        double before = ChildTime.Seconds;
        var peaks = new List<long>();
        long size = new FileInfo(archive).Length;
        for (int run = 0; ; run++)
        {
            using var process = Published.Start(null, "read", "--format", "jsonl", "--output", output, "--resume", state, archive);
            process.BeginOutputReadLine();
            var told = process.StandardError.ReadToEndAsync();
            var (peak, killed) = Watch(process, run < kills ? TimeSpan.FromSeconds(20 + (7 * run)) : Timeout.InfiniteTimeSpan, output);
            peaks.Add(peak);
            Console.WriteLine(FormattableString.Invariant($"run {run + 1}: {(killed ? "killed" : "ended")} after {clock.Elapsed.TotalSeconds:F0} s, {peak / 1024} MiB at most"));
            if (killed) continue;
            Console.Write(told.GetAwaiter().GetResult());
            break;
        }
        bool whole = Count(output);
        Console.WriteLine(FormattableString.Invariant($"{kills} kills; {clock.Elapsed.TotalSeconds:F0} s by the wall clock, {ChildTime.Seconds - before:F0} s of processor, {size / clock.Elapsed.TotalSeconds / (1 << 20):F2} MiB of archive a second; {peaks.Max() / 1024} MiB at most"));
        return whole ? 0 : 1;
    }

    /// <summary>Until the process ends or its time is over; prints its memory and how much is written as it goes.</summary>
    private static (long Peak, bool Killed) Watch(Process process, TimeSpan most, string output)
    {
        var clock = Stopwatch.StartNew();
        long peak = 0, printed = 0;
        while (!process.WaitForExit(250))
        {
            try
            {
                var status = File.ReadAllLines($"/proc/{process.Id}/status");
                peak = Math.Max(peak, Kilobytes(status, "VmHWM"));
                if (clock.Elapsed.TotalSeconds > printed * 20)
                {
                    long written = File.Exists(output) ? new FileInfo(output).Length : 0;
                    Console.WriteLine(FormattableString.Invariant($"  {printed * 20,4} s: {Kilobytes(status, "VmRSS") / 1024} MiB of memory, {written >> 20} MiB written"));
                    printed++;
                }
            }
            catch (Exception e) when (e is IOException or InvalidOperationException)
            {
                // it ended in between
            }
            if (most == Timeout.InfiniteTimeSpan || clock.Elapsed < most) continue;
            process.Kill();
            process.WaitForExit();
            return (peak, true);
        }
        return (peak, false);
    }

    private static long Kilobytes(string[] status, string name) =>
        status.FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal)) is { } line ? long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) : 0;

    /// <returns>Whether every report is there once, in its place.</returns>
    private static bool Count(string output)
    {
        long expected = 0, wrong = 0;
        foreach (var line in File.ReadLines(output))
        {
            using var row = JsonDocument.Parse(line);
            if (row.RootElement.GetProperty("id").GetString() != string.Create(CultureInfo.InvariantCulture, $"urn:chancery:response:{expected}")) wrong++;
            expected++;
        }
        Console.WriteLine(FormattableString.Invariant($"{expected:N0} reports in the output, {wrong} out of their place (lost or doubled)"));
        return wrong == 0;
    }
}
