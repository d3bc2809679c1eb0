using System.Text;
using System.Text.Json;
using Chancery.Desk.Commands;
using Chancery.Records;
using Chancery.Records.Sqlite;
using Chancery.Reports;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Records.Reviewing;

/// <summary>The commands of review.</summary>
public sealed class ReviewCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-review-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Place => Path.Combine(_folder, "record.sqlite");

    private (int Status, string Output, string Errors) Run(params string[] arguments)
    {
        var output = new MemoryStream();
        var errors = new StringWriter();
        int status = RootOfCommands.Run([.. arguments, "--record", Place], [ReviewCommand.Create(() => new Terminal(() => Stream.Null, () => output, errors, 100, false))], errors);
        return (status, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }

    private void Fill()
    {
        using var ledger = SqliteLedger.Open(Place, TimeProvider.System);
        ledger.Append(MadeReading.Of("a", "2020-06-02", "Peru cut aid and flood aid to Laos.", Change("aid", 10), Change("flood aid", 18)));
        static MeasureChange Change(string measure, int start) => new(
            "c1", measure, Instrument.Aid, "PER", "LAO", ChangeKind.Reduce, ClaimStatus.Happened, Stage.InEffect,
            new DescribedTime(null, null, null, TimeBasis.Published), true, null, null, [new Span(start, start + 3)], null);
    }

    [Fact]
    public void the_list_names_the_command_that_decides()
    {
        Fill();
        var (status, output, _) = Run("review", "list", "--format", "json");
        Assert.Equal(0, status);
        using var json = JsonDocument.Parse(output);
        Assert.Equal("same-measure", json.RootElement.GetProperty("questions")[0].GetProperty("question").GetString());
        Assert.Contains("review merge c1 c2", Run("review", "list").Output, StringComparison.Ordinal);
        Assert.Equal((0, "d1: merge, by Ana Reyes\n", ""), Run("review", "merge", "c1", "c2", "--as", "Ana Reyes"));
        Assert.Contains("Nothing awaits", Run("review", "list").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void a_decision_taken_back_is_asked_again()
    {
        Fill();
        var asked = Run("review", "list").Output;
        Run("review", "merge", "c1", "c2", "--as", "Ana Reyes");
        Assert.Equal((0, "d2: split, by Bo Lund\n", ""), Run("review", "undo", "d1", "--as", "Bo Lund"));
        Assert.Equal(asked, Run("review", "list").Output);
        Assert.Contains("takes back d1", Run("review", "list", "--made").Output, StringComparison.Ordinal);
        Assert.Contains("already", Run("review", "undo", "d1", "--as", "Bo Lund").Errors, StringComparison.Ordinal);
        Assert.Contains("no decision", Run("review", "undo", "c1", "--as", "Bo Lund").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void decisions_made_are_listed_with_their_reasons()
    {
        Fill();
        Run("review", "reject", "c1", "--as", "Ana Reyes", "--note", "only planned");
        Run("review", "edit", "c2", "--set", "quantity=half", "--as", "Bo Lund");
        Run("review", "note", "c2", "asked the ministry", "--as", "Bo Lund");
        var rows = Run("review", "list", "--made", "--format", "csv").Output.Split("\r\n");
        Assert.Matches("^d1,[^,]*,Ana Reyes,reject,c1,,,only planned$", rows[1]);
        Assert.Matches("^d2,[^,]*,Bo Lund,edit,c2,quantity=half,,$", rows[2]);
        Assert.Matches("^d3,[^,]*,Bo Lund,note,c2,,,asked the ministry$", rows[3]);
        using var json = JsonDocument.Parse(Run("review", "list", "--made", "--format", "json").Output);
        Assert.Equal("half", json.RootElement.GetProperty("decisions")[1].GetProperty("payload").GetProperty("set").GetProperty("quantity").GetString());
        Assert.Contains("reject c1, by Ana Reyes", Run("review", "list", "--made").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "review", "accept", "c1")]
    [InlineData(2, "review", "accept", "first", "--as", "Ana")]
    [InlineData(2, "review", "edit", "c1", "--as", "Ana", "--set", "target")]
    [InlineData(1, "review", "reject", "c7", "--as", "Ana")]
    public void a_mistake_is_said_in_one_line(int expected, params string[] arguments)
    {
        Fill();
        var (status, output, errors) = Run(arguments);
        Assert.Equal((expected, ""), (status, output));
        Assert.Single(errors.TrimEnd().Split('\n'));
    }
}
