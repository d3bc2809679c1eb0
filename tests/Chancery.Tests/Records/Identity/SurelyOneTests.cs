using Chancery.Records.Claims;
using Chancery.Records.Identity;
using Chancery.Reports;
using CsCheck;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Records.Identity;

/// <summary>Which claims that are kept together surely speak of one thing.</summary>
public class SurelyOneTests
{
    [Theory]
    [InlineData(Instrument.Sanctions, "ease 2019-03-05 of sanctions by a", "lift 2019-06-10 called-for of sanctions by b", true)]
    [InlineData(Instrument.Sanctions, "ease 2019-03-05 of sanctions by a", "lift 2020-01-10 called-for of sanctions by b", false)]
    [InlineData(Instrument.Sanctions, "lift 2019-03-05 of sanctions by a", "lift 2019-03-20 called-for of sanctions by b", false)]
    [InlineData(Instrument.Sanctions, "ease 2019-03-05 of sanctions by a", "ease 2019-03-10 of certain sanctions by b", false)]
    [InlineData(Instrument.Sanctions, "impose 2019-03-05 of new sanctions by a", "impose 2019-03-05 of sanctions by b", true)]
    [InlineData(Instrument.Sanctions, "impose 2019-03-05 of sanctions by a", "impose 2019-03-05 of sanctions on her by b", false)]
    [InlineData(Instrument.Sanctions, "impose 2019-03-05 of sanctions by a", "impose 2019-06-20 of sanctions by b", false)]
    [InlineData(Instrument.Sanctions, "impose 2019-03-05 of sanctions by a", "lift 2019-06-20 of sanctions by b", false)]
    [InlineData(Instrument.Sanctions, "impose 2019-03-05 of shipping sanctions by a", "lift 2019-06-20 of shipping sanctions by b", true)]
    [InlineData(Instrument.Sanctions, "impose 2019-03-05 of shipping sanctions by a", "impose 2019-09-20 of shipping sanctions by b", false)]
    [InlineData(Instrument.Deployment, "cancel 2019-03-05 of troops by a", "cancel 2019-03-17 of soldiers by b", true)]
    [InlineData(Instrument.Deployment, "cancel 2019-03-05 of troops by a", "cancel 2019-04-20 of troops by b", false)]
    [InlineData(Instrument.Deployment, "cancel 2019-03-05 of troops by a", "impose 2019-03-06 of troops by b", false)]
    [InlineData(Instrument.Ban, "impose 2019-03-05 of ban by a", "impose 2019-05-05 of ban by b", false)]
    [InlineData(Instrument.Ban, "impose 2019-03-05 of ban by a", "lift 2019-03-25 of ban by b", true)]
    [InlineData(Instrument.Relations, "impose 2019 of relations by a", "cancel 2019-03-05 of relations by b", true)]
    [InlineData(Instrument.Relations, "cancel 2019-03-05 of consulate by a", "cancel 2019-03-05 of consulates by b", false)]
    [InlineData(Instrument.Treaty, "impose 2012 of agreement by a", "impose 2019-03-05 of agreement by b", false)]
    [InlineData(Instrument.Treaty, "impose 2012 of agreement by a", "violate 2019-03-05 of agreement by b", true)]
    [InlineData(Instrument.Aid, "suspend 2018-08 of budget support by a", "reinstate 2020-01-03 of budget support by b", true)]
    [InlineData(Instrument.Aid, "reaffirm 2018-08-03 of budget support by a", "reduce 2018-08-03 of budget support by b", false)]
    [InlineData(Instrument.Other, "impose 2019-03-05 of state of emergency by a", "lift 2019-03-15 of state of emergency by b", false)]
    public void claims_of_one_key_may_speak_of_several_things(Instrument instrument, string one, string other, bool expected)
    {
        Assert.Equal(expected, SurelyOne.Of(Of(one), Of(other)));
        Assert.Equal(expected, SurelyOne.Of(Of(other), Of(one)));

        ChangeClaim Of(string line) => MadeClaim.Change(line) with { Instrument = instrument };
    }

    [Fact]
    public void a_sum_names_an_instalment()
    {
        var aid = MadeClaim.Change("reaffirm 2019-03-05 of flood aid by a");
        Assert.False(SurelyOne.Of(aid, aid with { Quantity = "$300 million" }));
    }

    [Fact]
    public void sanctions_of_the_united_nations_are_one_regime()
    {
        var imposed = MadeClaim.Change("impose 2017-03-05 of sanctions by a") with { Instrument = Instrument.Sanctions, Actor = "UNO" };
        Assert.True(SurelyOne.Of(imposed, imposed with { Change = ChangeKind.Lift, Source = MadeClaim.Source("b", new LocalDate(2021, 3, 1)) }));
    }

    [Fact]
    public void a_chain_of_sure_pairs_makes_one_and_a_gap_parts_it()
    {
        ChangeClaim Leaves(string day, string report) => MadeClaim.Change($"cancel {day} of troops by {report}") with { Instrument = Instrument.Deployment };
        ChangeClaim[] months = [Leaves("2021-07-01", "a"), Leaves("2021-07-12", "b"), Leaves("2021-07-24", "c"), Leaves("2021-12-01", "d")];
        Assert.Equal([3, 1], SurelyOne.Parts(months, (_, _) => null).Select(p => p.Count));
        Assert.Single(SurelyOne.Parts(months, (one, other) => one.Source.ReportId + other.Source.ReportId is "cd" ? true : null));
        Assert.Equal([2, 1, 1], SurelyOne.Parts(months, (one, other) => one.Source.ReportId + other.Source.ReportId is "bc" ? false : null).Select(p => p.Count));
    }

    [Fact]
    public void the_order_of_recording_does_not_matter() => Gen.Select(AnyClaim.Array[0, 90], Gen.Int).Sample((claims, seed) =>
    {
        var shuffled = claims.ToArray();
        new Random(seed).Shuffle(shuffled);
        return Told(claims) == Told(shuffled);
    }, iter: Soak.Times(100, 20_000));

    private static readonly Gen<ChangeClaim> AnyClaim = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 7], Gen.Int[0, 60], Gen.Int[0, 5], (kind, change, day, report) =>
        MadeClaim.Change($"{(ChangeKind)change} {Day(day)} of {(day % 3 == 0 ? "new " : "")}{(kind == 0 ? "troops" : "sanctions")} by r{report} on {Day(report * 9)}")
            with { Instrument = kind == 0 ? Instrument.Deployment : Instrument.Sanctions });

    private static string Day(int days) => NodaTime.Text.LocalDatePattern.Iso.Format(new LocalDate(2019, 3, 1).PlusDays(days));

    private static string Told(ChangeClaim[] claims) =>
        string.Join(";", SurelyOne.Parts(claims, (_, _) => null).Select(p => string.Join(",", p.Select(c => $"{c.Source.ReportId} {c.Change} {c.Measure} {c.Date.Value}"))));
}
