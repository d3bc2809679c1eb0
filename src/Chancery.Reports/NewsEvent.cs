namespace Chancery.Reports;

/// <summary>What the report claims of an event or a change.</summary>
public enum ClaimStatus { Happened, Announced, Considered, Threatened, CalledFor, Denied }

/// <summary>When something holds, as the report lets one say: a TIMEX3 value, the half-open days, and what they rest on.</summary>
/// <param name="Value">TIMEX3 date value; null where only an interval is known.</param>
public sealed record DescribedTime(string? Value, NodaTime.LocalDate? From, NodaTime.LocalDate? To, TimeBasis Basis);

/// <summary>Who takes part in an event.</summary>
/// <param name="ActorId">Null for a participant that is no actor of the report (a crowd without a name).</param>
public sealed record Participant(string? ActorId, string? Code, string? Sector);

/// <summary>Who did what to whom: a PLOVER event.</summary>
/// <param name="Main">Whether the sentence is told for this event.</param>
/// <param name="Modes">PLOVER modes, the most telling first; may be empty.</param>
/// <param name="Cameo">CAMEO code, null where none fits.</param>
/// <param name="Score">PLOVER intensity, -10 … +10.</param>
/// <param name="Source">A reciprocal event lists all sides here and no target.</param>
/// <param name="Trigger">The words that name the event; never empty.</param>
/// <param name="Passages">Further places of the report that tell the same event; may be empty.</param>
/// <param name="Decided">The rule or feature that decided it (for --explain).</param>
public sealed record NewsEvent(
    string Id, bool Main, string Type, IReadOnlyList<string> Modes, IReadOnlyList<string> Contexts, string? Cameo, double Score,
    IReadOnlyList<Participant> Source, IReadOnlyList<Participant> Target, IReadOnlyList<Span> Trigger, ClaimStatus Status,
    DescribedTime Date, string? StatementId, IReadOnlyList<Span> Passages, string? Decided = null)
{
    /// <summary>Told as background: what had been before the news, or long ago.</summary>
    public bool History { get; init; }

    /// <summary>The state in which it took place, where the sentence says one; null else.</summary>
    public string? Place { get; init; }
}

public static class ClaimStatuses
{
    public static string Name(this ClaimStatus status) =>
        status == ClaimStatus.CalledFor ? "called-for" : status.ToString().ToLowerInvariant();
}
