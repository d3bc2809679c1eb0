using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Events.Predicates;

/// <summary>
/// A lexicon word of one or several parts: <c>hunger_strike</c> (last part the head), <c>state_of_emergency</c> (first part the head),
/// <c>cease-fire</c> (also where the hyphen stands as a word of its own).
/// </summary>
internal sealed class WordPattern
{
    private readonly string[] _before;
    private readonly string[] _after;

    private WordPattern(string head, string[] before, string[] after) => (Head, _before, _after) = (head, before, after);

    /// <summary>The lemma of the head word.</summary>
    public string Head { get; }

    public int Length => 1 + _before.Length + _after.Length;

    /// <summary>The patterns of an entry: with its hyphens as written, and split at them.</summary>
    public static IEnumerable<WordPattern> Parse(string entry)
    {
        yield return Split(entry.Split('_'));
        if (entry.Contains('-', StringComparison.Ordinal)) yield return Split(entry.Split('_', '-'));
    }

    private static WordPattern Split(string[] parts)
    {
        int of = Array.FindIndex(parts, p => p is "of" or "to" or "in");
        return of > 0 && of < parts.Length - 1 ? new(parts[of - 1], parts[..(of - 1)], parts[of..]) : new(parts[^1], parts[..^1], []);
    }

    public bool Matches(Clauses clauses, int head)
    {
        int at = head;
        for (int i = _before.Length - 1; i >= 0; i--)
        {
            at--;
            if (at >= 0 && clauses.Words[at].Form == "-") at--;
            if (at < 0 || !Same(clauses, at, _before[i])) return false;
        }
        at = head;
        foreach (var part in _after)
        {
            at++;
            for (int skipped = 0; skipped < 3 && at < clauses.Words.Length && clauses.Words[at].Upos is Upos.DET or Upos.ADJ or Upos.NUM; skipped++) at++;
            if (at >= clauses.Words.Length || !Same(clauses, at, part)) return false;
        }
        return true;
    }

    private static bool Same(Clauses clauses, int word, string part) =>
        clauses.Lemma(word) == part || clauses.Words[word].Form.Equals(part, StringComparison.OrdinalIgnoreCase);
}
