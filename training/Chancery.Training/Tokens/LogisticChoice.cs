using Chancery.Reading.Syntax.Words;

namespace Chancery.Training.Tokens;

/// <summary>One choice to learn from: the features of a place and the right answer.</summary>
internal readonly record struct Choice(uint[] Features, int Answer);

/// <summary>Logistic regression over hashed features, by AdaGrad; features seen once are left out.</summary>
internal sealed class LogisticChoice(int bits, int answers)
{
    private readonly float[] _weights = new float[(1 << bits) * LearnedWeights.Answers];
    private readonly float[] _squares = new float[(1 << bits) * LearnedWeights.Answers];
    private readonly uint _mask = (1u << bits) - 1;

    public void Learn(IReadOnlyList<Choice> choices, int epochs, float rate, float decay, int least)
    {
        var seen = new Dictionary<uint, int>();
        foreach (var c in choices)
            foreach (uint f in c.Features) seen[f] = seen.GetValueOrDefault(f) + 1;
        var kept = choices.Select(c => new Choice([.. c.Features.Where(f => seen[f] >= least)], c.Answer)).ToArray();
        var random = new Random(11);
        var order = Enumerable.Range(0, kept.Length).ToArray();
        Span<float> p = stackalloc float[answers];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (int i in order)
            {
                Probabilities(kept[i].Features, p);
                for (int a = 0; a < answers; a++)
                {
                    float error = p[a] - (a == kept[i].Answer ? 1 : 0);
                    if (MathF.Abs(error) < 1e-4f) continue;
                    foreach (uint f in kept[i].Features)
                    {
                        int at = (int)(f & _mask) * LearnedWeights.Answers + a;
                        float gradient = error + decay * _weights[at];
                        _squares[at] += gradient * gradient;
                        _weights[at] -= rate * gradient / (MathF.Sqrt(_squares[at]) + 1e-3f);
                    }
                }
            }
        }
    }

    private void Probabilities(uint[] features, Span<float> p)
    {
        p.Clear();
        foreach (uint f in features)
            for (int a = 0; a < p.Length; a++) p[a] += _weights[(int)(f & _mask) * LearnedWeights.Answers + a];
        System.Numerics.Tensors.TensorPrimitives.SoftMax(p, p);
    }

    public sbyte[] Quantised() => [.. _weights.Select(w => (sbyte)Math.Clamp(MathF.Round(w * LearnedWeights.Steps), -127, 127))];

    public void Shift(uint feature, int answer, float by) => _weights[(int)(feature & _mask) * LearnedWeights.Answers + answer] += by;
}
