using Chancery.Reports;
using NodaTime;

namespace Chancery.Records.Folding;

/// <summary>A stretch of time in which a measure was in one state and stage. It lasts until the next one's.</summary>
/// <param name="Began">The change that brought it.</param>
/// <param name="InStateSince">The change since which it operates so, though the stage may have changed since.</param>
/// <param name="Surely">The day at whose end it had surely begun.</param>
/// <param name="Confirmations">What speaks for it without moving anything: the change itself, what reaffirms or repeats it, what authorises the next.</param>
public sealed record StatePeriod(
    MeasureState State, Stage Stage, ToldChange Began, ToldChange InStateSince, LocalDate Surely, IReadOnlyList<ToldChange> Confirmations);

/// <summary>Two tellings that cannot both be true. Both stay until a person settles it.</summary>
public sealed record Contradiction(ToldChange One, ToldChange Other);

/// <summary>How a measure stood at the end of a day.</summary>
/// <param name="Period">Null before its first change.</param>
/// <param name="Uncertain">Whether the next period may have begun.</param>
public readonly record struct Standing(StatePeriod? Period, bool Uncertain)
{
    public MeasureState State => Period?.State ?? MeasureState.Unknown;
}

/// <summary>All that is told of a measure, folded.</summary>
/// <param name="Told">All told changes in order, those that move nothing too.</param>
/// <param name="Periods">In order; a measure may enter a state again and again.</param>
public sealed record MeasureHistory(
    IReadOnlyList<ToldChange> Told, IReadOnlyList<StatePeriod> Periods, IReadOnlyList<Contradiction> Contradictions)
{
    /// <summary>Inside an imprecise interval the state before holds, and is uncertain.</summary>
    public Standing At(LocalDate day)
    {
        int last = -1;
        for (int i = 0; i < Periods.Count && Periods[i].Surely <= day; i++) last = i;
        bool uncertain = false;
        for (int i = last + 1; i < Periods.Count && !uncertain; i++) uncertain = Periods[i].Began.Window.MayHaveCome(day);
        for (int i = 0; i <= last && !uncertain; i++) uncertain = MayComeYet(i, day);
        return new Standing(last < 0 ? null : Periods[last], uncertain);
    }

    /// <summary>
    /// Whether a period that was put in order before others may have begun after them: its days go on beyond this one. What was undone (lifted, reinstated) had surely come.
    /// </summary>
    private bool MayComeYet(int period, LocalDate day) =>
        !Periods[period].Began.Window.HasCome(day)
        && !(period + 1 < Periods.Count && Periods[period + 1].Surely <= day && Periods[period + 1].Began.Change is (ChangeKind.Reinstate or ChangeKind.Lift));
}
