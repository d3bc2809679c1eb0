using Chancery.Reports;

namespace Chancery.Records.Folding;

/// <summary>Finds tellings that cannot both be true.</summary>
internal static class FindContradictions
{
    public static IReadOnlyList<Contradiction> In(IReadOnlyList<ToldChange> told)
    {
        var found = new List<Contradiction>();
        for (int i = 0; i < told.Count; i++)
            for (int j = i + 1; j < told.Count && told[j].Window.CompareTo(new DayWindow(told[i].Window.Last, NodaTime.LocalDate.MaxIsoValue)) <= 0; j++)
                if (Contradict(told[i], told[j])) found.Add(new Contradiction(told[i], told[j]));
        return found;
    }

    /// <summary>At one time, by different reports: a change and its denial, or two changes that leave the measure in different states.</summary>
    private static bool Contradict(ToldChange one, ToldChange other)
    {
        if (!one.Window.Overlaps(other.Window) || one.SharesReportWith(other)) return false;
        if (one.Happened && other.Status == ClaimStatus.Denied || other.Happened && one.Status == ClaimStatus.Denied) return one.Change == other.Change;
        return one.TookEffect && other.TookEffect && Leaves(one) is { } a && Leaves(other) is { } b && a != b;
    }

    /// <summary>The state a change leaves whatever was before; null where that depends.</summary>
    private static MeasureState? Leaves(ToldChange change)
    {
        if (change.Change is ChangeKind.Reaffirm or ChangeKind.Convert or ChangeKind.Violate) return null;
        var after = Moves.After(MeasureState.InEffect, change.Change, change.Whole);
        return after == MeasureState.InEffect && change.Change == ChangeKind.Extend ? null : after;
    }
}
