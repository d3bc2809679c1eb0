using Chancery.Records;
using Chancery.Records.Briefing;
using Chancery.Records.Claims;
using Chancery.Records.Reviewing;
using Chancery.Records.Sqlite;
using Chancery.Reports;
using Chancery.Tests.Records;
using CsCheck;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Briefing;

/// <summary>What an evening's briefing tells, and what it does not.</summary>
public sealed class SelectionTests : IDisposable
{
    private const string Told = "Norway suspended budget support to Malawi, the ministry said. Other donors waited.";
    private static readonly LocalDate Evening = new(2020, 6, 2);

    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-evening-").FullName;
    private readonly SetClock _clock = new(Instant.FromUtc(2020, 6, 2, 12, 0));
    private readonly SqliteLedger _ledger;

    public SelectionTests() => _ledger = SqliteLedger.Open(Path.Combine(_folder, "record.sqlite"), _clock);

    public void Dispose()
    {
        _ledger.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static MeasureChange Change(
        string measure = "budget support", ChangeKind kind = ChangeKind.Suspend, string? date = "2020-06-02", ClaimStatus status = ClaimStatus.Happened, Stage stage = Stage.InEffect,
        string actor = "NOR", string target = "MWI", int start = 0, int end = 40)
    {
        LocalDate? day = date is null ? null : MadeReading.Day(date);
        return new("c1", measure, Instrument.Aid, actor, target, kind, status, stage, new DescribedTime(date, day, day?.PlusDays(1), TimeBasis.Stated), true, null, null, [new Span(start, end)], null);
    }

    private void Add(string id, string published, params MeasureChange[] changes) => _ledger.Append(MadeReading.Of(id, published, Told + " " + id, changes));

    private Evening Select(LocalDate? date = null, Instant? since = null, params EarlierEntry[] earlier) => SelectEvening.Of(
        _ledger, new EveningQuestion(date ?? Evening, since),
        EveningSources.None with { EarlierEntries = (rows, says) => [.. earlier.Where(e => rows.Contains(e.Row) || says.Contains(e.Says))] });

    [Fact]
    public void a_change_of_state_is_told_with_the_sentence_behind_it()
    {
        Add("a", "2020-06-02", Change());
        var entry = Assert.Single(Select().Entries);
        Assert.Equal(EntryKind.Change, entry.Kind);
        Assert.Equal("Budget support suspended (Norway → Malawi). Said by a.", entry.Line.ToString());
        Assert.Equal("Norway suspended budget support to Malawi, the ministry said.", entry.Quote);
        Assert.Equal(Dyad.Of("NOR", "MWI"), entry.Between);
        Assert.False(entry.Late);
    }

    [Fact]
    public void an_evening_without_news_is_quiet()
    {
        Add("a", "2020-06-01", Change(date: "2020-06-01"));
        Assert.True(Select().IsQuiet);
    }

    [Fact]
    public void what_is_authorised_is_not_told_as_done()
    {
        Add("a", "2020-05-01", Change(date: "2020-05-01"));
        Add("b", "2020-06-02", Change(kind: ChangeKind.Reinstate, stage: Stage.Authorised));
        Assert.Equal("Reinstatement of budget support authorised, not yet in effect (Norway → Malawi); it stays suspended since 2020-05-01. Said by b.", Assert.Single(Select().Entries).Line.ToString());
    }

    [Fact]
    public void changes_of_state_come_before_what_is_confirmed_and_what_is_only_spoken_of()
    {
        Add("a", "2020-06-02", Change("school meals", ChangeKind.Suspend, null, ClaimStatus.Considered), Change("food aid", ChangeKind.Reaffirm), Change("budget support"));
        Assert.Equal(["Budget support suspended", "Food aid: confirmed", "Suspension of school meals considered"], Select().Entries.Select(e => e.Line.ToString().Split(" (")[0]));
    }

    [Fact]
    public void what_was_told_before_is_no_news()
    {
        Add("a", "2020-05-30", Change(date: "2020-05-30"));
        Add("b", "2020-05-31", Change(date: "2020-05-30"));
        Add("c", "2020-06-02", Change(date: "2020-05-30"));
        Assert.True(Select().IsQuiet);
    }

    [Fact]
    public void a_second_independent_source_is_worth_a_line_and_weighs_little()
    {
        Add("a", "2020-06-01", Change(date: "2020-06-01"));
        _ledger.Append(MadeReading.Of("b", "2020-06-02", "Oslo froze its budget support. It gave no reason for this step, and none was asked.", Change(date: "2020-06-01", end: 30)));
        var entry = Assert.Single(Select().Entries);
        Assert.Contains("told by a further source", entry.Line.ToString(), StringComparison.Ordinal);
        Assert.True(entry.Score.Novelty < 1);
    }

    [Fact]
    public void what_happened_long_ago_is_learned_not_changed()
    {
        Add("a", "2020-06-02", Change(date: "2018-03-05"));
        var entry = Assert.Single(Select().Entries);
        Assert.Equal(EntryKind.Earlier, entry.Kind);
        Assert.Contains("2018-03-05", entry.Line.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void what_is_told_as_background_without_a_day_does_not_lead_the_evening()
    {
        Add("a", "2020-06-02", Change() with { Date = new DescribedTime(null, null, Evening.PlusDays(1), TimeBasis.Inferred) }, Change("food aid"));
        Assert.Equal([EntryKind.Change, EntryKind.Earlier], Select().Entries.Select(e => e.Kind));
        Assert.Equal("Budget support suspended (Norway → Malawi), at an earlier time. Said by a.", Select().Entries[1].Line.ToString());
    }

    [Fact]
    public void what_was_recorded_after_the_issue_before_is_told_late()
    {
        var issue = _clock.Now;
        _clock.Now += Duration.FromHours(12);
        Add("a", "2020-05-31", Change(date: "2020-05-31"));
        var entry = Assert.Single(Select(since: issue).Entries);
        Assert.True(entry.Late);
        Assert.True(Select().IsQuiet);
    }

    [Fact]
    public void a_page_read_again_by_a_newer_reader_is_no_news()
    {
        Add("a", "2020-05-31", Change(date: "2020-05-31"));
        var issue = _clock.Now;
        _clock.Now += Duration.FromHours(12);
        _ledger.Append(MadeReading.Of("a", "2020-05-31", Told + " a", Change(kind: ChangeKind.Cancel, date: "2020-05-31")) with { Reader = "test 2" });
        Assert.True(Select(since: issue).IsQuiet);
    }

    [Fact]
    public void correcting_the_record_never_looks_like_a_change_in_the_world()
    {
        Add("a", "2020-06-01", Change(date: "2020-06-01"));
        var claim = Assert.Single(_ledger.Changes(ClaimsWanted.All, AsOf.Now));
        var issue = _clock.Now;
        var told = new EarlierEntry(7, new LocalDate(2020, 6, 1), 1, claim.Dyad, Words.Of("Budget support suspended."), "Norway suspended", "a", new LocalDate(2020, 6, 1), claim.Row.ToString(), ClaimWords.Of(claim));
        _clock.Now += Duration.FromHours(20);
        new Review(_ledger, "Ana Reyes").Edit(claim.Row, new Dictionary<string, string> { ["change"] = "cancel" }, "the ministry's letter says so");
        var entry = Assert.Single(Select(since: issue, earlier: told).Entries);
        Assert.Equal(EntryKind.Correction, entry.Kind);
        Assert.Equal(
            "Correction to issue 7 of 2020-06-01, which said: “Budget support suspended.” That was read wrongly; right is change cancel (Ana Reyes: the ministry's letter says so).",
            entry.Line.ToString());
    }

    [Fact]
    public void a_correction_leaves_the_evening_briefing_as_it_was()
    {
        Add("a", "2020-06-02", Change());
        var before = _clock.Now;
        var issue = Select().Entries.Select(e => e.Line.ToString()).ToList();
        _clock.Now += Duration.FromDays(1);
        new Review(_ledger, "Ana Reyes").Reject(new RowName(RowKind.Change, 1), null);
        Assert.True(Select().IsQuiet);
        Assert.Equal(issue, SelectEvening.Of(_ledger, new EveningQuestion(Evening, null, before), EveningSources.None).Entries.Select(e => e.Line.ToString()));
    }

    [Fact]
    public void reports_that_cannot_both_be_right_are_told_as_such()
    {
        Add("a", "2020-06-01", Change(date: "2020-06-01"));
        Add("b", "2020-06-02", Change(kind: ChangeKind.Cancel, date: "2020-06-01"));
        var entry = Assert.Single(Select().Entries, e => e.Kind == EntryKind.Contradiction);
        Assert.Contains("cancellation (b), but suspension (a)", entry.Line.ToString(), StringComparison.Ordinal);
        new Review(_ledger, "Ana Reyes").Settle(new RowName(RowKind.Change, 2), [new RowName(RowKind.Change, 1)], null);
        Assert.DoesNotContain(Select().Entries, e => e.Kind == EntryKind.Contradiction);
    }

    [Fact]
    public void what_ends_tomorrow_is_told_the_evening_before_whenever_it_was_learned()
    {
        Add("a", "2020-03-01", Change("fishing accord", ChangeKind.Expire, "2020-06-03", ClaimStatus.Announced));
        var entry = Assert.Single(Select().Entries);
        Assert.Equal(EntryKind.Tomorrow, entry.Kind);
        Assert.Equal("Fishing accord (Norway → Malawi): expiry tomorrow, 2020-06-03. Said by a.", entry.Line.ToString());
        Assert.True(Select(new LocalDate(2020, 6, 3)).IsQuiet);
    }

    [Fact]
    public void a_relation_turns_once_and_gives_its_reason()
    {
        Signals("a", "2020-05-01", Signal.Freeze);
        _ledger.Append(WithSignal(MadeReading.Of("b", "2020-06-02", Told, Change(kind: ChangeKind.Reinstate)), Signal.Thaw));
        var turn = Assert.Single(Select().Entries, e => e.Kind == EntryKind.Turn);
        Assert.Equal("Relations of Malawi and Norway thaw, where they froze by the last word of 2020-05-01; it comes with: budget support reinstated.", turn.Line.ToString());
        Signals("c", "2020-06-03", Signal.Thaw);
        Assert.True(Select(new LocalDate(2020, 6, 3)).IsQuiet);
    }

    [Fact]
    public void the_order_in_which_reports_were_recorded_does_not_show() => Gen.Shuffle(new[] { "a", "b", "c", "d", "e" }).Sample(
        order =>
        {
            var file = Path.Combine(_folder, string.Concat(order) + ".sqlite");
            using (var ledger = SqliteLedger.Open(file, _clock))
            {
                foreach (var id in order)
                    ledger.Append(MadeReading.Of(id, "2020-06-02", Told + " " + id, Change("measure " + (char)(id[0] % 3 + 'x'), id[0] % 2 == 0 ? ChangeKind.Suspend : ChangeKind.Cancel)));
                var lines = SelectEvening.Of(ledger, new EveningQuestion(Evening), EveningSources.None).Entries.Select(e => e.Line.ToString() + e.Quote);
                var text = string.Join('\n', lines);
                _expected ??= text;
                Assert.Equal(_expected, text);
            }
            File.Delete(file);
        },
        iter: Soak.Times(5, 100), seed: "0000eveningXY", threads: 1);

    private string? _expected;

    [Fact]
    public void an_issue_can_be_read_in_four_minutes_and_says_how_much_is_left_out()
    {
        Add("a", "2020-06-02", [.. Enumerable.Range(0, 60).Select(i => Change($"{"programme of many long words for rural roads and wells "}{i}", (ChangeKind)(i % 3 + 3)))]);
        var entries = Select().Entries;
        var correction = entries[0] with { Kind = EntryKind.Correction };
        var fitted = FitReading.To([.. entries, .. Enumerable.Repeat(correction, 20)], Interest.Everything);
        Assert.Equal(20, fitted.Entries.Count(e => e.Kind == EntryKind.Correction));
        Assert.Equal(entries.Count + 20 - fitted.Entries.Count, fitted.LeftOut);
        var few = FitReading.To(entries, Interest.Everything);
        Assert.InRange(few.Entries.Sum(e => $"{e.Line} {e.Quote}".Split(' ').Length), 1, FitReading.Minutes * FitReading.WordsAMinute);
    }

    [Fact]
    public void a_readers_own_dossiers_come_first_or_alone()
    {
        Add("a", "2020-06-02", Change("roads"), Change("wells", ChangeKind.Reaffirm, actor: "SWE", target: "TZA"));
        var own = new HashSet<Dyad> { Dyad.Of("SWE", "TZA") };
        var entries = Select().Entries;
        Assert.Equal(["NOR", "SWE"], entries.Select(e => e.Between!.Value.First == "MWI" ? "NOR" : "SWE"));
        Assert.Equal(Dyad.Of("SWE", "TZA"), FitReading.To(entries, new Interest(own, false)).Entries[0].Between);
        Assert.Equal(Dyad.Of("SWE", "TZA"), Assert.Single(FitReading.To(entries, new Interest(own, true)).Entries).Between);
    }

    private void Signals(string id, string published, Signal signal) => _ledger.Append(WithSignal(MadeReading.Of(id, published, Told + " " + id), signal));

    private static NewReading WithSignal(NewReading reading, Signal signal) =>
        reading with { Reading = reading.Reading.With(Layers.Signals, [new RelationSignal(("MWI", "NOR"), signal, [new Span(0, 20)], null)]) };
}
