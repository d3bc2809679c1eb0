namespace Chancery.Reading.Times;

/// <summary>A pattern as written: a symbol, a sequence, alternatives, or an optional part.</summary>
internal abstract record PatternNode
{
    private PatternNode() { }

    public sealed record One(int Symbol) : PatternNode;
    public sealed record Sequence(IReadOnlyList<PatternNode> Parts) : PatternNode;
    public sealed record Either(IReadOnlyList<PatternNode> Choices) : PatternNode;
    public sealed record Maybe(PatternNode Inner) : PatternNode;

    /// <param name="parts">Named parts (@Date), usable below the line that names them.</param>
    public static PatternNode Parse(string text, GrammarSymbols symbols, IReadOnlyDictionary<string, PatternNode> parts)
    {
        var tokens = text.Replace("(", " ( ", StringComparison.Ordinal).Replace(")", " ) ", StringComparison.Ordinal)
            .Replace("|", " | ", StringComparison.Ordinal).Replace("?", " ? ", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int at = 0;
        var node = Choices();
        if (at < tokens.Length) throw new FormatException($"patterns.tsv: “{text}” has a “{tokens[at]}” too many.");
        return node;

        PatternNode Choices()
        {
            var choices = new List<PatternNode> { Parts() };
            while (at < tokens.Length && tokens[at] == "|")
            {
                at++;
                choices.Add(Parts());
            }
            return choices.Count == 1 ? choices[0] : new Either(choices);
        }

        PatternNode Parts()
        {
            var found = new List<PatternNode>();
            while (at < tokens.Length && tokens[at] is not ("|" or ")"))
            {
                var item = Item();
                while (at < tokens.Length && tokens[at] == "?")
                {
                    at++;
                    item = new Maybe(item);
                }
                found.Add(item);
            }
            if (found.Count == 0) throw new FormatException($"patterns.tsv: “{text}” has an empty part.");
            return found.Count == 1 ? found[0] : new Sequence(found);
        }

        PatternNode Item()
        {
            string token = tokens[at++];
            if (token == "(")
            {
                var inner = Choices();
                if (at >= tokens.Length || tokens[at++] != ")") throw new FormatException($"patterns.tsv: “{text}” lacks a closing bracket.");
                return inner;
            }
            if (!token.StartsWith('@')) return new One(symbols.Of(token));
            return parts.TryGetValue(token, out var part) ? part
                : throw new FormatException($"patterns.tsv: the part {token} is not named above “{text}”.");
        }
    }
}
