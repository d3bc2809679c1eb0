using Chancery.Records.Claims;
using CsCheck;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Records.Claims;

/// <summary>Which sources print one text.</summary>
public class CopiesTests
{
    // Few texts, each printed again with some bits of its hash changed; and reports of one id, read more than once.
    private static readonly Gen<ClaimSource[]> AnySources = Gen.Select(Gen.Int[0, 12], Gen.Int[0, 5], Gen.Int[0, 63].Array[0, 4]).Array[0, 40]
        .Select(drawn => drawn.Select((d, i) => new ClaimSource(i + 1, $"report {d.Item1}", null, null, Instant.FromUnixTimeSeconds(i), d.Item3.Aggregate(0x9E3779B97F4A7C15UL * (ulong)d.Item2, (hash, bit) => hash ^ (1UL << bit)))).ToArray());

    [Fact]
    public void a_source_joins_the_first_report_whose_text_it_prints() => AnySources.Sample(
        sources => Rows(Copies.Gather(sources)) == Rows(Plainly(sources)), iter: Soak.Times(2000, 100_000));

    private static string Rows(IEnumerable<IReadOnlyList<ClaimSource>> gathered) => string.Join(" | ", gathered.Select(g => string.Join(' ', g.Select(s => s.ReportRow))));

    private static List<List<ClaimSource>> Plainly(ClaimSource[] sources)
    {
        var gathered = new List<List<ClaimSource>>();
        foreach (var source in sources)
        {
            if (gathered.Find(g => g[0].ReportId == source.ReportId || g[0].IsCopyOf(source)) is { } same) same.Add(source);
            else gathered.Add([source]);
        }
        return gathered;
    }
}
