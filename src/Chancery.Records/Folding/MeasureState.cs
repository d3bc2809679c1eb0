namespace Chancery.Records.Folding;

/// <summary>How a measure operates. What is decided on paper only stands beside it, as a stage.</summary>
public enum MeasureState { Unknown, InEffect, Suspended, PartlySuspended, Reduced, Ended }

public static class MeasureStates
{
    /// <summary>The state as the contract spells it: <c>partly-suspended</c>.</summary>
    public static string Name(this MeasureState state) => state switch
    {
        MeasureState.InEffect => "in-effect",
        MeasureState.PartlySuspended => "partly-suspended",
        _ => state.ToString().ToLowerInvariant(),
    };
}
