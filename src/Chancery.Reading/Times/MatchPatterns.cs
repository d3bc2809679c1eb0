namespace Chancery.Reading.Times;

/// <summary>A stretch of words that a pattern matched, with the symbol each word was taken for.</summary>
internal readonly record struct PatternMatch(Meaning Meaning, int First, int Count, int[] Symbols);

/// <summary>
/// Finds the longest match that begins at a word. A word may be several things, so several paths are followed at once, at most one to
/// each state. Holds scratch space: one for each reading of a report.
/// </summary>
internal sealed class MatchPatterns(TimeGrammar grammar)
{
    private readonly record struct Path(TimeGrammar.State State, int Parent);

    private readonly List<Path> _paths = [];
    private readonly int[] _seen = new int[grammar.States];
    private int _step;

    /// <param name="accepts">Has the last word on whether a match may end with a word: (meaning, symbol, word).</param>
    public PatternMatch? At(IReadOnlyList<TimeWord> words, int first, Func<Meaning, int, int, bool> accepts)
    {
        _paths.Clear();
        if (words[first].Entry is not { } entry) return null;
        foreach (var sense in entry.Senses)
            if (grammar.First(sense.Symbol) is { } state) _paths.Add(new Path(state, -1));
        int from = 0, best = -1, bestWord = -1;
        for (int at = first; from < _paths.Count; at++)
        {
            int to = _paths.Count;
            if (Ending(from, to, at, accepts) is >= 0 and var ending) (best, bestWord) = (ending, at);
            if (at + 1 >= words.Count || words[at + 1].Entry is not { } next) break;
            _step++;
            for (int p = from; p < to; p++)
            {
                foreach (var sense in next.Senses)
                {
                    if (_paths[p].State.Next(sense.Symbol) is not { } state || _seen[state.Number] == _step) continue;
                    _seen[state.Number] = _step;
                    _paths.Add(new Path(state, p));
                }
            }
            from = to;
        }
        return best < 0 ? null : Trace(first, bestWord, best);
    }

    /// <summary>The path that may end with this word and stands first in the table, or -1.</summary>
    private int Ending(int from, int to, int word, Func<Meaning, int, int, bool> accepts)
    {
        int ending = -1;
        for (int p = from; p < to; p++)
        {
            var state = _paths[p].State;
            if (state.Meaning is { } meaning && (ending < 0 || state.Rank < _paths[ending].State.Rank) && accepts(meaning, state.Symbol, word)) ending = p;
        }
        return ending;
    }

    private PatternMatch Trace(int first, int last, int path)
    {
        var symbols = new int[last - first + 1];
        var meaning = _paths[path].State.Meaning!.Value;
        for (int i = symbols.Length - 1; i >= 0; i--)
        {
            symbols[i] = _paths[path].State.Symbol;
            path = _paths[path].Parent;
        }
        return new PatternMatch(meaning, first, symbols.Length, symbols);
    }
}
