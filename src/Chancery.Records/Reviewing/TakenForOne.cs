using Chancery.Records.Claims;

namespace Chancery.Records.Reviewing;

/// <summary>
/// What people said of claims that tell their measure by one name, too bare to be sure ("sanctions"): that they speak of one thing (a merge), or that this is not known after all
/// (a split). Of two decisions about the same claims the later holds.
/// </summary>
public sealed class TakenForOne
{
    public static readonly TakenForOne Nothing = new([]);

    private readonly Dictionary<(string, string), bool> _areOne = [];

    private TakenForOne(IEnumerable<Decision> decisions)
    {
        foreach (var decision in decisions.OrderBy(d => d.Number))
        {
            var claims = DecisionPayload.Read(decision.Payload).Claims ?? [];
            foreach (var one in claims)
                foreach (var other in claims)
                    if (one != other) _areOne[(one, other)] = decision.Kind == DecisionKind.Merge;
        }
    }

    public static TakenForOne By(IReadOnlyList<Decision> decisions)
    {
        var merges = StandingDecisions.Of(decisions).Where(d => d.Kind is DecisionKind.Merge or DecisionKind.Split).ToList();
        return merges.Count == 0 ? Nothing : new TakenForOne(merges);
    }

    /// <summary>Null where nobody said anything.</summary>
    public bool? AreOne(ChangeClaim one, ChangeClaim other) =>
        _areOne.Count > 0 && _areOne.TryGetValue((ClaimWords.Of(one), ClaimWords.Of(other)), out bool areOne) ? areOne : null;
}
