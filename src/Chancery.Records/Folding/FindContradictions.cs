using Chancery.Reports;

namespace Chancery.Records.Folding;

/// <summary>Finds tellings that cannot both be true.</summary>
internal static class FindContradictions
{
    /// <summary>A denial answers what was told in so many days before, where no change undid that.</summary>
    private const int Answered = 183;

    public static IReadOnlyList<Contradiction> In(IReadOnlyList<ToldChange> told)
    {
        var found = new List<Contradiction>();
        for (int i = 0; i < told.Count; i++)
            for (int j = i + 1; j < told.Count && told[j].Window.CompareTo(new DayWindow(told[i].Window.Last, NodaTime.LocalDate.MaxIsoValue)) <= 0; j++)
                if (Contradict(told[i], told[j])) found.Add(new Contradiction(told[i], told[j]));
        foreach (var denial in told.Where(t => t.Status == ClaimStatus.Denied))
            if (Denied(denial, told) is { } denied && !found.Contains(new Contradiction(denied, denial)) && !found.Contains(new Contradiction(denial, denied))) found.Add(new Contradiction(denied, denial));
        return found;
    }

    /// <summary>What a denial denies, told before it: the latest change of its kind, unless the measure was changed otherwise since.</summary>
    private static ToldChange? Denied(ToldChange denial, IReadOnlyList<ToldChange> told)
    {
        var last = told.LastOrDefault(t => t.TookEffect && t.Change != ChangeKind.Reaffirm && t.Window.Last <= denial.Window.Last);
        return last is not null && last.Change == denial.Change && !last.SharesReportWith(denial) && NodaTime.Period.DaysBetween(last.Window.Last, denial.Window.Last) <= Answered ? last : null;
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
