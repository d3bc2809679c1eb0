using System.Diagnostics;
using Chancery.Tests.Records.Postgres;

namespace Chancery.Evaluation.Scale.Workers;

/// <summary>The published program (./chancery builds it), run as other processes are: on chosen cores, killed where that is the point.</summary>
internal static class Published
{
    public const string Program = ".build/desk/chancery";

    /// <summary>Says what is missing, where something is.</summary>
    public static bool IsMissing(string what)
    {
        if (File.Exists(Program) && NewsCorpus.Files.Length > 0) return false;
        Console.WriteLine($"{what}: needs {NewsCorpus.Folder} and {Program} (./chancery builds it); skipped.");
        return true;
    }

    /// <param name="cores">As taskset has them; null for all.</param>
    public static Process Start(string? cores, params string[] command)
    {
        var start = cores is null ? new ProcessStartInfo(Program, command) : new ProcessStartInfo("taskset", ["-c", cores, Program, .. command]);
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

    /// <summary>A worker of a shared record; it is there once it has said that it reads.</summary>
    public static Process Worker(PostgresServer server, string database, string? cores = null)
    {
        var worker = Start(cores, "work", "--record", server.Address(database), "--jobs", "1");
        worker.BeginOutputReadLine();
        return worker;
    }

    public static void AwaitReading(Process worker)
    {
        while (worker.StandardError.ReadLine() is { } line)
            if (line.Contains("reading batches", StringComparison.Ordinal)) break;
        worker.BeginErrorReadLine();
    }

    public static void Kill(Process process)
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
