using System.Data.Common;
using Chancery.Records.Briefing;
using Chancery.Records.Sql;
using NodaTime;

namespace Chancery.Records.Post;

/// <summary>
/// Where a letter stands. waiting: for its hour, or for another try. handing: claimed by a sender that has not said what became of it. sent: the server took it.
/// unsure: it was on its way when the sender died, and is not sent again. refused: the server does not want it. lapsed: tried for too long.
/// </summary>
public enum LetterState { Waiting, Handing, Sent, Unsure, Refused, Lapsed }

/// <summary>A letter to be handed over.</summary>
/// <param name="Issue"><see cref="Outbox.Question"/> for the question whether an address is its owner's.</param>
/// <param name="Attempts">With this one.</param>
public sealed record Letter(long Issue, Subscriber To, Instant Due, int Attempts);

/// <summary>What became of a letter.</summary>
/// <param name="NextTry">For one that waits again.</param>
/// <param name="Tried">Whether the attempt counts.</param>
public sealed record Outcome(long Issue, long Subscriber, LetterState State, Instant? NextTry, string? Reply, bool Tried);

/// <summary>How many letters of an issue stand where.</summary>
public sealed record OutboxCount(long Issue, LetterState State, long Letters);

/// <summary>The letters to be sent, one for each issue and subscriber: a queue in the record's database and no part of the record.</summary>
public sealed class Outbox
{
    /// <summary>In place of an issue: the question whether an address is its owner's.</summary>
    public const long Question = 0;

    private readonly SqlLedger _ledger;

    public Outbox(Ledger ledger) => _ledger = SqlLedger.Of(ledger);

    internal static Query Insert(long issue, long subscriber, string host, Instant due) => Query.Of(
        "INSERT INTO outbox (issue, subscriber, host, due, state, attempts, next_try, changed) VALUES (@p0, @p1, @p2, @p3, 'Waiting', 0, @p3, @p3) ON CONFLICT (issue, subscriber) DO NOTHING",
        issue, subscriber, host, Cells.Micros(due));

    /// <summary>Puts an issue into the outbox for all who confirmed, whole or not at all; a second time does nothing.</summary>
    /// <param name="entries">What the reviewer let stand.</param>
    public bool Fill(Issue issue, IReadOnlyList<BriefingEntry> entries, Instant released, Instant now)
    {
        var readers = new Subscribers(_ledger).Confirmed();
        var due = new Dictionary<(string, LocalTime), Instant>();
        var letters = readers.Where(s => s.Choices.Quiet || HasNews(entries, s.Choices.Interest)).Select(s => Insert(issue.Number, s.Number, s.Host, Due(s.Choices))).ToList();
        return _ledger.Write(transaction =>
        {
            if (_ledger.Scalar(Query.Of("SELECT issue FROM posted WHERE issue = @p0", issue.Number), transaction) is not null) return false;
            foreach (var some in letters.Chunk(2000)) _ledger.Execute(some, transaction);
            _ledger.Execute([Query.Of("INSERT INTO posted (issue, filled) VALUES (@p0, @p1)", issue.Number, Cells.Micros(now))], transaction);
            return true;
        });

        Instant Due(Choices c)
        {
            if (!due.TryGetValue((c.Zone, c.Evening), out var at)) due[(c.Zone, c.Evening)] = at = DueTime.After(released, DueTime.Zone(c.Zone), c.Evening);
            return at;
        }
    }

    public bool IsFilled(long issue) => _ledger.Rows(Query.Of("SELECT issue FROM posted WHERE issue = @p0", issue), row => 0).Count > 0;

    private static bool HasNews(IReadOnlyList<BriefingEntry> entries, Interest interest) => interest.OnlyThese ? entries.Any(interest.IsOwn) : entries.Count > 0;

    /// <summary>Takes letters that are due, for one sender alone. From now on they are this sender's until <see cref="Settle"/>.</summary>
    /// <param name="due">Letters due up to then are taken; those that wait for another try only when their time has come.</param>
    public IReadOnlyList<Letter> Claim(int most, string sender, Instant due, Instant now) => _ledger.Write(transaction =>
    {
        var letters = _ledger.Rows(
            Query.Of("SELECT o.issue, o.due, o.attempts, s.number, s.address, s.asked, s.confirmed, s.zone, s.evening, s.language, s.dossiers, s.only_these, s.quiet "
                + "FROM outbox o JOIN subscribers s ON s.number = o.subscriber WHERE o.state = 'Waiting' AND o.next_try <= @p0 AND (o.next_try <= @p1 OR o.next_try = o.due) "
                + "ORDER BY o.next_try, o.subscriber LIMIT @p2", Cells.Micros(due > now ? due : now), Cells.Micros(now), (long)most), transaction,
            row => new Letter(row.GetInt64(0), Subscribers.Read(row, 3), Cells.ToInstant(row.GetInt64(1)), (int)row.GetInt64(2) + 1));
        _ledger.Execute(letters.Select(l => Query.Of(
            "UPDATE outbox SET state = 'Handing', attempts = attempts + 1, claimed_by = @p2, changed = @p3 WHERE issue = @p0 AND subscriber = @p1",
            l.Issue, l.To.Number, sender, Cells.Micros(now))), transaction);
        return letters;
    });

    /// <summary>Says what became of letters. A sender settles only what it holds.</summary>
    public void Settle(IReadOnlyCollection<Outcome> outcomes, string sender, Instant now)
    {
        if (outcomes.Count == 0) return;
        _ledger.Write(transaction =>
        {
            _ledger.Execute(outcomes.Select(o => Query.Of(
                "UPDATE outbox SET state = @p3, next_try = coalesce(CAST(@p4 AS bigint), next_try), reply = @p5, changed = @p6, attempts = attempts - @p7, claimed_by = NULL WHERE issue = @p0 AND subscriber = @p1 AND state = 'Handing' AND claimed_by = @p2",
                o.Issue, o.Subscriber, sender, o.State.ToString(), o.NextTry is { } next ? Cells.Micros(next) : null, o.Reply, Cells.Micros(now), o.Tried ? 0L : 1L)), transaction);
            return outcomes.Count;
        });
    }

    /// <summary>What senders hold: their names, with what each holds and since when.</summary>
    public IReadOnlyList<(string Sender, long Issue, long Subscriber, Instant Since)> Held() => _ledger.Rows(
        Query.Of("SELECT claimed_by, issue, subscriber, changed FROM outbox WHERE state = 'Handing' ORDER BY claimed_by, issue, subscriber"),
        row => (row.GetString(0), row.GetInt64(1), row.GetInt64(2), Cells.ToInstant(row.GetInt64(3))));

    /// <summary>When the next letter is due; null where none waits.</summary>
    public Instant? NextDue() => _ledger.Rows(Query.Of("SELECT min(next_try) FROM outbox WHERE state = 'Waiting'"), row => row.Number(0)).Single() is { } next ? Cells.ToInstant(next) : null;

    public IReadOnlyList<OutboxCount> Counts() => _ledger.Rows(
        Query.Of("SELECT issue, state, count(*) FROM outbox GROUP BY issue, state ORDER BY issue, state"),
        row => new OutboxCount(row.GetInt64(0), row.Word<LetterState>(1), row.GetInt64(2)));

    /// <summary>What the server said of letters in a state, the latest first.</summary>
    public IReadOnlyList<(long Issue, long Subscriber, string? Reply)> Latest(LetterState state, int most) => _ledger.Rows(
        Query.Of("SELECT issue, subscriber, reply FROM outbox WHERE state = @p0 ORDER BY changed DESC, subscriber LIMIT @p1", state.ToString(), (long)most),
        row => (row.GetInt64(0), row.GetInt64(1), row.Text(2)));

    /// <summary>A person decides that letters of which nobody knows whether they arrived are sent again.</summary>
    public long SendUnsureAgain(Instant now) => _ledger.Write(transaction => _ledger.Count(
        Query.Of("UPDATE outbox SET state = 'Waiting', next_try = @p0 WHERE state = 'Unsure'", Cells.Micros(now)), transaction));

    /// <summary>When the letters of this subscriber were sent.</summary>
    public IReadOnlyList<(long Issue, LetterState State, Instant Changed)> Of(long subscriber) => _ledger.Rows(
        Query.Of("SELECT issue, state, changed FROM outbox WHERE subscriber = @p0 ORDER BY issue", subscriber),
        row => (row.GetInt64(0), row.Word<LetterState>(1), Cells.ToInstant(row.GetInt64(2))));
}
