using System.Xml.Linq;
using Chancery.Records;
using Chancery.Records.Charts;
using Chancery.Records.Claims;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Records.Charts;

/// <summary>The chart of what was in force.</summary>
public class InForceChartTests
{
    private static readonly LocalDate On = new(2020, 6, 30);

    [Theory]
    [InlineData("suspend 2019-03-05 of flood aid by a", true)]
    [InlineData("suspend 2019-03 of flood aid by a", false)]
    [InlineData("suspend ..2019-03-31 of flood aid by a", false)]
    public void an_edge_leans_where_the_day_is_not_known(string claim, bool isUpright)
    {
        var bar = Shapes(Draw(claim), "state-suspended").First();
        Assert.Equal(isUpright, bar[0].X == bar[^1].X);
    }

    [Fact]
    public void a_part_stands_under_its_whole()
    {
        var words = Words(Draw("impose 2018 of budget aid by a", "suspend 2019-03-05 of school meals in budget aid by a", "impose 2017 of wells by a"));
        Assert.Equal(["budget aid", "└ school meals", "wells"], words.Where(w => w is "budget aid" or "wells" || w.EndsWith("meals", StringComparison.Ordinal)));
    }

    [Fact]
    public void every_state_of_a_measure_that_recurs_has_its_own_piece()
    {
        var svg = Draw("suspend 2018-01-10 of flood aid by a", "reinstate 2018-06-10 of flood aid by b", "suspend 2019-01-10 of flood aid by c", "reaffirm 2020-01-10 of flood aid by d");
        Assert.Single(Shapes(svg, "state-in-effect"), s => s.Count > 0 && s[0].X > 100);
        // The last stretch is drawn in two: up to what was last confirmed, and paler since.
        Assert.Equal(3, Shapes(svg, "state-suspended").Count(s => s[0].X > 250 && s[0].Y < 60));
    }

    [Fact]
    public void what_is_authorised_has_a_sign_and_moves_no_bar()
    {
        var svg = Draw("suspend 2018-01-10 of flood aid by a", "reinstate 2019-06-10 authorised of flood aid by b");
        Assert.Equal(2, Shapes(svg, "authorised").Count);
        Assert.Single(Shapes(svg, "state-in-effect"));
    }

    [Fact]
    public void names_from_pages_stay_words() =>
        Assert.Contains(Words(Draw("suspend 2019 of <script>alert(1)</script>&\u0001\" by a")), w => w.StartsWith("<script>", StringComparison.Ordinal));

    [Fact]
    public void an_empty_answer_says_so() => Assert.Contains("Nothing of that is known.", Words(InForceChart.Svg([], null, On, "In force")));

    [Fact]
    public void nothing_is_drawn_that_a_strict_page_forbids() =>
        Assert.DoesNotContain(XDocument.Parse(Draw("suspend 2019 of aid by a")).Descendants(), e => e.Name.LocalName is "style" or "script" || e.Attribute("style") is not null);

    private static string Draw(params string[] claims) =>
        InForceChart.Svg(Dossier.Of(Dyad.Of("NOR", "MWI"), AsOf.Now, MadeClaim.Changes(claims), []).Measures, null, On, "In force");

    private static List<List<(double X, double Y)>> Shapes(string svg, string kind) =>
        [.. XDocument.Parse(svg).Descendants().Where(e => e.Attribute("class")?.Value == kind).Select(e => e.Attribute("points")!.Value.Split(' ')
            .Select(p => p.Split(',')).Select(p => (double.Parse(p[0], System.Globalization.CultureInfo.InvariantCulture), double.Parse(p[1], System.Globalization.CultureInfo.InvariantCulture))).ToList())];

    private static IEnumerable<string> Words(string svg) => XDocument.Parse(svg).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value);
}
