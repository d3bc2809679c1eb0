using NodaTime;

namespace Chancery.Records.Claims;

/// <summary>
/// What a person decided about a row. accept reject edit note: of one claim. merge split: of measures. withdraw: the report as a whole counts no more.
/// correct: the record was wrong (not the world). settle: which of two contradicting claims holds.
/// </summary>
public enum DecisionKind { Accept, Reject, Edit, Note, Merge, Split, Withdraw, Correct, Settle }

/// <summary>A decision before it is recorded.</summary>
/// <param name="By">The person's name as given.</param>
/// <param name="About">The row it speaks of; null for merge and split, whose payload names measures.</param>
/// <param name="Payload">A JSON object whose keys belong to the kind.</param>
public sealed record NewDecision(DecisionKind Kind, string By, RowName? About, string Payload);

/// <summary>A recorded decision.</summary>
public sealed record Decision(long Number, Instant Recorded, DecisionKind Kind, string By, RowName? About, string Payload)
{
    public RowName Row => new(RowKind.Decision, Number);
}
