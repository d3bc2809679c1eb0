using Chancery.Reading.Actors;
using Chancery.Reports;
using Xunit;

namespace Chancery.Tests.Actors;

public class FindActorsTests
{
    private static readonly ActorLexicon Lexicon = ActorLexicon.Load();
    private static readonly FindActors Find = new(Lexicon);

    public static TheoryData<string, string, string> Cases()
    {
        var cases = new TheoryData<string, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Actors", "actors.tsv")))
            if (line.Length > 0 && line[0] != '#' && line.Split('\t') is [var date, var text, var expected]) cases.Add(date, text, expected);
        return cases;
    }

    [Theory, MemberData(nameof(Cases))]
    public void the_actor_of_the_table_is_found(string date, string tagged, string expected) =>
        Assert.Contains(expected, Find.Annotate(TaggedReport.Read(date, tagged)).Select(Line));

    [Fact]
    public void a_role_once_told_is_kept_by_the_bare_surname()
    {
        var report = TaggedReport.Read("2016-01-01",
            "Ghanaian_ADJ Trade_PROPN Minister_PROPN Kwame_PROPN Boateng_PROPN agreed_VERB ._PUNCT It_PRON rained_VERB ._PUNCT Boateng_PROPN left_VERB ._PUNCT");
        var boateng = Find.Annotate(report).Single(a => a.Kind == ActorKind.Person);
        Assert.Equal("Kwame Boateng", boateng.Name);
        Assert.Equal("GHA", boateng.Code);
        Assert.Equal(["Trade Minister Kwame Boateng", "Boateng"], Cut(report, boateng));
    }

    [Fact]
    public void two_persons_of_one_surname_are_told_apart_by_courtesy()
    {
        var report = TaggedReport.Read("2016-01-01",
            "Peter_PROPN Novak_PROPN and_CCONJ Anna_PROPN Novak_PROPN came_VERB ._PUNCT Mr._PROPN Novak_PROPN spoke_VERB ._PUNCT Mrs._PROPN Novak_PROPN left_VERB ._PUNCT");
        var actors = Find.Annotate(report);
        Assert.Contains("Mr. Novak", Cut(report, actors.Single(a => a.Name == "Peter Novak")));
        Assert.Contains("Mrs. Novak", Cut(report, actors.Single(a => a.Name == "Anna Novak")));
    }

    [Fact]
    public void she_is_the_woman_named_last()
    {
        var report = TaggedReport.Read("2016-01-01", "Peter_PROPN Novak_PROPN met_VERB Anna_PROPN Kral_PROPN ._PUNCT She_PRON smiled_VERB ._PUNCT");
        Assert.Contains("She", Cut(report, Find.Annotate(report).Single(a => a.Name == "Anna Kral")));
    }

    [Fact]
    public void the_two_countries_are_both_states()
    {
        var report = TaggedReport.Read("2016-01-01", "Chile_PROPN thanked_VERB Peru_PROPN ._PUNCT The_DET two_NUM countries_NOUN signed_VERB ._PUNCT");
        var actors = Find.Annotate(report);
        Assert.All(actors.Where(a => a.Kind == ActorKind.State), a => Assert.Contains("The two countries", Cut(report, a)));
        var index = new ActorIndex(report.With(Layers.Actors, actors), Lexicon);
        var sentence = report.Get(Layers.Sentences)[1];
        Assert.Equal(["CHL", "PER"], index.Participants(sentence, 2).Select(p => p.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void a_noun_with_a_state_is_a_participant_with_its_sector()
    {
        var report = TaggedReport.Read("2016-01-01", "Angry_ADJ miners_NOUN and_CCONJ Kenyan_ADJ troops_NOUN clashed_VERB ._PUNCT");
        var index = new ActorIndex(report.With(Layers.Actors, Find.Annotate(report)), Lexicon);
        var sentence = report.Get(Layers.Sentences)[0];
        Assert.Equal(("KEN", "MIL"), index.Participants(sentence, 4) is [var troops] ? (troops.Code, troops.Sector) : default);
        Assert.Equal((null, "LAB"), index.Participants(sentence, 1) is [var miners] ? (miners.Code, miners.Sector) : default);
    }

    private static string Line(Actor a) => $"{a.Name} | {a.Kind.ToString().ToLowerInvariant()} {a.Code ?? "-"} {a.Sector ?? "-"} | {a.Role ?? "-"}";

    private static IEnumerable<string> Cut(AnnotatedReport report, Actor actor) => actor.Mentions.Select(m => m.Span.Cut(report.Report.Text));
}
