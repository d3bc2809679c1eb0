using Chancery.Records.Claims;
using Chancery.Records.Folding;
using Chancery.Records.Identity;

namespace Chancery.Records.Reviewing;

/// <summary>Something a person is asked.</summary>
public abstract record ReviewQuestion(Dyad Between)
{
    /// <summary>Are these one measure?</summary>
    /// <param name="One">A claim of the one, to name it by.</param>
    public sealed record SameMeasure(Dyad Between, ChangeClaim One, ChangeClaim Other, double Score) : ReviewQuestion(Between);

    /// <summary>Do these, told by one name, speak of one measure or of several?</summary>
    /// <param name="Other">The first claim that nothing binds to the one.</param>
    public sealed record OneOrSeveral(Dyad Between, ChangeClaim One, ChangeClaim Other) : ReviewQuestion(Between);

    /// <summary>Which of two holds?</summary>
    public sealed record WhichHolds(Dyad Between, string Measure, ChangeClaim One, ChangeClaim Other) : ReviewQuestion(Between);

    /// <summary>Is the side that this claim leaves unsaid the one that others name for a measure of this name?</summary>
    /// <param name="Between">The states of the measure that others name in full.</param>
    /// <param name="Like">A claim of that measure.</param>
    public sealed record WhoseMeasure(Dyad Between, ChangeClaim Open, ChangeClaim Like) : ReviewQuestion(Between);

    /// <summary>A decision about a reading that a newer one has replaced, which no longer says the same there.</summary>
    /// <param name="Now">What the newer reading says where words overlap; may be empty.</param>
    public sealed record AskAgain(Dyad Between, Decision Decision, IReadOnlyList<ChangeClaim> Now) : ReviewQuestion(Between);
}

/// <summary>Finds what awaits a person's decision.</summary>
public static class ToReview
{
    /// <param name="between">Two states, or null for all.</param>
    /// <param name="ofDossier">What <see cref="OfDossier"/> gives for two states, where somebody keeps that.</param>
    public static IReadOnlyList<ReviewQuestion> Ask(Ledger ledger, Dyad? between, AsOf asOf, Func<Dyad, IReadOnlyList<ReviewQuestion>>? ofDossier = null)
    {
        var questions = new List<ReviewQuestion>();
        var decisions = ledger.Decisions(asOf);
        foreach (var pair in between is { } one ? [one] : Dossier.Pairs(ledger, null, asOf))
        {
            var claims = ledger.Changes(ClaimsWanted.Between(pair), asOf);
            questions.AddRange(ofDossier?.Invoke(pair) ?? OfDossier(Dossier.Of(ledger, pair, asOf)));
            questions.AddRange(Unmatched(pair, claims, decisions));
            questions.AddRange(AskWhose.Of(ledger, pair, decisions, asOf));
        }
        return questions;
    }

    /// <summary>Contradictions, measures that may be one, and one that may be several.</summary>
    public static IReadOnlyList<ReviewQuestion> OfDossier(Dossier dossier) =>
    [
        .. dossier.Measures.SelectMany(m => m.History.Contradictions.Select(c => new ReviewQuestion.WhichHolds(dossier.Between, m.Name, c.One.Claims[0], c.Other.Claims[0]))),
        .. dossier.Proposals.Select(p => new ReviewQuestion.SameMeasure(dossier.Between, Sample(dossier, p.One), Sample(dossier, p.Other), p.Score)),
        .. OneOrSeveral(dossier),
    ];

    /// <summary>One question a measure: the next comes when it is answered. What a person took apart again is not asked once more.</summary>
    private static IEnumerable<ReviewQuestion> OneOrSeveral(Dossier dossier) =>
        from measure in dossier.Measures
        where measure.History.Contradictions.Count == 0
        let parts = measure.Parts
        where parts.Count > 1
        let other = parts.Skip(1).Select(p => p[0]).FirstOrDefault(c => measure.Decided.AreOne(parts[0][0], c) is null)
        where other is not null
        select new ReviewQuestion.OneOrSeveral(dossier.Between, parts[0][0], other);

    private static ChangeClaim Sample(Dossier dossier, MeasureKey key) => dossier.Measures.SelectMany(m => m.Claims).First(c => MeasureKey.Of(c) == key);

    private static IEnumerable<ReviewQuestion> Unmatched(Dyad pair, IReadOnlyList<ChangeClaim> claims, IReadOnlyList<Decision> decisions)
    {
        var verdicts = Verdicts.Of(decisions);
        var said = claims.Select(ClaimWords.Of).ToHashSet(StringComparer.Ordinal);
        var standing = StandingDecisions.Of(decisions);
        foreach (var decision in standing)
        {
            if (decision.About is not { Kind: RowKind.Change } about || decision.Kind == DecisionKind.Note || DecisionPayload.Read(decision.Payload).Says is not { } says) continue;
            if (said.Contains(says) || claims.Any(c => c.Row == about) || says.Split('|') is not [_, var report, _, var spans, ..]) continue;
            if (ClaimWords.PairOf(says) != pair || standing.Any(d => d.Number > decision.Number && d.About == about)) continue;
            ChangeClaim[] now = [.. claims.Where(c => c.Source.ReportId.Replace('|', '/') == report && Overlap(c, spans))];
            // A rejected claim that is read no more needs no answer; nor does one whose place was decided about anew.
            if (now.Length == 0 && decision.Kind == DecisionKind.Reject || now.Any(c => verdicts.Standing(c).Any())) continue;
            yield return new ReviewQuestion.AskAgain(pair, decision, now);
        }
    }

    private static bool Overlap(ChangeClaim claim, string spans) => spans.Split(',').Select(s => s.Split('-')).Any(s =>
        s.Length == 2 && int.TryParse(s[0], out int start) && int.TryParse(s[1], out int end) && claim.Passages.Any(p => p.Start < end && start < p.End));
}
