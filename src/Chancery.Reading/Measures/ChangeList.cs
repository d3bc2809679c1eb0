using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>
/// Gathers the changes of one report: pronouns get the measure last spoken of, programmes their own name, a party left unsaid the
/// one named elsewhere for the same measure; the same change told twice is one with two passages.
/// </summary>
internal sealed class ChangeList(List<(Programme Programme, Span Span)> named)
{
    /// <summary>How many telling words a phrase must share with a programme the report names, to be that programme.</summary>
    private const int SharedStems = 2;

    /// <summary>How many characters before it a pronoun's measure was spoken of: a sentence or two.</summary>
    private const int ReachOfPronouns = 400;

    private static readonly string?[] NotSaid = [null];
    private readonly List<Draft> _drafts = [];

    private sealed class Draft(FoundChange found)
    {
        public FoundChange Found { get; } = found;
        public string Name { get; set; } = "";
        public Instrument Instrument { get; set; }
        public Programme? Programme { get; set; }
        public List<string> Actors { get; set; } = found.Actors;
        public List<string> Targets { get; set; } = found.Targets;
    }

    public void Add(FoundChange found)
    {
        var draft = new Draft(found);
        if (found.Claim.IsSame)
        {
            // "Chad followed suit": the change told last, by another
            if (_drafts.Count == 0 || found.Actors.Count == 0) return;
            var told = _drafts[^1];
            if (told.Actors.Intersect(found.Actors).Any()) return;
            draft = new Draft(found with { Claim = told.Found.Claim with { Status = found.Claim.Status, Stage = found.Claim.Stage, Background = found.Claim.Background, Rule = found.Claim.Rule } })
            {
                Name = told.Name, Instrument = told.Instrument, Targets = told.Targets,
            };
        }
        else if (found.Name is { } name)
        {
            draft.Name = name;
            draft.Instrument = found.Claim.Instrument!.Value;
        }
        else
        {
            // "suspending it": the measure last spoken of, if any
            if (_drafts.Count == 0 || found.Evidence.Start - _drafts[^1].Found.Evidence.End > ReachOfPronouns) return;
            var last = _drafts[^1];
            (draft.Name, draft.Instrument) = (last.Name, last.Instrument);
            if (draft.Actors.Count == 0) draft.Actors = last.Actors;
            if (draft.Targets.Count == 0) draft.Targets = last.Targets;
        }
        _drafts.Add(draft);
    }

    public IReadOnlyList<MeasureChange> Finish(string text)
    {
        foreach (var draft in _drafts) draft.Programme = ProgrammeOf(draft);
        foreach (var draft in _drafts) FillParties(draft);
        _drafts.RemoveAll(d => d.Programme is null && !HasParties(d));
        var changes = new List<MeasureChange>();
        foreach (var draft in _drafts)
            foreach (var (actor, target) in Pairs(draft)) AddOne(changes, draft, actor, target);
        return [.. changes.Select((c, i) => c with { Id = $"c{i + 1}" })];
    }

    private static bool HasParties(Draft draft) => draft.Found.Claim.Needs switch
    {
        // word order alone is not trusted without somebody who acts
        _ when draft.Actors.Count == 0 && draft.Found.Claim.Rule.StartsWith("word order", StringComparison.Ordinal) => false,
        // firms stop and resume their trade for reasons of their own
        _ when draft.Found.Claim.Class == MeasureClass.Flow && draft.Actors.Count == 0 && draft.Found.Claim.ActorWords.Count > 0 => false,
        _ when draft.Found.Claim.Class == MeasureClass.Flow && draft.Actors.Exists(a => a.EndsWith("BUS", StringComparison.Ordinal)) => false,
        NeededParties.One => draft.Actors.Count + draft.Targets.Count > 0,
        // a state's own ban, said to be its own, is a measure of that state
        NeededParties.Target when draft.Found.ActorIsNamed && draft.Instrument == Instrument.Ban => true,
        // a state's own aid is a measure of that state, and so is money that it gives
        NeededParties.Target when draft.Found is { ActorIsNamed: true, Claim.Measure.Phrase.Words: [.., "aid" or "assistance"] } && draft.Actors is [{ Length: 3 }, ..] => true,
        NeededParties.Target when draft.Found.ActorIsNamed && draft.Found.Claim is { Class: MeasureClass.Benefit, Quantity: { } sum } && sum.AsSpan().IndexOfAny("$€£") >= 0 => true,
        NeededParties.Target => draft.Targets.Except(draft.Actors).Any(),
        NeededParties.Two => draft.Actors.Union(draft.Targets).Count() > 1,
        _ => true,
    };

    private Programme? ProgrammeOf(Draft draft)
    {
        foreach (var (programme, span) in named)
            if (draft.Found.Phrase is { } phrase && phrase.Overlaps(span) && programme.Instrument == draft.Instrument) return programme;
        var stems = MeasureNames.Stems(draft.Name);
        Programme? best = null;
        int most = SharedStems - 1;
        foreach (var (programme, _) in named)
        {
            if (programme.Instrument != draft.Instrument || programme.Actor is { } own && draft.Actors.Count > 0 && !draft.Actors.Contains(own)) continue;
            int shared = MeasureNames.Shared(stems, programme.Stems);
            if (shared > most) (best, most) = (programme, shared);
        }
        return best;
    }

    /// <summary>A party the sentence leaves unsaid is the one that another sentence names for the same measure.</summary>
    private void FillParties(Draft draft)
    {
        if (draft.Actors.Count == 0 && draft.Programme?.Actor is { } own) draft.Actors = [own];
        if (draft.Actors.Count > 0 && draft.Targets.Count > 0) return;
        if (draft.Programme?.Sides is { Length: 2 } sides)
        {
            if (draft.Actors.Count == 0 && draft.Targets.Count == 0) draft.Actors = [.. sides];
            else if (draft.Actors.Count == 0 && draft.Targets is [var other] && sides.Contains(other)) draft.Actors = [.. sides.Where(s => s != other)];
            else if (draft.Targets.Count == 0 && draft.Actors is [var one] && sides.Contains(one)) draft.Targets = [.. sides.Where(s => s != one)];
        }
        foreach (var near in _drafts.OrderBy(o => Math.Abs(o.Found.Evidence.Start - draft.Found.Evidence.Start)))
        {
            if (ReferenceEquals(near, draft) || near.Instrument != draft.Instrument || !IsSameMeasure(draft, near)) continue;
            if (draft.Actors.Count == 0 && near.Actors.Count > 0 && !draft.Targets.Intersect(near.Actors).Any()) draft.Actors = near.Actors;
            if (draft.Targets.Count == 0 && near.Targets.Count > 0 && !draft.Actors.Intersect(near.Targets).Any()
                && (near.Actors.Count == 0 || draft.Actors.Count == 0 || draft.Actors.Intersect(near.Actors).Any())) draft.Targets = near.Targets;
        }
    }

    private static bool IsSameMeasure(Draft one, Draft other) =>
        one.Programme is not null && one.Programme == other.Programme || MeasureNames.MayBeOne(one.Name, other.Name);

    private static IEnumerable<(string? Actor, string? Target)> Pairs(Draft draft)
    {
        IEnumerable<string?> actors = draft.Actors.Count > 0 ? draft.Actors : NotSaid;
        IEnumerable<string?> targets = draft.Targets.Count > 0 ? draft.Targets : NotSaid;
        // two that break their truce do it towards each other, as two that cut their tariffs do
        if (draft.Actors.Count == 2 && draft.Targets.Count == 0 && (draft.Found.Claim.Class is MeasureClass.Levy || draft.Found.Claim is { Class: MeasureClass.Truce, Change: ChangeKind.Violate }))
            return [(draft.Actors[0], draft.Actors[1]), (draft.Actors[1], draft.Actors[0])];
        // "their joint exercise": one with the other, wherever it is held
        if (draft.Found.Claim is { Class: MeasureClass.Regime, Measure.Phrase.Words: [.., "exercise" or "drill" or "game" or "manoeuvre" or "maneuver" or "patrol" or "talk" or "negotiation" or "dialogue"] }
            && draft.Actors.Count == 2 && draft.Targets.TrueForAll(draft.Actors.Contains))
            return [(draft.Actors[0], draft.Actors[1])];
        // "agreed to reopen the crossing between the two countries"
        if (draft.Found.Claim.Class is MeasureClass.Regime or MeasureClass.Bond && draft.Actors.Count == 2 && draft.Targets.Count > 0 && draft.Targets.TrueForAll(draft.Actors.Contains))
            return [(draft.Actors[0], draft.Actors[1])];
        // "the border post between Chad and Niger"
        if (draft.Found.Claim is { Class: MeasureClass.Regime } && draft.Actors.Count == 0 && draft.Targets.Count == 2) return [(draft.Targets[0], draft.Targets[1])];
        // two sides of one pact are one change, not two
        if (draft.Found.Claim.Class is MeasureClass.Pact or MeasureClass.Bond or MeasureClass.Truce or MeasureClass.Regime && draft.Targets.Count == 0 && draft.Actors.Count == 2)
            return [(draft.Actors[0], draft.Actors[1])];
        if (draft.Found.Claim.Class == MeasureClass.Truce && draft.Actors.Count == 0 && draft.Targets.Count == 2) return [(draft.Targets[0], draft.Targets[1])];
        if (draft.Found.Claim is { Class: MeasureClass.Bond or MeasureClass.Pact, Measure.Phrase.Words: not [.., "operation" or "service" or "embassy" or "consulate"] } && draft.Actors.Count == 0 && draft.Targets.Count == 2)
            return [(draft.Targets[0], draft.Targets[1])];
        return actors.SelectMany(_ => targets, (a, t) => (a, t)).Take(12);
    }

    private static void AddOne(List<MeasureChange> changes, Draft draft, string? actor, string? target)
    {
        var claim = draft.Found.Claim;
        var name = draft.Programme?.Name ?? draft.Name;
        int same = changes.FindIndex(c => c.Measure == name && c.Change == claim.Change && c.Status == claim.Status && c.Stage == claim.Stage
            && c.Actor == actor && c.Target == target && c.Instrument == draft.Instrument && MayBeOneTime(c.Date, draft.Found.Date));
        if (same >= 0)
        {
            var known = changes[same];
            var date = Narrower(known.Date, draft.Found.Date);
            changes[same] = known with { Evidence = [.. known.Evidence, draft.Found.Evidence], Date = date };
            return;
        }
        changes.Add(new MeasureChange(
            "", name, draft.Instrument, actor, target, claim.Change, claim.Status, claim.Stage, draft.Found.Date, !claim.Partial, claim.Quantity,
            draft.Programme?.Whole, [draft.Found.Evidence], draft.Found.StatementId, claim.Rule));
    }

    private static bool MayBeOneTime(DescribedTime one, DescribedTime other) =>
        (one.From is null || other.To is null || one.From < other.To) && (other.From is null || one.To is null || other.From < one.To);

    private static DescribedTime Narrower(DescribedTime one, DescribedTime other)
    {
        if (one.Value is null) return other;
        if (other.Value is null || other.Basis == TimeBasis.Published) return one;
        return one.Basis == TimeBasis.Published || other.Value.Length > one.Value.Length ? other : one;
    }
}
