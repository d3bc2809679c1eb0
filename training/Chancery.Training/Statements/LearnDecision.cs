using Chancery.Reading.Statements;

namespace Chancery.Training.Statements;

/// <summary>Learns a yes-or-no decision: logistic regression over sparse features by AdaGrad.</summary>
internal sealed class LearnDecision(int least, int rounds, float rate, float decay)
{
    private readonly FeatureIndex _index = new(least);
    private readonly List<(uint[] Features, bool Yes)> _examples = [];

    public int Count => _examples.Count;

    public void Add(ReadOnlySpan<uint> features, bool yes)
    {
        _index.Tally(features);
        _examples.Add((features.ToArray(), yes));
    }

    public FeatureWeights Learn(float pruned = 0.02f)
    {
        var rows = new (int[] Features, bool Yes)[_examples.Count];
        for (int i = 0; i < rows.Length; i++) rows[i] = (_index.Numbers(_examples[i].Features), _examples[i].Yes);
        _examples.Clear();
        var weights = new float[_index.Count];
        var squares = new float[_index.Count];
        Array.Fill(squares, 1e-2f);
        var order = Enumerable.Range(0, rows.Length).ToArray();
        var random = new SplitMix(7);
        for (int round = 0; round < rounds; round++)
        {
            random.Shuffle(order);
            double loss = 0;
            foreach (int i in order)
            {
                var (features, yes) = rows[i];
                float score = 0;
                foreach (int f in features) score += weights[f];
                float p = 1 / (1 + MathF.Exp(-score)), slope = p - (yes ? 1 : 0);
                loss -= Math.Log(Math.Max(1e-7, yes ? p : 1 - p));
                foreach (int f in features)
                {
                    float g = slope + decay * weights[f];
                    squares[f] += g * g;
                    weights[f] -= rate * g / MathF.Sqrt(squares[f]);
                }
            }
            Console.Error.WriteLine($"  round {round + 1}: loss {loss / rows.Length:F5} over {rows.Length}, {_index.Count} features");
        }
        return _index.Pack(weights, 1, pruned);
    }
}

/// <summary>A small generator whose row of numbers never changes with the platform.</summary>
internal sealed class SplitMix(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    public void Shuffle(int[] items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = (int)(Next() % (ulong)(i + 1));
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
