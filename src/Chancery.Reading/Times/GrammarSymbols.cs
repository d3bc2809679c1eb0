namespace Chancery.Reading.Times;

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
