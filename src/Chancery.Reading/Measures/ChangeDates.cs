using Chancery.Reading.Events.Frames;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Measures;

/// <summary>
/// When measures changed: a time that hangs on the change itself or on the word that decides it, never the time somebody spoke.
/// The news of a report without a time of its own is dated by its publication; what it tells as background is only known to lie before.
/// </summary>
internal sealed class ChangeDates(AnnotatedReport report)
{
    private readonly SentenceTimes _times = new(report);

    public DescribedTime Of(Clauses clauses, Claim claim)
    {
        if (OwnTime(clauses, claim) is { } time) return ByDay(SentenceTimes.Described(time));
        var published = _times.Published(clauses.Sentence.Span.Start);
        if (claim.Status is not ClaimStatus.Happened || published.To is null) return new DescribedTime(null, null, null, TimeBasis.Published);
        return claim.Background ? new DescribedTime(null, null, Earliest(published.To.Value, EndOfMainClause(clauses, claim)), TimeBasis.Inferred) : published;
    }

    private static LocalDate Earliest(LocalDate one, LocalDate? other) => other is { } o && o < one ? o : one;

    /// <summary>"suspended the payments in 2018 after Chad expelled …": what came before something of a known time was over by its end; null where no time is known.</summary>
    private LocalDate? EndOfMainClause(Clauses clauses, Claim claim)
    {
        for (int at = claim.Word, steps = 0; at >= 0 && steps < 8; at = clauses.Head(at), steps++)
        {
            if (clauses.Words[at].Relation != "advcl" || !(clauses.HasCase(at, "after") || clauses.HasCase(at, "since") || clauses.HasCase(at, "following"))) continue;
            int main = clauses.Head(at);
            foreach (var (time, word) in _times.In(clauses))
                if (clauses.Head(word) == main) return SentenceTimes.Described(time).To;
        }
        return null;
    }

    private TimeExpression? OwnTime(Clauses clauses, Claim claim)
    {
        TimeExpression? best = null;
        int bestSteps = int.MaxValue;
        foreach (var (time, word) in _times.In(clauses))
        {
            int steps = StepsTo(clauses, claim, word);
            if (steps < bestSteps) (best, bestSteps) = (time, steps);
        }
        return best;
    }

    private const int NotReached = int.MaxValue;

    /// <summary>How many steps up the tree lead from a time to the change without crossing another clause.</summary>
    private static int StepsTo(Clauses clauses, Claim claim, int word)
    {
        for (int at = word, steps = 0; at >= 0 && steps < 12; at = clauses.Head(at), steps++)
        {
            if (at == claim.Word || at == claim.Measure?.Head || at == claim.Measure?.Outer) return steps;
            if (claim.Measure is { } measure && at >= measure.First && at <= measure.Head) return steps;
            if (at == claim.Top && !IsSaying(clauses, at)) return steps + 4;
            if (clauses.IsVerb(at) && !IsCarrier(clauses, claim, at)) return NotReached;
            // "an embassy that had been on hold since 2017"
            if (clauses.Words[at].Relation is "acl:relcl" or "advcl" or "ccomp") return NotReached;
            if (clauses.HasCase(at, "after") || clauses.HasCase(at, "following") || clauses.HasCase(at, "before")) return NotReached;
        }
        return NotReached;
    }

    /// <summary>The verb that carries a change noun: "the withdrawal took place in May".</summary>
    private static bool IsCarrier(Clauses clauses, Claim claim, int verb) =>
        !clauses.IsVerb(claim.Word) && clauses.Head(claim.Word) == verb && !IsSaying(clauses, verb);

    private static bool IsSaying(Clauses clauses, int word) => clauses.Lemma(word) is "say" or "announce" or "tell" or "report" or "threaten" or "call" or "urge"
        or "demand" or "ask" or "warn" or "refuse" or "reject" or "condemn" or "propose" or "discuss" or "debate" or "reiterate" or "promise" or "pledge" or "vow" or "plan";

    // a change is dated by its day: the part of the day says nothing of a measure
    private static DescribedTime ByDay(DescribedTime time) =>
        time.Value?.IndexOf('T', StringComparison.Ordinal) is > 0 and var clock ? time with { Value = time.Value[..clock] } : time;
}
