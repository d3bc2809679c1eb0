using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Chancery.Desk.Web.Html;
using Xunit;

namespace Chancery.Tests.Web;

/// <summary>What a page does with words from outside.</summary>
public partial class MarkupTests
{
    [Theory]
    [InlineData("<b>\"&'", "&lt;b&gt;&quot;&amp;&#x27;")]
    [InlineData("a\u202Eb\u2066c\u200Bd", "abcd")]
    [InlineData("a\u0000b\u001Bc", "a b c")]
    [InlineData("Ünïcödé 中文 🎏", "Ünïcödé 中文 &#x1F38F;")]
    [InlineData(null, "")]
    public void words_stay_words(string? words, string shown)
    {
        Markup page = $"{words}";
        Assert.Equal(shown, page.ToString());
    }

    [Fact]
    public void markup_within_markup_stays_markup()
    {
        Markup inner = $"<i>{"<"}</i>";
        Markup outer = $"<b>{inner}</b>";
        Assert.Equal("<b><i>&lt;</i></b>", outer.ToString());
    }

    [Theory]
    [InlineData("http://example.org/a b", true)]
    [InlineData("https://example.org/", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("//example.org", false)]
    [InlineData("http://a:b@example.org/", false)]
    [InlineData("ftp://example.org/", false)]
    [InlineData(null, false)]
    public void only_web_addresses_become_links(string? address, bool isLink) => Assert.Equal(isLink, Link.Out(address, "words").ToString().Contains("<a ", StringComparison.Ordinal));

    [Fact]
    public void holes_in_attributes_stand_between_quotation_marks()
    {
        var pages = Path.Combine(Home(), "..", "..", "..", "src", "Chancery.Desk", "Web");
        var bare = Directory.GetFiles(pages, "*.cs", SearchOption.AllDirectories).SelectMany(f => BareHole().Matches(File.ReadAllText(f)).Select(m => $"{Path.GetFileName(f)}: {m.Value}"));
        Assert.Empty(bare);
    }

    private static string Home([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    [GeneratedRegex(@"<[a-z][^<>]*\s[a-z-]+=\{")]
    private static partial Regex BareHole();
}
