using Chancery.Reading.Events.Frames;

namespace Chancery.Reading.Events.Predicates;

/// <summary>Which classes a noun belongs to (aid, forces, borders …), as a set of bits: at most 64 classes.</summary>
internal sealed class NounClasses
{
    private readonly Dictionary<string, int> _bits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(WordPattern Pattern, ulong Bit)>> _byHead = new(StringComparer.Ordinal);

    public static NounClasses Load()
    {
        var classes = new NounClasses();
        foreach (var row in Lexicon.Rows("Events/Predicates/classes.tsv", 2))
        {
            if (classes._bits.Count == 64) throw new FormatException("classes.tsv: more than 64 classes.");
            ulong bit = 1UL << classes._bits.Count;
            classes._bits.Add(row[0], classes._bits.Count);
            foreach (var word in row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                foreach (var pattern in WordPattern.Parse(word))
                {
                    if (!classes._byHead.TryGetValue(pattern.Head, out var list)) classes._byHead.Add(pattern.Head, list = []);
                    list.Add((pattern, bit));
                }
        }
        return classes;
    }

    /// <summary>The bit of a class, or 0 where there is no class of that name.</summary>
    public ulong Bit(string name) => _bits.TryGetValue(name, out int i) ? 1UL << i : 0;

    public ulong Of(Clauses clauses, int word)
    {
        if (!_byHead.TryGetValue(clauses.Lemma(word), out var list)) return 0;
        ulong found = 0;
        foreach (var (pattern, bit) in list)
            if ((found & bit) == 0 && (pattern.Length == 1 || pattern.Matches(clauses, word))) found |= bit;
        return found;
    }
}
