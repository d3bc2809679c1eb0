using System.Collections.Immutable;
using Chancery.Reports;

namespace Chancery.Reading.Syntax.Words;

/// <summary>Cuts the paragraphs of a report into sentences and words, by rules.</summary>
public sealed class SplitSentences
{
    /// <summary>A longer run of words without a sentence end is cut here at the latest.</summary>
    public const int MostWords = 220;

    public IReadOnlyList<UntaggedSentence> Split(Report report)
    {
        var sentences = new List<UntaggedSentence>();
        var words = new List<UntaggedWord>();
        foreach (var paragraph in report.Paragraphs)
        {
            words.Clear();
            FindWords.In(report.Text, paragraph.Span, words);
            int first = 0;
            for (int i = 0; i < words.Count; i++)
            {
                bool last = i == words.Count - 1;
                if (!last && i - first + 1 < MostWords && !EndsSentence(report.Text, words, i)) continue;
                if (!last && words[i + 1].ContinuesToken) continue;
                var span = new Span(words[first].Span.Start, words[i].Span.End);
                sentences.Add(new UntaggedSentence(span, [.. words[first..(i + 1)]]));
                first = i + 1;
            }
        }
        return sentences;
    }

    private static bool EndsSentence(string text, List<UntaggedWord> words, int i)
    {
        var word = words[i];
        var next = words[i + 1];
        bool spaced = next.Span.Start > word.Span.End;
        if (!spaced) return false;
        int stop = i;
        while (stop > 0 && IsCloser(words[stop].Form) && words[stop].Span.Start == words[stop - 1].Span.End) stop--;
        var form = words[stop].Form;
        char end = form[^1];
        if (end is not ('.' or '!' or '?' or '…')) return false;
        char begin = text[next.Span.Start];
        if (begin is '"' or '“' or '‘' or '(' or '\'' or '[' && next.Span.End < text.Length) begin = i + 2 < words.Count ? words[i + 2].Form[0] : 'A';
        if (char.IsLower(begin)) return false;
        if (form.Length > 1 && end == '.' && char.IsLetter(form[0])) return form.Length > 3 && form.Contains('.') && IsStarter(next.Form);
        return !(form[0] == '.' && form.Length > 1) || char.IsUpper(begin);
    }

    private static bool IsCloser(string form) => form is "\"" or "”" or "’" or ")" or "'" or "''" or "]";

    private static bool IsStarter(string form) => form is "The" or "A" or "In" or "But" or "He" or "She" or "It" or "They" or "This" or "On" or "We" or "I";
}
