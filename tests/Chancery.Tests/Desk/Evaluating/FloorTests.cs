using System.Diagnostics;
using Chancery.Desk.Evaluating;
using Xunit;

namespace Chancery.Tests.Desk.Evaluating;

/// <summary>Floors are not lowered silently.</summary>
public class FloorTests
{
    private static Floor At(double f1, string? reason = null, string level = "span") => new("times", "timex/gold.jsonl", null, false, level, f1, false, reason);

    [Fact]
    public void a_floor_may_rise_and_may_fall_with_a_reason_only()
    {
        Assert.Empty(Floors.LoweredSilently([At(.8)], [At(.9)]));
        Assert.Empty(Floors.LoweredSilently([At(.8)], [At(.7, "the gold was corrected")]));
        Assert.Single(Floors.LoweredSilently([At(.8)], [At(.7)]));
        Assert.Single(Floors.LoweredSilently([At(.8, "the gold was corrected")], [At(.7, "the gold was corrected")]));
        Assert.Single(Floors.LoweredSilently([At(.8)], [At(.8, level: "span and value")]));
    }

    [Fact]
    public void no_floor_was_ever_lowered_or_taken_away_without_a_reason()
    {
        var root = Root();
        const string file = "eval/floors.json";
        List<string> versions = [.. Git(root, "log", "--format=%H", "--", file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Reverse().Select(commit => Git(root, "show", $"{commit}:{file}")), File.ReadAllText(Path.Combine(root, file))];
        foreach (var (before, after) in versions.Zip(versions.Skip(1))) Assert.Empty(Floors.LoweredSilently(Floors.Parse(before), Floors.Parse(after)));
        Assert.NotEmpty(Floors.Parse(versions[^1]));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Chancery.slnx"))) folder = folder.Parent!;
        return folder.FullName;
    }

    private static string Git(string root, params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", root, .. arguments]) { RedirectStandardOutput = true })!;
        var told = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return told;
    }
}
