using System.Collections.Immutable;
using Chancery.Reports;

namespace Chancery.Reading.Syntax.Words;

/// <summary>Cuts the paragraphs of a report into sentences and words: a learned choice at each place, and rules for what must never be.</summary>
public sealed class SplitSentences(WordModel model)
{
    /// <summary>A longer run of words without a sentence end is cut here at the latest.</summary>
    public const int MostWords = 220;

    private readonly FindWords _findWords = new(model);

    public IReadOnlyList<UntaggedSentence> Split(Report report)
    {
        var sentences = new List<UntaggedSentence>();
        var words = new List<WordPiece>();
        var ends = new EndFeatures();
        Span<uint> features = stackalloc uint[EndFeatures.Count];
        foreach (var paragraph in report.Paragraphs)
        {
            words.Clear();
            _findWords.In(report.Text, paragraph.Span, words);
            if (words.Count == 0) continue;
            ends.Begin(report.Text, words);
            int first = WordsOfDateline(report.Text, paragraph.Span, words);
            if (first > 0) Add(report.Text, words, 0, first - 1, sentences);
            for (int i = first; i < words.Count - 1; i++)
            {
                if (!ends.IsCandidate(i)) continue;
                ends.Fill(first, i, features);
                var (inside, end, _) = model.Ends.Score(features);
                if (end <= inside) continue;
                Add(report.Text, words, first, i, sentences);
                first = i + 1;
            }
            Add(report.Text, words, first, words.Count - 1, sentences);
        }
        return sentences;
    }

    /// <summary>How many words of the paragraph are its dateline; some always follow it.</summary>
    private static int WordsOfDateline(string text, Span paragraph, List<WordPiece> words)
    {
        int length = FindDateline.Length(text.AsSpan(paragraph.Start, paragraph.Length));
        if (length == 0) return 0;
        int count = words.FindIndex(word => word.End >= paragraph.Start + length) + 1;
        return count > 0 && count < words.Count && words[count - 1].End == paragraph.Start + length ? count : 0;
    }

    private static void Add(string text, List<WordPiece> words, int first, int last, List<UntaggedSentence> sentences)
    {
        while (last - first >= MostWords)
        {
            int cut = BestCut(text, words, first);
            AddOne(text, words, first, cut, sentences);
            first = cut + 1;
        }
        AddOne(text, words, first, last, sentences);
    }

    /// <summary>The last stop, else the last other mark, else any place where a token ends, in the second half of what a sentence may hold.</summary>
    private static int BestCut(string text, List<WordPiece> words, int first)
    {
        int best = -1, bestRank = -1;
        for (int i = first + MostWords / 2; i < first + MostWords; i++)
        {
            if (words[i + 1].Continues) continue;
            int rank = text[words[i].End - 1] switch { '.' or '!' or '?' or '…' => 3, ';' or ':' => 2, ',' or '—' or '–' => 1, _ => 0 };
            if (rank >= bestRank) (best, bestRank) = (i, rank);
        }
        return best < 0 ? first + MostWords - 1 : best;
    }

    private static void AddOne(string text, List<WordPiece> words, int first, int last, List<UntaggedSentence> sentences)
    {
        var untagged = new UntaggedWord[last - first + 1];
        for (int i = first; i <= last; i++)
        {
            var (start, end, continues) = words[i];
            untagged[i - first] = new UntaggedWord(new Span(start, end), text[start..end], continues && i > first);
        }
        var span = new Span(words[first].Start, words[last].End);
        sentences.Add(new UntaggedSentence(span, System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(untagged)));
    }
}
