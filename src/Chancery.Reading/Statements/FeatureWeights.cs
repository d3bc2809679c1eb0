using System.Numerics;
using System.Runtime.Intrinsics;

namespace Chancery.Reading.Statements;

/// <summary>Weights of features by their hashes, one per label, kept as small integers times a scale.</summary>
internal sealed class FeatureWeights
{
    private readonly uint[] _keys;
    private readonly short[] _weights;
    private readonly int _mask;

    /// <param name="keys">No two alike; none is 0.</param>
    /// <param name="weights">Row by row, <paramref name="labels"/> a key.</param>
    public FeatureWeights(int labels, float scale, ReadOnlySpan<uint> keys, ReadOnlySpan<short> weights)
    {
        if (weights.Length != keys.Length * labels) throw new InvalidDataException("The model's weights do not fit its features.");
        (Labels, Scale, Count) = (labels, scale, keys.Length);
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, keys.Length * 2));
        _mask = size - 1;
        _keys = new uint[size];
        _weights = new short[size * labels];
        for (int i = 0; i < keys.Length; i++)
        {
            int slot = (int)keys[i] & _mask;
            while (_keys[slot] != 0) slot = (slot + 1) & _mask;
            _keys[slot] = keys[i];
            weights.Slice(i * labels, labels).CopyTo(_weights.AsSpan(slot * labels));
        }
    }

    public int Labels { get; }
    public float Scale { get; }
    public int Count { get; }

    /// <summary>Adds the features' weights to the sums, in units of <see cref="Scale"/>.</summary>
    public void Sum(ReadOnlySpan<uint> features, Span<int> sums)
    {
        foreach (uint feature in features)
        {
            int slot = Find(feature);
            if (slot < 0) continue;
            var row = _weights.AsSpan(slot * Labels, sums.Length);
            int l = 0;
            for (; l + 4 <= row.Length; l += 4)
            {
                var wide = Vector128.WidenLower(Vector64.Create(row.Slice(l, 4)).ToVector128Unsafe());
                (Vector128.Create(sums.Slice(l, 4)) + wide).CopyTo(sums[l..]);
            }
            for (; l < row.Length; l++) sums[l] += row[l];
        }
    }

    private int Find(uint feature)
    {
        var keys = _keys;
        int slot = (int)feature & _mask;
        uint key;
        while ((key = keys[slot]) != feature && key != 0) slot = (slot + 1) & _mask;
        return key == 0 ? -1 : slot;
    }

    /// <summary>All features with their weights, in no order.</summary>
    public IEnumerable<(uint Key, short[] Weights)> Rows()
    {
        for (int slot = 0; slot < _keys.Length; slot++)
            if (_keys[slot] != 0) yield return (_keys[slot], _weights[(slot * Labels)..((slot + 1) * Labels)]);
    }

    /// <summary>The score of a decision of one label.</summary>
    public float Score(ReadOnlySpan<uint> features)
    {
        int sum = 0;
        foreach (uint feature in features)
        {
            int slot = Find(feature);
            if (slot >= 0) sum += _weights[slot];
        }
        return sum * Scale;
    }
}
