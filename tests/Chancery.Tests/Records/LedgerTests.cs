using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Reports;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Records;

/// <summary>What the record promises on both engines.</summary>
public class LedgerTests
{
    private const string Told = "Norway suspended aid to Malawi.";

    public static TheoryData<Engine> Engines => TestRecord.Engines;

    [Theory, MemberData(nameof(Engines))]
    public void the_same_reading_again_writes_nothing(Engine engine)
    {
        using var record = new TestRecord(engine);
        using var ledger = record.Open();
        var reading = MadeReading.Of("a", "2020-03-02", Told);
        var first = ledger.Append(reading);
        Assert.True(first.IsNew);
        Assert.Equal(first with { IsNew = false }, ledger.Append(reading));
        Assert.Single(ledger.Reports(ClaimsWanted.All, AsOf.Now));
    }

    [Theory]
    [InlineData(Engine.Sqlite, "UPDATE reports SET text = ''")]
    [InlineData(Engine.Sqlite, "DELETE FROM reports")]
    [InlineData(Engine.Sqlite, "INSERT OR REPLACE INTO reports SELECT * FROM reports")]
    [InlineData(Engine.Sqlite, "INSERT OR REPLACE INTO reports SELECT 99, recorded, page, id, page_hash, reader, options, url, outlet, title, language, published, published_time, published_precision, published_basis, published_stated, known, likeness, text, reading FROM reports")]
    [InlineData(Engine.Postgres, "UPDATE reports SET text = ''")]
    [InlineData(Engine.Postgres, "DELETE FROM reports")]
    [InlineData(Engine.Postgres, "TRUNCATE reports CASCADE")]
    [InlineData(Engine.Postgres, "INSERT INTO reports SELECT * FROM reports ON CONFLICT (number) DO UPDATE SET text = ''")]
    [InlineData(Engine.Postgres, "SET session_replication_role = replica; DELETE FROM changes")]
    public void the_database_itself_refuses_what_would_change_a_row(Engine engine, string sql)
    {
        using var record = new TestRecord(engine);
        using (var ledger = record.Open()) ledger.Append(MadeReading.Of("a", "2020-03-02", Told));
        Assert.Contains("append-only", Assert.ThrowsAny<System.Data.Common.DbException>(() => record.Say(sql)).Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines))]
    public void recorded_time_never_goes_back_even_where_the_clock_does(Engine engine)
    {
        using var record = new TestRecord(engine);
        var clock = new SetClock(Instant.FromUtc(2026, 5, 1, 12, 0));
        using var ledger = record.Open(clock);
        ledger.Append(MadeReading.Of("a", "2020-03-02", "One."));
        clock.Now -= Duration.FromDays(3);
        ledger.Append(MadeReading.Of("b", "2020-03-02", "Two."));
        var rows = ledger.Reports(ClaimsWanted.All, AsOf.Now);
        Assert.Equal(rows[0].Recorded, rows[1].Recorded);
    }

    [Theory, MemberData(nameof(Engines))]
    public void what_was_recorded_is_there_when_it_is_opened_again(Engine engine)
    {
        using var record = new TestRecord(engine);
        var change = new MeasureChange("c1", "budget support", Instrument.Aid, "NOR", "MWI", ChangeKind.Suspend, ClaimStatus.Happened, Stage.Authorised,
            new DescribedTime("2020-02", new LocalDate(2020, 2, 1), new LocalDate(2020, 3, 1), TimeBasis.Computed), false, "half", "aid", [new Span(0, 6), new Span(7, 16)], null);
        using (var ledger = record.Open()) ledger.Append(MadeReading.Of("a", "2020-03-02", Told, change));
        using var again = record.Open();
        var claim = Assert.Single(again.Changes(ClaimsWanted.Between(Dyad.Of("MWI", "NOR")), AsOf.Now));
        Assert.Equal(("budget support", Instrument.Aid, "NOR", "MWI", ChangeKind.Suspend), (claim.Measure, claim.Instrument, claim.Actor, claim.Target, claim.Change));
        Assert.Equal((ClaimStatus.Happened, Stage.Authorised, change.Date, false, "half", "aid"), (claim.Status, claim.Stage, claim.Date, claim.WholeExtent, claim.Quantity, claim.PartOf));
        Assert.Equal([new Span(0, 6), new Span(7, 16)], claim.Passages);
        var kept = again.Report(1)!;
        Assert.Equal((Told, "a"), (kept.Text, kept.Report.ReportId));
        Assert.Equal([1, 2, 3], kept.Reading.ToArray());
    }

    [Theory]
    [InlineData("aid malawi", "a", "b")]
    [InlineData("BOGOTÁ", "b")]
    [InlineData("bogota", "b")]
    [InlineData("U.S.", "b")]
    [InlineData("US")]
    [InlineData("ai")]
    [InlineData("— \" ' & | !")]
    [InlineData("\"envoy spoke\"", "b")]
    [InlineData("\"spoke envoy\"")]
    [InlineData("aid -envoy", "a")]
    [InlineData("rained OR envoy", "b", "c")]
    [InlineData("aid rained OR envoy", "b")]
    [InlineData("rain*", "c")]
    [InlineData("bogo* -\"u.s.\"")]
    [InlineData("-rained")]
    [InlineData("OR rained OR", "c")]
    [InlineData("\"unclosed rained")]
    [InlineData("NOT AND rained* NEAR(")]
    [InlineData("'", new string[0])]
    public void both_engines_find_the_same_reports_and_words(string asked, params string[] expected)
    {
        foreach (var engine in new[] { Engine.Sqlite, Engine.Postgres })
        {
            using var record = new TestRecord(engine);
            using var ledger = record.Open();
            ledger.Append(MadeReading.Of("a", "2020-03-02", Told));
            ledger.Append(MadeReading.Of("b", "2020-03-03", "In Bogotá the U.S. envoy spoke of aid, also of aid to Malawi’s schools."));
            ledger.Append(MadeReading.Of("c", "2020-03-03", "It rained."));
            var found = ledger.Search(asked, 10);
            Assert.Equal(expected, found.Select(f => f.Report.ReportId).Order(StringComparer.Ordinal));
            if (asked == "aid malawi") Assert.Contains(found, f => f.Words == Told);
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public void an_excerpt_shows_the_words_around_the_first_found(Engine engine)
    {
        using var record = new TestRecord(engine);
        using var ledger = record.Open();
        ledger.Append(MadeReading.Of("a", "2020-03-02", string.Join(' ', Enumerable.Range(0, 50)) + " tariff " + string.Join(' ', Enumerable.Range(50, 50)) + "."));
        Assert.Equal("…40 41 42 43 44 45 46 47 48 49 tariff 50 51 52 53 54 55 56 57 58 59 60 61 62 63…", Assert.Single(ledger.Search("tariff", 1)).Words);
    }

    [Theory, MemberData(nameof(Engines))]
    public void characters_that_no_engine_keeps_leave_every_offset_as_it_was(Engine engine)
    {
        using var record = new TestRecord(engine);
        using var ledger = record.Open();
        ledger.Append(MadeReading.Of("a", "2020-03-02", "a\0b \ud83d c 𝔞"));
        Assert.Equal("a\ufffdb \ufffd c 𝔞", ledger.Report(1)!.Text);
    }

    [Theory, MemberData(nameof(Engines))]
    public void a_report_of_a_million_different_words_is_kept_and_found_by_its_first(Engine engine)
    {
        using var record = new TestRecord(engine);
        using var ledger = record.Open();
        ledger.Append(MadeReading.Of("a", "2020-03-02", string.Join(' ', Enumerable.Range(0, 200_000).Select(n => "wort" + n)) + " " + new string('x', 5000)));
        Assert.Single(ledger.Search("wort7", 5));
    }
}
