using System.Text.Json;
using Chancery.Records.Claims;
using Chancery.Records.Reviewing;

namespace Chancery.Records.Identity;

/// <summary>
/// What people decided of keys. The payload of a merge and of a split is <c>{"measures": [key, key …]}</c>: a merge makes its keys one measure, a split
/// takes each of its keys from all others it names.
/// </summary>
internal sealed class DecidedKeys
{
    private readonly Dictionary<(int, int), bool> _isOne = [];

    /// <param name="keys">In ordinal order.</param>
    public DecidedKeys(IReadOnlyList<MeasureKey> keys, IReadOnlyList<Decision> decisions)
    {
        if (!decisions.Any(d => d.Kind is DecisionKind.Merge or DecisionKind.Split)) return;
        var place = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < keys.Count; i++) place[keys[i].ToString()] = i;
        foreach (var decision in StandingDecisions.Of(decisions))
        {
            if (decision.Kind is not (DecisionKind.Merge or DecisionKind.Split)) continue;
            int[] named = [.. Named(decision).Where(place.ContainsKey).Select(k => place[k]).Distinct().Order()];
            for (int i = 0; i < named.Length; i++)
                for (int j = i + 1; j < named.Length; j++) _isOne[(named[i], named[j])] = decision.Kind == DecisionKind.Merge;
        }
    }

    public bool HasAny => _isOne.Count > 0;

    /// <summary>Pairs that a person made one, in order.</summary>
    public IEnumerable<(int, int)> Together => _isOne.Where(p => p.Value).Select(p => p.Key).Order();

    /// <summary>Whether a person took a member of the one from a member of the other.</summary>
    public bool KeepApart(List<int> one, List<int> other) =>
        one.Any(a => other.Any(b => _isOne.TryGetValue((Math.Min(a, b), Math.Max(a, b)), out bool isOne) && !isOne));

    private static IReadOnlyList<string> Named(Decision decision)
    {
        using var payload = JsonDocument.Parse(decision.Payload);
        return payload.RootElement.TryGetProperty("measures", out var named) ? [.. named.EnumerateArray().Select(k => k.GetString() ?? "")] : [];
    }
}
