using Chancery.Reading.Events.Frames;
using Chancery.Reading.Events.Predicates;

namespace Chancery.Reading.Events;

/// <summary>PLOVER contexts (why an event takes place) by the words of its sentence.</summary>
internal sealed class FindContexts
{
    private readonly List<string> _names = [];
    private readonly Dictionary<string, List<(WordPattern Pattern, int Context)>> _byHead = new(StringComparer.Ordinal);

    public static FindContexts Load()
    {
        var contexts = new FindContexts();
        foreach (var row in Lexicon.Rows("Events/contexts.tsv", 2))
        {
            foreach (var word in row[1].Split(' '))
                foreach (var pattern in WordPattern.Parse(word))
                {
                    if (!contexts._byHead.TryGetValue(pattern.Head, out var list)) contexts._byHead.Add(pattern.Head, list = []);
                    list.Add((pattern, contexts._names.Count));
                }
            contexts._names.Add(row[0]);
        }
        return contexts;
    }

    /// <summary>In the order of the table.</summary>
    public IReadOnlyList<string> In(Clauses clauses)
    {
        ulong found = 0;
        for (int i = 0; i < clauses.Words.Length; i++)
        {
            if (!_byHead.TryGetValue(clauses.Lemma(i), out var list)) continue;
            foreach (var (pattern, context) in list)
                if (pattern.Length == 1 || pattern.Matches(clauses, i)) found |= 1UL << context;
        }
        if (found == 0) return [];
        var names = new List<string>();
        for (int i = 0; i < _names.Count; i++)
            if ((found >> i & 1) != 0) names.Add(_names[i]);
        return names;
    }
}
