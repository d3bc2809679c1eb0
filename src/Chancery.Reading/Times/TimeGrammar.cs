namespace Chancery.Reading.Times;

/// <summary>
/// The patterns of patterns.tsv as one automaton. A position is an occurrence of a symbol in a pattern (Glushkov); a state is the set of
/// positions that one path of symbols leads to, made once when composed. Matching then follows a symbol a word, so it is linear in the text.
/// </summary>
internal sealed class TimeGrammar
{
    private readonly List<int> _symbol = [];
    private readonly List<SortedSet<int>> _follow = [];
    private readonly List<Meaning?> _ends = [];
    private readonly List<State> _states = [];
    private readonly State?[] _first = new State?[SymbolSet.Capacity];

    /// <param name="symbols">Gives each class and literal word of the patterns its symbol.</param>
    public TimeGrammar(IEnumerable<string[]> rows, GrammarSymbols symbols)
    {
        var parts = new Dictionary<string, PatternNode>(StringComparer.Ordinal);
        var first = new List<int>();
        foreach (var row in rows)
        {
            if (row.Length != 2) throw new FormatException($"patterns.tsv: “{string.Join(' ', row)}” is not a meaning and a pattern.");
            var node = PatternNode.Parse(row[1], symbols, parts);
            if (row[0].StartsWith('@'))
                parts[row[0]] = node;
            else if (Enum.TryParse<Meaning>(row[0], out var meaning))
                first.AddRange(AddPattern(node, meaning));
            else
                throw new FormatException($"patterns.tsv: there is no meaning “{row[0]}”.");
        }
        MakeStates(first);
    }

    /// <summary>Where a path of symbols has led.</summary>
    /// <param name="Meaning">What it means to end here; null where no pattern ends.</param>
    /// <param name="Rank">Which pattern ends here: of two that match the same words the one that stands first wins.</param>
    public sealed record State(int Number, int Symbol, Meaning? Meaning, int Rank)
    {
        internal int[] NextSymbols { get; set; } = [];
        internal State[] NextStates { get; set; } = [];

        public State? Next(int symbol)
        {
            int at = Array.BinarySearch(NextSymbols, symbol);
            return at < 0 ? null : NextStates[at];
        }
    }

    public int States => _states.Count;

    public State? First(int symbol) => _first[symbol];

    private void MakeStates(List<int> first)
    {
        var known = new Dictionary<string, State>(StringComparer.Ordinal);
        var open = new Queue<(State State, int[] Positions)>();
        foreach (var group in first.GroupBy(p => _symbol[p])) _first[group.Key] = Of([.. group.Order()]);
        while (open.TryDequeue(out var next))
        {
            var groups = next.Positions.SelectMany(p => _follow[p]).Distinct().GroupBy(p => _symbol[p]).OrderBy(g => g.Key).ToList();
            next.State.NextSymbols = [.. groups.Select(g => g.Key)];
            next.State.NextStates = [.. groups.Select(g => Of([.. g.Order()]))];
        }

        State Of(int[] positions)
        {
            string key = string.Join(',', positions);
            if (known.TryGetValue(key, out var state)) return state;
            int rank = Array.FindIndex(positions, p => _ends[p] is not null);
            state = new State(_states.Count, _symbol[positions[0]], rank < 0 ? null : _ends[positions[rank]], rank < 0 ? int.MaxValue : positions[rank]);
            _states.Add(state);
            open.Enqueue((state, positions));
            return known[key] = state;
        }
    }

    private List<int> AddPattern(PatternNode node, Meaning meaning)
    {
        var (nullable, first, last) = Walk(node);
        if (nullable) throw new FormatException($"patterns.tsv: a pattern of {meaning} matches nothing at all.");
        foreach (int position in last) _ends[position] = meaning;
        return first;
    }

    private (bool Nullable, List<int> First, List<int> Last) Walk(PatternNode node)
    {
        switch (node)
        {
            case PatternNode.One one:
                int position = _symbol.Count;
                _symbol.Add(one.Symbol);
                _follow.Add([]);
                _ends.Add(null);
                return (false, [position], [position]);
            case PatternNode.Maybe maybe:
                var inner = Walk(maybe.Inner);
                return (true, inner.First, inner.Last);
            case PatternNode.Either either:
                var choices = either.Choices.Select(Walk).ToList();
                return (choices.Exists(c => c.Nullable), [.. choices.SelectMany(c => c.First)], [.. choices.SelectMany(c => c.Last)]);
            case PatternNode.Sequence sequence:
                bool nullable = true;
                List<int> first = [], last = [];
                foreach (var part in sequence.Parts)
                {
                    var (n, f, l) = Walk(part);
                    foreach (int before in last) _follow[before].UnionWith(f);
                    if (nullable) first.AddRange(f);
                    last = n ? [.. last, .. l] : l;
                    nullable &= n;
                }
                return (nullable, first, last);
            default:
                throw new InvalidOperationException(node.GetType().Name);
        }
    }
}
