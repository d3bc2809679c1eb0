using Chancery.Records.Claims;

namespace Chancery.Records.Identity;

/// <summary>Keys that stand for one measure.</summary>
/// <param name="Keys">In ordinal order; never empty.</param>
public sealed record MeasureGroup(IReadOnlyList<MeasureKey> Keys)
{
    public bool Bears(string name) => Keys.Any(k => k.Name == name);
}

/// <summary>Two groups that may be one measure: for a person to decide.</summary>
/// <param name="Score">0 … 1.</param>
public sealed record MergeProposal(MeasureKey One, MeasureKey Other, double Score);

/// <param name="Groups">In ordinal order of their first keys; every key stands in exactly one.</param>
public sealed record MeasureGroups(IReadOnlyList<MeasureGroup> Groups, IReadOnlyList<MergeProposal> Proposals);

/// <summary>Says which keys of a pair of states stand for the same measure. Pure: neither the order of the keys nor their number of claims matters.</summary>
public static class ClusterMeasures
{
    /// <param name="decisions">Merges and splits by people, which go before any score.</param>
    public static MeasureGroups Of(IEnumerable<MeasureKey> keys, IReadOnlyList<Decision> decisions) =>
        new([.. keys.Distinct().OrderBy(k => k.ToString(), StringComparer.Ordinal).Select(k => new MeasureGroup([k]))], []);
}
