using Chancery.Records.Claims;
using Chancery.Records.Folding;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Tests.Records.Folding;

/// <summary>
/// The fold once more, as plainly as it can be said and day by day: what docs/record.md says of states, written without a look at the code it is held against. Slow; for comparing only.
/// </summary>
internal static class NaiveFold
{
    private sealed record Step(ChangeKind Change, ClaimStatus Status, Stage Stage, bool Whole, LocalDate? First, LocalDate Last, bool OwnDay)
    {
        public LocalDate Begin => First ?? Last;
        public bool Meets(Step other) => (First is null || First <= other.Last) && (other.First is null || other.First <= Last);
        /// <summary>Not two days apart, and nothing else moved the measure from the one to the other.</summary>
        public bool IsNear(Step other, IEnumerable<Step> all)
        {
            var (earlier, later) = Last < other.Last ? (this, other) : (other, this);
            return later.First is { } first && Period.DaysBetween(earlier.Last, first) <= 2
                && !all.Any(s => s.Change != Change && s.Status == ClaimStatus.Happened && s.TakesEffect && s.Change != ChangeKind.Reaffirm && (s.First is null || s.First <= first) && s.Last >= earlier.Last);
        }
        public int Days => First is { } first ? Period.DaysBetween(first, Last) : int.MaxValue;
        public bool TakesEffect => Stage == Stage.InEffect && Change != ChangeKind.Authorise;
    }

    /// <summary>What each change makes of each state, whole | part: docs/record.md, "What a change does".</summary>
    private static readonly Dictionary<ChangeKind, string> Table = new()
    {
        //                         Unknown In Sus Par Red End | the same for a part
        [ChangeKind.Impose] = "I I I I I I | I I I I I I",
        [ChangeKind.Suspend] = "S S S S S S | P P S P P P",
        [ChangeKind.Reinstate] = "I I I I I I | P I P P R R",
        [ChangeKind.Reduce] = "R R S P R R | R R S P R R",
        [ChangeKind.Lift] = "E E E E E E | R R S P R E",
        [ChangeKind.Cancel] = "E E E E E E | R R S P R E",
        [ChangeKind.Extend] = "I I S P I I | I I S P I I",
        [ChangeKind.Reaffirm] = "U I S P R E | U I S P R E",
        [ChangeKind.Authorise] = "U I S P R E | U I S P R E",
    };

    public static IEnumerable<ChangeKind> Kinds => Table.Keys;

    private const string Letters = "UISPRE";

    private static MeasureState Letter(char c) => c switch
    {
        'U' => MeasureState.Unknown, 'I' => MeasureState.InEffect, 'S' => MeasureState.Suspended, 'P' => MeasureState.PartlySuspended, 'R' => MeasureState.Reduced, _ => MeasureState.Ended,
    };

    private static MeasureState Apply(MeasureState before, Step step)
    {
        var half = Table[step.Change].Split(" | ")[step.Whole ? 0 : 1].Split(' ');
        return Letter(half[Letters.IndexOf(before == MeasureState.InEffect ? 'I' : before.ToString()[0], StringComparison.Ordinal)][0]);
    }

    /// <summary>State, stage and doubt at the end of a day.</summary>
    public static (MeasureState State, Stage? Stage, bool Uncertain) At(IReadOnlyList<ChangeClaim> claims, LocalDate day)
    {
        var moved = Moved(Steps(claims));
        // A move has come by a day when its own days are over, or those of one that came after it.
        bool Surely(int i) => Enumerable.Range(i, moved.Count - i).Any(j => moved[j].Step.Last <= day);
        int last = Enumerable.Range(0, moved.Count).Where(Surely).DefaultIfEmpty(-1).Last();
        bool mayHaveCome = moved.Skip(last + 1).Any(m => m.Step.First is null || m.Step.First <= day);
        bool mayComeYet = Enumerable.Range(0, last + 1).Any(i => moved[i].Step.Last > day && !(i < last && moved[i + 1].Step.Change is ChangeKind.Reinstate or ChangeKind.Lift && i < last));
        return last < 0 ? (MeasureState.Unknown, null, mayHaveCome) : (moved[last].State, moved[last].Stage, mayHaveCome || mayComeYet);
    }

    private static List<(Step Step, MeasureState State, Stage Stage)> Moved(List<Step> steps)
    {
        var moved = new List<(Step, MeasureState, Stage)>();
        var state = MeasureState.Unknown;
        Stage? stage = null;
        foreach (var step in steps.Where(s => s.Status == ClaimStatus.Happened))
        {
            var next = step.TakesEffect ? Apply(state, step) : state;
            var nextStage = !step.TakesEffect ? Stage.Authorised : step.Change == ChangeKind.Reaffirm ? stage ?? Stage.InEffect : Stage.InEffect;
            if (next == state && nextStage == stage) continue;
            (state, stage) = (next, nextStage);
            moved.Add((step, next, nextStage));
        }
        return moved;
    }

    /// <summary>Each change once: of claims that say the same and whose days meet, the one of fewest days stands for all. A report's own day, where it gives none, meets those up to two days off.</summary>
    private static List<Step> Steps(IReadOnlyList<ChangeClaim> claims)
    {
        var kept = new List<Step>();
        var told = claims.Select(c => new Step(c.Change, c.Status, c.Stage, c.WholeExtent, c.Date.From, c.Date.To!.Value.PlusDays(-1), c.Date.Basis == TimeBasis.Published)).ToList();
        foreach (var step in told.OrderBy(s => s.Days).ThenBy(s => s.OwnDay).ThenBy(s => s.Begin).ThenBy(s => s.Last))
        {
            var same = kept.Where(k => (k.Change, k.Status, k.Stage, k.Whole) == (step.Change, step.Status, step.Stage, step.Whole)).ToList();
            if (!same.Any(k => k.Meets(step) || step.OwnDay && k.IsNear(step, told))) kept.Add(step);
        }
        return [.. kept.OrderBy(s => s.Begin).ThenBy(s => s.Last).ThenBy(s => s.Change).ThenBy(s => s.Status).ThenByDescending(s => s.Stage).ThenBy(s => s.Whole)];
    }
}
