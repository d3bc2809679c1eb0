using Chancery.Reports;

namespace Chancery.Reading.Syntax.Words;

/// <summary>What was learned of where words and sentences end.</summary>
public sealed class WordModel
{
    internal const string Magic = "chancery words 1";

    /// <summary>Contractions written as one run of letters, with the place of their second word: "cannot" 3. Below zero where they are two words in lower case only: "its" -2.</summary>
    private readonly Dictionary<string, int> _contractions = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly int _longest;

    internal WordModel(IEnumerable<KeyValuePair<string, int>> contractions, LearnedWeights joins, LearnedWeights ends)
    {
        foreach (var (form, place) in contractions) _contractions.Add(form, place);
        _longest = _contractions.Count == 0 ? 0 : _contractions.Keys.Max(k => k.Length);
        _lookup = _contractions.GetAlternateLookup<ReadOnlySpan<char>>();
        (Joins, Ends) = (joins, ends);
    }

    internal LearnedWeights Joins { get; }
    internal LearnedWeights Ends { get; }

    /// <exception cref="FileNotFoundException">The model is missing.</exception>
    public static WordModel Load(string path)
    {
        using var input = new BinaryReader(File.OpenRead(path));
        if (input.ReadString() != Magic) throw new InvalidDataException($"{path} is not a word model of this version; make it again.");
        var contractions = new KeyValuePair<string, int>[input.ReadInt32()];
        for (int i = 0; i < contractions.Length; i++) contractions[i] = new(input.ReadString(), input.ReadInt32());
        return new WordModel(contractions, LearnedWeights.Read(input), LearnedWeights.Read(input));
    }

    internal static void Write(string path, IReadOnlyCollection<KeyValuePair<string, int>> contractions, sbyte[] joins, sbyte[] ends)
    {
        using var output = new BinaryWriter(File.Create(path));
        output.Write(Magic);
        output.Write(contractions.Count);
        foreach (var (form, place) in contractions.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            output.Write(form);
            output.Write(place);
        }
        LearnedWeights.Write(output, joins);
        LearnedWeights.Write(output, ends);
    }

    /// <summary>Whether a run of letters is a contraction written as one.</summary>
    internal bool IsContraction(ReadOnlySpan<char> letters) => SecondWord(letters) > 0;

    /// <returns>The place of the second word of a contraction; 0 where there is none.</returns>
    private int SecondWord(ReadOnlySpan<char> letters) =>
        letters.Length > _longest || !_lookup.TryGetValue(letters, out int place) ? 0 : place > 0 ? place : char.IsLower(letters[0]) ? -place : 0;

    /// <summary>Whether a word may begin at a place inside a run of letters: in a known contraction, and before "n't".</summary>
    internal bool PartsAt(string text, int runStart, int at, int end)
    {
        if ((text[at] | 0x20) == 'n' && at + 2 < end && CharKinds.Plain(text[at + 1]) == '\'' && (text[at + 2] | 0x20) == 't') return true;
        if (at - runStart > 6) return false;
        int runEnd = at;
        while (runEnd < end && runEnd - runStart <= _longest && CharKinds.Of(text[runEnd]).IsLetter()) runEnd++;
        return SecondWord(text.AsSpan(runStart, runEnd - runStart)) is > 0 and var place && runStart + place == at;
    }
}
