using Chancery.Reading.Events.Frames;

namespace Chancery.Reading.Events.Predicates;

/// <summary>The words that name events and those that work on them, compiled from the tables beside this file.</summary>
internal sealed class EventLexicon
{
    private readonly Dictionary<string, WordEntries> _verbs = new(StringComparer.Ordinal), _others = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Type, string Mode), double> _scores = [];

    private readonly Dictionary<string, Meaning> _plain = new(StringComparer.Ordinal);

    public NounClasses Classes { get; }
    public Algebra Algebra { get; }

    /// <summary>How many words with their conditions name an event or work on one.</summary>
    public int Count { get; private set; }

    /// <exception cref="FormatException">A table cannot be read; the message names file and line.</exception>
    public static EventLexicon Load() => new();

    private EventLexicon()
    {
        Classes = NounClasses.Load();
        Algebra = Algebra.Load();
        foreach (var row in Lexicon.Rows("Events/Predicates/plover.tsv", 4))
        {
            if (row[1].Length == 0) _plain.Add(row[0], new Meaning(row[0], "", row[3]));
            _scores.Add((row[0], row[1]), double.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture));
        }
        foreach (var row in Lexicon.Rows("Events/Predicates/verbs.tsv", 6)) AddVerbs(row);
        foreach (var row in Lexicon.Rows("Events/Predicates/nouns.tsv", 6)) AddNouns(row);
        foreach (var row in Lexicon.Rows("Events/Predicates/operators.tsv", 5)) AddOperators(_verbs, row, particles: true);
        foreach (var row in Lexicon.Rows("Events/Predicates/complements.tsv", 5)) AddOperators(_others, row, particles: false);
        foreach (var entries in _verbs.Values.Concat(_others.Values))
        {
            // the more words an entry names, the surer it is; the tables' order decides among equals
            Sort(entries.Conditional);
            Sort(entries.Plain);
        }
    }

    public WordEntries? Verb(string lemma, string form) => Of(_verbs, lemma, form);
    public WordEntries? NounOrAdjective(string lemma, string form) => Of(_others, lemma, form);

    /// <summary>By lemma; where a rare word's lemma was guessed wrong ("rioted" as "riote"), by what its regular form may come from.</summary>
    private static WordEntries? Of(Dictionary<string, WordEntries> words, string lemma, string form)
    {
        if (words.TryGetValue(lemma, out var entries)) return entries;
        ReadOnlySpan<string> endings = ["ed", "ing", "es", "d", "s"];
        foreach (var ending in endings)
        {
            if (form.Length < ending.Length + 3 || !form.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) continue;
            var stem = form.AsSpan(0, form.Length - ending.Length);
            var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
            if (lookup.TryGetValue(stem, out entries) || stem[^1] == stem[^2] && lookup.TryGetValue(stem[..^1], out entries)) return entries;
        }
        return null;
    }

    /// <summary>The meaning of a type without a mode, its CAMEO code the general one.</summary>
    public Meaning Plain(string type) => _plain[type];

    public double Score(Meaning meaning) =>
        _scores.TryGetValue((meaning.Type, meaning.Mode), out double score) ? score : _scores[(meaning.Type, "")];

    private void AddVerbs(string[] row)
    {
        var meaning = Known(row[0], row[1]);
        var conditions = Condition.ParseList(row[4], Classes).ToArray();
        foreach (var word in row[5].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int cut = word.IndexOf('_');
            var lemma = cut < 0 ? word : word[..cut];
            var particle = cut < 0 ? null : word[(cut + 1)..].Split('_')[0];
            foreach (var pattern in WordPattern.Parse(lemma).Take(1))
            {
                var rule = conditions.Length == 0 ? $"verb {word}" : $"verb {word} [{row[4]}]";
                var entry = new PredicateEntry(pattern, particle, meaning, Slot.ParseList(row[2]), Slot.ParseList(row[3]), conditions, rule);
                var entries = EntriesOf(_verbs, lemma);
                (conditions.Length > 0 ? entries.Conditional : entries.Plain).Add(entry);
                Count++;
            }
        }
    }

    private void AddNouns(string[] row)
    {
        var meaning = Known(row[0], row[1]);
        var conditions = Condition.ParseList(row[4], Classes).ToArray();
        foreach (var word in row[5].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Count++;
            foreach (var pattern in WordPattern.Parse(word))
            {
                var entries = EntriesOf(_others, pattern.Head);
                var rule = conditions.Length == 0 ? $"noun {word}" : $"noun {word} [{row[4]}]";
                (conditions.Length > 0 ? entries.Conditional : entries.Plain).Add(
                    new PredicateEntry(pattern, null, meaning, Slot.ParseList(row[2]), Slot.ParseList(row[3]), conditions, rule));
            }
        }
    }

    private void AddOperators(Dictionary<string, WordEntries> into, string[] row, bool particles)
    {
        var alone = row[3] == "-" ? null : Meaning.Parse(row[3]);
        foreach (var word in row[4].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int cut = particles ? word.IndexOf('_') : -1;
            var lemma = cut < 0 ? word : word[..cut];
            var particle = cut < 0 ? null : word[(cut + 1)..].Split('_')[0];
            foreach (var pattern in WordPattern.Parse(lemma).Take(1))
            {
                EntriesOf(into, pattern.Head).Operators.Add(
                    new OperatorEntry(pattern, particle, row[0], Slot.ParseList(row[1]), Slot.ParseList(row[2]), alone, $"{row[0]} ({word})"));
                Count++;
            }
        }
    }

    private Meaning Known(string meaning, string cameo)
    {
        var known = Meaning.Parse($"{meaning}:{cameo}");
        return _scores.ContainsKey((known.Type, known.Mode)) ? known : throw new FormatException($"“{meaning}” is not in plover.tsv.");
    }

    private static void Sort(List<PredicateEntry> entries)
    {
        var sorted = entries.OrderByDescending(e => e.Word.Length + (e.Particle is null ? 0 : 1)).ToList();
        entries.Clear();
        entries.AddRange(sorted);
    }

    private static WordEntries EntriesOf(Dictionary<string, WordEntries> into, string lemma)
    {
        if (!into.TryGetValue(lemma, out var entries)) into.Add(lemma, entries = new WordEntries());
        return entries;
    }
}
