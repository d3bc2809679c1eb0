using System.Text.RegularExpressions;
using Xunit;

namespace Chancery.Tests.Scenarios;

/// <summary>
/// Four reports of one dispute, read from page to record: Sweden suspends its budget support to Zambia (2018-02), then its police training (2018-09), authorises the training again
/// (2020-01) and resumes it (2020-07); the budget support stays suspended.
/// </summary>
public sealed partial class PoliceTrainingTests : IClassFixture<PoliceTrainingTests.InOrder>
{
    private static readonly string[] Reports =
        [.. new[] { "1-budget-support.html", "2-training-suspended.html", "3-training-authorised.html", "4-training-resumed.txt" }.Select(n => RecordCommands.Fixture("police-training/" + n))];

    public sealed class InOrder : IDisposable
    {
        internal RecordCommands Record { get; } = new RecordCommands().Add(Reports);
        public void Dispose() => Record.Dispose();
    }

    private readonly RecordCommands _record;

    public PoliceTrainingTests(InOrder record) => _record = record.Record;

    [Theory]
    [InlineData("2018-03-01", "suspended", "unknown")]
    [InlineData("2019-06-01", "suspended", "suspended")]
    [InlineData("2020-02-01", "suspended", "suspended authorised")]
    [InlineData("2020-08-01", "suspended", "in-effect")]
    public void both_measures_stand_as_the_reports_say(string on, string budgetSupport, string training)
    {
        Assert.Equal(budgetSupport, Stands("budget support", on));
        Assert.Equal(training, Stands("police training", on));
    }

    [Theory]
    [InlineData("2018-02-05", null, null)]
    [InlineData("2018-02-06", "suspended", null)]
    [InlineData("2018-09-11", "suspended", null)]
    [InlineData("2018-09-12", "suspended", "suspended")]
    [InlineData("2020-01-13", "suspended", "suspended")]
    [InlineData("2020-01-14", "suspended", "suspended authorised")]
    [InlineData("2020-07-01", "suspended", "suspended authorised")]
    [InlineData("2020-07-02", "suspended", "in-effect")]
    public void nothing_is_known_before_a_report_was_published(string known, string? budgetSupport, string? training)
    {
        Assert.Equal(budgetSupport, Stands("budget support", "2020-12-31", known));
        Assert.Equal(training, Stands("police training", "2020-12-31", known));
    }

    [Fact]
    public void the_suspension_of_2018_was_told_first_by_the_report_of_that_day_and_again_two_years_later()
    {
        var told = _record.Json("timeline", "budget support", "--between", "SWE", "ZMB")["entries"]!.AsArray().First(e => (string?)e!["change"] == "suspend")!;
        Assert.Equal(2, (int)told["sources"]!);
        Assert.Equal(1, (int)_record.Json("timeline", "budget support", "--between", "SWE", "ZMB", "--known", "2019-01-01")["entries"]!.AsArray().First(e => (string?)e!["change"] == "suspend")!["sources"]!);
    }

    [Theory]
    [InlineData("2020-06-30", "suspend; reinstate authorised")]
    [InlineData("2020-12-31", "suspend; reinstate authorised; reinstate in-effect")]
    public void the_training_is_suspended_then_authorised_and_resumed_only_when_a_report_says_so(string known, string expected) =>
        Assert.Equal(expected, string.Join("; ", _record.Json("timeline", "police training", "--known", known)["entries"]!.AsArray().Select(e =>
            (string?)e!["change"] == "reinstate" ? $"reinstate {e["stage"]}" : (string?)e["change"])));

    [Fact]
    public void the_order_in_which_reports_are_added_changes_no_answer()
    {
        var expected = Answers(_record);
        foreach (var order in RecordCommands.Orders(Reports.Length))
        {
            using var record = new RecordCommands().Add([.. order.Select(i => Reports[i])]);
            Assert.Equal(expected, Answers(record));
        }
    }

    /// <summary>All answers, without the numbers of rows, which are given in the order of adding.</summary>
    private static string Answers(RecordCommands record) => RowNumber().Replace(string.Concat(
        from known in new[] { "2018-03-01", "2019-06-01", "2020-02-01", "2020-12-31" }
        from question in (string[][])[["status", "--on", "2019-06-01"], ["status", "--on", "2020-12-31"], ["timeline"], ["relation", "SWE", "ZMB"]]
        select record.Ask([.. question, "--known", known, "--format", "json"])), "row");

    [GeneratedRegex("(?<=\")[cegs][0-9]+(?=\")")]
    private static partial Regex RowNumber();

    private string? Stands(string measure, string on, string? known = null)
    {
        var found = _record.Json(["status", measure, "--between", "SWE", "ZMB", "--on", on, .. known is null ? [] : new[] { "--known", known }])["measures"]!.AsArray();
        if (found.Count == 0) return null;
        var only = Assert.Single(found)!;
        return (string)only["state"]! + ((string?)only["stage"] == "authorised" ? " authorised" : "");
    }
}
