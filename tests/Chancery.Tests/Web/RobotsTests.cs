using Chancery.Desk.Fetching;
using Xunit;

namespace Chancery.Tests.Web;

/// <summary>What robots.txt lets us read.</summary>
public class RobotsTests
{
    [Theory]
    [InlineData("", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /a", "/about", false)]
    [InlineData("User-agent: *\nDisallow: /a/\nAllow: /a/b", "/a/b.html", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)]
    [InlineData("User-agent: other\nDisallow: /", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: Chancery\nAllow: /", "/a", true)]
    [InlineData("User-agent: other\nUser-agent: chancery/1.0\nDisallow: /x", "/x", false)]
    [InlineData("user-AGENT: * # all\r\ndisallow : /*.xml$ # no feeds", "/feeds/a.xml", false)]
    [InlineData("User-agent: *\nDisallow: /*.xml$", "/a.xml?b", true)]
    [InlineData("User-agent: *\nDisallow: /*a*b*c", "/xaxbx", true)]
    [InlineData("User-agent: *\nDisallow: /*a*b*c", "/xaxbxc", false)]
    [InlineData("User-agent: *\nDisallow: /a$", "/ab", true)]
    [InlineData("Disallow: /", "/a", true)]
    [InlineData("<html>not found</html>", "/a", true)]
    public void the_longest_rule_for_us_decides(string robots, string path, bool allowed) => Assert.Equal(allowed, RobotsRules.Read(robots, "chancery").Allows(path));

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 7", 7)]
    [InlineData("User-agent: *\nCrawl-delay: 100000", 60)]
    [InlineData("User-agent: *\nCrawl-delay: -1", 0)]
    public void a_host_says_how_long_to_wait_within_reason(string robots, int seconds) => Assert.Equal(seconds, (RobotsRules.Read(robots, "chancery").Delay ?? TimeSpan.Zero).TotalSeconds);

    [Fact]
    public void stars_without_number_end_soon() => Assert.True(RobotsRules.Read("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("a*", 240)) + "z", "chancery").Allows("/" + new string('a', 100_000)));
}
