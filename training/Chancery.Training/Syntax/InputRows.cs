using Chancery.Reading.Syntax.Network;

namespace Chancery.Training.Syntax;

/// <summary>The first layer's inputs of one shard: word, vector and affixes side by side, now and then without one of them.</summary>
internal sealed unsafe class InputRows(Parameters parameters, Vocabulary vocabulary, Recipe recipe, int shard)
{
    private readonly NetworkShape _shape = parameters.Shape;
    private readonly AlignedFloats _rows = new();
    private Lockstep _batch = new();
    private Sample[] _samples = [];
    private float* _masks;
    private int[] _words = [];

    public float* Fill(Lockstep batch, Sample[] samples, float* masks, ref Dice dice)
    {
        (_batch, _samples) = (batch, samples);
        _masks = masks;
        float* rows = _rows.Reserve(batch.Rows * _shape.Input);
        new Span<float>(rows, batch.Rows * _shape.Input).Clear();
        if (_words.Length < batch.Rows) _words = new int[batch.Rows];
        for (int s = 0; s < samples.Length; s++)
            for (int i = 0; i < samples[s].Length; i++)
            {
                int row = batch.Row(s, i);
                float* input = rows + (nint)row * _shape.Input;
                bool forgotten = dice.Share() * (samples[s].Counts[i] + recipe.WordDropout) < recipe.WordDropout;
                _words[row] = forgotten ? 0 : samples[s].Words[i];
                parameters.Words.Add(_words[row], input);
                bool unseen = dice.Share() < recipe.VectorDropout;
                if (!unseen && samples[s].Vectors[i] > 0) AddVector(samples[s].Vectors[i] - 1, input + _shape.Word);
                foreach (int affix in samples[s].Affixes[i]) parameters.Affixes.Add(affix, input + _shape.Word + _shape.Vector);
                Algebra.Scale(input, masks + (nint)s * _shape.Input, _shape.Input);
            }
        return rows;
    }

    public void Back(float* gradients)
    {
        for (int s = 0; s < _samples.Length; s++)
            for (int i = 0; i < _samples[s].Length; i++)
            {
                int row = _batch.Row(s, i);
                float* gradient = gradients + (nint)row * _shape.Input;
                Algebra.Scale(gradient, _masks + (nint)s * _shape.Input, _shape.Input);
                parameters.Words.AddGradient(shard, _words[row], gradient);
                foreach (int affix in _samples[s].Affixes[i])
                    parameters.Affixes.AddGradient(shard, affix, gradient + _shape.Word + _shape.Vector);
            }
    }

    private void AddVector(int vector, float* to)
    {
        var (values, scale) = vocabulary.Vectors[vector];
        for (int i = 0; i < values.Length; i++) to[i] += scale * values[i];
    }
}
