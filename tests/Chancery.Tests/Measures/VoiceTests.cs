using Chancery.Reports;
using Xunit;

namespace Chancery.Tests.Measures;

/// <summary>Who "we" are in a release whose head names its author, and in a report that quotes.</summary>
public class VoiceTests
{
    [Fact]
    public void the_author_of_a_release_says_we()
    {
        var changes = Readings.Of("Penny Wong, Foreign Minister of Australia\n\nWe have imposed sanctions on Myanmar. The firms were named on Monday.", "2023-02-01").Get(Layers.Changes);
        Assert.Contains(changes, c => c is { Instrument: Instrument.Sanctions, Actor: "AUS", Target: "MMR" });
    }

    [Fact]
    public void nobody_is_put_in_the_place_of_an_unknown_we()
    {
        var changes = Readings.Of("We have imposed sanctions on Myanmar.", "2023-02-01").Get(Layers.Changes);
        Assert.Null(Assert.Single(changes).Actor);
    }
}
