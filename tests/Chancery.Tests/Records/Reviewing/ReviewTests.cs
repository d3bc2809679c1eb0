using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Folding;
using Chancery.Records.Questions;
using Chancery.Records.Reviewing;
using Chancery.Records.Sqlite;
using Chancery.Reports;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Records.Reviewing;

/// <summary>What people decide, and what becomes of it.</summary>
public sealed class ReviewTests : IDisposable
{
    private const string Text = "Norway suspended budget support to Malawi in May. Norway later spoke of food aid.";
    private static readonly Dyad Between = Dyad.Of("NOR", "MWI");

    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-review-").FullName;
    private readonly SetClock _clock = new(Instant.FromUtc(2026, 5, 1, 12, 0));
    private readonly SqliteLedger _ledger;

    public ReviewTests() => _ledger = SqliteLedger.Open(Path.Combine(_folder, "record.sqlite"), _clock);

    public void Dispose()
    {
        _ledger.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Review By => new(_ledger, "Ana Reyes");

    private static MeasureChange Change(string measure, ChangeKind kind = ChangeKind.Suspend, string? target = "MWI", int start = 0, int end = 48) => new(
        "c1", measure, Instrument.Aid, "NOR", target, kind, ClaimStatus.Happened, Stage.InEffect,
        new DescribedTime("2020-05", new LocalDate(2020, 5, 1), new LocalDate(2020, 6, 1), TimeBasis.Stated), true, null, null, [new Span(start, end)], null);

    private RowName Add(string reader = "test 1", string id = "a", params MeasureChange[] changes)
    {
        long before = _ledger.Changes(ClaimsWanted.All, AsOf.Now).Select(c => c.Number).DefaultIfEmpty().Max();
        _ledger.Append(MadeReading.Of(id, "2020-06-02", Text, changes) with { Reader = reader });
        return new RowName(RowKind.Change, before + 1);
    }

    private IReadOnlyList<MeasureStatus> Status(AsOf? asOf = null) =>
        Chancery.Records.Questions.Status.Ask(_ledger, new StatusQuestion(null, Between, new LocalDate(2020, 7, 1), asOf ?? AsOf.Now)).Measures;

    [Fact]
    public void a_rejected_claim_counts_no_more_until_it_is_accepted_again()
    {
        var row = Add(changes: Change("budget support"));
        By.Reject(row, "a plan, no decision");
        Assert.Empty(Status());
        By.Accept(row, null);
        Assert.Equal(MeasureState.Suspended, Assert.Single(Status()).State);
        Assert.Equal(["Ana Reyes", "Ana Reyes"], _ledger.Decisions(AsOf.Now).Select(d => d.By));
    }

    [Fact]
    public void a_decision_does_not_change_what_was_answered_before_it()
    {
        var row = Add(changes: Change("budget support"));
        var before = _clock.Now;
        _clock.Now += Duration.FromDays(1);
        By.Reject(row, null);
        Assert.Single(Status(new AsOf(Recorded: before)));
    }

    [Fact]
    public void an_edit_changes_the_answer_and_not_the_row()
    {
        var row = Add(changes: Change("budget support"));
        By.Edit(row, new Dictionary<string, string> { ["change"] = "reaffirm", ["measure"] = "harvest support" }, null);
        Assert.Equal("harvest support", Assert.Single(Status()).Measure.Name);
        Assert.Equal("budget support", Assert.Single(_ledger.Changes(ClaimsWanted.All, AsOf.Now)).Measure);
        By.Accept(row, null);
        Assert.Equal("budget support", Assert.Single(Status()).Measure.Name);
    }

    [Fact]
    public void a_claim_given_other_parties_moves_to_their_dossier()
    {
        var row = Add(changes: Change("budget support", target: "ZMB"));
        Assert.Empty(Status());
        By.Edit(row, new Dictionary<string, string> { ["target"] = "MWI" }, null);
        Assert.Single(Status());
    }

    [Fact]
    public void a_claim_given_other_parties_stays_there_when_a_newer_reader_says_the_same_again()
    {
        var row = Add(changes: Change("budget support", target: "ZMB"));
        By.Edit(row, new Dictionary<string, string> { ["target"] = "MWI" }, null);
        Add("test 2", changes: Change("budget support", target: "ZMB"));
        Assert.Single(Status());
        Assert.Empty(ToReview.Ask(_ledger, null, AsOf.Now));
    }

    [Fact]
    public void a_measure_is_found_by_the_name_and_parties_a_person_gave_it()
    {
        var row = Add(changes: Change("budget support", target: "ZMB"));
        By.Edit(row, new Dictionary<string, string> { ["target"] = "MWI", ["measure"] = "harvest support" }, null);
        Assert.Equal("MWI", Assert.Single(Chancery.Records.Questions.Status.Ask(_ledger, new StatusQuestion("harvest support", null, new LocalDate(2020, 7, 1), AsOf.Now)).Measures).Measure.Target);
    }

    [Theory]
    [InlineData("colour", "red", "no field")]
    [InlineData("change", "vanish", "no change")]
    [InlineData("date", "last May", "no date")]
    [InlineData("target", "Nowhereland", "such as")]
    public void an_edit_that_makes_no_sense_is_refused_in_words(string field, string value, string words)
    {
        var row = Add(changes: Change("budget support"));
        Assert.Contains(words, Assert.Throws<RecordException>(() => By.Edit(row, new Dictionary<string, string> { [field] = value }, null)).Message, StringComparison.Ordinal);
        Assert.Empty(_ledger.Decisions(AsOf.Now));
    }

    [Fact]
    public void a_decision_holds_for_a_newer_reading_that_says_the_same()
    {
        By.Reject(Add(changes: Change("budget support")), null);
        Add("test 2", changes: Change("budget support"));
        Assert.Empty(Status());
        Assert.Empty(ToReview.Ask(_ledger, Between, AsOf.Now));
    }

    [Fact]
    public void a_newer_reading_that_says_otherwise_is_asked_about_again()
    {
        By.Reject(Add(changes: Change("budget support")), null);
        var now = Add("test 2", changes: Change("budget support", ChangeKind.Reduce));
        Assert.Equal(MeasureState.Reduced, Assert.Single(Status()).State);
        var question = Assert.IsType<ReviewQuestion.AskAgain>(Assert.Single(ToReview.Ask(_ledger, Between, AsOf.Now)));
        Assert.Equal(now, Assert.Single(question.Now).Row);
        By.Accept(now, null);
        Assert.Empty(ToReview.Ask(_ledger, Between, AsOf.Now));
    }

    [Fact]
    public void a_decision_that_was_taken_back_does_not_hide_an_earlier_one_that_is_to_be_asked_again()
    {
        var row = Add(changes: Change("budget support"));
        var reject = By.Reject(row, null);
        Undo(By.Accept(row, null));
        var now = Add("test 2", changes: Change("budget support", ChangeKind.Reduce));
        var question = Assert.IsType<ReviewQuestion.AskAgain>(Assert.Single(ToReview.Ask(_ledger, Between, AsOf.Now)));
        Assert.Equal((reject.Number, now), (question.Decision.Number, Assert.Single(question.Now).Row));
    }

    [Fact]
    public void measures_are_merged_and_parted_by_name_of_their_rows()
    {
        Add(changes: [Change("aid"), Change("food aid", start: 50, end: 60)]);
        RowName one = new(RowKind.Change, 1), other = new(RowKind.Change, 2);
        Assert.IsType<ReviewQuestion.SameMeasure>(Assert.Single(ToReview.Ask(_ledger, null, AsOf.Now)));
        By.Merge([one, other], null);
        Assert.Single(Status());
        By.Split([one, other], null);
        Assert.Equal(2, Status().Count);
        Assert.Empty(ToReview.Ask(_ledger, null, AsOf.Now));
    }

    [Fact]
    public void claims_of_one_name_cannot_be_parted_without_another_name()
    {
        Add(changes: [Change("food aid"), Change("food aid", ChangeKind.Reinstate, start: 50, end: 60)]);
        Assert.Contains("review edit", Assert.Throws<RecordException>(() => By.Split([new(RowKind.Change, 1), new(RowKind.Change, 2)], null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void claims_too_bare_to_be_sure_are_asked_about_until_a_person_says_they_are_one()
    {
        Add(id: "a", changes: Change("aid"));
        Add(id: "b", changes: Change("aid", ChangeKind.Reaffirm));
        RowName one = new(RowKind.Change, 1), other = new(RowKind.Change, 2);
        bool MayBeSeveral() => Assert.Single(Dossier.Of(_ledger, Between, AsOf.Now).Measures).MayBeSeveral;
        Assert.IsType<ReviewQuestion.OneOrSeveral>(Assert.Single(ToReview.Ask(_ledger, Between, AsOf.Now)));
        Assert.True(MayBeSeveral());

        var merge = By.Merge([one, other], "both of the food programme");
        Assert.Empty(ToReview.Ask(_ledger, Between, AsOf.Now));
        Assert.False(MayBeSeveral());

        Undo(merge);
        Assert.True(MayBeSeveral());
        Assert.IsType<ReviewQuestion.OneOrSeveral>(Assert.Single(ToReview.Ask(_ledger, Between, AsOf.Now)));
    }

    private Decision Undo(Decision decision) => new UndoDecision(_ledger, "Ana Reyes").Undo(decision.Number);

    [Fact]
    public void what_is_taken_back_is_asked_again()
    {
        Add(changes: [Change("aid"), Change("food aid", start: 50, end: 60)]);
        var merge = By.Merge([new(RowKind.Change, 1), new(RowKind.Change, 2)], null);
        Assert.Empty(ToReview.Ask(_ledger, null, AsOf.Now));
        Undo(merge);
        Assert.Equal(2, Status().Count);
        Assert.IsType<ReviewQuestion.SameMeasure>(Assert.Single(ToReview.Ask(_ledger, null, AsOf.Now)));
    }

    [Fact]
    public void whose_a_measure_is_is_asked_again_once_the_answer_is_taken_back()
    {
        Add(id: "a", changes: Change("budget support"));
        var open = Add(id: "b", changes: Change("budget support", ChangeKind.Reaffirm, target: "MWI") with { Actor = null });
        Assert.IsType<ReviewQuestion.WhoseMeasure>(Assert.Single(ToReview.Ask(_ledger, Between, AsOf.Now)));
        var answer = By.Edit(open, new Dictionary<string, string> { ["actor"] = "NOR" }, null);
        Assert.Empty(ToReview.Ask(_ledger, Between, AsOf.Now));
        Undo(answer);
        Assert.IsType<ReviewQuestion.WhoseMeasure>(Assert.Single(ToReview.Ask(_ledger, Between, AsOf.Now)));
    }

    [Fact]
    public void decisions_are_taken_back_one_after_the_other_and_restored_by_taking_that_back()
    {
        var row = Add(changes: Change("budget support"));
        var edit = By.Edit(row, new Dictionary<string, string> { ["change"] = "cancel" }, null);
        var reject = By.Reject(row, null);
        Assert.Contains("once more", Assert.Throws<RecordException>(() => Undo(edit)).Message, StringComparison.Ordinal);
        var restored = Undo(reject);
        Assert.Equal(MeasureState.Ended, Assert.Single(Status()).State);
        Assert.Contains("already", Assert.Throws<RecordException>(() => Undo(reject)).Message, StringComparison.Ordinal);
        Undo(edit);
        Assert.Equal(MeasureState.Suspended, Assert.Single(Status()).State);
        var rejectedAgain = Undo(restored);
        Assert.Empty(Status());
        Assert.Contains("already", Assert.Throws<RecordException>(() => Undo(restored)).Message, StringComparison.Ordinal);
        Undo(rejectedAgain);
        Assert.Equal(MeasureState.Suspended, Assert.Single(Status()).State);
        Assert.Equal(6, _ledger.Decisions(AsOf.Now).Count);
    }

    [Fact]
    public void a_settlement_taken_back_lets_both_stand_again()
    {
        var one = Add(id: "a", changes: Change("budget support"));
        var other = Add(id: "b", changes: Change("budget support", ChangeKind.Cancel));
        Undo(By.Settle(other, [one], null));
        Assert.IsType<ReviewQuestion.WhichHolds>(Assert.Single(ToReview.Ask(_ledger, null, AsOf.Now)));
    }

    [Fact]
    public void a_report_withdrawn_counts_again_once_that_is_taken_back()
    {
        Add(changes: Change("budget support"));
        var withdrawal = By.Withdraw(new RowName(RowKind.Report, 1), "a test page");
        Assert.Empty(Status());
        Undo(withdrawal);
        Assert.Single(Status());
    }

    [Fact]
    public void a_settlement_ends_a_contradiction_and_both_rows_stay()
    {
        var one = Add(id: "a", changes: Change("budget support"));
        var other = Add(id: "b", changes: Change("budget support", ChangeKind.Cancel));
        var question = Assert.IsType<ReviewQuestion.WhichHolds>(Assert.Single(ToReview.Ask(_ledger, null, AsOf.Now)));
        Assert.Equal([one, other], new[] { question.One.Row, question.Other.Row }.OrderBy(r => r.Number));
        By.Settle(other, [one], "the ministry's own statement");
        Assert.Empty(ToReview.Ask(_ledger, null, AsOf.Now));
        Assert.Equal(MeasureState.Ended, Assert.Single(Status()).State);
        Assert.Equal(2, _ledger.Changes(ClaimsWanted.All, AsOf.Now).Count);
    }

    [Fact]
    public void a_withdrawn_report_counts_no_more()
    {
        Add(changes: Change("budget support"));
        By.Withdraw(new RowName(RowKind.Report, 1), "a test page");
        Assert.Empty(Status());
    }

    [Fact]
    public void a_decision_needs_a_name_and_a_row_that_is_there()
    {
        var row = Add(changes: Change("budget support"));
        Assert.Contains("--as", Assert.Throws<RecordException>(() => new Review(_ledger, " ").Accept(row, null)).Message, StringComparison.Ordinal);
        Assert.Contains("c99", Assert.Throws<RecordException>(() => By.Accept(new RowName(RowKind.Change, 99), null)).Message, StringComparison.Ordinal);
    }
}
