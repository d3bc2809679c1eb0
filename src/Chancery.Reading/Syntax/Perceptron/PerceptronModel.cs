using Chancery.Reports;

namespace Chancery.Reading.Syntax.Perceptron;

/// <summary>
/// Averaged perceptrons over hashed features: a tagger from left to right, a greedy arc-hybrid parser, and relations for its whole trees.
/// </summary>
public sealed class PerceptronModel : ISyntaxModel
{
    /// <summary>A tag: universal and Penn part of speech, and the features that go with them where the word does not say otherwise.</summary>
    internal readonly record struct Tag(Upos Upos, string Xpos, string Features);

    internal const int TagClasses = 128, RelationClasses = 64;
    private const string Magic = "chancery perceptron 1";

    private readonly Tag[] _tags;
    private readonly string[] _relations;
    private readonly Dictionary<(string Lower, int Tag), string> _wordFeatures = [];
    private readonly HashedWeights _tagger, _arcs, _labels;

    private PerceptronModel(BinaryReader input, string path)
    {
        if (input.ReadString() != Magic) throw new InvalidDataException($"{path} is not a perceptron model of this version; make it again.");
        _tags = new Tag[input.ReadInt32()];
        for (int i = 0; i < _tags.Length; i++)
            _tags[i] = new Tag((Upos)input.ReadByte(), string.Intern(input.ReadString()), string.Intern(input.ReadString()));
        _relations = new string[input.ReadInt32()];
        for (int i = 0; i < _relations.Length; i++) _relations[i] = string.Intern(input.ReadString());
        for (int n = input.ReadInt32(); n > 0; n--)
            _wordFeatures[(input.ReadString(), input.ReadInt32())] = string.Intern(input.ReadString());
        (_tagger, _arcs, _labels) = (HashedWeights.Read(input), HashedWeights.Read(input), HashedWeights.Read(input));
    }

    /// <exception cref="FileNotFoundException">The model is missing.</exception>
    public static PerceptronModel Load(string path)
    {
        using var input = new BinaryReader(File.OpenRead(path));
        return new PerceptronModel(input, path);
    }

    public string Name => "en-perceptron-1";

    public WordAnalysis[][] Analyse(IReadOnlyList<UntaggedSentence> sentences)
    {
        var all = new WordAnalysis[sentences.Count][];
        var state = new TreeState();
        for (int i = 0; i < all.Length; i++) all[i] = Analyse(sentences[i], state);
        return all;
    }

    private WordAnalysis[] Analyse(UntaggedSentence sentence, TreeState state)
    {
        int n = sentence.Words.Length;
        var words = new WordHashes[n];
        for (int i = 0; i < n; i++) words[i] = new WordHashes(sentence.Words[i].Form);
        var tags = FindTags(words);
        var heads = FindHeads(words, tags, state);
        var relations = FindRelations(words, tags, heads);
        var found = new WordAnalysis[n];
        for (int i = 0; i < n; i++)
        {
            var tag = _tags[tags[i]];
            var features = _wordFeatures.GetValueOrDefault((sentence.Words[i].Form.ToLowerInvariant(), tags[i]), tag.Features);
            found[i] = new WordAnalysis(tag.Upos, tag.Xpos, features, heads[i], heads[i] < 0 ? "root" : _relations[relations[i]]);
        }
        return found;
    }

    private int[] FindTags(WordHashes[] words)
    {
        var tags = new int[words.Length];
        Span<uint> features = stackalloc uint[TagFeatures.Count];
        Span<short> scores = stackalloc short[TagClasses];
        for (int i = 0; i < words.Length; i++)
        {
            TagFeatures.Fill(words, tags, i, features);
            _tagger.Score(features, scores);
            tags[i] = HashedWeights.Best(scores[.._tags.Length]);
        }
        return tags;
    }

    private int[] FindHeads(WordHashes[] words, int[] tags, TreeState state)
    {
        Span<uint> features = stackalloc uint[TreeState.FeatureCount];
        Span<short> scores = stackalloc short[4];
        state.Begin(words, tags, [.. tags.Select(t => (int)_tags[t].Upos)], words.Length);
        while (!state.IsDone)
        {
            state.Features(features);
            _arcs.Score(features, scores);
            int best = -1;
            for (int a = 0; a < 3; a++)
                if (state.Allows(a) && (best < 0 || scores[a] > scores[best])) best = a;
            state.Do(best);
        }
        var heads = state.Heads[..words.Length];
        for (int i = 0; i < heads.Length; i++)
            if (heads[i] == words.Length) heads[i] = -1;
        return heads;
    }

    private int[] FindRelations(WordHashes[] words, int[] tags, int[] heads)
    {
        var relations = new int[words.Length];
        var kin = new RelationFeatures.Kin[words.Length];
        RelationFeatures.Kinship(heads, kin);
        Span<uint> features = stackalloc uint[RelationFeatures.Count];
        Span<short> scores = stackalloc short[RelationClasses];
        for (int i = 0; i < words.Length; i++)
        {
            RelationFeatures.Fill(words, tags, heads, kin, relations, i, features);
            _labels.Score(features, scores);
            relations[i] = HashedWeights.Best(scores[.._relations.Length]);
        }
        return relations;
    }

    internal static void Write(BinaryWriter output, IReadOnlyList<Tag> tags, IReadOnlyList<string> relations,
        IEnumerable<KeyValuePair<(string Lower, int Tag), string>> wordFeatures, params ReadOnlySpan<sbyte[]> tables)
    {
        output.Write(Magic);
        output.Write(tags.Count);
        foreach (var tag in tags)
        {
            output.Write((byte)tag.Upos);
            output.Write(tag.Xpos);
            output.Write(tag.Features);
        }
        output.Write(relations.Count);
        foreach (var relation in relations) output.Write(relation);
        var ordered = wordFeatures.OrderBy(p => p.Key.Lower, StringComparer.Ordinal).ThenBy(p => p.Key.Tag).ToArray();
        output.Write(ordered.Length);
        foreach (var (key, features) in ordered)
        {
            output.Write(key.Lower);
            output.Write(key.Tag);
            output.Write(features);
        }
        foreach (var table in tables)
        {
            output.Write(System.Numerics.BitOperations.Log2((uint)table.Length));
            output.Write((byte[])(Array)table);
        }
    }
}
