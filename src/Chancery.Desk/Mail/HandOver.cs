using System.Collections.Concurrent;
using System.Globalization;
using Chancery.Records;
using Chancery.Records.Briefing;
using Chancery.Records.Post;
using NodaTime;

namespace Chancery.Desk.Mail;

/// <summary>What a run did.</summary>
public sealed record HandOverResult(int Sent, int WaitAgain, int Refused, int Unsure, string? Trouble, bool IsFatal)
{
    public static readonly HandOverResult None = new(0, 0, 0, 0, null, false);

    public HandOverResult Plus(Outcome outcome) => outcome.State switch
    {
        LetterState.Sent => this with { Sent = Sent + 1 },
        LetterState.Unsure => this with { Unsure = Unsure + 1 },
        LetterState.Waiting => this with { WaitAgain = WaitAgain + 1 },
        _ => this with { Refused = Refused + 1 },
    };
}

/// <summary>
/// Hands letters over to the mail server. Each is claimed in the database before it is begun and settled afterwards; in between, a journal on this machine says how far it is, so that
/// what a sender killed in the middle held is known. See docs/decisions/0110.
/// </summary>
public sealed class HandOver(Ledger ledger, MailSettings settings, string folder, TimeProvider time)
{
    private const int Batch = 200;

    /// <summary>A claim without a journal on this machine is another machine's; after so long it is taken for dead.</summary>
    private static readonly Duration Patience = Duration.FromMinutes(15);

    /// <summary>Issues of earlier days than these are not sent any more: whoever makes issues of the past does not want them in mailboxes.</summary>
    private const int NewsForDays = 3;

    private readonly Outbox _outbox = new(ledger);
    private readonly Suppressions _suppressions = new(ledger);
    private readonly HostRates _rates = new(settings.Rates);

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Recovers, fills the outbox with what is released, and sends all that is due.</summary>
    /// <param name="due">What falls due up to then is sent too; null for now.</param>
    /// <param name="sender">A name no other sender has.</param>
    public HandOverResult Run(string sender, Instant? due = null)
    {
        Recover();
        FillReleased();
        new Subscribers(ledger).Forget(Now);
        using var journal = HandOverJournal.Begin(folder, sender, Batch);
        var compose = Composer();
        var result = HandOverResult.None;
        var sessions = Enumerable.Range(0, settings.Connections).Select(_ => new SmtpSession(settings)).ToList();
        try
        {
            while (_outbox.Claim(Batch, sender, due ?? Now, Now) is { Count: > 0 } letters)
            {
                result = HandOverBatch(letters, sender, journal, compose, sessions, result);
                if (result.Trouble is not null) break;
            }
        }
        finally
        {
            foreach (var session in sessions) session.Dispose();
        }
        return result;
    }

    /// <summary>Settles what senders held that are no more.</summary>
    public void Recover()
    {
        foreach (var held in _outbox.Held().GroupBy(h => h.Sender))
        {
            var left = HandOverJournal.Take(folder, held.Key);
            if (left is { Alive: true } || left is null && held.Max(h => h.Since) > Now - Patience) continue;
            _outbox.Settle([.. held.Select(h => Recovered(h.Issue, h.Subscriber, left))], held.Key, Now);
            if (left is not null) File.Delete(left.Path);
        }
    }

    private Outcome Recovered(long issue, long subscriber, HandOverJournal.Left? left)
    {
        if (left is not { Reliable: true }) return new Outcome(issue, subscriber, LetterState.Unsure, null, "its sender is gone with all it knew", Tried: true);
        return left.Phases.GetValueOrDefault((issue, subscriber)) switch
        {
            HandOverPhase.Taken => new Outcome(issue, subscriber, LetterState.Sent, null, "taken; its sender died before it said so", Tried: true),
            HandOverPhase.Ending => new Outcome(issue, subscriber, LetterState.Unsure, null, "its sender died while the letter's end was on its way", Tried: true),
            _ => new Outcome(issue, subscriber, LetterState.Waiting, Now, null, Tried: false),
        };
    }

    /// <summary>Puts every issue into the outbox that a reviewer released, or whose hour has come.</summary>
    public void FillReleased()
    {
        var issues = new Issues(ledger);
        var first = Now.InZone(settings.Zone).Date.PlusDays(-NewsForDays);
        foreach (var issue in issues.Latest(10).Reverse().Where(i => i.Date >= first && !_outbox.IsFilled(i.Number)))
        {
            var decisions = issues.Decisions(issue.Number);
            if (ReviewGate.ReleasedAt(issue, decisions) is { } released && released <= Now) _outbox.Fill(issue, ReviewGate.Entries(issue, decisions), released, Now);
        }
    }

    private ComposeLetter Composer()
    {
        var issues = new Issues(ledger);
        var kept = new ConcurrentDictionary<long, (Issue Issue, IReadOnlyList<BriefingEntry> Entries)>();
        return new ComposeLetter(settings, Tokens.Of(ledger), n => Kept(n).Issue, issue => Kept(issue.Number).Entries);

        (Issue Issue, IReadOnlyList<BriefingEntry> Entries) Kept(long number)
        {
            lock (issues)
            {
                return kept.GetOrAdd(number, n => issues.Of(n) is { } issue ? (issue, ReviewGate.Entries(issue, issues.Decisions(n))) : throw new RecordException($"There is no issue {n}."));
            }
        }
    }

    private HandOverResult HandOverBatch(IReadOnlyList<Letter> letters, string sender, HandOverJournal journal, ComposeLetter compose, List<SmtpSession> sessions, HandOverResult result)
    {
        journal.Hold([.. letters.Select(l => (l.Issue, l.To.Number))]);
        var outcomes = new Outcome?[letters.Count];
        var suppress = new ConcurrentBag<string>();
        HandOverException? trouble = null;
        int next = -1;
        var slots = _rates.Take(letters.Select(l => l.To.Host), Now);
        Parallel.ForEach(sessions, new ParallelOptions { MaxDegreeOfParallelism = sessions.Count }, session =>
        {
            for (int at; (at = Interlocked.Increment(ref next)) < letters.Count;) outcomes[at] = One(session, at);
        });
        foreach (var address in suppress) _suppressions.Add(address, SuppressionReason.Refused, Now);
        _outbox.Settle([.. outcomes.Select(o => o!)], sender, Now);
        journal.Release(letters.Count);
        result = outcomes.Aggregate(result, (r, o) => r.Plus(o!));
        return trouble is null ? result : result with { Trouble = trouble.Message, IsFatal = trouble.IsFatal };

        Outcome One(SmtpSession session, int at)
        {
            var letter = letters[at];
            if (slots[at] > Now) return Again(letter, slots[at], null, tried: false);
            if (Volatile.Read(ref trouble) is not null) return Again(letter, Now + Duration.FromMinutes(1), null, tried: false);
            try
            {
                using var message = compose.Of(letter);
                var answer = session.Send(message, compose.ReturnPath(letter), phase => journal.Mark(at, phase));
                if (answer.Suppress) suppress.Add(letter.To.Address);
                if (answer.State != LetterState.Waiting) return new Outcome(letter.Issue, letter.To.Number, answer.State, null, answer.Reply, Tried: true);
                return Backoff.NextTry(letter.Attempts, letter.Due, Now) is { } again
                    ? Again(letter, again, answer.Reply, tried: true)
                    : new Outcome(letter.Issue, letter.To.Number, LetterState.Lapsed, null, answer.Reply, Tried: true);
            }
            catch (HandOverException e)
            {
                Volatile.Write(ref trouble, e);
                return Again(letter, Now + Duration.FromMinutes(1), e.Message, tried: false);
            }
        }
    }

    private static Outcome Again(Letter letter, Instant at, string? reply, bool tried) => new(letter.Issue, letter.To.Number, LetterState.Waiting, at, reply, tried);

    /// <summary>A name for this process that no other has.</summary>
    public static string NewSender() => string.Create(CultureInfo.InvariantCulture,
        $"{Environment.MachineName}-{Environment.ProcessId}-{Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(6))}");
}
