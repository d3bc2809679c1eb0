namespace Chancery.Reading.Times;

/// <summary>
/// The patterns of patterns.tsv as one position automaton (Glushkov): a position is an occurrence of a symbol in a pattern, and each
/// knows the positions that may follow it. Matching keeps at most one thread a position and word, so it is linear in the text.
/// </summary>
internal sealed class TimeGrammar
{
    private readonly List<int> _symbol = [];
    private readonly List<int[]> _follow = [];
    private readonly List<Meaning?> _ends = [];
    private readonly int[][] _firstBySymbol;

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
                first.AddRange(Compile(node, meaning));
            else
                throw new FormatException($"patterns.tsv: there is no meaning “{row[0]}”.");
        }
        _firstBySymbol = new int[SymbolSet.Capacity][];
        for (int s = 0; s < SymbolSet.Capacity; s++) _firstBySymbol[s] = [.. first.Where(p => _symbol[p] == s)];
    }

    public int Positions => _symbol.Count;

    internal int Symbol(int position) => _symbol[position];
    internal int[] Follow(int position) => _follow[position];
    internal Meaning? Ends(int position) => _ends[position];
    internal int[] First(int symbol) => _firstBySymbol[symbol];

    private List<int> Compile(PatternNode node, Meaning meaning)
    {
        var follow = new Dictionary<int, SortedSet<int>>();
        var (nullable, first, last) = Walk(node, follow);
        if (nullable) throw new FormatException($"patterns.tsv: a pattern of {meaning} matches nothing at all.");
        foreach (var (position, next) in follow) _follow[position] = [.. next];
        foreach (int position in last) _ends[position] = meaning;
        return first;
    }

    private (bool Nullable, List<int> First, List<int> Last) Walk(PatternNode node, Dictionary<int, SortedSet<int>> follow)
    {
        switch (node)
        {
            case PatternNode.One one:
                int position = _symbol.Count;
                _symbol.Add(one.Symbol);
                _follow.Add([]);
                _ends.Add(null);
                follow[position] = [];
                return (false, [position], [position]);
            case PatternNode.Maybe maybe:
                var inner = Walk(maybe.Inner, follow);
                return (true, inner.First, inner.Last);
            case PatternNode.Either either:
                bool any = false;
                List<int> firsts = [], lasts = [];
                foreach (var choice in either.Choices)
                {
                    var (n, f, l) = Walk(choice, follow);
                    any |= n;
                    firsts.AddRange(f);
                    lasts.AddRange(l);
                }
                return (any, firsts, lasts);
            case PatternNode.Sequence sequence:
                bool nullable = true;
                List<int> first = [], last = [];
                foreach (var part in sequence.Parts)
                {
                    var (n, f, l) = Walk(part, follow);
                    foreach (int before in last) follow[before].UnionWith(f);
                    if (nullable) first.AddRange(f);
                    if (!n) last = l;
                    else last.AddRange(l);
                    nullable &= n;
                }
                return (nullable, first, last);
            default:
                throw new InvalidOperationException(node.GetType().Name);
        }
    }
}

/// <summary>Numbers of the grammar's symbols: the word classes first, then the literal words in the order of their first use.</summary>
internal sealed class GrammarSymbols
{
    private readonly Dictionary<string, int> _literals = new(StringComparer.Ordinal);

    private readonly uint[] _hashes = new uint[SymbolSet.Capacity];

    public GrammarSymbols()
    {
        foreach (var wordClass in Enum.GetValues<WordClass>()) _hashes[(int)wordClass] = FeatureHash.Of(wordClass.ToString());
    }

    public IReadOnlyDictionary<string, int> Literals => _literals;

    /// <summary>A number for a symbol that stays the same when the tables grow.</summary>
    public uint Hash(int symbol) => _hashes[symbol];

    public int Of(string name)
    {
        if (char.IsUpper(name[0]))
            return Enum.TryParse<WordClass>(name, out var wordClass) ? (int)wordClass
                : throw new FormatException($"patterns.tsv: there is no class “{name}”.");
        if (_literals.TryGetValue(name, out int symbol)) return symbol;
        symbol = (int)WordClass.Vague + 1 + _literals.Count;
        if (symbol >= SymbolSet.Capacity) throw new FormatException($"patterns.tsv: more than {SymbolSet.Capacity} symbols at “{name}”.");
        _hashes[symbol] = FeatureHash.Of(name);
        return _literals[name] = symbol;
    }
}
