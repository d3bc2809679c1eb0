using System.Diagnostics;
using System.Text;
using Xunit;

namespace Chancery.Tests.Desk;

/// <summary>Runs that are killed with -9 and gone on with.</summary>
public sealed class ResumeTests : IDisposable
{
    private const int Reports = 400;

    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-resume-").FullName;

    public ResumeTests()
    {
        var lines = new StringBuilder();
        for (int i = 0; i < Reports; i++)
            lines.Append(i % 50 == 7 ? $"{{\"id\":\"{i}\",\"text\":\"\"}}\n" : $"{{\"id\":\"{i}\",\"text\":\"Report {i}: Ghana signed {i + 2} accords with Togo on Monday, a minister said. {new string('x', i % 90)} Chad and Sudan met again.\"}}\n");
        File.WriteAllText(In("news.jsonl"), lines.ToString());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string In(string name) => Path.Combine(_folder, name);

    [Theory]
    [InlineData("jsonl")]
    [InlineData("csv")]
    public void what_was_killed_and_gone_on_with_is_what_one_run_writes(string format)
    {
        string[] command = ["read", "--format", format, "--output", In("out"), "--resume", In("resume.json"), In("news.jsonl")];
        int kills = 0;
        for (; kills < Soak.Times(2, 12) && KilledOnceItHasSaved(command); kills++) { }
        Assert.True(kills > 0);
        var last = Finished(command);
        Assert.Equal(3, last.Status);
        CommandLine.Run("read", "--format", format, "--output", In("expected"), In("news.jsonl"));
        Assert.Equal(File.ReadAllText(In("expected")), File.ReadAllText(In("out")));
        // the last kill may have come after all was written: then nothing was left to count
        if (!last.Errors.Contains("finished before", StringComparison.Ordinal))
            Assert.Contains($"{Reports / 50} not read: empty (the first: 7)", last.Errors, StringComparison.Ordinal);
        Assert.Contains("finished before", Finished(command).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void a_record_gone_on_with_holds_every_report_once()
    {
        string[] command = ["add", "--record", In("record.sqlite"), "--resume", In("resume.json"), In("news.jsonl")];
        Assert.True(KilledOnceItHasSaved(command));
        Assert.Equal(3, Finished(command).Status);
        using var ledger = Chancery.Records.Sqlite.SqliteLedger.Open(In("record.sqlite"), TimeProvider.System);
        var ids = ledger.Reports(new Chancery.Records.ClaimsWanted(), Chancery.Records.AsOf.Now).Select(r => int.Parse(r.ReportId, null)).ToList();
        Assert.Equal(Enumerable.Range(0, Reports).Where(i => i % 50 != 7), ids);
    }

    [Fact]
    public void another_run_or_another_input_is_refused()
    {
        string[] command = ["read", "--format", "jsonl", "--layers", "pages", "-o", In("out"), "--resume", In("resume.json"), In("news.jsonl")];
        Assert.Equal(3, CommandLine.Run(command).Status);
        var other = CommandLine.Run(["read", "--format", "csv", .. command[3..]]);
        Assert.Equal(2, other.Status);
        Assert.Contains("belongs to another run", other.Errors, StringComparison.Ordinal);
        File.WriteAllText(In("resume.json"), File.ReadAllText(In("resume.json")).Replace("\"LastId\": \"399\"", "\"LastId\": \"398\"", StringComparison.Ordinal).Replace("\"Done\": true", "\"Done\": false", StringComparison.Ordinal));
        Assert.Contains("the input has changed", CommandLine.Run(command).Errors, StringComparison.Ordinal);
        Assert.Equal(2, CommandLine.Run("read", "--resume", In("resume.json"), In("news.jsonl")).Status);
    }

    private (int Status, string Errors) Finished(string[] command)
    {
        using var process = Start(command);
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors);
    }

    /// <summary>False where the run ended before it could be killed.</summary>
    private bool KilledOnceItHasSaved(string[] command)
    {
        var before = Saved();
        using var process = Start(command);
        while (!process.HasExited && Saved() == before) Thread.Sleep(5);
        bool killed = !process.HasExited;
        process.Kill();
        process.WaitForExit();
        return killed && !Saved()!.Contains("\"Done\": true", StringComparison.Ordinal);
    }

    private string? Saved() => File.Exists(In("resume.json")) ? File.ReadAllText(In("resume.json")) : null;

    private static Process Start(string[] command) => Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "chancery.dll"), .. command, "--jobs", "1"])
    {
        RedirectStandardError = true, RedirectStandardOutput = true,
    })!;
}
