using Chancery.Reading.Events.Frames;

namespace Chancery.Reading.Events.Predicates;

/// <summary>
/// What must fill a role before an entry fits: <c>obj=aid,weapon,!CONSULT</c> (a class, a word, or an event of a type),
/// <c>to=@actor</c> (somebody), <c>from</c> (anything), <c>-ccomp</c> (nothing), <c>-obj=aid</c> (none of these).
/// </summary>
internal sealed class Condition
{
    private readonly ulong _classes;
    private readonly string[] _words, _types;
    private readonly bool _refused, _anything;

    private Condition(Slot role, ulong classes, string[] words, string[] types, bool refused, bool anything) =>
        (Slot, _classes, _words, _types, _refused, _anything) = (role, classes, words, types, refused, anything);

    public Slot Slot { get; }

    /// <summary>Whether the condition is met by a word that names an event.</summary>
    public bool AsksForEvent => _types.Length > 0;

    public static IEnumerable<Condition> ParseList(string text, NounClasses classes) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(t => Parse(t, classes));

    private static IEnumerable<Condition> Parse(string text, NounClasses classes)
    {
        bool refused = text[0] == '-';
        if (refused) text = text[1..];
        int equals = text.IndexOf('=');
        if (equals < 0)
        {
            yield return new Condition(Slot.Parse(text), 0, [], [], refused, anything: true);
            yield break;
        }
        ulong bits = 0;
        bool somebody = false;
        var words = new List<string>();
        var types = new List<string>();
        foreach (var option in text[(equals + 1)..].Split(','))
        {
            if (option == "@actor") somebody = true;
            else if (option[0] == '!') types.Add(option[1..]);
            else if (classes.Bit(option) is var bit and not 0) bits |= bit;
            else words.Add(option);
        }
        yield return new Condition(Slot.Parse(text[..equals].Split(',')[0]), bits, [.. words], [.. types], refused, anything: false)
        {
            Somebody = somebody,
            Alternatives = [.. text[..equals].Split(',').Skip(1).Select(Slot.Parse)],
        };
    }

    private bool Somebody { get; init; }

    /// <summary>Further roles of which any may hold the word: <c>into,to=street</c>.</summary>
    private Slot[] Alternatives { get; init; } = [];

    /// <param name="typeOf">The PLOVER type that a word names, or null.</param>
    public bool Holds(int predicate, Arguments arguments, Clauses clauses, NounClasses classes, Func<int, string?> typeOf, Func<int, bool> namesActor, List<int> scratch)
    {
        scratch.Clear();
        arguments.Find(predicate, Slot, scratch);
        foreach (var role in Alternatives) arguments.Find(predicate, role, scratch);
        if (_anything) return scratch.Count > 0 != _refused;
        bool found = false;
        for (int i = 0; i < scratch.Count && !found; i++) found = Fits(scratch[i], clauses, classes, typeOf) || Somebody && namesActor(scratch[i]);
        return found != _refused;
    }

    private bool Fits(int word, Clauses clauses, NounClasses classes, Func<int, string?> typeOf)
    {
        if (FitsHead(word, clauses, classes, typeOf)) return true;
        foreach (int c in clauses.Children(word))
        {
            // "dozens of protesters", "a shipment of arms", "aid deliveries", "homes and shops"
            if (clauses.Is(c, "conj") && FitsHead(c, clauses, classes, typeOf)) return true;
            if (clauses.Is(c, "compound") && _classes != 0 && (classes.Of(clauses, c) & _classes) != 0) return true;
            if (clauses.Is(c, "nmod") && clauses.HasCase(c, "of") && _classes != 0 && (classes.Of(clauses, c) & _classes) != 0) return true;
        }
        return false;
    }

    private bool FitsHead(int word, Clauses clauses, NounClasses classes, Func<int, string?> typeOf)
    {
        if (_classes != 0 && (classes.Of(clauses, word) & _classes) != 0) return true;
        var lemma = clauses.Lemma(word);
        foreach (var w in _words)
            if (w == lemma || (w.Length > lemma.Length && w.EndsWith(lemma, StringComparison.Ordinal) && HasParts(word, w, clauses))) return true;
        if (_types.Length > 0 && typeOf(word) is { } type)
            foreach (var t in _types)
                if (t == type) return true;
        return false;
    }

    private static bool HasParts(int word, string pattern, Clauses clauses)
    {
        foreach (var p in WordPattern.Parse(pattern))
            if (p.Length > 1 && p.Head == clauses.Lemma(word) && p.Matches(clauses, word)) return true;
        return false;
    }
}
