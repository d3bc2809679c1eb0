using Chancery.Records.Claims;
using Chancery.Records.Identity;

namespace Chancery.Records.Reviewing;

/// <summary>
/// Finds claims that leave one side unsaid ("the budget support to Malawi remains suspended") where all other claims of that name and the side that is said name one and the same other
/// side. A name that tells nothing ("sanctions") is not asked about.
/// </summary>
internal static class AskWhose
{
    /// <param name="pair">The two states that others name.</param>
    public static IEnumerable<ReviewQuestion.WhoseMeasure> Of(Ledger ledger, Dyad pair, IReadOnlyList<Decision> decisions, AsOf asOf)
    {
        if (pair.First.Length == 0) yield break;
        var verdicts = new Verdicts(decisions);
        var named = Claims(ledger, pair, decisions, asOf).GroupBy(MeasureKey.Of).ToDictionary(g => g.Key, g => g.First());
        foreach (var side in new[] { pair.First, pair.Second }.Distinct())
            foreach (var open in Claims(ledger, Dyad.Of(null, side), decisions, asOf))
            {
                var key = MeasureKey.Of(open);
                if (key.IsBare || key.Within is not null || verdicts.Standing(open).Any()) continue;
                var like = named.Where(n => Completes(n.Key, key)).Select(n => n.Value).ToList();
                if (like.Count == 1 && !IsNamedElsewhere(ledger, key, side, pair, decisions, asOf)) yield return new ReviewQuestion.WhoseMeasure(pair, open, like[0]);
            }
    }

    private static IReadOnlyList<ChangeClaim> Claims(Ledger ledger, Dyad pair, IReadOnlyList<Decision> decisions, AsOf asOf) =>
        ApplyDecisions.To(ledger.Changes(ClaimsWanted.Between(pair), asOf), decisions);

    private static bool Completes(MeasureKey full, MeasureKey open) =>
        full.Name == open.Name && full.Instrument == open.Instrument && full is { Actor: not null, Target: not null, Within: null }
        && (open.Actor is null ? full.Target == open.Target : full.Actor == open.Actor);

    private static bool IsNamedElsewhere(Ledger ledger, MeasureKey key, string side, Dyad pair, IReadOnlyList<Decision> decisions, AsOf asOf) =>
        ledger.DyadsWithMeasure(key.Name).Where(d => d != pair && d.Holds(side) && d.First.Length > 0)
            .Any(d => Claims(ledger, d, decisions, asOf).Any(c => Completes(MeasureKey.Of(c), key)));
}
