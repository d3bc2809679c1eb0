using System.Collections.Immutable;
using Chancery.Reports;

namespace Chancery.Tests.Actors;

/// <summary>
/// A report from tagged words, so that a test needs no parser: <c>Zambian_ADJ troops_NOUN left_VERB ._PUNCT</c>. Sentences end with "./.";
/// a blank stands between words but before punctuation and 's. The first verb is the root; a noun or name before it is its subject, an
/// adjective modifies the next noun, all else hangs on the root.
/// </summary>
internal static class TaggedReport
{
    public static AnnotatedReport Read(string? published, string tagged)
    {
        var text = new System.Text.StringBuilder();
        var sentences = new List<Sentence>();
        var words = new List<(string Form, Upos Tag, Span Span)>();
        foreach (var cell in tagged.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int cut = cell.LastIndexOf('_');
            var (form, tag) = (cell[..cut], Enum.Parse<Upos>(cell[(cut + 1)..]));
            bool glued = text.Length == 0 || (tag == Upos.PUNCT && form != "“") || form is "'s";
            if (!glued) text.Append(' ');
            words.Add((form, tag, new Span(text.Length, text.Length + form.Length)));
            text.Append(form);
            if (form != ".") continue;
            sentences.Add(Sentence(words));
            words.Clear();
        }
        if (words.Count > 0) sentences.Add(Sentence(words));
        var body = text.ToString();
        var date = published is null ? Published.Unknown
            : new Published(NodaTime.Text.LocalDatePattern.Iso.Parse(published).Value, DatePrecision.Day, PublishedBasis.Stated, published, []);
        var report = new Report("t", "", body, [new Paragraph(new Span(0, body.Length), ParagraphRole.Body)], date);
        return new AnnotatedReport(report).With(Layers.Sentences, sentences);
    }

    private static Sentence Sentence(List<(string Form, Upos Tag, Span Span)> words)
    {
        int root = Math.Max(0, words.FindIndex(w => w.Tag == Upos.VERB));
        var tokens = words.Select((w, i) =>
        {
            int noun = words.FindIndex(i, x => x.Tag is Upos.NOUN);
            var (head, relation) = i == root ? (-1, "root")
                : w.Tag == Upos.ADJ && noun > i ? (noun, "amod")
                : i < root && w.Tag is Upos.NOUN or Upos.PROPN or Upos.PRON && (i + 1 >= words.Count || words[i + 1].Tag is not (Upos.NOUN or Upos.PROPN)) ? (root, "nsubj")
                : (root, "dep");
            return new Token(w.Span, w.Form, w.Form.ToLowerInvariant(), w.Tag, "_", "_", head, relation, false);
        });
        return new Sentence(new Span(words[0].Span.Start, words[^1].Span.End), tokens.ToImmutableArray());
    }
}
