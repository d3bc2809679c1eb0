using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Chancery.Evaluation.Scale.Workers;

/// <summary>
/// <c>embedded [DOCUMENTS [ROUNDS]]</c>: <c>add</c> to a file in one process, as it is and from a copy of the program out of which queue and PostgreSQL were taken. What it costs more is what one
/// process pays for their being there. While it runs, what it has loaded and which processes it has started are looked at.
/// </summary>
internal static class Embedded
{
    private static readonly string[] Queue = ["Hangfire", "Npgsql", "dbup-postgresql"];

    private sealed record Seen(double Processor, double Wall, IReadOnlySet<string> Loaded, IReadOnlySet<int> Children);

    public static int Run(string[] args)
    {
        if (NewsCorpus.Files.Length == 0)
        {
            Console.WriteLine($"embedded: needs {NewsCorpus.Folder}; skipped.");
            return 0;
        }
        int rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 3;
        using var input = new NewsFile(args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 300);
        var folder = Directory.CreateTempSubdirectory("chancery-embedded-").FullName;
        try
        {
            var bare = Path.Combine(folder, "bare");
            int taken = CopyWithoutQueue(AppContext.BaseDirectory, bare);
            var runs = Enumerable.Range(0, rounds).Select(r => (Whole: Add(AppContext.BaseDirectory, input, Path.Combine(folder, $"w{r}")), Bare: Add(bare, input, Path.Combine(folder, $"b{r}")))).ToList();
            foreach (var (name, all) in new[] { ("add to a file", runs.Select(r => r.Whole)), ($"without the queue's {taken} files", runs.Select(r => r.Bare)) })
                Console.WriteLine(FormattableString.Invariant($"{name,-32}{input.Documents} reports: {string.Join(" ", all.Select(a => a.Processor.ToString("F2", CultureInfo.InvariantCulture)))} s of processor, best {all.Min(a => a.Processor):F2}; by the clock {all.Min(a => a.Wall):F2}"));
            Console.WriteLine(FormattableString.Invariant($"ratio {runs.Min(r => r.Whole.Processor) / runs.Min(r => r.Bare.Processor):F3} by the processor, best of {rounds}"));
            var (loaded, children) = (runs.SelectMany(r => r.Whole.Loaded).Distinct().ToList(), runs.Sum(r => r.Whole.Children.Count));
            var ofQueue = loaded.Where(IsOfQueue).ToList();
            Console.WriteLine($"{loaded.Count} libraries loaded, of the queue and PostgreSQL: {(ofQueue.Count == 0 ? "none" : string.Join(", ", ofQueue))}; processes started: {children}");
            return ofQueue.Count + children == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool IsOfQueue(string file) => Queue.Any(q => file.StartsWith(q, StringComparison.OrdinalIgnoreCase));

    /// <returns>How many files were left out.</returns>
    private static int CopyWithoutQueue(string from, string to)
    {
        int left = 0;
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            if (IsOfQueue(Path.GetFileName(file)))
            {
                left++;
                continue;
            }
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        // The list of what belongs to the program must not name what is not there.
        var list = Path.Combine(to, "chancery.deps.json");
        var json = JsonNode.Parse(File.ReadAllText(list))!;
        foreach (var libraries in json["targets"]!.AsObject().Select(t => t.Value!.AsObject()).Append(json["libraries"]!.AsObject()))
            foreach (var name in libraries.Select(l => l.Key).Where(IsOfQueue).ToList()) libraries.Remove(name);
        File.WriteAllText(list, json.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        return left;
    }

    private static Seen Add(string program, NewsFile input, string record)
    {
        var start = new ProcessStartInfo("taskset", ["-c", "0", "dotnet", Path.Combine(program, "chancery.dll"), "add", "--jobs", "1", "--record", record, input.Path]) { RedirectStandardError = true };
        var (clock, before) = (Stopwatch.StartNew(), ChildTime.Seconds);
        using var process = Process.Start(start)!;
        var told = process.StandardError.ReadToEndAsync();
        var (loaded, children) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<int>());
        while (!process.WaitForExit(100))
        {
            try
            {
                loaded.UnionWith(File.ReadLines($"/proc/{process.Id}/maps").Select(l => Path.GetFileName(l.Split(' ')[^1])).Where(f => f.EndsWith(".dll", StringComparison.Ordinal) || f.Contains(".so", StringComparison.Ordinal)));
                foreach (var thread in Directory.GetDirectories($"/proc/{process.Id}/task"))
                    children.UnionWith(File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse));
            }
            catch (Exception e) when (e is IOException or InvalidOperationException)
            {
                // it ended in between
            }
        }
        double used = ChildTime.Seconds - before;
        Console.WriteLine(FormattableString.Invariant($"  {used:F2} s of processor, {clock.Elapsed.TotalSeconds:F1} by the clock"));
        if (process.ExitCode is not (0 or 3)) throw new InvalidOperationException(told.Result);
        return new Seen(used, clock.Elapsed.TotalSeconds, loaded, children);
    }
}
