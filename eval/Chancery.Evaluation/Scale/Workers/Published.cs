using System.Diagnostics;

namespace Chancery.Evaluation.Scale.Workers;

/// <summary>The program as other processes: on chosen cores, killed where that is the point. The published one (./chancery builds it) where it is, else the one built with this, which starts slower.</summary>
internal static class Published
{
    private const string Built = ".build/desk/chancery";
    private static readonly string[] Program = File.Exists(Built) ? [Built] : ["dotnet", Path.Combine(AppContext.BaseDirectory, "chancery.dll")];

    /// <summary>Says what is missing, where something is.</summary>
    public static bool IsMissing(string what)
    {
        if (NewsCorpus.Files.Length == 0)
        {
            Console.WriteLine($"{what}: needs {NewsCorpus.Folder}; skipped.");
            return true;
        }
        Console.WriteLine($"program: {string.Join(' ', Program.Select(Path.GetFileName))}{(Program.Length > 1 ? " (./chancery builds one that starts faster)" : "")}; load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}");
        return false;
    }

    /// <param name="cores">As taskset has them; null for all.</param>
    public static Process Start(string? cores, params string[] command)
    {
        string[] line = cores is null ? [.. Program, .. command] : ["taskset", "-c", cores, .. Program, .. command];
        var start = new ProcessStartInfo(line[0], line[1..]);
        (start.RedirectStandardError, start.RedirectStandardOutput) = (true, true);
        return Process.Start(start)!;
    }

    /// <returns>What it said on standard error.</returns>
    public static string Run(string? cores, params string[] command)
    {
        using var process = Start(cores, command);
        process.BeginOutputReadLine();
        var told = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode is 0 or 3 ? told : throw new InvalidOperationException($"chancery {command[0]}: {told}");
    }
}
