using Chancery.Reading.Actors;
using Chancery.Reports;
using Xunit;

namespace Chancery.Tests.Actors;

public class ActorFileTests
{
    private const string Dictionary = """
        # invented, for the test
        LYONESSE_ ; the land under the sea
        +KINGDOM_OF_LYONESSE_
        	[LYO]
        GORLOIS_TREVANION_
        	[LYOGOV 950101-991231]
        	[LYOOPP >991231]
        SUNKEN_LEAGUE_ [IGOUNO]
        LYONESSE_AIRWAYS_MAGAZINE_ [---]
        BELLRINGER {BELLRINGERS} [~REL]
        !FERRY! = FERRYMAN, BOATMAN
        !FERRY! {} [~LAB]
        """;

    [Theory]
    [InlineData("1996-05-01", "Gorlois_PROPN Trevanion_PROPN spoke_VERB ._PUNCT", "Gorlois Trevanion | Person LYO GOV")]
    [InlineData("2004-05-01", "Gorlois_PROPN Trevanion_PROPN spoke_VERB ._PUNCT", "Gorlois Trevanion | Person LYO OPP")]
    [InlineData("2004-05-01", "The_DET Kingdom_PROPN of_ADP Lyonesse_PROPN sank_VERB ._PUNCT", "Lyonesse | State LYO ")]
    [InlineData("2004-05-01", "The_DET Sunken_PROPN League_PROPN met_VERB ._PUNCT", "Sunken League | Body UNO ")]
    [InlineData("2004-05-01", "Bellringers_NOUN from_ADP Lyonesse_PROPN struck_VERB ._PUNCT", "Lyonesse bellringers | Group LYO REL")]
    public void a_dictionary_of_PETRARCH_is_read_as_it_is(string date, string tagged, string expected)
    {
        var find = new FindActors(ActorLexicon.Load(ActorFile.Read(new StringReader(Dictionary))));
        Assert.Contains(expected, find.Annotate(TaggedReport.Read(date, tagged)).Select(a => $"{a.Name} | {a.Kind} {a.Code} {a.Sector}"));
    }

    [Fact]
    public void a_name_without_a_code_in_a_dictionary_is_no_actor()
    {
        var find = new FindActors(ActorLexicon.Load(ActorFile.Read(new StringReader(Dictionary))));
        Assert.Empty(find.Annotate(TaggedReport.Read("2004-05-01", "The_DET Lyonesse_PROPN Airways_PROPN Magazine_PROPN closed_VERB ._PUNCT")));
    }

    [Fact]
    public void the_users_own_row_wins_over_ours()
    {
        var own = ActorFile.Read(new StringReader("Oslo|Oslo Group\tNGO\t\tbody\n"));
        var find = new FindActors(ActorLexicon.Load(own));
        var oslo = Assert.Single(find.Annotate(TaggedReport.Read("2004-05-01", "Oslo_PROPN agreed_VERB ._PUNCT")));
        Assert.Equal(("Oslo", "NGO"), (oslo.Name, oslo.Code));
    }

    [Theory]
    [InlineData("Oslo Group", "Row 1")]
    [InlineData("# remark\nOslo Group\tNGO\t\tplanet", "Row 2")]
    [InlineData("Oslo Group\tNGO\t\tbody\tMay 2003", "Row 1")]
    [InlineData("OSLO_GROUP_ [NGO", "Line 1")]
    [InlineData("OSLO_GROUP_\n\t[NGO 99-01]", "Line 2")]
    public void a_row_that_cannot_be_read_is_named(string text, string place) =>
        Assert.Contains(place, Assert.Throws<FormatException>(() => ActorFile.Read(new StringReader(text))).Message);

    [Fact]
    public void our_own_leaders_stand_in_time_order_and_never_end_before_they_begin()
    {
        var lexicon = ActorLexicon.Load();
        Assert.True(lexicon.Leaders.Count > 1500);
        Assert.All(lexicon.Leaders, leader => Assert.All(leader.Standings, s => Assert.False(s.To < s.From, $"{leader.Name}: {s}")));
        Assert.All(lexicon.Leaders.SelectMany(l => l.Standings), s => Assert.True(s.Code is { Length: 3 }, s.ToString()));
    }
}
