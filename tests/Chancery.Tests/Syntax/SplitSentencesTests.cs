using Chancery.Reading.Syntax.Words;
using Chancery.Reports;
using Xunit;

namespace Chancery.Tests.Syntax;

public class SplitSentencesTests
{
    private static readonly SplitSentences Splitter = new(WordModel.Load(Path.Combine(AppContext.BaseDirectory, "models", "en-words.model")));

    /// <summary>Rows of text and how it is cut: <c> | </c> between sentences, a space between tokens, <c>+</c> between the words of a token.</summary>
    public static TheoryData<string, string> Cases()
    {
        var rows = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Syntax", "words.tsv")))
            if (line.Length > 0 && line[0] != '#' && line.Split('\t') is [var text, var cut]) rows.Add(text, cut);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void text_is_cut_as_the_treebank_would(string text, string cut) => Assert.Equal(cut, Cut(text));

    [Fact]
    public void no_sentence_crosses_a_paragraph()
    {
        var sentences = Split("Talks in Lima\nresume on Friday", [new Span(0, 13), new Span(14, 30)]);
        Assert.Equal([new Span(0, 13), new Span(14, 30)], sentences.Select(s => s.Span));
    }

    [Fact]
    public void a_sentence_without_end_is_cut_at_a_mark()
    {
        var text = string.Concat(Enumerable.Range(0, 100_000).Select(i => i % 7 == 6 ? "word, " : "word ")).TrimEnd();
        var sentences = Split(text, [new Span(0, text.Length)]);
        Assert.All(sentences, s => Assert.True(s.Words.Length <= SplitSentences.MostWords));
        Assert.All(sentences.SkipLast(1), s => Assert.Equal(",", s.Words[^1].Form));
    }

    private static string Cut(string text) => string.Join(" | ", Split(text, [new Span(0, text.Length)])
        .Select(s => string.Concat(s.Words.Select((w, i) => (i == 0 ? "" : w.ContinuesToken ? "+" : " ") + w.Form))));

    private static IReadOnlyList<UntaggedSentence> Split(string text, Span[] paragraphs) =>
        Splitter.Split(new Report("r", "", text, [.. paragraphs.Select(p => new Paragraph(p, ParagraphRole.Body))], Published.Unknown));
}
