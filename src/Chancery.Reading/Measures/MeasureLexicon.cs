using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>The words of measures and changes, from the tables in this folder. Loaded once; immutable.</summary>
internal sealed class MeasureLexicon
{
    private readonly Dictionary<string, List<InstrumentPhrase>> _instruments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ChangeVerb>> _verbs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ChangeNoun>> _nouns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<MeasureVerb>> _direct = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Governor>> _governors = new(StringComparer.Ordinal);

    private readonly HashSet<string> _trade = new(StringComparer.Ordinal), _weapons = new(StringComparer.Ordinal), _forces = new(StringComparer.Ordinal);

    private MeasureLexicon(IReadOnlyList<Programme> programmes) => Programmes = programmes;

    public IReadOnlyList<Programme> Programmes { get; }

    /// <summary>The phrases that a word ends (or, with "of", begins). A lemma guessed wrong for an unseen word ("embargoe", "postpon") is found too.</summary>
    public IReadOnlyList<InstrumentPhrase> Instruments(string lemma) =>
        Find(_instruments, lemma) is { Count: > 0 } found ? found
        : lemma.EndsWith('e') ? Find(_instruments, lemma[..^1])
        : lemma.EndsWith("ies", StringComparison.Ordinal) ? Find(_instruments, lemma[..^3] + "y")
        : lemma.EndsWith('s') ? Find(_instruments, lemma[..^1]) : [];

    /// <inheritdoc cref="Instruments"/>
    public IReadOnlyList<ChangeVerb> Verbs(string lemma) => Find(_verbs, lemma) is { Count: > 0 } found ? found
        : Find(_verbs, lemma + "e") is { Count: > 0 } mute ? mute : VerbForms.OfPast(lemma) is { } verb ? Find(_verbs, verb) : [];

    /// <summary>Whether a noun is what states let in and out, or who comes with it: goods, flights, travellers.</summary>
    public bool IsTrade(string lemma) => _trade.Contains(lemma);

    /// <summary>Whether a noun is a weapon, which is given away or stationed somewhere.</summary>
    public bool IsWeapon(string lemma) => _weapons.Contains(lemma);

    /// <summary>Whether a noun is ships, planes or men, which are sent and withdrawn.</summary>
    public bool IsForce(string lemma) => _forces.Contains(lemma);

    public IReadOnlyList<ChangeNoun> Nouns(string lemma) => Find(_nouns, lemma);
    public IReadOnlyList<MeasureVerb> Direct(string lemma) => Find(_direct, lemma);
    public IReadOnlyList<Governor> Governors(string lemma) => Find(_governors, lemma);

    /// <exception cref="FormatException">A row is not what the head of its table says; names table and line.</exception>
    public static MeasureLexicon Load()
    {
        var lexicon = new MeasureLexicon(Programme.Load());
        foreach (var row in Lexicon.Rows("Measures/instruments.tsv", 3)) lexicon.AddInstruments(row);
        foreach (var row in Lexicon.Rows("Measures/deeds.tsv", 4)) lexicon.AddVerbs(row);
        foreach (var row in Lexicon.Rows("Measures/nouns.tsv", 3))
            foreach (var noun in row[2].Split(' '))
                Add(lexicon._nouns, noun, new ChangeNoun(Change(row[0]), Classes(row[1]), noun));
        lexicon.AddGerunds();
        foreach (var row in Lexicon.Rows("Measures/direct.tsv", 6))
            foreach (var (verb, particle) in Words(row[5]))
                Add(lexicon._direct, verb, new MeasureVerb(
                    Instrument(row[0]), Change(row[1]), row[2], Slot.Parse(row[3]), Enum.Parse<MeasureObjects>(row[4], ignoreCase: true), verb, particle));
        foreach (var row in Lexicon.Rows("Measures/trade.tsv", 1)) lexicon._trade.UnionWith(row[0].Split(' '));
        foreach (var row in Lexicon.Rows("Measures/arms.tsv", 2)) (row[0] == "weapons" ? lexicon._weapons : lexicon._forces).UnionWith(row[1].Split(' '));
        foreach (var row in Lexicon.Rows("Measures/governors.tsv", 2)) lexicon.AddGovernors(row);
        // "troops" is a word of its own, and the plural of what "combat troop" ends in
        foreach (var (word, list) in lexicon._instruments)
            if (word.EndsWith('s') && lexicon._instruments.TryGetValue(word[..^1], out var singular)) list.AddRange(singular.Where(p => p.Words.Length > 1));
        foreach (var list in lexicon._instruments.Values) list.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
        foreach (var list in lexicon._verbs.Values) list.Sort((a, b) => (b.Particle is not null).CompareTo(a.Particle is not null));
        foreach (var list in lexicon._governors.Values) list.Sort((a, b) => (b.Particle is not null).CompareTo(a.Particle is not null));
        return lexicon;
    }

    private void AddInstruments(string[] row)
    {
        foreach (var phrase in row[2].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = phrase.Split(' ');
            Add(_instruments, words.Contains("of") ? words[0] : words[^1], new InstrumentPhrase(Instrument(row[0]), Classes(row[1])[0], words));
        }
    }

    private void AddVerbs(string[] row)
    {
        var place = row[2] switch
        {
            "object" => MeasurePlace.Object,
            "subject" => MeasurePlace.Subject,
            "infinitive" => MeasurePlace.Infinitive,
            _ => MeasurePlace.Preposition,
        };
        var slots = place == MeasurePlace.Preposition ? Slot.ParseList(row[2]) : [];
        foreach (var (verb, particle) in Words(row[3]))
            Add(_verbs, verb, new ChangeVerb(Change(row[0]), Classes(row[1]), place, slots, verb, particle));
    }

    /// <summary>"the lifting of the ban", "the dispatching of troops": what a verb does, its noun in -ing does too.</summary>
    private void AddGerunds()
    {
        foreach (var verb in _verbs.Values.SelectMany(v => v).Where(v => v.Place == MeasurePlace.Object && v.Particle is null))
            foreach (var noun in (string[])[$"{(verb.Verb.EndsWith('e') ? verb.Verb[..^1] : verb.Verb)}ing", $"{verb.Verb}{verb.Verb[^1]}ing"])
                Add(_nouns, noun, new ChangeNoun(verb.Change, verb.Classes, noun));
    }

    private void AddGovernors(string[] row)
    {
        bool paper = row[0].EndsWith("+stage", StringComparison.Ordinal);
        var status = row[0].Split('+')[0] switch
        {
            "called-for" => ClaimStatus.CalledFor,
            var name => Enum.Parse<ClaimStatus>(name, ignoreCase: true),
        };
        foreach (var (word, particle) in Words(row[1])) Add(_governors, word, new Governor(status, paper, word, particle));
    }

    private static IEnumerable<(string Word, string? Particle)> Words(string list) => list.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(w => w.Split('_', 2)).Select(w => (w[0], w.Length > 1 ? w[1] : null));

    private static MeasureClass[] Classes(string names) =>
        names == "*" ? [] : [.. names.Split(' ').Select(n => Enum.Parse<MeasureClass>(n, ignoreCase: true))];

    private static ChangeKind Change(string name) => Enum.Parse<ChangeKind>(name, ignoreCase: true);
    private static Instrument Instrument(string name) => Enum.Parse<Instrument>(name, ignoreCase: true);

    private static void Add<T>(Dictionary<string, List<T>> table, string key, T item)
    {
        if (!table.TryGetValue(key, out var list)) table.Add(key, list = []);
        list.Add(item);
    }

    private static IReadOnlyList<T> Find<T>(Dictionary<string, List<T>> table, string key) =>
        table.TryGetValue(key, out var list) ? list : (IReadOnlyList<T>)[];
}
