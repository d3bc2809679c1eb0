using Chancery.Desk.Mail;
using Chancery.Records;
using Chancery.Records.Briefing;
using Chancery.Records.Claims;
using Chancery.Records.Post;
using Chancery.Records.Reviewing;
using Chancery.Reports;
using Chancery.Tests.Briefing;
using Chancery.Tests.Records;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Mail;

/// <summary>Issues, subscribers and the outbox, alike on both engines.</summary>
public class PostStoreTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 27, 18, 0);

    public static TheoryData<Engine> Engines => TestRecord.Engines;

    [Theory, MemberData(nameof(Engines))]
    public void an_issue_is_made_once_and_reads_the_same_for_ever(Engine engine)
    {
        using var record = new TestRecord(engine);
        using var ledger = record.Open();
        var issues = new Issues(ledger);
        BriefingEntry[] entries = [LetterTests.Entry("Budget “support” suspended"), LetterTests.Entry("Loans", null) with { Between = null, Late = true, Published = null }];
        var made = issues.Make(new EveningQuestion(new LocalDate(2026, 3, 27), null, Now), Now, null, entries);
        var kept = issues.Of(made.Date)!;
        Assert.Equal(entries.Select(Said), kept.Entries.Select(Said));
        Assert.Equal(entries[0].Rows, kept.Entries[0].Rows);
        Assert.Equal((1, Now), (kept.Number, kept.Recorded));
        Assert.Contains("made once", Assert.Throws<RecordException>(() => issues.Make(new EveningQuestion(made.Date, null, Now), Now, null, [])).Message, StringComparison.Ordinal);
        foreach (var sql in new[] { "UPDATE issues SET content = '[]'", "DELETE FROM issue_rows", "UPDATE issue_decisions SET kind = 'Release'" })
        {
            if (sql.Contains("decisions", StringComparison.Ordinal)) issues.Decide(1, IssueVerdict.Hold, "Ana Reyes", null, null, Now);
            Assert.Contains("append-only", Assert.ThrowsAny<System.Data.Common.DbException>(() => record.Say(sql)).Message, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public void a_correction_is_marked_in_the_issue_and_told_in_the_next(Engine engine)
    {
        using var record = new TestRecord(engine);
        var clock = new SetClock(Now);
        using var ledger = record.Open(clock);
        var change = new MeasureChange("c1", "budget support", Instrument.Aid, "NOR", "MWI", ChangeKind.Suspend, ClaimStatus.Happened, Stage.InEffect,
            new DescribedTime("2026-03-27", new LocalDate(2026, 3, 27), new LocalDate(2026, 3, 28), TimeBasis.Stated), true, null, null, [new Span(0, 20)], null);
        ledger.Append(MadeReading.Of("a", "2026-03-27", "Norway suspended budget support to Malawi.", change));
        var first = MakeIssue.Of(ledger, new LocalDate(2026, 3, 27), Now, null, _ => ReportParts.Unknown);
        Assert.Empty(FindCorrections.Of(first, ledger));
        clock.Now += Duration.FromHours(20);
        new Review(ledger, "Ana Reyes").Reject(new RowName(RowKind.Change, 1), "it was a plan");
        clock.Now += Duration.FromHours(4);
        var second = MakeIssue.Of(ledger, new LocalDate(2026, 3, 28), clock.Now, null, _ => ReportParts.Unknown);
        Assert.Equal(EntryKind.Correction, Assert.Single(second.Entries).Kind);
        Assert.Equal("That was read wrongly and is taken back (Ana Reyes: it was a plan).", FindCorrections.InWords(FindCorrections.Of(first, ledger)[1]));
        Assert.Equal(Said(first.Entries[0]), Said(new Issues(ledger).Of(first.Number)!.Entries[0]));
        new Review(ledger, "Ana Reyes").Accept(new RowName(RowKind.Change, 1), null);
        Assert.Empty(FindCorrections.Of(first, ledger));
        clock.Now += Duration.FromDays(1);
        Assert.Empty(MakeIssue.Of(ledger, new LocalDate(2026, 3, 29), clock.Now, null, _ => ReportParts.Unknown).Entries);
    }

    [Theory, MemberData(nameof(Engines))]
    public void a_letter_is_claimed_by_one_sender_alone_and_settled_by_that_one(Engine engine)
    {
        using var record = new TestRecord(engine);
        using var ledger = record.Open();
        using var other = record.Open();
        var outbox = Filled(ledger, 30);
        var mine = outbox.Claim(20, "one", Now, Now);
        var theirs = new Outbox(other).Claim(20, "two", Now, Now);
        Assert.Equal((20, 10), (mine.Count, theirs.Count));
        Assert.Empty(mine.Select(l => l.To.Number).Intersect(theirs.Select(l => l.To.Number)));
        outbox.Settle([.. theirs.Select(l => new Outcome(1, l.To.Number, LetterState.Sent, null, null, true))], "one", Now);
        Assert.Equal(30, outbox.Held().Count);
        outbox.Settle([.. mine.Select((l, i) => new Outcome(1, l.To.Number, i < 5 ? LetterState.Waiting : LetterState.Sent, i < 5 ? Now + Duration.FromMinutes(1) : null, "451 busy", i > 0))], "one", Now);
        Assert.Equal([new OutboxCount(1, LetterState.Handing, 10), new OutboxCount(1, LetterState.Sent, 15), new OutboxCount(1, LetterState.Waiting, 5)], outbox.Counts());
        Assert.Empty(outbox.Claim(20, "one", Now, Now));
        Assert.Equal([1, 2, 2, 2, 2], outbox.Claim(20, "one", Now + Duration.FromMinutes(1), Now + Duration.FromMinutes(1)).Select(l => l.Attempts).Order());
    }

    [Theory, MemberData(nameof(Engines))]
    public void letters_due_later_are_taken_when_asked_for_and_another_try_waits_for_its_time(Engine engine)
    {
        using var record = new TestRecord(engine);
        using var ledger = record.Open();
        var outbox = Filled(ledger, 3, new LocalTime(20, 0));
        Assert.Empty(outbox.Claim(9, "one", Now, Now));
        var later = Now + Duration.FromHours(3);
        var taken = outbox.Claim(9, "one", later, Now);
        Assert.Equal(3, taken.Count);
        outbox.Settle([.. taken.Select(l => new Outcome(1, l.To.Number, LetterState.Waiting, Now + Duration.FromMinutes(1), "451 busy", true))], "one", Now);
        Assert.Empty(outbox.Claim(9, "one", later, Now));
        Assert.Equal(3, outbox.Claim(9, "one", later, Now + Duration.FromMinutes(1)).Count);
    }

    [Theory, MemberData(nameof(Engines))]
    public void choices_are_kept_changed_shown_and_erased(Engine engine)
    {
        using var record = new TestRecord(engine);
        using var ledger = record.Open();
        var subscribers = new Subscribers(ledger);
        var choices = new Choices("Asia/Kathmandu", new LocalTime(19, 45), "de", new Interest(Choices.ReadDossiers("tza-swe, NOR-MWI"), true), Quiet: false);
        subscribers.Ask("Ümit@post.example", Choices.Usual, Now);
        var number = subscribers.Of("ümit@post.example")!.Number;
        subscribers.Change(number, choices);
        var kept = subscribers.Of(number)!;
        Assert.Equal((choices.Zone, choices.Evening, choices.Language, "MWI-NOR SWE-TZA", true, false),
            (kept.Choices.Zone, kept.Choices.Evening, kept.Choices.Language, kept.Choices.Dossiers, kept.Choices.Interest.OnlyThese, kept.Choices.Quiet));
        Assert.Null(kept.Confirmed);
        Assert.True(subscribers.Confirm(number, Now));
        Assert.Contains("Ümit@post.example", SubscriberExport.Of(ledger, "ümit@post.example"), StringComparison.Ordinal);
        Assert.True(subscribers.Erase(number));
        Assert.Null(SubscriberExport.Of(ledger, "ümit@post.example"));
        Assert.False(subscribers.Confirm(number, Now));
    }

    [Fact]
    public void nothing_of_an_erased_address_is_left_in_the_file()
    {
        using var record = new TestRecord(Engine.Sqlite);
        using (var ledger = record.Open())
        {
            var outbox = Filled(ledger, 3);
            var address = "reader1@host1.example";
            var claimed = outbox.Claim(10, "one", Now, Now);
            outbox.Settle([.. claimed.Select(l => new Outcome(1, l.To.Number, LetterState.Refused, null, $"550 {l.To.Address} unknown", true))], "one", Now);
            new Suppressions(ledger).Add(address, SuppressionReason.Complaint, Now);
            Assert.Equal(SuppressionReason.Complaint, new Suppressions(ledger).Of(address));
        }
        var bytes = Directory.GetFiles(record.Folder, "record.sqlite*").SelectMany(File.ReadAllBytes).ToArray();
        Assert.Equal(-1, bytes.AsSpan().IndexOf("reader1@"u8));
        Assert.NotEqual(-1, bytes.AsSpan().IndexOf("reader2@"u8));
    }

    [Fact]
    public void a_week_without_a_yes_is_a_no()
    {
        using var record = new TestRecord(Engine.Sqlite);
        using var ledger = record.Open();
        var subscribers = new Subscribers(ledger);
        subscribers.Ask("late@post.example", Choices.Usual, Now);
        subscribers.Forget(Now + Duration.FromDays(6));
        Assert.NotNull(subscribers.Of("late@post.example"));
        subscribers.Forget(Now + Duration.FromDays(8));
        Assert.Null(subscribers.Of("late@post.example"));
    }

    [Fact]
    public void a_token_for_one_use_is_none_for_another_and_a_changed_one_is_none_at_all()
    {
        var tokens = new Tokens(new byte[32]);
        var token = tokens.Make(TokenUse.Leave, 77);
        Assert.Equal(77, tokens.Read(token, TokenUse.Leave));
        Assert.Equal(77, tokens.Read(tokens.MakeCaseless(TokenUse.Bounce, 77).ToUpperInvariant(), TokenUse.Bounce));
        Assert.Null(tokens.Read(token, TokenUse.Choose));
        Assert.Null(new Tokens([.. Enumerable.Repeat((byte)1, 32)]).Read(token, TokenUse.Leave));
        for (int i = 0; i < token.Length - 1; i++) Assert.Null(tokens.Read(token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..], TokenUse.Leave));
        Assert.All(new[] { null, "", "77", new string('x', 5000), "é" }, t => Assert.Null(tokens.Read(t, TokenUse.Leave)));
    }

    private static string Said(BriefingEntry entry) => (entry with { Rows = [], Says = [] }) + string.Join(' ', entry.Rows) + string.Join(' ', entry.Says);

    private static Outbox Filled(Ledger ledger, int readers, LocalTime? evening = null)
    {
        var outbox = new Outbox(ledger);
        new Subscribers(ledger).Add(Enumerable.Range(0, readers).Select(i => ($"reader{i}@host{i}.example", Choices.Usual with { Evening = evening ?? new LocalTime(18, 0) })), Now);
        var issue = new Issues(ledger).Make(new EveningQuestion(new LocalDate(2026, 3, 27), null, Now), Now, null, []);
        Assert.True(outbox.Fill(issue, issue.Entries, Now, Now));
        Assert.False(outbox.Fill(issue, issue.Entries, Now, Now));
        return outbox;
    }
}
