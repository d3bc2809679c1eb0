using Chancery.Reading;
using Chancery.Reports;
using CsCheck;
using Xunit;

namespace Chancery.Tests.Syntax;

public class ParseSentencesTests
{
    private static readonly Pipeline Syntax = EnglishNews.Compose(Path.Combine(AppContext.BaseDirectory, "models")).For([Layers.Sentences]);

    private static readonly string[] Awkward =
        [" ", "\n", "don't", "U.S.", "\ud800", "\udc00", "😀", "…", "\"", "A", "9", "-", "'", "’s", ".", "http://a.b/c", "\u00a0", "\u200b", "\u2028"];

    private static IReadOnlyList<Sentence> Parse(string text)
    {
        var (reading, failure) = Syntax.Read(new Report("r", "", text, [.. Lines(text)], Published.Unknown));
        Assert.Null(failure);
        return reading!.Get(Layers.Sentences);
    }

    private static IEnumerable<Paragraph> Lines(string text)
    {
        for (int at = 0, end; at < text.Length; at = end + 1)
        {
            end = text.IndexOf('\n', at);
            if (end < 0) end = text.Length;
            if (!text.AsSpan(at, end - at).IsWhiteSpace()) yield return new Paragraph(new Span(at, end), ParagraphRole.Body);
        }
    }

    [Fact]
    public void a_contraction_is_one_token_of_two_words()
    {
        var words = Parse("Norway doesn't agree.")[0].Words;
        Assert.Equal(["Norway", "does", "n't", "agree", "."], words.Select(w => w.Form));
        Assert.Equal([false, false, true, false, false], words.Select(w => w.ContinuesToken));
    }

    [Fact]
    public void a_plain_clause_has_its_subject_and_object()
    {
        var sentence = Parse("The government of Chile recalled the ambassador on Monday.")[0];
        Assert.Equal("recalled", sentence.Words[sentence.Root].Form);
        Assert.Equal("recall", sentence.Words[sentence.Root].Lemma);
        Assert.Equal("government", sentence.Words[sentence.Child(sentence.Root, "nsubj")].Form);
        Assert.Equal("ambassador", sentence.Words[sentence.Child(sentence.Root, "obj")].Form);
    }

    [Theory]
    [InlineData("Germany suspended arms exports to Chad.", "arms compound exports, exports obj suspended, Chad nmod exports")]
    [InlineData("The talks will go on, the envoy said after Chile imposed sanctions on Peru.", "imposed advcl said")]
    [InlineData("Germany halts arms exports to Chad.", "arms compound exports, exports obj halts, Chad nmod exports")]
    [InlineData("Poland put aid to Malawi on hold.", "aid obj put, hold obl put")]
    [InlineData("Norway gave the students books.", "books obj gave")]
    [InlineData("Harare demanded that the Arab League scrap its sanctions on Sudan.", "League nsubj scrap, sanctions obj scrap")]
    [InlineData("Sweden gave Tanzania about $100 million a year before the suspension.", "Tanzania iobj gave, $ obj gave")]
    [InlineData("Kenya resumes flights to Somalia", "Kenya nsubj resumes, flights obj resumes")]
    [InlineData("Lima suspended aid to Quito", "Lima nsubj suspended, aid obj suspended")]
    [InlineData("The columns of troops rolled out of Rwanda.", "columns nsubj rolled")]
    [InlineData("Aid to Malawi frozen over graft", "Aid nsubj:pass frozen")]
    [InlineData("Chile to lift ban on Peruvian fish", "Chile nsubj lift, ban obj lift")]
    [InlineData("The loans suspended in March were restored.", "loans nsubj:pass restored, suspended acl loans")]
    public void relations_agree_with_each_other(string text, string expected)
    {
        var words = Parse(text)[0].Words;
        var told = words.Where(w => w.Head >= 0).Select(w => $"{w.Form} {w.Relation} {words[w.Head].Form}").ToHashSet();
        Assert.All(expected.Split(", "), relation => Assert.Contains(relation, told));
    }

    [Fact]
    public void any_string_gives_well_formed_trees_that_cover_it() =>
        Gen.OneOf(
            Gen.String[Gen.Char, 0, 120],
            Gen.Int[0, Awkward.Length - 1].Select(i => Awkward[i]).Array[0, 60].Select(string.Concat))
            .Sample(text => AssertWellFormed(text, Parse(text)), iter: Soak.Times(2_000, 100_000), seed: "0000KOIPwDZ4");

    internal static void AssertWellFormed(string text, IReadOnlyList<Sentence> sentences)
    {
        int at = 0;
        foreach (var sentence in sentences)
        {
            Assert.NotEmpty(sentence.Words);
            Assert.Equal(sentence.Words[0].Span.Start, sentence.Span.Start);
            Assert.Equal(sentence.Words[^1].Span.End, sentence.Span.End);
            foreach (var word in sentence.Words)
            {
                Assert.False(word.Span.IsEmpty);
                Assert.True(word.Span.Start >= at);
                AssertBlank(text, at, word.Span.Start);
                Assert.False(word.Span.Start > 0 && char.IsSurrogatePair(text[word.Span.Start - 1], text[word.Span.Start]));
                at = word.Span.End;
            }
            Assert.Single(sentence.Words, w => w.Head < 0);
            for (int i = 0; i < sentence.Words.Length; i++)
            {
                int steps = 0;
                for (int h = i; h >= 0; h = sentence.Words[h].Head) Assert.True(steps++ <= sentence.Words.Length);
            }
        }
        AssertBlank(text, at, text.Length);
    }

    private static void AssertBlank(string text, int start, int end)
    {
        for (int i = start; i < end; i++) Assert.True(char.IsWhiteSpace(text[i]));
    }
}
