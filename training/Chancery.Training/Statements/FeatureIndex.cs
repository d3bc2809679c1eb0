using Chancery.Reading.Statements;

namespace Chancery.Training.Statements;

/// <summary>Numbers the features that occur often enough to learn from; the others stay out.</summary>
internal sealed class FeatureIndex(int least)
{
    private const int Buckets = 1 << 26;

    private readonly Dictionary<uint, int> _numbers = [];
    private readonly List<uint> _features = [];

    /// <summary>Counts by bucket: now and then two rare features share one, and both are let in.</summary>
    private readonly byte[] _counts = new byte[Buckets];

    public int Count => _features.Count;

    public void Tally(ReadOnlySpan<uint> features)
    {
        foreach (uint f in features)
        {
            ref byte count = ref _counts[f & (Buckets - 1)];
            if (count < byte.MaxValue) count++;
        }
    }

    /// <summary>The numbers of those counted often enough, given out in the order of asking.</summary>
    public int[] Numbers(ReadOnlySpan<uint> features)
    {
        Span<int> found = stackalloc int[features.Length];
        int known = 0;
        foreach (uint f in features)
        {
            if (f == 0 || _counts[f & (Buckets - 1)] < least) continue;
            if (!_numbers.TryGetValue(f, out int n))
            {
                _numbers.Add(f, n = _features.Count);
                _features.Add(f);
            }
            found[known++] = n;
        }
        return found[..known].ToArray();
    }

    /// <summary>Weights in one byte each; rows that round to nothing are left out.</summary>
    public FeatureWeights Pack(float[] weights, int labels, float least)
    {
        float top = 1e-6f;
        foreach (float w in weights) top = Math.Max(top, Math.Abs(w));
        float scale = Math.Min(top, 6f) / 127;
        var keys = new List<uint>();
        var packed = new List<short>();
        for (int i = 0; i < _features.Count; i++)
        {
            var row = weights.AsSpan(i * labels, labels);
            float span = labels == 1 ? Math.Abs(row[0]) : Spread(row);
            if (span < least) continue;
            keys.Add(_features[i]);
            float middle = labels == 1 ? 0 : Middle(row);
            foreach (float w in row) packed.Add((short)Math.Clamp(MathF.Round((w - middle) / scale), -127, 127));
        }
        return new FeatureWeights(labels, scale, keys.ToArray(), packed.ToArray());
    }

    private static float Spread(ReadOnlySpan<float> row)
    {
        float low = row[0], high = row[0];
        foreach (float w in row) (low, high) = (Math.Min(low, w), Math.Max(high, w));
        return high - low;
    }

    private static float Middle(ReadOnlySpan<float> row)
    {
        float sum = 0;
        foreach (float w in row) sum += w;
        return sum / row.Length;
    }
}
