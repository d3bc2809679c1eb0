using Xunit;

namespace Chancery.Tests.Scenarios;

/// <summary>Questions about the dispute over police training, one report of which a second paper prints again.</summary>
public sealed class QuestionTests : IClassFixture<QuestionTests.WithACopy>
{
    public sealed class WithACopy : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("chancery-copy-").FullName;

        public WithACopy()
        {
            var reports = Directory.GetFiles(RecordCommands.Fixture("police-training")).Order(StringComparer.Ordinal).ToArray();
            var copy = Path.Combine(_folder, "copy.html");
            File.WriteAllText(copy, File.ReadAllText(reports[1]).Replace("Lusaka Courier", "Copperbelt Mail", StringComparison.Ordinal));
            Record = new RecordCommands().Add([.. reports, copy]);
        }

        internal RecordCommands Record { get; }

        public void Dispose()
        {
            Record.Dispose();
            Directory.Delete(_folder, recursive: true);
        }
    }

    private readonly RecordCommands _record;

    public QuestionTests(WithACopy record) => _record = record.Record;

    [Theory]
    [InlineData("Linde")]
    [InlineData("ann linde")]
    public void a_person_is_found_by_surname_with_roles_and_words(string name)
    {
        var person = Assert.Single(_record.Json("who", name)["persons"]!.AsArray())!;
        Assert.Equal("Ann Linde", (string?)person["name"]);
        Assert.Contains("Foreign Minister", (string?)person["roles"]![0]!["role"], StringComparison.Ordinal);
        Assert.Equal(["2020-01-14", "2020-07-02"], person["statements"]!.AsArray().Select(s => (string?)s!["known"]));
    }

    [Fact]
    public void words_that_two_papers_print_are_said_once_and_a_role_is_told_by_a_day()
    {
        var person = Assert.Single(_record.Json("who", "Mulenga", "--on", "2018-12-31")["persons"]!.AsArray())!;
        var said = Assert.Single(person["statements"]!.AsArray())!;
        Assert.Equal((2, 1), (said["rows"]!.AsArray().Count, (int)said["sources"]!));
        Assert.Equal("police inspector", (string?)person["role-then"]);
        Assert.Null((string?)_record.Json("who", "Mulenga", "--on", "2018-01-01")["persons"]![0]!["role-then"]);
    }

    [Fact]
    public void a_name_nobody_bears_finds_nobody() => Assert.Contains("Nobody called", _record.Ask("who", "Nemo"), StringComparison.Ordinal);

    [Fact]
    public void a_line_shows_all_it_rests_on_and_which_sources_are_copies()
    {
        var row = (string)_record.Json("timeline", "police training", "--change", "suspend")["entries"]![0]!["rows"]![0]!;
        var sources = _record.Json("why", row)["sources"]!.AsArray();
        Assert.Equal(2, sources.Count);
        Assert.Equal(["Lusaka Courier", "Nordic Africa Post"], sources.Select(s => (string?)s!["original"]![0]!["report"]!["outlet"]));
        Assert.Equal("Copperbelt Mail", (string?)Assert.Single(sources[0]!["copies"]!.AsArray())!["report"]!["outlet"]);
        Assert.All(sources, s => Assert.NotEqual("", (string?)s!["original"]![0]!["evidence"]![0]!["quote"]));
    }

    [Theory]
    [InlineData("e1")]
    [InlineData("s1")]
    [InlineData("g1")]
    [InlineData("r1")]
    public void every_kind_of_row_can_be_asked_about(string row) => Assert.NotEmpty(_record.Json("why", row)["sources"]!.AsArray());

    [Fact]
    public void a_row_that_is_not_there_is_named() =>
        Assert.Contains("c999", Assert.Throws<InvalidOperationException>(() => _record.Ask("why", "c999")).Message, StringComparison.Ordinal);

    [Fact]
    public void what_was_learned_between_two_days_is_new_late_or_told_again()
    {
        var learned = _record.Json("diff", "--known", "2018-12-31", "2020-01-31", "--between", "SWE", "ZMB");
        Assert.Equal(["police training"], learned["states"]!.AsArray().Select(s => (string?)s!["measure"]));
        Assert.Equal("authorised", (string?)learned["states"]![0]!["stage-after"]);
        Assert.Contains(learned["changes"]!.AsArray(), c => (string?)c!["learned"] == "new" && (string?)c["change"] == "reinstate");
        Assert.Equal(2, learned["changes"]!.AsArray().Count(c => (string?)c!["learned"] == "confirmed"));
        Assert.Empty(learned["corrections"]!["decisions"]!.AsArray());
    }

    [Fact]
    public void a_report_of_later_about_an_earlier_day_is_learned_late()
    {
        using var record = new RecordCommands().Add(RecordCommands.Fixture("police-training/3-training-authorised.html"));
        var changes = record.Json("diff", "--known", "2019-12-31", "2020-01-31", "--between", "SWE", "ZMB")["changes"]!.AsArray();
        Assert.Equal(2, changes.Count(c => (string?)c!["learned"] == "late" && (string?)c["change"] == "suspend"));
    }

    [Fact]
    public void a_correction_of_the_record_is_no_change_of_the_world()
    {
        using var record = new RecordCommands().Add(RecordCommands.Fixture("police-training/1-budget-support.html"));
        record.Ask("review", "reject", "c1", "--as", "Ana Reyes");
        var today = NodaTime.Text.LocalDatePattern.Iso.Format(NodaTime.Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()).InUtc().Date);
        var learned = record.Json("diff", "--known", "2018-12-31", today, "--between", "SWE", "ZMB");
        Assert.Empty(learned["states"]!.AsArray());
        Assert.Empty(learned["changes"]!.AsArray());
        Assert.Equal("reject", (string?)Assert.Single(learned["corrections"]!["decisions"]!.AsArray())!["kind"]);
    }

    [Fact]
    public void a_timeline_can_be_narrowed_to_what_moved()
    {
        string?[] Changes(params string[] more) => [.. _record.Json(["timeline", "budget support", "--between", "SWE", "ZMB", .. more])["entries"]!.AsArray().Select(e => (string?)e!["change"])];
        Assert.Equal(["suspend"], Changes("--moves"));
        Assert.Contains("reaffirm", Changes());
        Assert.Empty(Changes("--instrument", "tariff"));
    }

    [Fact]
    public void a_state_nobody_confirmed_for_long_says_so() =>
        Assert.Equal(761, (int)_record.Json("status", "police training", "--on", "2022-08-01")["measures"]![0]!["last-confirmed"]!["days-ago"]!);

    [Theory]
    [InlineData("who", "Linde")]
    [InlineData("relation", "SWE", "ZMB")]
    [InlineData("diff", "--known", "2018-12-31", "2020-01-31")]
    [InlineData("why", "c1")]
    public void every_answer_is_a_table_too(params string[] question)
    {
        var lines = _record.Ask([.. question, "--format", "csv"]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length > 1);
    }

    [Fact]
    public void a_person_is_asked_whose_support_it_is_where_a_report_does_not_say()
    {
        using var record = new RecordCommands().Add(RecordCommands.Fixture("police-training/1-budget-support.html"), RecordCommands.Fixture("police-training/2-training-suspended.html"));
        var question = Assert.Single(record.Json("review", "list")["questions"]!.AsArray(), q => (string?)q!["question"] == "whose-measure")!;
        var row = (string)question["rows"]![0]!;
        record.Ask("review", "edit", row, "--set", "actor=SWE", "--as", "Ana Reyes");
        Assert.Contains("reaffirm", record.Ask("timeline", "budget support", "--between", "SWE", "ZMB"), StringComparison.Ordinal);
        Assert.DoesNotContain(record.Json("review", "list")["questions"]!.AsArray(), q => (string?)q!["question"] == "whose-measure");
    }
}
