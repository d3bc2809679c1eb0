using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Relations;

/// <summary>The words for relations and for their turns.</summary>
internal sealed class SignalLexicon
{
    private readonly Dictionary<string, Signal> _turns = new(StringComparer.Ordinal);
    private readonly List<(string[] Words, Signal Signal)> _phrases = [];

    public static SignalLexicon Load()
    {
        var lexicon = new SignalLexicon();
        foreach (var row in Lexicon.Rows("Relations/signals.tsv", 2))
        {
            var signal = Enum.Parse<Signal>(row[0], ignoreCase: true);
            foreach (var word in row[1].Split(' '))
                if (word.Contains('_', StringComparison.Ordinal)) lexicon._phrases.Add((word.Split('_'), signal));
                else lexicon._turns[word] = signal;
        }
        return lexicon;
    }

    public bool IsRelation(string lemma) => lemma is "relation" or "relations" or "tie" or "ties" or "relationship" or "Relations" or "Ties";

    /// <summary>The word that turns a relation and where to; null for none, or where it is denied or only possible.</summary>
    public (int Word, Signal Signal)? Turn(Clauses clauses, int relation)
    {
        foreach (int c in clauses.Children(relation))
            if (_turns.TryGetValue(clauses.Lemma(c), out var own) && clauses.Is(c, "amod")) return (c, own);
        int at = clauses.Head(relation);
        for (int steps = 0; at >= 0 && steps < 3; at = clauses.Head(at), steps++)
        {
            if (_turns.TryGetValue(clauses.Lemma(at), out var signal)) return IsAffirmed(clauses, at) ? (at, signal) : null;
            if (clauses.IsVerb(at)) break;
        }
        foreach (var (words, signal) in _phrases)
            if (PhraseNear(clauses, relation, words) is var found and >= 0) return (found, signal);
        return null;
    }

    private static bool IsAffirmed(Clauses clauses, int word)
    {
        if (!clauses.IsVerb(word)) return true;
        var modality = Modality.Of(clauses, word);
        return !modality.Negated && !modality.Hypothetical && modality.Mood is Mood.Fact;
    }

    private static int PhraseNear(Clauses clauses, int relation, string[] words)
    {
        for (int at = relation + 1; at + words.Length <= clauses.Words.Length && at <= relation + 8; at++)
        {
            bool same = true;
            for (int i = 0; i < words.Length && same; i++)
                same = clauses.Lemma(at + i) == words[i] || clauses.Words[at + i].Form.Equals(words[i], StringComparison.OrdinalIgnoreCase);
            if (same) return at + words.Length - 1;
        }
        return -1;
    }
}
