namespace Chancery.Reading.Times;

/// <summary>A stretch of words that a pattern matched, with the symbol each word was taken for.</summary>
internal readonly record struct PatternMatch(Meaning Meaning, int First, int Count, int[] Symbols);

/// <summary>Finds the longest match that begins at a word. Holds scratch space: one for each reading of a report.</summary>
internal sealed class MatchPatterns(TimeGrammar grammar)
{
    private readonly record struct Thread(int Position, int Parent);

    private readonly List<Thread> _threads = [];
    private readonly int[] _seen = new int[grammar.Positions];
    private int _step;

    /// <param name="accepts">Has the last word on whether a match may end with a word: (meaning, symbol, word).</param>
    public PatternMatch? At(IReadOnlyList<TimeWord> words, int first, Func<Meaning, int, int, bool> accepts)
    {
        _threads.Clear();
        if (words[first].Entry is not { } entry) return null;
        foreach (var sense in entry.Senses)
            foreach (int position in grammar.First(sense.Symbol)) _threads.Add(new Thread(position, -1));
        int from = 0, best = -1, bestWord = -1;
        for (int at = first; from < _threads.Count; at++)
        {
            int to = _threads.Count;
            int ending = -1;
            for (int t = from; t < to; t++)
            {
                int position = _threads[t].Position;
                if (grammar.Ends(position) is { } meaning && (ending < 0 || position < _threads[ending].Position)
                    && accepts(meaning, grammar.Symbol(position), at)) ending = t;
            }
            if (ending >= 0) (best, bestWord) = (ending, at);
            if (at + 1 >= words.Count || words[at + 1].Entry is not { } next) break;
            _step++;
            for (int t = from; t < to; t++)
            {
                foreach (int position in grammar.Follow(_threads[t].Position))
                {
                    if (!next.Symbols.Has(grammar.Symbol(position)) || _seen[position] == _step) continue;
                    _seen[position] = _step;
                    _threads.Add(new Thread(position, t));
                }
            }
            from = to;
        }
        return best < 0 ? null : Trace(first, bestWord, best);
    }

    private PatternMatch Trace(int first, int last, int thread)
    {
        var symbols = new int[last - first + 1];
        var meaning = grammar.Ends(_threads[thread].Position)!.Value;
        for (int i = symbols.Length - 1; i >= 0; i--)
        {
            symbols[i] = grammar.Symbol(_threads[thread].Position);
            thread = _threads[thread].Parent;
        }
        return new PatternMatch(meaning, first, symbols.Length, symbols);
    }
}
