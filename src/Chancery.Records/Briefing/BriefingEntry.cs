using Chancery.Records.Claims;
using NodaTime;

namespace Chancery.Records.Briefing;

/// <summary>The parts of a briefing, in the order in which it tells them.</summary>
public enum EntryKind
{
    /// <summary>A measure's state moved, was decided, announced, reaffirmed …</summary>
    Change,
    Statement,

    /// <summary>A relation warms or cools, where it did not before.</summary>
    Turn,

    /// <summary>Reports that cannot both be right, awaiting a person.</summary>
    Contradiction,

    /// <summary>An earlier briefing was wrong. Never a change in the world.</summary>
    Correction,

    /// <summary>What ends or starts on the next day.</summary>
    Tomorrow,

    /// <summary>A report's own date was not believed.</summary>
    DateDoubt,

    /// <summary>What happened long ago and is new to the record only.</summary>
    Earlier,
}

/// <summary>One line of a briefing and the passage behind it.</summary>
/// <param name="Between">Null where the entry belongs to no pair.</param>
/// <param name="Quote">Words of a report; null where there are none.</param>
/// <param name="Source">Whose words they are: the outlet, else the report.</param>
/// <param name="Report">Number of the reading quoted.</param>
/// <param name="Rows">The rows of the record it rests on: what is decided about them later corrects it.</param>
/// <param name="Says">What these rows said (see <see cref="Reviewing.ClaimWords"/>), by which a decision about a later reading finds them.</param>
/// <param name="Late">Published before this evening, and recorded only since the issue before.</param>
public sealed record BriefingEntry(
    EntryKind Kind, Dyad? Between, Words Line, string? Quote, string? Source, LocalDate? Published, long? Report,
    IReadOnlyList<string> Rows, IReadOnlyList<string> Says, bool Late, Score Score);
