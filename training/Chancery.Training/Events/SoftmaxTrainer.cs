using Chancery.Reading.Events.Types;

namespace Chancery.Training.Events;

/// <summary>Fits a linear model of event types by AdaGrad on the log loss. The same examples in the same order give the same weights.</summary>
internal static class SoftmaxTrainer
{
    private const int Rounds = 12;
    private const float Rate = 0.12f, Shrink = 2e-6f;

    public static TypeModel Train(IReadOnlyList<TypeExample> examples)
    {
        int types = TypeModel.Types.Length;
        var weights = new float[TypeFeatures.Buckets * types];
        var squares = new float[weights.Length];
        Span<float> likely = stackalloc float[types];
        for (int round = 0; round < Rounds; round++)
            for (int n = 0; n < examples.Count; n++)
            {
                // a fixed stride through the examples stands for shuffling
                var example = examples[(int)((n * 7919L + round * 104729L) % examples.Count)];
                Likelihoods(weights, example.Features, likely);
                float allowed = 0;
                foreach (int t in example.Types) allowed += likely[t];
                for (int t = 0; t < types; t++)
                {
                    float wanted = Array.IndexOf(example.Types, t) >= 0 ? likely[t] / Math.Max(1e-6f, allowed) : 0;
                    float gradient = example.Weight * (likely[t] - wanted);
                    if (Math.Abs(gradient) < 1e-4f) continue;
                    foreach (int f in example.Features)
                    {
                        int at = f * types + t;
                        float g = gradient + Shrink * weights[at];
                        squares[at] += g * g;
                        weights[at] -= Rate * g / (MathF.Sqrt(squares[at]) + 1e-3f);
                    }
                }
            }
        return InBytes(weights);
    }

    private static void Likelihoods(float[] weights, int[] features, Span<float> likely)
    {
        likely.Clear();
        foreach (int f in features)
            for (int t = 0; t < likely.Length; t++) likely[t] += weights[f * likely.Length + t];
        float highest = float.MinValue, total = 0;
        foreach (float l in likely) highest = Math.Max(highest, l);
        for (int t = 0; t < likely.Length; t++) total += likely[t] = MathF.Exp(likely[t] - highest);
        for (int t = 0; t < likely.Length; t++) likely[t] /= total;
    }

    private static TypeModel InBytes(float[] weights)
    {
        float largest = 1e-6f;
        foreach (float w in weights) largest = Math.Max(largest, Math.Abs(w));
        float scale = largest / 127;
        var bytes = new sbyte[weights.Length];
        for (int i = 0; i < bytes.Length; i++) bytes[i] = (sbyte)MathF.Round(weights[i] / scale);
        return new TypeModel(bytes, scale);
    }
}
