using Chancery.Desk.Formats;
using Chancery.Reading;
using Chancery.Reading.Syntax.Conllu;
using Chancery.Reports;
using CsCheck;
using Xunit;

namespace Chancery.Tests.Syntax;

public class ConlluTests
{
    private static readonly Pipeline Syntax = EnglishNews.Compose(Path.Combine(AppContext.BaseDirectory, "models")).For([Layers.Sentences]);

    private const string Given = """
        # newdoc id = d1
        # newpar
        # sent_id = 1
        1-2	Don't	_	_	_	_	_	_	_	_
        1	Do	do	AUX	VB	_	3	aux	_	_
        2	n't	not	PART	RB	_	3	advmod	_	_
        3	well-known	well-known	ADJ	JJ	_	0	root	_	SpaceAfter=No
        4	.	.	PUNCT	.	_	3	punct	_	_

        # newpar
        1	Ends	end	VERB	VBZ	_	0	root	_	_
        1.1	here	here	ADV	RB	_	_	_	_	_

        """;

    [Fact]
    public void given_words_and_sentences_are_kept()
    {
        var report = ReadConllu.Read(new Page("p", "", PageKind.Conllu, Given));
        Assert.Equal("Don't well-known.\n\nEnds", report.Text);
        Assert.Equal([new Span(0, 17), new Span(19, 23)], report.Paragraphs.Select(p => p.Span));
        var sentences = Syntax.Read(report).Reading!.Get(Layers.Sentences);
        Assert.Equal(["Do", "n't", "well-known", "."], sentences[0].Words.Select(w => w.Form));
        Assert.Equal([false, true, false, false], sentences[0].Words.Select(w => w.ContinuesToken));
        Assert.Equal(["Ends"], sentences[1].Words.Select(w => w.Form));
    }

    [Theory]
    [InlineData("1\tA\ta\n", "line 1: 3 columns, 10 expected")]
    [InlineData("2\tA\ta\tDET\tDT\t_\t0\troot\t_\t_\n", "line 1: word 2 is out of order")]
    [InlineData("1\tA\ta\tDET\tDT\t_\t7\tdet\t_\t_\n\n", "line 2: head 7 lies outside the sentence")]
    [InlineData("x\tA\ta\tDET\tDT\t_\t0\troot\t_\t_\n", "line 1: “x” is not a number")]
    public void what_is_wrong_is_said_with_its_line(string content, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => ConlluRows.Read(new StringReader(content)).ToList()).Message);

    [Fact]
    public void what_is_written_reads_back_to_the_same_words_and_trees() =>
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[1, 40].Select(string.Concat)
            .Sample(AssertReadsBack, iter: Soak.Times(300, 20_000), seed: "0000KOIPwDZ4");

    private static readonly string[] Pieces =
        ["Mali", " ", " ", ". ", "don't", "\n", "\t", "“No,” ", "said", "\u00a0", "#", "_", "U.N.", "1-2", "😀", "\u2028", "(", ") ", "gonna ", "é", "\u0301"];

    private static void AssertReadsBack(string text)
    {
        var reading = Syntax.Read(new Report("r", "", text, [new Paragraph(new Span(0, text.Length), ParagraphRole.Body)], Published.Unknown)).Reading!;
        var output = new StringWriter();
        ConlluWriter.Write(output, reading);
        var back = ConlluRows.Read(new StringReader(output.ToString())).ToArray();
        var sentences = reading.Get(Layers.Sentences);
        Assert.Equal(sentences.Count, back.Length);
        for (int i = 0; i < back.Length; i++)
        {
            Assert.Equal(
                sentences[i].Words.Select(w => (w.Form, w.Lemma, w.Upos.ToString(), w.Head, w.Relation, w.ContinuesToken)),
                back[i].Words.Select(w => (w.Form, w.Lemma, w.Upos, w.Head, w.Relation, w.ContinuesToken)));
        }
    }
}
