namespace Chancery.Reports;

public enum Instrument { Training, Aid, Sanctions, Tariff, Ban, Treaty, Relations, Deployment, Ceasefire, Other }

/// <summary>What a change does to a measure. <see cref="Reaffirm"/> moves nothing and renews "last confirmed".</summary>
public enum ChangeKind
{
    Impose, Authorise, Extend, Reduce, Suspend, Ease, Waive, Lift, Reinstate, Convert, Postpone, Expire, Cancel, Violate, Reaffirm,
}

/// <summary>How far a change has come: decided on paper, or in force. Authorised is not resumed.</summary>
public enum Stage { Authorised, InEffect }

/// <summary>A report's claim that a measure's state moved, or that it did not (reaffirmed).</summary>
/// <param name="Measure">The measure's name: a programme's own where known, else the report's words.</param>
/// <param name="Actor">Who changes it: a state's code alone (also for its government), state and sector for others; null where not said.</param>
/// <param name="WholeExtent">False where only a part is touched ("nearly all", "some of").</param>
/// <param name="Quantity">As told: "7,000 troops", "$300 million".</param>
/// <param name="PartOf">The name of the measure this one is a part of.</param>
/// <param name="Evidence">The words of the change; never empty.</param>
public sealed record MeasureChange(
    string Id, string Measure, Instrument Instrument, string? Actor, string? Target, ChangeKind Change, ClaimStatus Status, Stage Stage,
    DescribedTime Date, bool WholeExtent, string? Quantity, string? PartOf, IReadOnlyList<Span> Evidence, string? StatementId,
    string? Decided = null);
