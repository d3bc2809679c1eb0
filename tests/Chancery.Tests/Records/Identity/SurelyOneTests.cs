using Chancery.Records.Claims;
using Chancery.Records.Identity;
using Chancery.Reports;
using Xunit;

namespace Chancery.Tests.Records.Identity;

/// <summary>Which claims that are kept together surely speak of one thing.</summary>
public class SurelyOneTests
{
    [Theory]
    [InlineData(Instrument.Sanctions, "lift 2019-03-05 of sanctions by a", "ease 2020-01-10 of sanctions by b", true)]
    [InlineData(Instrument.Sanctions, "impose 2019-03-05 of new sanctions by a", "impose 2019-03-05 of sanctions by b", true)]
    [InlineData(Instrument.Sanctions, "impose 2019-03-05 of sanctions by a", "impose 2019-06-20 of sanctions by b", false)]
    [InlineData(Instrument.Sanctions, "impose 2019-03-05 of sanctions by a", "lift 2019-06-20 of sanctions by b", false)]
    [InlineData(Instrument.Sanctions, "impose 2019-03-05 of shipping sanctions by a", "lift 2019-06-20 of shipping sanctions by b", true)]
    [InlineData(Instrument.Sanctions, "impose 2019-03-05 of shipping sanctions by a", "impose 2019-09-20 of shipping sanctions by b", false)]
    [InlineData(Instrument.Deployment, "cancel 2019-03-05 of troops by a", "cancel 2019-03-20 of troops by b", false)]
    [InlineData(Instrument.Ban, "impose 2019 of ban by a", "impose 2019-03-05 of ban by b", false)]
    [InlineData(Instrument.Ban, "impose 2019-03-05 of ban by a", "lift 2019-08-05 of ban by b", true)]
    [InlineData(Instrument.Relations, "impose 2019 of relations by a", "cancel 2019-03-05 of relations by b", true)]
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
}
