using Chancery.Records.Claims;
using Chancery.Records.Identity;

namespace Chancery.Evaluation.Identity;

/// <summary>What the record does with the labelled pairs of claims.</summary>
/// <param name="claims">By id; a pair of which one claim is not read is not counted.</param>
internal sealed class DecidedPairs(IReadOnlyList<LabelledPair> pairs, Dictionary<string, ChangeClaim> claims)
{
    private static readonly string[] Sets = ["first", "second", "third"];

    private IEnumerable<LabelledPair> Read => pairs.Where(p => claims.ContainsKey(p.One) && claims.ContainsKey(p.Other));

    public void Print(string what, bool sure)
    {
        Console.WriteLine($"{what}:");
        foreach (var set in Sets.Append("all"))
        {
            var of = Read.Where(p => set == "all" || p.Set == set).ToList();
            var merged = of.Where(p => sure ? IsAsserted(p) : IsKeptTogether(p)).ToList();
            int same = of.Count(p => p.Label == "same"), right = merged.Count(p => p.Label == "same"), part = merged.Count(p => p.Label == "part");
            Console.WriteLine($"  {set,-7} merged {merged.Count}: {right} same, {part} a part with its whole, {merged.Count - right - part} different; precision {Ratio(right, merged.Count)}, "
                + $"with parts let pass {Ratio(right + part, merged.Count)}; recall {Ratio(right, same)} of {same}");
        }
    }

    /// <summary>Why pairs of one measure are not asserted.</summary>
    public void PrintLost()
    {
        var lost = Read.Where(p => p.Label == "same" && !IsAsserted(p)).ToList();
        Console.WriteLine($"  lost {lost.Count}: {string.Join(", ", lost.CountBy(Cause).OrderByDescending(n => n.Value).ThenBy(n => n.Key, StringComparer.Ordinal).Select(n => $"{n.Value} {n.Key}"))}");
    }

    public void PrintErrors()
    {
        foreach (var pair in Read.Where(p => p.Set != "third" && IsAsserted(p) != (p.Label == "same")))
            Console.WriteLine($"    {pair.Label,-9} {(IsAsserted(pair) ? "merged" : Cause(pair)),-30} {pair.One} {MeasureKey.Of(claims[pair.One])}  /  {pair.Other} {MeasureKey.Of(claims[pair.Other])}");
    }

    private string Cause(LabelledPair pair)
    {
        ChangeClaim one = claims[pair.One], other = claims[pair.Other];
        MeasureKey key = MeasureKey.Of(one), otherKey = MeasureKey.Of(other);
        return key.Actor != otherKey.Actor || key.Target != otherKey.Target ? "other parties"
            : key.Name != otherKey.Name ? "another name"
            : key.Within != otherKey.Within ? "a side unsaid"
            : !IsKeptTogether(pair) ? "another instrument"
            : $"{key.Instrument.ToString().ToLowerInvariant()} told too barely";
    }

    private bool IsAsserted(LabelledPair pair) => IsKeptTogether(pair) && SurelyOne.Of(claims[pair.One], claims[pair.Other]);

    private bool IsKeptTogether(LabelledPair pair)
    {
        ChangeClaim one = claims[pair.One], other = claims[pair.Other];
        return one.Dyad == other.Dyad && ClusterMeasures.Of([MeasureKey.Of(one), MeasureKey.Of(other)], []).Groups.Count == 1;
    }

    private static string Ratio(int n, int of) => of == 0 ? "-" : FormattableString.Invariant($"{(double)n / of:0.000}");
}
