using Chancery.Records.Claims;
using NodaTime;

namespace Chancery.Records.Briefing;

/// <summary>An issue of the briefing: made once for its day, numbered, and kept as it was made.</summary>
/// <param name="Since">Up to when the issue before knew the record; null for the first.</param>
/// <param name="Recorded">Up to when this one did.</param>
/// <param name="WaitsUntil">Until when it waits for a reviewer; null where it does not.</param>
public sealed record Issue(long Number, LocalDate Date, Instant Made, Instant? Since, Instant Recorded, Instant? WaitsUntil, IReadOnlyList<BriefingEntry> Entries)
{
    public bool IsQuiet => Entries.Count == 0;
}

/// <summary>release: may go out now. hold: may not go out, whatever the hour. strike: an entry is left out.</summary>
public enum IssueVerdict { Release, Hold, Strike }

/// <summary>What a reviewer decided about an issue before it went out.</summary>
/// <param name="Place">Of the entry struck, from 1.</param>
public sealed record IssueDecision(long Number, long Issue, Instant Recorded, IssueVerdict Verdict, string By, int? Place, string? Note);

/// <summary>Whether an issue may go out, and with what.</summary>
public static class ReviewGate
{
    /// <summary>When it was or will be released, by what is decided so far; null while it is held.</summary>
    public static Instant? ReleasedAt(Issue issue, IReadOnlyList<IssueDecision> decisions) =>
        decisions.LastOrDefault(d => d.Verdict != IssueVerdict.Strike) switch
        {
            { Verdict: IssueVerdict.Hold } => null,
            { Verdict: IssueVerdict.Release } release => release.Recorded,
            _ => issue.WaitsUntil is { } hour && hour > issue.Made ? hour : issue.Made,
        };

    /// <summary>The entries a reviewer let stand.</summary>
    public static IReadOnlyList<BriefingEntry> Entries(Issue issue, IReadOnlyList<IssueDecision> decisions)
    {
        var struck = decisions.Where(d => d.Verdict == IssueVerdict.Strike).Select(d => d.Place).ToHashSet();
        return [.. issue.Entries.Where((_, at) => !struck.Contains(at + 1))];
    }
}
