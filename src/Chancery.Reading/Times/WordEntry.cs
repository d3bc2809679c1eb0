namespace Chancery.Reading.Times;

/// <summary>One thing a word can be: a grammar symbol with its value ("march": Month 3).</summary>
internal readonly record struct Sense(int Symbol, string Value);

/// <summary>All that the tables know of one word.</summary>
/// <param name="CapitalOnly">Symbols that count only where the word begins with a capital (May, March, Fall).</param>
internal sealed record WordEntry(SymbolSet Symbols, Sense[] Senses, SymbolSet CapitalOnly)
{
    public static readonly WordEntry Empty = new(default, [], default);

    public WordEntry With(int symbol, string value, bool capitalOnly = false) => new(
        Symbols.With(symbol), [.. Senses, new Sense(symbol, value)], capitalOnly ? CapitalOnly.With(symbol) : CapitalOnly);

    /// <summary>This entry without what needs a capital.</summary>
    public WordEntry LowerCase()
    {
        var entry = Empty;
        foreach (var sense in Senses)
            if (!CapitalOnly.Has(sense.Symbol)) entry = entry.With(sense.Symbol, sense.Value);
        return entry;
    }

    public string Value(int symbol)
    {
        foreach (var sense in Senses)
            if (sense.Symbol == symbol) return sense.Value;
        return "";
    }
}

/// <summary>A word of the text, or several folded into one ("twenty-four", "more than").</summary>
/// <param name="Number">The number a numeric word stands for; 0 for others.</param>
internal readonly record struct TimeWord(int Start, int End, WordEntry? Entry, double Number);
