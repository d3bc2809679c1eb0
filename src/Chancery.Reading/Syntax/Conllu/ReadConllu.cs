using System.Collections.Immutable;
using System.Text;
using Chancery.Reports;

namespace Chancery.Reading.Syntax.Conllu;

/// <summary>
/// A report from CoNLL-U: the text is rebuilt from forms and SpaceAfter, a paragraph a line with an empty line between,
/// and the given sentences and words are kept.
/// </summary>
public static class ReadConllu
{
    /// <exception cref="FormatException">The page is not CoNLL-U; the message names the line.</exception>
    public static Report Read(Page page) => Read(page, ConlluRows.Read(new StringReader(page.Content)));

    public static Report Read(Page page, IEnumerable<ConlluSentence> rows)
    {
        var text = new StringBuilder();
        var sentences = new List<UntaggedSentence>();
        var paragraphs = new List<Paragraph>();
        int paragraphStart = 0;
        bool space = false;
        foreach (var row in rows)
        {
            if (row.BeginsParagraph && sentences.Count > 0)
            {
                paragraphs.Add(new Paragraph(new Span(paragraphStart, sentences[^1].Span.End), ParagraphRole.Body));
                text.Append("\n\n");
                paragraphStart = text.Length;
            }
            else if (space) text.Append(' ');
            var words = ImmutableArray.CreateBuilder<UntaggedWord>(row.Words.Count);
            space = false;
            foreach (var word in row.Words)
            {
                if (space) text.Append(' ');
                words.Add(new UntaggedWord(new Span(text.Length, text.Length + word.Form.Length), word.Form, word.ContinuesToken));
                text.Append(word.Form);
                space = word.SpaceAfter;
            }
            sentences.Add(new UntaggedSentence(new Span(words[0].Span.Start, text.Length), words.MoveToImmutable()));
        }
        if (sentences.Count > 0) paragraphs.Add(new Paragraph(new Span(paragraphStart, text.Length), ParagraphRole.Body));
        return new Report(page.Id, page.Hash, text.ToString(), paragraphs, Published.Unknown) { Language = "en", GivenSentences = sentences };
    }
}
