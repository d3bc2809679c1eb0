using Chancery.Records.Claims;
using Chancery.Reports;
using static Chancery.Records.Folding.MeasureState;

namespace Chancery.Records.Folding;

/// <summary>What a change that took effect does to the state of a measure. The table with its reasons stands in docs/record.md.</summary>
public static class Moves
{
    /// <param name="whole">False where only a part of the measure is touched.</param>
    public static MeasureState After(MeasureState before, ChangeKind change, bool whole) => change switch
    {
        ChangeKind.Impose => InEffect,
        ChangeKind.Reinstate => whole ? InEffect : Regained(before),
        ChangeKind.Extend => before is Suspended or PartlySuspended ? before : InEffect,
        ChangeKind.Reduce or ChangeKind.Ease => before is Suspended or PartlySuspended ? before : Reduced,
        ChangeKind.Suspend or ChangeKind.Waive => whole || before == Suspended ? Suspended : PartlySuspended,
        ChangeKind.Postpone => before == Ended ? Ended : whole || before == Suspended ? Suspended : PartlySuspended,
        ChangeKind.Lift or ChangeKind.Cancel or ChangeKind.Expire => whole ? Ended : Lessened(before),
        ChangeKind.Convert or ChangeKind.Violate => before == Unknown ? InEffect : before,
        ChangeKind.Authorise or ChangeKind.Reaffirm => before,
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    /// <summary>Whether it may move a state: it happened, took effect, and is of a kind that does.</summary>
    public static bool MayMove(ChangeClaim claim) => claim is { Status: ClaimStatus.Happened, Stage: Stage.InEffect, Change: not (ChangeKind.Authorise or ChangeKind.Reaffirm) };

    /// <summary>A part is running again; of what ended altogether, less than it was.</summary>
    private static MeasureState Regained(MeasureState before) => before switch
    {
        Suspended or PartlySuspended or Unknown => PartlySuspended,
        Ended or Reduced => Reduced,
        _ => InEffect,
    };

    /// <summary>A part is gone for good.</summary>
    private static MeasureState Lessened(MeasureState before) => before is Suspended or PartlySuspended or Ended ? before : Reduced;
}
