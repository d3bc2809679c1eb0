using Chancery.Reports;

namespace Chancery.Records.Claims;

/// <summary>What one reading says, as one row of the record. Rows are never changed; a later row may speak of an earlier one.</summary>
/// <param name="Number">Its number among the rows of its kind.</param>
/// <param name="Passages">Spans of the report's text it rests on, in text order; never empty.</param>
public abstract record Claim(long Number, ClaimSource Source, Speaker? Speaker, IReadOnlyList<Span> Passages)
{
    public abstract RowName Row { get; }
}

/// <summary>A claim that a measure's state moved, or that it did not.</summary>
/// <param name="Measure">The measure's name as the reading gives it.</param>
/// <param name="Actor">Who changes it: a state's code, or state and sector; null where not said.</param>
/// <param name="PartOf">The name of the measure this one is a part of.</param>
public sealed record ChangeClaim(
    long Number, ClaimSource Source, Speaker? Speaker, IReadOnlyList<Span> Passages,
    string Measure, Instrument Instrument, string? Actor, string? Target, ChangeKind Change, ClaimStatus Status, Stage Stage,
    DescribedTime Date, bool WholeExtent, string? Quantity, string? PartOf) : Claim(Number, Source, Speaker, Passages)
{
    public override RowName Row => new(RowKind.Change, Number);
    public Dyad Dyad => Dyad.Of(Actor, Target);
}

/// <summary>Who takes part in an event.</summary>
public sealed record Party(string? Name, string? Code, string? Sector);

/// <summary>A claim that somebody did something to somebody.</summary>
/// <param name="Sources">A reciprocal event has all sides here and no targets.</param>
public sealed record EventClaim(
    long Number, ClaimSource Source, Speaker? Speaker, IReadOnlyList<Span> Passages,
    bool Main, string Type, string? Mode, string? Cameo, double Score, ClaimStatus Status, DescribedTime Date,
    IReadOnlyList<Party> Sources, IReadOnlyList<Party> Targets) : Claim(Number, Source, Speaker, Passages)
{
    public override RowName Row => new(RowKind.Event, Number);
}

/// <summary>A claim that somebody said something. The passages are the words of the content.</summary>
public sealed record StatementClaim(
    long Number, ClaimSource Source, Speaker? Speaker, IReadOnlyList<Span> Passages,
    StatementKind Kind, string? Medium, string? Audience) : Claim(Number, Source, Speaker, Passages)
{
    public override RowName Row => new(RowKind.Statement, Number);
}

/// <summary>A claim that the relation of two states warms or cools.</summary>
public sealed record SignalClaim(
    long Number, ClaimSource Source, Speaker? Speaker, IReadOnlyList<Span> Passages, Dyad Dyad, Signal Signal) : Claim(Number, Source, Speaker, Passages)
{
    public override RowName Row => new(RowKind.Signal, Number);
}
