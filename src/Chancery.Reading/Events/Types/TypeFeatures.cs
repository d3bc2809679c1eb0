using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Events.Types;

/// <summary>
/// What a sentence shows of its event's type: its words and pairs of words (names and numbers masked, so that no country is learned) and
/// what the frames found.
/// </summary>
internal static class TypeFeatures
{
    public const int Buckets = 1 << 17;

    /// <param name="main">Index of the frame that stands nearest to the root; -1 for none.</param>
    public static void Collect(Clauses clauses, IReadOnlyList<Frame> frames, int main, List<int> features)
    {
        features.Clear();
        uint before = Start, beforeThat = Start;
        for (int i = 0; i < clauses.Words.Length; i++)
        {
            if (clauses.Words[i].Upos is Upos.PUNCT or Upos.DET or Upos.SYM) continue;
            uint word = Hash(Masked(clauses, i));
            features.Add(Bucket(word, 1));
            features.Add(Bucket(Mix(before, word), 2));
            features.Add(Bucket(Mix(beforeThat, word), 3));
            (beforeThat, before) = (before, word);
            int head = clauses.Head(i);
            if (head >= 0 && clauses.Words[i].Upos is Upos.NOUN or Upos.VERB or Upos.ADJ && clauses.Words[head].Upos is Upos.NOUN or Upos.VERB or Upos.ADJ)
                features.Add(Bucket(Mix(Hash(Masked(clauses, head)), word), 4));
        }
        if (clauses.Sentence.Root >= 0) features.Add(Bucket(Hash(Masked(clauses, clauses.Sentence.Root)), 5));
        for (int i = 0; i < frames.Count; i++)
        {
            uint type = Hash(frames[i].Meaning.Type);
            features.Add(Bucket(type, i == main ? 6u : 7u));
            if (i != main) continue;
            features.Add(Bucket(Mix(type, Hash(frames[i].Meaning.Mode)), 8));
            features.Add(Bucket(Mix(type, Hash(FirstWord(frames[i].Rule))), 9));
        }
        if (main < 0) features.Add(Bucket(Start, 10));
    }

    private static ReadOnlySpan<char> FirstWord(string rule) => rule.IndexOf(' ') is var cut and > 0 ? rule.AsSpan(0, cut) : rule;

    private static ReadOnlySpan<char> Masked(Clauses clauses, int word) => clauses.Words[word].Upos switch
    {
        Upos.PROPN => "~name",
        Upos.NUM => "~number",
        _ => char.IsUpper(clauses.Words[word].Form[0]) && clauses.Words[word].Upos == Upos.ADJ ? "~name" : clauses.Lemma(word),
    };

    private const uint Start = 2166136261;

    private static uint Hash(ReadOnlySpan<char> text)
    {
        uint hash = Start;
        foreach (char c in text) hash = (hash ^ c) * 16777619;
        return hash;
    }

    private static uint Mix(uint a, uint b) => (a * 0x9E3779B1 + b) * 0x85EBCA6B;

    private static int Bucket(uint hash, uint kind)
    {
        hash = Mix(hash, kind);
        hash ^= hash >> 15;
        return (int)(hash & (Buckets - 1));
    }
}
