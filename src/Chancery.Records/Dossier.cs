using Chancery.Records.Claims;
using Chancery.Records.Folding;
using Chancery.Records.Identity;
using Chancery.Records.Reviewing;
using Chancery.Reports;

namespace Chancery.Records;

/// <summary>A measure with all that is told of it, as of a question.</summary>
/// <param name="Name">The name most sources give it.</param>
/// <param name="PartOf">The name of the whole it is a part of.</param>
/// <param name="Claims">By the day they were known.</param>
public sealed record Measure(
    string Name, Instrument Instrument, string? Actor, string? Target, string? PartOf, MeasureGroup Identity,
    IReadOnlyList<ChangeClaim> Claims, MeasureHistory History)
{
    /// <summary>The whole it is a part of, where the record knows that.</summary>
    public Measure? Whole { get; init; }

    /// <summary>What people said of claims that tell it by one name.</summary>
    public TakenForOne Decided { get; init; } = TakenForOne.Nothing;

    /// <summary>Its claims by what they surely speak of: see <see cref="SurelyOne.Parts"/>.</summary>
    public IReadOnlyList<IReadOnlyList<ChangeClaim>> Parts => SurelyOne.Parts(Claims, Decided.AreOne);

    /// <summary>Whether what is told of it may be told of several measures, or of a part and its whole.</summary>
    public bool MayBeSeveral => Parts.Count > 1;

    /// <summary>Whether it has a state of its own. One that has none stands as its whole does.</summary>
    public bool HasOwnState => History.Periods.Any(p => p.State != MeasureState.Unknown) || Whole is null;
}

/// <summary>All measures between two states, as of a question.</summary>
/// <param name="Measures">By actor, target, name and instrument.</param>
/// <param name="Proposals">Measures that may be the same: for people to decide.</param>
public sealed record Dossier(Dyad Between, AsOf AsOf, IReadOnlyList<Measure> Measures, IReadOnlyList<MergeProposal> Proposals)
{
    public static Dossier Of(Ledger ledger, Dyad between, AsOf asOf)
    {
        var decisions = ledger.Decisions(asOf);
        var claims = ledger.Changes(ClaimsWanted.Between(between), asOf).Concat(EditedParties.Elsewhere(ledger, decisions, between, asOf)).ToList();
        return Of(between, asOf, ApplyDecisions.To(claims, decisions).Where(c => c.Dyad == between), decisions);
    }

    /// <summary>The pairs of states of which the record may hold a measure of this name, in ordinal order.</summary>
    /// <param name="name">See <see cref="MeasureKey.NameOf"/>; null for all pairs with measures.</param>
    public static IReadOnlyList<Dyad> Pairs(Ledger ledger, string? name, AsOf asOf)
    {
        var pairs = name is null ? ledger.DyadsWithChanges() : ledger.DyadsWithMeasure(name);
        var edited = EditedParties.Pairs(ledger, ledger.Decisions(asOf), asOf);
        return edited.Count == 0 ? pairs : [.. pairs.Union(edited).OrderBy(p => p.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>A pure function of the set of claims and the decisions: the order in which reports were recorded does not matter.</summary>
    public static Dossier Of(Dyad between, AsOf asOf, IEnumerable<ChangeClaim> claims, IReadOnlyList<Decision> decisions)
    {
        var byKey = claims.GroupBy(MeasureKey.Of).ToDictionary(g => g.Key, g => g.ToList());
        var groups = ClusterMeasures.Of(byKey.Keys, decisions);
        var decided = TakenForOne.By(decisions);
        var measures = groups.Groups.Select(g => Gather(g, [.. g.Keys.SelectMany(k => byKey[k])]) with { Decided = decided }).ToList();
        return new Dossier(between, asOf, Ordered(measures.Select(m => m with { Whole = WholeOf(m, measures) })), groups.Proposals);
    }

    private static Measure Gather(MeasureGroup group, List<ChangeClaim> claims)
    {
        claims.Sort(GatherClaims.ByKnown);
        return new Measure(
            MostTold(claims, c => c.Measure)!, claims.CountBy(c => c.Instrument).OrderByDescending(n => n.Value).ThenBy(n => n.Key).First().Key,
            MostTold(claims, c => c.Actor), MostTold(claims, c => c.Target), MostTold(claims, c => c.PartOf), group, claims, FoldMeasure.Of(claims));
    }

    /// <summary>What most claims say; of equals the longest, then the first in ordinal order.</summary>
    private static string? MostTold(List<ChangeClaim> claims, Func<ChangeClaim, string?> says) => claims
        .Select(says).OfType<string>().CountBy(s => s, StringComparer.Ordinal)
        .OrderByDescending(n => n.Value).ThenByDescending(n => n.Key.Length).ThenBy(n => n.Key, StringComparer.Ordinal)
        .Select(n => n.Key).FirstOrDefault();

    private static Measure? WholeOf(Measure part, List<Measure> measures)
    {
        if ((part.PartOf ?? MeasureKey.WholeOf(part.Name)) is not { } name) return null;
        var key = MeasureKey.NameOf(name);
        return measures.Find(m => !ReferenceEquals(m.Identity, part.Identity) && m.Actor == part.Actor && m.Target == part.Target && m.Identity.Bears(key));
    }

    private static IReadOnlyList<Measure> Ordered(IEnumerable<Measure> measures) =>
    [
        .. measures.OrderBy(m => m.Actor, StringComparer.Ordinal).ThenBy(m => m.Target, StringComparer.Ordinal)
            .ThenBy(m => m.Name, StringComparer.OrdinalIgnoreCase).ThenBy(m => m.Instrument).ThenBy(m => m.Identity.Keys[0].ToString(), StringComparer.Ordinal),
    ];
}
