using System.Globalization;

namespace Chancery.Reading.Times;

/// <summary>The names of names.tsv and holidays.tsv, each with what it can be. Read once, when composed.</summary>
internal sealed class TimeLexicon
{
    private readonly Dictionary<string, WordEntry> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordEntry> _lowerWords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string[] More, WordEntry Entry)>> _folded = new(StringComparer.Ordinal);
    private readonly Dictionary<NumberShape, WordEntry> _shapes = [];

    /// <param name="literals">The words that patterns name themselves; their symbols follow those of the classes.</param>
    public TimeLexicon(IEnumerable<string[]> names, IEnumerable<string> holidays, IReadOnlyDictionary<string, int> literals)
    {
        foreach (var row in names)
        {
            if (row.Length != 3 || !Enum.TryParse<WordClass>(row[0], out var wordClass))
                throw new FormatException($"names.tsv: “{string.Join(' ', row)}” is not class, value, words.");
            foreach (var name in row[2].Split(", ")) Add(name, wordClass, row[1]);
        }
        foreach (var name in holidays) Add(name, WordClass.Holiday, name);
        foreach (var (word, symbol) in literals) AddTo(_words, word, symbol, word, false);
        foreach (var (word, entry) in _words) _lowerWords[word] = entry.CapitalOnly == default ? entry : entry.LowerCase();
        foreach (var sequences in _folded.Values) sequences.Sort((a, b) => b.More.Length - a.More.Length);
        foreach (var shape in Enum.GetValues<NumberShape>()) _shapes[shape] = EntryOf(shape);
        Words = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        LowerWords = _lowerWords.GetAlternateLookup<ReadOnlySpan<char>>();
        Folded = _folded.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Entries by lower-case word: all senses, and those that need no capital.</summary>
    public Dictionary<string, WordEntry>.AlternateLookup<ReadOnlySpan<char>> Words { get; }
    public Dictionary<string, WordEntry>.AlternateLookup<ReadOnlySpan<char>> LowerWords { get; }

    /// <summary>Names of several words by their first, the longest first.</summary>
    public Dictionary<string, List<(string[] More, WordEntry Entry)>>.AlternateLookup<ReadOnlySpan<char>> Folded { get; }

    public WordEntry Of(NumberShape shape) => _shapes[shape];

    private void Add(string name, WordClass wordClass, string value)
    {
        bool capitalOnly = name.StartsWith('^');
        var parts = Parts(capitalOnly ? name[1..] : name);
        if (parts.Length == 1)
        {
            AddTo(_words, parts[0], (int)wordClass, value, capitalOnly);
            if (wordClass == WordClass.Ordinal && value != "-1") AddTo(_words, parts[0], (int)WordClass.Day, value, false);
            return;
        }
        // a word that only begins names must be known to the scan, or it would look no further
        AddTo(_words, parts[0], (int)WordClass.None, "", false);
        if (!_folded.TryGetValue(parts[0], out var sequences)) _folded[parts[0]] = sequences = [];
        var rest = parts[1..];
        int same = sequences.FindIndex(s => s.More.SequenceEqual(rest));
        var entry = (same >= 0 ? sequences[same].Entry : WordEntry.Empty).With((int)wordClass, value);
        if (same >= 0) sequences[same] = (rest, entry);
        else sequences.Add((rest, entry));
    }

    private static void AddTo(Dictionary<string, WordEntry> words, string word, int symbol, string value, bool capitalOnly)
    {
        var entry = words.GetValueOrDefault(word, WordEntry.Empty);
        if (!entry.Symbols.Has(symbol)) words[word] = entry.With(symbol, value, capitalOnly);
    }

    /// <summary>A name cut as the scan cuts text: at spaces and hyphens, and before 's.</summary>
    private static string[] Parts(string name) => name.Length == 1 ? [name] : name
        .Replace("-", " - ", StringComparison.Ordinal).Replace("'s", " 's", StringComparison.Ordinal)
        .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static WordEntry EntryOf(NumberShape shape)
    {
        var entry = WordEntry.Empty;
        foreach (var wordClass in Classes(shape)) entry = entry.With((int)wordClass, "");
        return entry;
    }

    private static WordClass[] Classes(NumberShape shape) => shape switch
    {
        NumberShape.UpToTwelve => [WordClass.Cardinal, WordClass.Day, WordClass.Hour],
        NumberShape.UpToTwentyFour => [WordClass.Cardinal, WordClass.Day, WordClass.Hour],
        NumberShape.UpToThirtyOne => [WordClass.Cardinal, WordClass.Day],
        NumberShape.FourDigits => [WordClass.Cardinal, WordClass.Year],
        NumberShape.Number => [WordClass.Cardinal],
        NumberShape.Ordinal => [WordClass.Ordinal],
        NumberShape.OrdinalDay => [WordClass.Ordinal, WordClass.Day],
        NumberShape.ShortYear => [WordClass.ShortYear],
        NumberShape.Decade => [WordClass.Decade],
        NumberShape.Fraction => [WordClass.Fraction],
        NumberShape.Clock => [WordClass.Clock],
        NumberShape.Iso => [WordClass.Iso],
        NumberShape.Slashed => [WordClass.Slashed],
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, null),
    };
}

/// <summary>What a word of digits looks like.</summary>
internal enum NumberShape : byte
{
    UpToTwelve, UpToTwentyFour, UpToThirtyOne, FourDigits, Number, Ordinal, OrdinalDay, ShortYear, Decade, Fraction, Clock, Iso, Slashed,
}
