using Chancery.Reading;
using Chancery.Reading.Events.Predicates;
using Chancery.Reports;
using Xunit;

namespace Chancery.Tests.Events;

public class CodeEventsTests
{
    private static readonly Pipeline Reading = EnglishNews.Compose(Path.Combine(AppContext.BaseDirectory, "models")).For([Layers.Events]);

    /// <summary>Some sentences a parser will always get wrong; how many may be lost is fixed here.</summary>
    private const double MustHold = 0.90;

    [Fact]
    public void our_own_sentences_are_coded_as_they_should_be()
    {
        var wrong = new List<string>();
        int all = 0;
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Events/sentences.tsv")))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            all++;
            var cells = line.Split('\t');
            var found = Read(cells[0]).Where(e => e.Main || e.Status == ClaimStatus.Denied).Select(Describe).ToList();
            var wanted = $"{cells[1]} {Sides(cells[2])} > {Sides(cells[3])} {cells[4]}";
            if (!found.Contains(wanted)) wrong.Add($"{cells[0]}\n    wanted {wanted}\n    found  {string.Join("\n           ", found)}");
        }
        Assert.True(all >= 150, $"only {all} sentences");
        Assert.True(wrong.Count <= (1 - MustHold) * all, $"{wrong.Count} of {all}:\n{string.Join('\n', wrong)}");
    }

    [Theory]
    [InlineData("Norwegian ministers met in Oslo to discuss Chad's invasion of Niger.", "ASSAULT", true)]
    [InlineData("Norwegian troops invaded Chad on Monday.", "ASSAULT", false)]
    [InlineData("Kenyan officials, who had arrested the envoy in 2010, met Togolese ministers on Monday.", "COERCE", true)]
    public void what_had_been_before_the_news_is_history(string text, string type, bool history) =>
        Assert.Equal(history, Read(text).First(e => e.Type == type).History);

    [Fact]
    public void an_event_has_the_state_it_took_place_in() =>
        Assert.Equal("NOR", Read("Kenyan police arrested two Togolese diplomats in Norway.").First(e => e.Type == "COERCE").Place);

    [Fact]
    public void the_lexicon_names_at_least_1500_predicates() => Assert.True(EventLexicon.Load().Count >= 1500, $"{EventLexicon.Load().Count}");

    [Theory]
    [InlineData("The committee will meet the choir on Sunday to choose the hymns.")]
    [InlineData("The recipe calls for two eggs and a cup of flour.")]
    [InlineData("Snow fell on the hills of Norway during the night.")]
    public void what_is_no_politics_between_actors_has_no_actors(string text) =>
        Assert.DoesNotContain(Read(text), e => e.Main && e.Source.Count > 0 && e.Target.Count > 0);

    [Theory]
    [InlineData("The singer thanked the runners.")]
    [InlineData("The film was released on Friday.")]
    [InlineData("The injured teenagers were driven home by an aunt.")]
    public void private_life_is_no_event(string text) => Assert.Empty(Read(text));

    [Theory]
    [InlineData("Norwegian ministers met in Oslo and spoke of a partnership with Chad.", "COOPERATE")]
    [InlineData("Sweden praised Norway on Monday, and the new road will help farmers in Somalia.", "AGREE")]
    [InlineData("The envoy of Peru met Chilean ministers after a man was stabbed in a bar.", "ASSAULT")]
    public void what_is_only_mentioned_is_no_event(string text, string type) => Assert.DoesNotContain(Read(text), e => e.Type == type);

    [Fact]
    public void who_has_proof_of_an_attack_did_not_attack() =>
        Assert.DoesNotContain(Read("Chad has evidence that Niger attacked the village."), e => e.Type == "ASSAULT" && e.Source.Any(p => p.Code == "TCD"));

    [Fact]
    public void who_claims_responsibility_for_an_attack_did_it() =>
        Assert.Contains(Read("The Ethiopian rebels claimed responsibility for the attack on the Kenyan base."), e => e is { Type: "ASSAULT", Source: [{ Code: "ETH", Sector: "REB" }] });

    [Fact]
    public void a_law_that_allows_sanctions_has_imposed_none() =>
        Assert.All(Read("The law allows the imposition of sanctions on Belarus.").Where(e => e.Type == "SANCTION"), e => Assert.Equal(ClaimStatus.Considered, e.Status));

    [Theory]
    [InlineData("Ethiopia withdrew its troops from Somalia.\nEthiopia withdrew its troops from Somalia.")]
    [InlineData("Ethiopia withdrew its troops from Somalia.\nThe Ethiopian government withdrew its troops from Somalia.")]
    public void the_same_event_told_twice_is_one_event_with_two_passages(string text)
    {
        var events = Read(text);
        Assert.Single(events, e => e.Type == "RETREAT");
        Assert.NotEmpty(events.First(e => e.Type == "RETREAT").Passages);
    }

    [Fact]
    public void two_words_for_one_accusation_are_one_event() =>
        Assert.Single(Read("Norway accused Chad of murder and torture."), e => e.Type == "ACCUSE");

    [Fact]
    public void every_trigger_and_passage_lies_in_the_text()
    {
        const string text = "Kenya threatened to expel Somali diplomats after Somali militants attacked a base, the minister said.";
        foreach (var e in Read(text))
            Assert.All([.. e.Trigger, .. e.Passages], s => Assert.InRange(s.End, 1, text.Length));
    }

    private static IReadOnlyList<NewsEvent> Read(string text)
    {
        var paragraphs = new List<Paragraph>();
        for (int at = 0; at < text.Length;)
        {
            int end = text.IndexOf('\n', at) is var cut and >= 0 ? cut : text.Length;
            paragraphs.Add(new Paragraph(new Span(at, end), ParagraphRole.Body));
            at = end + 1;
        }
        var report = new Report("test", "", text, paragraphs, new Published(new NodaTime.LocalDate(2021, 6, 10), DatePrecision.Day, PublishedBasis.Stated, null, [])) { Language = "en" };
        return Reading.Read(report).Reading!.Get(Layers.Events);
    }

    private static string Describe(NewsEvent e)
    {
        var source = e.Source.Select(Name).Distinct().Order(StringComparer.Ordinal);
        var target = e.Target.Select(Name).Distinct().Order(StringComparer.Ordinal);
        return $"{e.Type}/{(e.Modes.Count > 0 ? e.Modes[0] : "")} {string.Join(',', source)} > {string.Join(',', target)} {e.Status.Name()}";
    }

    private static string Name(Participant p) => p.Sector is null ? p.Code ?? "?" : $"{p.Code ?? "?"}:{p.Sector}";
    private static string Sides(string cell) => cell == "-" ? "" : string.Join(',', cell.Split(',').Order(StringComparer.Ordinal));
}
