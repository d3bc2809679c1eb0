using System.Numerics;

namespace Chancery.Reading.Syntax.Network;

/// <summary>One run of the network over sentences in lockstep, and the room it needs. Serves one thread at a time.</summary>
internal sealed unsafe class NetworkPass(NetworkWeights weights)
{
    private readonly NetworkShape _shape = weights.Shape;
    private readonly Lockstep _batch = new();
    private readonly SpanningTree _tree = new();
    private readonly FormInputs.Unknown _unknown = new();
    private readonly AlignedFloats _gates = new(), _cells = new(), _shown = new(), _parts = new();
    private readonly AlignedFloats _arcs = new(), _heads = new(), _dependents = new(), _panels = new(), _scores = new(), _hidden = new();
    private string[] _forms = [];
    private int[] _lengths = [], _chosen = [];

    /// <param name="stretches">None longer than the one before it.</param>
    public void Run(List<Stretch> stretches)
    {
        Arrange(stretches);
        float* gates = _gates.Reserve(_batch.Rows * _shape.Gates);
        float* cells = _cells.Reserve(2 * stretches.Count * _shape.Hidden);
        float* shown = _shown.Reserve(_batch.Rows * _shape.Shown);
        weights.Forms.Fill(_forms.AsSpan(0, _batch.Rows), gates, _unknown);
        weights.Layers[0].Run(_batch, gates, cells, shown);
        for (int layer = 1; layer < _shape.Layers; layer++)
        {
            weights.Inputs[layer - 1].Apply(shown, _shape.Shown, _batch.Rows, gates);
            weights.Layers[layer].Run(_batch, gates, cells, shown);
        }
        float* parts = _parts.Reserve(_batch.Rows * _shape.Parts);
        weights.Parts.Apply(shown, _shape.Shown, _batch.Rows, parts);
        for (int row = 0; row < _batch.Rows; row++)
        {
            float* part = parts + (nint)row * _shape.Parts;
            Bend(part, 2 * _shape.Arc);
            Bend(part + _shape.TagPart, _shape.Tag);
        }
        FindHeads(stretches, parts);
        Name(stretches, FindRelations(stretches, parts), FindTags(parts));
    }

    private void Arrange(List<Stretch> stretches)
    {
        if (_lengths.Length < stretches.Count) _lengths = new int[stretches.Count];
        for (int i = 0; i < stretches.Count; i++) _lengths[i] = stretches[i].Count;
        _batch.Arrange(_lengths.AsSpan(0, stretches.Count));
        if (_forms.Length < _batch.Rows)
        {
            _forms = new string[_batch.Rows];
            _chosen = new int[_batch.Rows];
        }
        for (int i = 0; i < stretches.Count; i++)
            for (int word = 0; word < _lengths[i]; word++)
                _forms[_batch.Row(i, word)] = stretches[i].Words[stretches[i].First + word];
    }

    private static void Bend(float* values, int count)
    {
        for (int i = 0; i < count; i += Vector<float>.Count) Vector.Store(Curves.Leaky(Vector.Load(values + i)), values + i);
    }

    /// <summary>Scores each pair of word and head, d·U·h, and chooses the best tree.</summary>
    private void FindHeads(List<Stretch> stretches, float* parts)
    {
        float* arcs = _arcs.Reserve(_batch.Rows * _shape.Arc);
        weights.Arc.Apply(parts + _shape.ArcDependent, _shape.Parts, _batch.Rows, arcs);
        Span<int> heads = stackalloc int[SyntaxNetwork.LongestTree];
        for (int i = 0; i < stretches.Count; i++)
        {
            int words = _lengths[i], stride = Panels.Padded(words + 1);
            float* scores = ScorePairs(i, words, stride, arcs, parts + _shape.ArcHead);
            _tree.Find(new ReadOnlySpan<float>(scores, words * stride), stride, heads[..words]);
            for (int word = 0; word < words; word++) _chosen[_batch.Row(i, word)] = heads[word];
        }
    }

    private float* ScorePairs(int sentence, int words, int stride, float* arcs, float* heads)
    {
        int arc = _shape.Arc;
        float* candidates = _heads.Reserve((words + 1) * arc);
        float* dependents = _dependents.Reserve(words * arc);
        Copy(weights.RootArc, candidates, arc);
        for (int word = 0; word < words; word++)
        {
            nint row = _batch.Row(sentence, word);
            Copy(arcs + row * arc, dependents + word * arc, arc);
            Copy(heads + row * _shape.Parts, candidates + (word + 1) * arc, arc);
        }
        float* panels = _panels.Reserve(Panels.Size(arc, words + 1));
        Panels.Pack(candidates, 1, arc, arc, words + 1, panels);
        float* scores = _scores.Reserve(words * stride);
        new Span<float>(scores, words * stride).Clear();
        MatrixProduct.Add(dependents, arc, words, arc, panels, words + 1, scores, stride);
        return scores;
    }

    private static void Copy(float* from, float* to, int count) => new ReadOnlySpan<float>(from, count).CopyTo(new Span<float>(to, count));

    /// <summary>Scores of the relations between each word and its head.</summary>
    private float* FindRelations(List<Stretch> stretches, float* parts)
    {
        int label = _shape.Label;
        float* hidden = _hidden.Reserve(_batch.Rows * label);
        for (int i = 0; i < stretches.Count; i++)
            for (int word = 0; word < _lengths[i]; word++)
            {
                int row = _batch.Row(i, word), head = _chosen[row];
                float* above = head < 0 ? weights.RootLabel : parts + (nint)_batch.Row(i, head) * _shape.Parts + _shape.LabelHead;
                Join(parts + (nint)row * _shape.Parts + _shape.LabelDependent, above, hidden + (nint)row * label, label);
            }
        float* scores = _scores.Reserve(_batch.Rows * Panels.Padded(weights.Relations.Length));
        weights.Label.Apply(hidden, label, _batch.Rows, scores);
        return scores;
    }

    /// <summary>What a word and its head are together: their sum and their product.</summary>
    internal static void Join(float* word, float* head, float* to, int count)
    {
        for (int i = 0; i < count; i += Vector<float>.Count)
        {
            Vector<float> w = Vector.Load(word + i), h = Vector.Load(head + i);
            Vector.Store(Curves.Leaky(Vector.FusedMultiplyAdd(w, h, w + h)), to + i);
        }
    }

    private float* FindTags(float* parts)
    {
        float* scores = _gates.Reserve(_batch.Rows * Panels.Padded(weights.Tags.Scores));
        weights.Tag.Apply(parts + _shape.TagPart, _shape.Parts, _batch.Rows, scores);
        return scores;
    }

    private void Name(List<Stretch> stretches, float* relations, float* tags)
    {
        int relationStride = Panels.Padded(weights.Relations.Length), tagStride = Panels.Padded(weights.Tags.Scores);
        for (int i = 0; i < stretches.Count; i++)
            for (int word = 0; word < _lengths[i]; word++)
            {
                int row = _batch.Row(i, word), head = _chosen[row];
                var (upos, xpos, features) = weights.Tags.Best(new ReadOnlySpan<float>(tags + (nint)row * tagStride, weights.Tags.Scores));
                var scores = new Span<float>(relations + (nint)row * relationStride, weights.Relations.Length);
                scores[weights.Root] = head < 0 ? float.PositiveInfinity : float.NegativeInfinity;
                stretches[i].Parsed[stretches[i].First + word] = new WordAnalysis(
                    upos, xpos, features, head < 0 ? -1 : stretches[i].First + head, weights.Relations[TagSet.Highest(scores)]);
            }
    }
}
