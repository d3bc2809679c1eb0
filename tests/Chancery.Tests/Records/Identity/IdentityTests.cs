using System.Globalization;
using Chancery.Records.Claims;
using Chancery.Records.Identity;
using Chancery.Reports;
using CsCheck;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Records.Identity;

/// <summary>Which claims speak of the same measure.</summary>
public class IdentityTests
{
    public static TheoryData<string, string, string> Names()
    {
        var cases = new TheoryData<string, string, string>();
        foreach (var row in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Records/Identity/names.tsv")).Where(l => l[0] != '#').Select(l => l.Split('\t'))) cases.Add(row[0], row[1], row[2]);
        return cases;
    }

    [Theory, MemberData(nameof(Names))]
    public void names_of_one_measure_come_to_the_same(string one, string verdict, string other) =>
        Assert.Equal(verdict == "same", MeasureKey.NameOf(one) == MeasureKey.NameOf(other));

    [Fact]
    public void a_state_and_its_government_are_one_party() =>
        Assert.Equal(Key("NORGOV", "MWI", "budget support"), Key("NOR", "MWIGOV", "budget support"));

    [Fact]
    public void parties_of_a_treaty_have_no_order_and_those_of_aid_have()
    {
        Assert.Equal(Key("PER", "CHL", "border treaty", Instrument.Treaty), Key("CHL", "PER", "border treaty", Instrument.Treaty));
        Assert.NotEqual(Key("PER", "CHL", "flood aid"), Key("CHL", "PER", "flood aid"));
        Assert.NotEqual(Key("PER", "CHL", "embassy", Instrument.Relations), Key("CHL", "PER", "embassy", Instrument.Relations));
    }

    [Fact]
    public void a_bare_name_without_its_parties_is_bound_to_its_report()
    {
        var one = MeasureKey.Of(Instrument.Ceasefire, null, null, "ceasefire", "a");
        Assert.Equal(one, MeasureKey.Of(Instrument.Ceasefire, null, null, "the truce", "a"));
        Assert.Equal(2, Cluster([one, MeasureKey.Of(Instrument.Ceasefire, null, null, "ceasefire", "b")]).Groups.Count);
    }

    [Fact]
    public void an_umbrella_needs_one_side_and_bare_relations_need_both()
    {
        MeasureKey Of(Instrument instrument, string name, string report) => MeasureKey.Of(instrument, null, "MWI", name, report);
        Assert.Equal(Of(Instrument.Sanctions, "sanctions", "a"), Of(Instrument.Sanctions, "new sanctions", "b"));
        Assert.NotEqual(Of(Instrument.Relations, "relations", "a"), Of(Instrument.Relations, "relations", "b"));
    }

    [Fact]
    public void a_country_has_one_ceasefire_at_a_time() => Assert.Equal(
        MeasureKey.Of(Instrument.Ceasefire, null, "MWI", "ceasefire", "a"), MeasureKey.Of(Instrument.Ceasefire, null, "MWI", "the truce", "b"));

    [Fact]
    public void a_part_is_proposed_and_never_merged_by_itself()
    {
        var groups = Cluster([Key("NOR", "MWI", "aid"), Key("NOR", "MWI", "food aid")]);
        Assert.Equal(2, groups.Groups.Count);
        Assert.Single(groups.Proposals);
    }

    [Theory]
    [InlineData(Instrument.Sanctions, "new sanctions", true)]
    [InlineData(Instrument.Sanctions, "shipping sanctions", false)]
    [InlineData(Instrument.Relations, "diplomatic ties", false)]
    public void a_bare_name_of_what_may_be_several_says_so(Instrument instrument, string name, bool expected) =>
        Assert.Equal(expected, Assert.Single(Cluster([Key("NOR", "MWI", name, instrument)]).Groups).MayBeSeveral);

    [Fact]
    public void a_pair_with_thousands_of_names_is_clustered_within_seconds()
    {
        var keys = Enumerable.Range(0, 4000).Select(i => MeasureKey.Of(Instrument.Relations, "NOR", i % 2 == 0 ? null : "MWI", i % 4 == 0 ? "relations" : $"village{i} well{i}", $"report {i}")).ToArray();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(4000, Cluster(keys).Groups.Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    [Fact]
    public void a_programme_knows_its_whole() => Assert.Equal("security assistance", MeasureKey.WholeOf("IMET"));

    [Fact]
    public void a_merge_by_a_person_joins_and_a_later_split_parts_again()
    {
        MeasureKey one = Key("NOR", "MWI", "aid"), other = Key("NOR", "MWI", "food aid");
        var merge = Decide(1, DecisionKind.Merge, one, other);
        Assert.Single(Cluster([one, other], merge).Groups);
        Assert.Equal(2, Cluster([one, other], merge, Decide(2, DecisionKind.Split, one, other)).Groups.Count);
        Assert.Empty(Cluster([one, other], merge, Decide(2, DecisionKind.Split, one, other)).Proposals);
    }

    private static readonly Gen<MeasureKey> AnyKey = Gen.Select(
        One(Instrument.Aid, Instrument.Training, Instrument.Sanctions, Instrument.Ban, Instrument.Treaty), One("NOR", "MWI", null), One("NOR", "MWI", null),
        One("aid", "food aid", "food", "emergency food aid", "trade ban", "ban", "sanctions", "IMET"), One("a", "b"), MeasureKey.Of!);

    private static Gen<T> One<T>(params T[] of) => Gen.Int[0, of.Length - 1].Select(i => of[i]);

    [Fact]
    public void the_order_of_keys_does_not_matter() => Gen.Select(AnyKey.Array[0, 12], Gen.Int).Sample((keys, seed) =>
    {
        var shuffled = keys.ToArray();
        new Random(seed).Shuffle(shuffled);
        return Told(Cluster(keys)) == Told(Cluster(shuffled));
    }, iter: Soak.Times(500, 100_000));

    [Fact]
    public void a_score_is_the_same_both_ways_and_between_nought_and_one() => Gen.Select(AnyKey, AnyKey).Sample((a, b) =>
        CompareMeasures.Score(a, b) is >= 0 and <= 1 && CompareMeasures.Score(a, b) == CompareMeasures.Score(b, a), iter: Soak.Times(1000, 100_000));

    [Fact]
    public void every_key_stands_in_one_group() => AnyKey.Array[0, 12].Sample(keys =>
        Cluster(keys).Groups.SelectMany(g => g.Keys).Select(k => k.ToString()).Order().SequenceEqual(keys.Select(k => k.ToString()).Distinct().Order()), iter: Soak.Times(500, 100_000));

    private static string Told(MeasureGroups groups) =>
        string.Join(";", groups.Groups.Select(g => string.Join(",", g.Keys)))
        + "#" + string.Join(";", groups.Proposals.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.One} {p.Other} {p.Score}")));

    private static MeasureGroups Cluster(IEnumerable<MeasureKey> keys, params Decision[] decisions) => ClusterMeasures.Of(keys, decisions);

    private static MeasureKey Key(string? actor, string? target, string name, Instrument instrument = Instrument.Aid) => MeasureKey.Of(instrument, actor, target, name, "a");

    private static Decision Decide(long number, DecisionKind kind, MeasureKey one, MeasureKey other) =>
        new(number, Instant.FromUnixTimeSeconds(number), kind, "Ana Reyes", null, $$"""{"measures": ["{{one}}", "{{other}}"]}""");
}
