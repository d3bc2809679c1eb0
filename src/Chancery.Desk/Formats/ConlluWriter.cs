using System.Globalization;
using Chancery.Reports;

namespace Chancery.Desk.Formats;

/// <summary>Writes the sentences of a reading as CoNLL-U (version 2): every word of the text, in text order.</summary>
public static class ConlluWriter
{
    public static void Write(TextWriter output, AnnotatedReport reading)
    {
        var report = reading.Report;
        var sentences = reading.Get(Layers.Sentences);
        int paragraph = -1, number = 0;
        for (int i = 0; i < sentences.Count; i++)
        {
            var sentence = sentences[i];
            if (sentence.Words.IsEmpty) continue;
            if (number == 0) output.Write($"# newdoc id = {OneLine(report.Id)}\n");
            int before = paragraph;
            while (paragraph + 1 < report.Paragraphs.Count && report.Paragraphs[paragraph + 1].Span.Start <= sentence.Span.Start) paragraph++;
            if (paragraph != before || number == 0) output.Write("# newpar\n");
            output.Write(string.Create(CultureInfo.InvariantCulture, $"# sent_id = {OneLine(report.Id)}-{++number}\n"));
            output.Write($"# text = {OneLine(sentence.Span.Cut(report.Text))}\n");
            Rows(output, report.Text, sentence, i + 1 < sentences.Count ? sentences[i + 1].Span.Start : report.Text.Length);
            output.Write('\n');
        }
    }

    private static void Rows(TextWriter output, string text, Sentence sentence, int nextSentence)
    {
        var words = sentence.Words;
        for (int i = 0; i < words.Length; i++)
        {
            var word = words[i];
            int end = i;
            if (!word.ContinuesToken)
            {
                while (end + 1 < words.Length && words[end + 1].ContinuesToken) end++;
                if (end > i)
                {
                    var surface = text.AsSpan(word.Span.Start, words[end].Span.End - word.Span.Start);
                    output.Write(string.Create(CultureInfo.InvariantCulture, $"{i + 1}-{end + 1}\t{surface}\t_\t_\t_\t_\t_\t_\t_\t{Space(words[end], end)}\n"));
                }
            }
            bool inToken = word.ContinuesToken || end > i;
            output.Write(string.Create(CultureInfo.InvariantCulture,
                $"{i + 1}\t{word.Form}\t{word.Lemma}\t{word.Upos}\t{word.Xpos}\t{word.Features}\t{word.Head + 1}\t{word.Relation}\t_\t{(inToken ? "_" : Space(word, i))}\n"));
        }

        string Space(Token word, int i) =>
            (i + 1 < words.Length ? words[i + 1].Span.Start : nextSentence) == word.Span.End && word.Span.End < text.Length ? "SpaceAfter=No" : "_";
    }

    /// <summary>A comment holds one line: what breaks lines becomes a space.</summary>
    private static string OneLine(string text) =>
        text.AsSpan().IndexOfAny('\n', '\r', '\t') < 0 ? text : text.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');
}
