using Chancery.Reading.Syntax.Network;

namespace Chancery.Training.Syntax;

/// <summary>The tags, relations and words that a network is trained to know, in an order that depends on the treebanks alone.</summary>
internal sealed class Vocabulary
{
    private const int FewestOfAWord = 2, FewestOfFeatures = 5;

    private readonly Dictionary<string, int> _penn, _features, _relations;
    private readonly Dictionary<long, int> _words, _vectors;

    public Vocabulary(IReadOnlyList<GoldSentence> sentences)
    {
        Penn = Frequent(sentences.SelectMany(s => s.Penn), 1);
        Features = Frequent(sentences.SelectMany(s => s.Features), FewestOfFeatures);
        Relations = Frequent(sentences.SelectMany(s => s.Relations), FewestOfAWord);
        (_penn, _features, _relations) = (Index(Penn), Index(Features), Index(Relations));
        Combinations = Frequent(
            sentences.SelectMany(s => s.Forms.Select((_, i) => $"{s.Upos[i]}\t{s.Penn[i]}\t{s.Features[i]}")
                .Where((_, i) => _features.ContainsKey(s.Features[i]))), 2);
        Counts = Count(sentences);
        WordKeys = [.. Counts.Where(c => c.Value >= FewestOfAWord).Select(c => c.Key).Order()];
        _words = Rows(WordKeys);
        VectorKeys = [];
        Vectors = [];
        _vectors = [];
    }

    /// <summary>What a network knows already; only how often each word is seen is counted anew.</summary>
    public Vocabulary(
        IReadOnlyList<GoldSentence> sentences, string[] penn, string[] features, string[] relations, string[] combinations,
        long[] wordKeys, long[] vectorKeys, (sbyte[] Values, float Scale)[] vectors)
    {
        (Penn, Features, Relations, Combinations) = (penn, features, relations, combinations);
        (_penn, _features, _relations) = (Index(Penn), Index(Features), Index(Relations));
        (Counts, WordKeys, VectorKeys, Vectors) = (Count(sentences), wordKeys, vectorKeys, vectors);
        (_words, _vectors) = (Rows(wordKeys), Rows(vectorKeys));
    }

    public string[] Penn { get; }
    public string[] Features { get; }
    public string[] Relations { get; }
    public string[] Combinations { get; }
    public Dictionary<long, int> Counts { get; }

    /// <summary>Keys of the trained words, ascending; the row of a word is one more than its place here, and row 0 is the unknown.</summary>
    public long[] WordKeys { get; }

    public long[] VectorKeys { get; private set; }

    /// <summary>The published vectors in the order of their keys, as whole numbers and a scale.</summary>
    public (sbyte[] Values, float Scale)[] Vectors { get; private set; }

    public int Penntag(string tag) => _penn.GetValueOrDefault(tag, -1);
    public int FeatureBundle(string features) => _features.GetValueOrDefault(features, -1);
    public int Relation(string relation) => _relations.GetValueOrDefault(relation, -1);
    public int Word(string form) => _words.GetValueOrDefault(FormKeys.Word(form));
    public int Vector(string form) => _vectors.GetValueOrDefault(FormKeys.Vector(form));

    /// <summary>Takes the vectors, stretched so that their numbers vary about as much as the trained ones.</summary>
    public void Take(Dictionary<string, float[]> vectors)
    {
        double squares = vectors.Values.Sum(v => v.Sum(x => (double)x * x)), count = vectors.Values.Sum(v => (double)v.Length);
        float stretch = (float)(1 / Math.Sqrt(squares / Math.Max(count, 1)));
        var byKey = new SortedDictionary<long, float[]>();
        foreach (var (word, vector) in vectors) byKey.TryAdd(FormKeys.Vector(word), vector);
        VectorKeys = [.. byKey.Keys];
        Vectors = [.. byKey.Values.Select(v => Quantized.Row(Array.ConvertAll(v, x => x * stretch)))];
        for (int i = 0; i < VectorKeys.Length; i++) _vectors[VectorKeys[i]] = i + 1;
    }

    private static Dictionary<long, int> Count(IReadOnlyList<GoldSentence> sentences) =>
        sentences.SelectMany(s => s.Forms).GroupBy(form => FormKeys.Word(form)).ToDictionary(g => g.Key, g => g.Count());

    /// <summary>A key's row is one more than its place.</summary>
    private static Dictionary<long, int> Rows(long[] keys) => keys.Select((key, i) => (key, i)).ToDictionary(p => p.key, p => p.i + 1);

    private static string[] Frequent(IEnumerable<string> values, int fewest) =>
        [.. values.GroupBy(v => v, StringComparer.Ordinal).Where(g => g.Count() >= fewest)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];

    private static Dictionary<string, int> Index(string[] values) =>
        values.Select((v, i) => (v, i)).ToDictionary(p => p.v, p => p.i, StringComparer.Ordinal);
}

/// <summary>A row of numbers as whole numbers from -127 to 127 and one scale.</summary>
internal static class Quantized
{
    public static (sbyte[] Values, float Scale) Row(ReadOnlySpan<float> row)
    {
        float widest = 0;
        foreach (float x in row) widest = MathF.Max(widest, MathF.Abs(x));
        float scale = widest / 127;
        var values = new sbyte[row.Length];
        for (int i = 0; i < row.Length; i++) values[i] = scale == 0 ? (sbyte)0 : (sbyte)MathF.Round(row[i] / scale);
        return (values, scale);
    }
}
