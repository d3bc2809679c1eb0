using Chancery.Reading.Events.Frames;

namespace Chancery.Reading.Measures;

/// <summary>The parties of all changes that one sentence tells of; what one of them leaves unsaid another may say.</summary>
internal sealed class SidesInSentence(Clauses clauses, List<(Claim Claim, (List<string> Actors, List<string> Targets, bool ActorIsNamed) Sides)> claims)
{
    public IEnumerable<(Claim Claim, List<string> Actors, List<string> Targets, bool ActorIsNamed)> Shared()
    {
        List<string> stationed = [];
        foreach (var (claim, (who, whom, isNamed)) in claims)
        {
            var (actors, targets) = SameMeasure(claim, isNamed) is { } known ? known : (who, whom);
            // "downgraded its ties with Chad and suspended all agreements"
            if (targets.Count == 0 && claim.Class is not (MeasureClass.Presence or MeasureClass.Truce) && Joined(claim) is { } first && (actors.Count == 0 || first.Actors.SequenceEqual(actors)))
                (actors, targets) = (first.Actors, [.. first.Targets.Except(first.Actors)]);
            // "Chad pulled 900 troops out of Mali, and Niger will withdraw its contingent"
            if (claim.Class == MeasureClass.Presence) stationed = targets.Count > 0 ? targets : targets = [.. stationed.Except(actors)];
            yield return (claim, actors, targets, isNamed);
        }
    }

    /// <summary>The parties that grammar names for the same measure elsewhere: "reopen the crossings that have been shut since"; null where it names none, or this claim's own.</summary>
    private (List<string>, List<string>)? SameMeasure(Claim claim, bool isNamed)
    {
        if (isNamed || claim.Measure is not { } measure) return null;
        foreach (var (other, sides) in claims)
            if (!ReferenceEquals(other, claim) && other.Measure?.Head == measure.Head && sides.ActorIsNamed && sides.Actors.Count > 0) return (sides.Actors, sides.Targets);
        return null;
    }

    /// <summary>The parties of the change that this one is coordinated with; null for none.</summary>
    private (List<string> Actors, List<string> Targets)? Joined(Claim claim)
    {
        int head = clauses.Head(claim.Word);
        if (head < 0 || !clauses.Is(claim.Word, "conj")) return null;
        foreach (var (other, sides) in claims)
            if (other.Word == head && !ReferenceEquals(other, claim) && sides.Targets.Count > 0) return (sides.Actors, sides.Targets);
        return null;
    }
}
