using Chancery.Records.Claims;

namespace Chancery.Records.Reviewing;

/// <summary>Finds claims that people gave other parties or other names: the record's tables keep them where they were read.</summary>
internal static class EditedParties
{
    /// <summary>Claims read between other states of which one may stand between these by an edit.</summary>
    public static IEnumerable<ChangeClaim> Elsewhere(Ledger ledger, IReadOnlyList<Decision> decisions, Dyad between, AsOf asOf) =>
        Edits(decisions).Where(e => e.Set.ContainsKey("actor") || e.Set.ContainsKey("target")).Select(e => e.ReadBetween).Distinct().Where(d => d != between)
            .SelectMany(d => ledger.Changes(ClaimsWanted.Between(d), asOf));

    /// <summary>The pairs that edits touch: those of the claims as they were read and as they were edited.</summary>
    public static IReadOnlyCollection<Dyad> Pairs(Ledger ledger, IReadOnlyList<Decision> decisions, AsOf asOf)
    {
        var pairs = new HashSet<Dyad>();
        foreach (var read in Edits(decisions).Select(e => e.ReadBetween).Distinct())
        {
            var claims = ledger.Changes(ClaimsWanted.Between(read), asOf);
            var verdicts = Verdicts.Of(decisions);
            pairs.UnionWith(ApplyDecisions.To([.. claims.Where(c => verdicts.About(c).Any(v => v.Decision.Kind == DecisionKind.Edit))], decisions).Select(c => c.Dyad));
        }
        return pairs;
    }

    private static IEnumerable<(IReadOnlyDictionary<string, string> Set, Dyad ReadBetween)> Edits(IReadOnlyList<Decision> decisions) =>
        from decision in decisions
        where decision.Kind == DecisionKind.Edit && decision.About is { Kind: RowKind.Change }
        let payload = DecisionPayload.Read(decision.Payload)
        where payload.Set is not null && ClaimWords.PairOf(payload.Says) is not null
        select (payload.Set, ClaimWords.PairOf(payload.Says)!.Value);
}
