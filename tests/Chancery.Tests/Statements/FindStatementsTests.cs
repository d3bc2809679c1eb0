using Chancery.Reading;
using Chancery.Reading.Pages;
using Chancery.Reports;
using CsCheck;
using Xunit;

namespace Chancery.Tests.Statements;

public class FindStatementsTests
{
    private static readonly Pipeline Reading = EnglishNews.Compose(Path.Combine(AppContext.BaseDirectory, "models")).For([Layers.Statements]);

    /// <summary>Some sentences a parser will always get wrong; how many must be right to the word is fixed here.</summary>
    private const double MustHold = 0.9;

    [Fact]
    public void our_own_sentences_are_attributed_as_they_should_be()
    {
        var wrong = new List<string>();
        int all = 0;
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Statements/statements.tsv")))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            all++;
            var cells = line.Split('\t');
            string wanted = string.Join(" / ", cells[1..]);
            var found = Read(cells[0]).ConvertAll(s => Describe(cells[0], s));
            if (!found.Contains(wanted)) wrong.Add($"{cells[0]}\n    wanted {wanted}\n    found  {string.Join("\n           ", found)}");
        }
        Assert.True(all >= 80, $"only {all} sentences");
        Assert.True(wrong.Count <= (1 - MustHold) * all, $"{wrong.Count} of {all}:\n{string.Join('\n', wrong)}");
    }

    [Theory]
    [InlineData("The mayor said in a tweet that the museum was open.", "tweet")]
    [InlineData("In a letter to the board, the director said that the roof leaked.", "letter")]
    [InlineData("The envoy told a news conference that the talks had failed.", "news conference")]
    [InlineData("The envoy said in an interview that the talks had failed.", "interview")]
    [InlineData("The envoy said that the talks had failed.", null)]
    public void the_medium_is_named_where_the_words_name_it(string text, string? medium) =>
        Assert.Equal(medium, Assert.Single(Outermost(text)).Medium);

    [Theory]
    [InlineData("The envoy told reporters that the talks had failed.", "reporters")]
    [InlineData("The envoy told the news agency Lusa that the talks had failed.", "the news agency Lusa")]
    [InlineData("\"The talks have failed,\" the envoy said to the news agency Lusa.", "the news agency Lusa")]
    [InlineData("The envoy said that the talks had failed.", null)]
    public void those_spoken_to_are_named_where_the_words_name_them(string text, string? audience) =>
        Assert.Equal(audience, Assert.Single(Outermost(text)).Audience);

    [Fact]
    public void a_statement_told_inside_another_names_it()
    {
        const string text = "The minister said that the general had denied that the tanks had moved.";
        var statements = Read(text);
        var outer = Assert.Single(statements, s => s.Within is null);
        Assert.Contains(statements, s => s.Within == outer.Id && Words(text, s.Source) == "the general" && Words(text, s.Content) == "that the tanks had moved");
    }

    [Fact]
    public void a_source_that_says_two_things_stands_behind_both()
    {
        const string text = "The minister praised the army and warned that the border would stay closed.";
        Assert.Equal(2, Outermost(text).Count(s => Words(text, s.Source) == "The minister"));
    }

    [Theory]
    [InlineData("The treaty is expected to be signed in May.")]
    public void where_nobody_is_named_the_source_is_empty(string text) => Assert.Empty(Assert.Single(Outermost(text)).Source);

    [Theory]
    [InlineData("Snow fell on the hills during the night.")]
    [InlineData("The train leaves at six and arrives before noon.")]
    [InlineData("The company did not comment.")]
    public void where_nobody_says_anything_there_is_no_statement(string text) => Assert.Empty(Read(text));

    [Theory]
    [InlineData("Chile said on Monday that it would reopen its embassy in Oslo.", "CHL", null)]
    [InlineData("Ghana's foreign minister, Ama Boateng, said that the talks had failed.", "GHA", "GOV")]
    [InlineData("Norway, which said on Monday that the talks had failed, closed the port.", "NOR", null)]
    [InlineData("Ghana's foreign minister, Ama Boateng, went to Togo on Monday. The ministry said that Togo had to choose.", "GHA", "GOV")]
    public void the_actor_behind_the_source_is_linked(string text, string code, string? sector)
    {
        var reading = Reading.Read(ReadPlainText.Read(new Page("t", "", PageKind.Text, text))).Item1!;
        var statement = Assert.Single(reading.Get(Layers.Statements));
        var actor = reading.Get(Layers.Actors).Single(a => a.Id == statement.ActorId);
        Assert.Equal((code, sector), (actor.Code, actor.Sector));
    }

    /// <summary>Whatever the text, spans lie inside it, in order and apart, and the order of ids is the order of the items.</summary>
    [Fact]
    public void every_span_lies_inside_the_text()
    {
        string[] pieces =
        [
            "The minister said ", "that ", "\"", "“", "”", "'", "‘", "’", "he told ", "according to ", "\n", ". ", ", ", "rain fell ", "😀", "said ",
            ": ", "``", "''", "«",
        ];
        var piece = Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]);
        piece.Array[0, 40].Select(string.Concat).Sample(text =>
        {
            var statements = Read(text);
            for (int i = 0; i < statements.Count; i++)
            {
                Assert.Equal($"s{i + 1}", statements[i].Id);
                Assert.NotEmpty(statements[i].Content);
                Assert.Single(statements[i].Cue);
                foreach (var spans in new[] { statements[i].Source, statements[i].Cue, statements[i].Content })
                {
                    int last = 0;
                    foreach (var span in spans)
                    {
                        Assert.True(span.Start >= last && span.End <= text.Length && !span.IsEmpty, $"{span} in {text}");
                        last = span.End;
                    }
                }
            }
        }, iter: Soak.Times(200, 100_000), seed: "0000KOIPwDZ4");
    }

    private static List<Statement> Read(string text) =>
        [.. Reading.Read(ReadPlainText.Read(new Page("t", "", PageKind.Text, text))).Item1!.Get(Layers.Statements)];

    private static List<Statement> Outermost(string text) => Read(text).FindAll(s => s.Within is null);

    private static string Words(string text, IEnumerable<Span> spans) => string.Join(" | ", spans.Select(s => s.Cut(text)));

    private static string Describe(string text, Statement s) =>
        $"{(s.Source.Count == 0 ? "-" : Words(text, s.Source))} / {Words(text, s.Cue)} / {Words(text, s.Content)} / {s.Kind.ToString().ToLowerInvariant()}";
}
