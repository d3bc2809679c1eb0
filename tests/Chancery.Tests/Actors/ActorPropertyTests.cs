using System.Diagnostics;
using Chancery.Reading.Actors;
using Chancery.Reports;
using CsCheck;
using Xunit;

namespace Chancery.Tests.Actors;

/// <summary>What holds for every text, however mixed up its names are.</summary>
public class ActorPropertyTests
{
    private static readonly ActorLexicon Lexicon = ActorLexicon.Load();
    private static readonly FindActors Find = new(Lexicon);

    private static readonly string[] Tagged = (
        "The_DET Kenyan_ADJ president_NOUN Minister_PROPN of_ADP Trade_PROPN Anna_PROPN Novak_PROPN al-Novak_PROPN Novak-Kral_PROPN he_PRON who_PRON its_PRON Oslo_PROPN "
        + "UN_PROPN ,_PUNCT the_DET two_NUM countries_NOUN police_NOUN 's_PART and_CCONJ for_ADP van_PROPN “_PUNCT \"_PUNCT Mr._PROPN J._PROPN was_AUX said_VERB Georgia_PROPN Jordan_PROPN USA_PROPN -_PUNCT led_VERB 😀_SYM ._PUNCT").Split(' ');

    private static readonly Gen<string> Words = Gen.Int[0, Tagged.Length - 1].List[1, 40].Select(words => string.Join(' ', words.Select(i => Tagged[i])));

    [Fact]
    public void every_mention_lies_in_the_text_and_holds_its_head() => Words.Sample(tagged =>
    {
        var report = TaggedReport.Read("2015-05-05", tagged);
        var text = report.Report.Text;
        foreach (var actor in Find.Annotate(report))
        {
            Assert.NotEmpty(actor.Mentions);
            foreach (var mention in actor.Mentions)
            {
                Assert.True(mention.Span.End <= text.Length && mention.Span.Contains(mention.Head), $"{mention} in “{text}”");
                Assert.False(char.IsLowSurrogate(text[mention.Span.Start]));
            }
            Assert.Equal(actor.Mentions.Order(Comparer<Mention>.Create((a, b) => a.Span.CompareTo(b.Span))), actor.Mentions);
        }
    }, iter: Soak.Times(2_000, 100_000));

    [Fact]
    public void actors_are_numbered_in_the_order_of_their_first_mention() => Words.Sample(tagged =>
    {
        var actors = Find.Annotate(TaggedReport.Read("2015-05-05", tagged));
        Assert.Equal(Enumerable.Range(1, actors.Count).Select(i => $"a{i}"), actors.Select(a => a.Id));
        Assert.Equal(actors.Select(a => a.Mentions[0].Span.Start).Order(), actors.Select(a => a.Mentions[0].Span.Start));
    }, iter: Soak.Times(500, 20_000));

    [Fact]
    public void the_same_text_gives_the_same_actors() => Words.Sample(tagged =>
        Assert.Equal(Print(Find.Annotate(TaggedReport.Read("2015-05-05", tagged))), Print(Find.Annotate(TaggedReport.Read("2015-05-05", tagged)))),
        iter: Soak.Times(300, 20_000));

    [Fact]
    public void a_report_of_nothing_but_names_takes_time_in_proportion()
    {
        var names = Enumerable.Range(0, 12_000).Select(i => $"Anna_PROPN {Letters(i)}_PROPN ,_PUNCT");
        var report = TaggedReport.Read("2015-05-05", string.Join(' ', names.Chunk(40).Select(c => string.Join(' ', c) + " spoke_VERB ._PUNCT")));
        var clock = Stopwatch.StartNew();
        Assert.True(Find.Annotate(report).Count > 10_000);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), clock.Elapsed.ToString());
    }

    private static string Letters(int i) => "N" + string.Concat(i.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(d => (char)('a' + d - '0')));

    private static string Print(IReadOnlyList<Actor> actors) =>
        string.Join('\n', actors.Select(a => $"{a.Id} {a.Name} {a.Kind} {a.Code} {a.Sector} {a.Role} {string.Join(' ', a.Mentions)}"));
}
