using Chancery.Records.Claims;
using Chancery.Reports;

namespace Chancery.Records.Folding;

/// <summary>Derives the history of a measure from the claims about it: a pure function of their set.</summary>
public static class FoldMeasure
{
    public static MeasureHistory Of(IEnumerable<ChangeClaim> claims)
    {
        var told = GatherClaims.Of(claims);
        var periods = new List<Draft>();
        foreach (var change in told)
        {
            if (!change.Happened) continue;
            var present = periods.Count > 0 ? periods[^1] : null;
            var before = present?.State ?? MeasureState.Unknown;
            var state = change.TookEffect ? Moves.After(before, change.Change, change.Whole) : before;
            var stage = change.TookEffect ? change.Change == ChangeKind.Reaffirm ? present?.Stage ?? Stage.InEffect : Stage.InEffect : Stage.Authorised;
            if (present is not null && state == before && stage == present.Stage) present.Confirm(change);
            else if (present is null && change is { TookEffect: true, Change: ChangeKind.Reaffirm }) periods.Add(new Draft(state, stage, change, change));
            else Begin(change, state, stage);
        }
        return new MeasureHistory(told, Finish(periods), FindContradictions.In(told));

        void Begin(ToldChange change, MeasureState state, Stage stage)
        {
            var present = periods.Count > 0 ? periods[^1] : null;
            // What is authorised and not yet done says that the state before still holds.
            if (change.IsAuthorised) present?.Confirm(change);
            periods.Add(new Draft(state, stage, change, present is not null && present.State == state ? present.InStateSince : change));
            if (change.IsAuthorised && present is not null) periods[^1].Take(present);
        }
    }

    /// <summary>A period began at the latest when the next one did.</summary>
    private static StatePeriod[] Finish(List<Draft> drafts)
    {
        var periods = new StatePeriod[drafts.Count];
        for (int i = drafts.Count - 1; i >= 0; i--)
        {
            var surely = drafts[i].Began.Window.Last;
            if (i + 1 < drafts.Count && periods[i + 1].Surely < surely) surely = periods[i + 1].Surely;
            periods[i] = drafts[i].Finish(surely);
        }
        return periods;
    }

    private sealed class Draft
    {
        private readonly List<ToldChange> _confirmations;

        public Draft(MeasureState state, Stage stage, ToldChange began, ToldChange inStateSince)
        {
            (State, Stage, Began, InStateSince) = (state, stage, began, inStateSince);
            _confirmations = [began];
        }

        public MeasureState State { get; }
        public Stage Stage { get; }
        public ToldChange Began { get; }
        public ToldChange InStateSince { get; }

        public void Confirm(ToldChange change)
        {
            if (change.Change != ChangeKind.Violate) _confirmations.Add(change);
        }

        /// <summary>The state went on, only the stage is new: what confirmed it still does.</summary>
        public void Take(Draft before) => _confirmations.InsertRange(0, before._confirmations.Where(c => !_confirmations.Contains(c)));

        public StatePeriod Finish(NodaTime.LocalDate surely) => new(State, Stage, Began, InStateSince, surely, _confirmations);
    }
}
