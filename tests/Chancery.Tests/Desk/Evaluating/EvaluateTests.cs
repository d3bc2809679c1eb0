using System.Text.Json;
using Chancery.Desk.Commands;
using Chancery.Desk.Evaluating;
using Xunit;

namespace Chancery.Tests.Desk.Evaluating;

public sealed class EvaluateTests : IDisposable
{
    private const string Text = "Peru accused Chile of espionage on 3 March 2021. Peru suspended its military aid to Laos, the foreign ministry said on Thursday.";

    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-gold-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    private static IReadOnlyList<Score> Run(string layer, string gold, string? texts = null) => Evaluate.Run(layer, gold, texts, mainOnly: false, CommandLine.Readers, 1);

    [Theory]
    [InlineData("times")]
    [InlineData("published")]
    [InlineData("actors")]
    [InlineData("statements")]
    [InlineData("events")]
    [InlineData("changes")]
    [InlineData("signals")]
    [InlineData("pages")]
    public void a_reading_is_gold_that_it_reaches_itself(string layer)
    {
        var reading = CommandLine.RunOn(JsonSerializer.SerializeToUtf8Bytes(new { id = "a", published = "2021-03-05", text = Text }), "read", "--format", "jsonl", "-").Output;
        var gold = Write("gold.jsonl", reading);
        var texts = Write("texts.jsonl", JsonSerializer.Serialize(new { id = "a", published = "2021-03-05", text = Text }) + "\n");
        Assert.All(Run(layer, gold, texts), s => Assert.True(s.F1 == 1 && s.Gold > 0, $"{s}"));
    }

    [Fact]
    public void what_is_missed_and_what_is_too_much_is_counted()
    {
        var gold = Write("gold.jsonl", JsonSerializer.Serialize(new
        {
            id = "a", published = "2021-03-05", text = Text,
            times = new object[] { new { start = Text.IndexOf("3 March", StringComparison.Ordinal), end = Text.IndexOf(". Peru", StringComparison.Ordinal), type = "DATE", value = "2021-03-04" }, new { start = 0, end = 4, type = "DATE", value = "2021" } },
        }));
        var scores = Run("times", gold).ToDictionary(s => s.Level);
        Assert.Equal((2, 2, 1), (scores["span"].Gold, scores["span"].Read, scores["span"].Both));
        Assert.Equal(0, scores["span and value"].Both);
        Assert.Equal(.5, scores["span"].F1);
    }

    [Fact]
    public void syntax_is_compared_on_the_words_of_the_gold()
    {
        var conllu = CommandLine.RunOn("Peru accused Chile of espionage."u8.ToArray(), "read", "--format", "conllu", "-").Output;
        Assert.All(Run("syntax", Write("gold.conllu", conllu)), s => Assert.Equal((6, 6), (s.Gold, s.Both)));
        var wrong = Run("syntax", Write("wrong.conllu", conllu.Replace("\tPROPN\t", "\tNOUN\t", StringComparison.Ordinal)));
        Assert.Equal(4, wrong.Single(s => s.Level == "UPOS").Both);
    }

    [Theory]
    [InlineData("{\"id\":\"a\",\"times\":[]}", "neither")]
    [InlineData("not json", "line 1")]
    [InlineData("[1]", "no JSON object")]
    public void gold_that_cannot_be_compared_is_refused_with_its_line(string line, string words) =>
        Assert.Contains(words, Assert.Throws<UsageException>(() => Run("times", Write("gold.jsonl", line))).Message, StringComparison.Ordinal);
}
