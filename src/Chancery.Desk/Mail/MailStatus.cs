using Chancery.Records;
using Chancery.Records.Briefing;
using Chancery.Records.Post;
using NodaTime;

namespace Chancery.Desk.Mail;

/// <summary>How an issue's post stands.</summary>
/// <param name="ReleasedAt">Null while it is held.</param>
public sealed record IssuePost(Issue Issue, Instant? ReleasedAt, bool IsFilled, IReadOnlyDictionary<LetterState, long> Letters);

/// <param name="Questions">Letters that ask whether an address is its owner's.</param>
/// <param name="Words">What servers said last of letters that are refused, unsure or lapsed: issue, state, reply.</param>
public sealed record MailStatus(
    IReadOnlyList<IssuePost> Issues, IReadOnlyDictionary<LetterState, long> Questions, long Subscribers, IReadOnlyList<(SuppressionReason Reason, long Addresses)> Suppressed, Instant? NextDue,
    IReadOnlyList<(long Issue, LetterState State, string? Reply)> Words)
{
    private const int MostIssues = 14, MostWords = 10;

    public static MailStatus Of(Ledger ledger)
    {
        var outbox = new Outbox(ledger);
        var issues = new Issues(ledger);
        var counts = outbox.Counts().GroupBy(c => c.Issue).ToDictionary(g => g.Key, g => (IReadOnlyDictionary<LetterState, long>)g.ToDictionary(c => c.State, c => c.Letters));
        return new MailStatus(
            [.. issues.Latest(MostIssues).Select(i => new IssuePost(i, ReviewGate.ReleasedAt(i, issues.Decisions(i.Number)), outbox.IsFilled(i.Number), Letters(i.Number)))],
            Letters(Outbox.Question), new Subscribers(ledger).CountConfirmed(), new Suppressions(ledger).Counts(), outbox.NextDue(),
            [.. new[] { LetterState.Refused, LetterState.Unsure, LetterState.Lapsed }.SelectMany(s => outbox.Latest(s, MostWords).Select(l => (l.Issue, s, l.Reply)))]);

        IReadOnlyDictionary<LetterState, long> Letters(long issue) => counts.GetValueOrDefault(issue) ?? new Dictionary<LetterState, long>();
    }
}
