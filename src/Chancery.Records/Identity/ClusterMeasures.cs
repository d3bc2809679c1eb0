using Chancery.Records.Claims;

namespace Chancery.Records.Identity;

/// <summary>Keys that stand for one measure.</summary>
/// <param name="Keys">In ordinal order; never empty.</param>
public sealed record MeasureGroup(IReadOnlyList<MeasureKey> Keys)
{
    public bool Bears(string name) => Keys.Any(k => k.Name == name);

    /// <summary>Whether reports name it only so barely that it may be several measures, or a part with its whole: see <see cref="MeasureKey.IsUmbrella"/>.</summary>
    public bool MayBeSeveral => Keys.All(k => k.IsUmbrella);
}

/// <summary>Two groups that may be one measure: for a person to decide.</summary>
/// <param name="Score">0 … 1.</param>
public sealed record MergeProposal(MeasureKey One, MeasureKey Other, double Score);

/// <param name="Groups">In ordinal order of their first keys; every key stands in exactly one.</param>
public sealed record MeasureGroups(IReadOnlyList<MeasureGroup> Groups, IReadOnlyList<MergeProposal> Proposals);

/// <summary>Says which keys of a pair of states stand for the same measure. Pure: neither the order of the keys nor their number of claims matters.</summary>
public static class ClusterMeasures
{
    /// <param name="decisions">Merges and splits by people, which go before any score; of two about the same keys the later holds.</param>
    public static MeasureGroups Of(IEnumerable<MeasureKey> keys, IReadOnlyList<Decision> decisions)
    {
        MeasureKey[] all = [.. keys.Distinct().OrderBy(k => k.ToString(), StringComparer.Ordinal)];
        var decided = new DecidedKeys(all, decisions);
        var group = Enumerable.Range(0, all.Length).ToArray();
        foreach (var (i, j) in decided.Together) Join(i, j);
        var open = new List<(int One, int Other, double Score)>();
        foreach (var (i, j) in Alike(all))
        {
            double score = CompareMeasures.Score(all[i], all[j]);
            if (score >= CompareMeasures.Safe) Join(i, j);
            else if (score >= CompareMeasures.WorthAsking) open.Add((i, j, score));
        }
        return new MeasureGroups(
            [.. Enumerable.Range(0, all.Length).GroupBy(i => group[i]).Select(g => new MeasureGroup([.. g.Select(i => all[i])]))],
            Proposals());

        void Join(int one, int other)
        {
            int a = group[one], b = group[other];
            if (a == b || KeptApart(a, b)) return;
            int first = Math.Min(a, b), second = Math.Max(a, b);
            for (int i = 0; i < group.Length; i++)
                if (group[i] == second) group[i] = first;
        }

        bool KeptApart(int a, int b) => decided.HasAny && decided.KeepApart(Members(a), Members(b));

        List<int> Members(int of) => [.. Enumerable.Range(0, group.Length).Where(i => group[i] == of)];

        // One question for two groups: the pair that speaks for it best.
        IReadOnlyList<MergeProposal> Proposals() =>
        [
            .. open.Where(p => group[p.One] != group[p.Other] && !KeptApart(group[p.One], group[p.Other]))
                .GroupBy(p => (Math.Min(group[p.One], group[p.Other]), Math.Max(group[p.One], group[p.Other])))
                .Select(g => g.OrderByDescending(p => p.Score).ThenBy(p => p.One).ThenBy(p => p.Other).First())
                .OrderByDescending(p => p.Score).ThenBy(p => p.One).ThenBy(p => p.Other)
                .Select(p => new MergeProposal(all[p.One], all[p.Other], p.Score)),
        ];
    }

    /// <summary>Pairs that share a word of their names and the report they are bound to, in order: no others can be one measure. Places of keys, the lesser first.</summary>
    private static IEnumerable<(int, int)> Alike(MeasureKey[] keys)
    {
        var byWord = new Dictionary<(string Word, string? Within), List<int>>();
        for (int i = 0; i < keys.Length; i++)
            foreach (var word in keys[i].Name.Split(' '))
            {
                if (!byWord.TryGetValue((word, keys[i].Within), out var places)) byWord.Add((word, keys[i].Within), places = []);
                places.Add(i);
            }
        return byWord.Values.SelectMany(p => p.SelectMany((one, at) => p.Skip(at + 1).Select(other => (one, other)))).Distinct().Order();
    }
}
