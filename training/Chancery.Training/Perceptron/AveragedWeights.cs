using Chancery.Reading.Syntax.Perceptron;

namespace Chancery.Training.Perceptron;

/// <summary>Weights while they are learned, with what their average needs.</summary>
internal sealed class AveragedWeights(int bits, int classes)
{
    private readonly float[] _weights = new float[(1 << bits) + HashedWeights.Room];
    private readonly double[] _moments = new double[(1 << bits) + HashedWeights.Room];
    private long _step = 1;

    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        scores.Clear();
        foreach (uint f in features)
        {
            var row = _weights.AsSpan(HashedWeights.RowOf(f, 32 - bits), classes);
            System.Numerics.Tensors.TensorPrimitives.Add(scores, row, scores);
        }
    }

    public void Update(ReadOnlySpan<uint> features, int right, int wrong)
    {
        foreach (uint f in features)
        {
            int row = HashedWeights.RowOf(f, 32 - bits);
            _weights[row + right]++;
            _moments[row + right] += _step;
            _weights[row + wrong]--;
            _moments[row + wrong] -= _step;
        }
    }

    public void Tick() => _step++;

    public sbyte[] Quantised()
    {
        var average = new double[_weights.Length];
        for (int i = 0; i < average.Length; i++) average[i] = _weights[i] - _moments[i] / _step;
        var sizes = average.Select(Math.Abs).Where(a => a > 0).Order().ToArray();
        double top = sizes.Length == 0 ? 1 : sizes[(int)(sizes.Length * 0.9995)];
        return [.. average.Select(a => (sbyte)Math.Clamp(Math.Round(a / top * 127), -127, 127))];
    }
}
