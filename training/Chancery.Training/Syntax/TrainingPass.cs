using System.Numerics;
using Chancery.Reading.Syntax.Network;

namespace Chancery.Training.Syntax;

/// <summary>One shard of a batch, through the network and back: adds to the shard's gradients.</summary>
internal sealed unsafe class TrainingPass
{
    private readonly Parameters _parameters;
    private readonly NetworkShape _shape;
    private readonly Recipe _recipe;
    private readonly int _shard;
    private readonly Algebra _algebra;
    private readonly TrainedLayer _first, _second;
    private readonly InputRows _input;
    private readonly Answers _answers;
    private readonly Lockstep _batch = new();
    private readonly AlignedFloats _masks = new(), _middle = new(), _top = new(), _parts = new(), _partMasks = new();
    private readonly AlignedFloats _partsBack = new(), _topBack = new(), _middleBack = new(), _inputBack = new();

    public TrainingPass(Parameters parameters, Vocabulary vocabulary, Recipe recipe, int shard)
    {
        (_parameters, _shape, _recipe, _shard) = (parameters, parameters.Shape, recipe, shard);
        _algebra = new Algebra(shard);
        _first = new TrainedLayer(parameters.First, _shape.Hidden, shard, _algebra);
        _second = new TrainedLayer(parameters.Second, _shape.Hidden, shard, _algebra);
        _input = new InputRows(parameters, vocabulary, recipe, shard);
        _answers = new Answers(parameters, vocabulary, recipe, shard, _algebra);
    }

    /// <summary>The sum of the losses of all words, each weighed by <paramref name="weight"/>.</summary>
    public double Run(Sample[] samples, float weight, ulong seed)
    {
        if (samples.Length == 0) return 0;
        var dice = new Dice(seed);
        Array.Sort(samples, (a, b) => b.Length - a.Length);
        _batch.Arrange(Array.ConvertAll(samples, s => s.Length));
        var masks = DrawMasks(samples.Length, ref dice);
        int rows = _batch.Rows, shown = _shape.Shown;

        float* input = _input.Fill(_batch, samples, masks.Input, ref dice);
        float* middle = Masked(_first.Run(_batch, input, masks.First), masks.Middle, _middle);
        float* top = Masked(_second.Run(_batch, middle, masks.Second), masks.Top, _top);
        float* parts = _parts.Reserve(rows * _shape.Parts);
        _algebra.Apply(top, shown, rows, _parameters.Parts, _parameters.PartsBias, parts, _shape.Parts);
        float* partMasks = BendAndDrop(parts, rows, ref dice);

        float* partsBack = _partsBack.Reserve(rows * _shape.Parts);
        double loss = _answers.Compare(_batch, samples, parts, partsBack, weight);

        Unbend(parts, partMasks, partsBack, rows);
        float* topBack = _topBack.Reserve(rows * shown), middleBack = _middleBack.Reserve(rows * shown);
        _algebra.Back(top, shown, rows, _parameters.Parts, _parameters.PartsBias, partsBack, _shape.Parts, topBack, shown);
        Mask(topBack, masks.Top, shown);
        _second.Back(topBack, middleBack);
        Mask(middleBack, masks.Middle, shown);
        float* inputBack = _inputBack.Reserve(rows * _shape.Input);
        _first.Back(middleBack, inputBack);
        _input.Back(inputBack);
        return loss;
    }

    private readonly record struct Masks(nint InputAt, nint MiddleAt, nint TopAt, nint FirstAt, nint SecondAt)
    {
        public float* Input => (float*)InputAt;
        public float* Middle => (float*)MiddleAt;
        public float* Top => (float*)TopAt;
        public float* First => (float*)FirstAt;
        public float* Second => (float*)SecondAt;
    }

    private Masks DrawMasks(int sentences, ref Dice dice)
    {
        int input = sentences * _shape.Input, shown = sentences * _shape.Shown;
        float* at = _masks.Reserve(input + 4 * shown);
        var masks = new Masks(
            (nint)at, (nint)(at + input), (nint)(at + input + shown), (nint)(at + input + 2 * shown), (nint)(at + input + 3 * shown));
        Draw(masks.Input, input, _recipe.InputDropout, ref dice);
        Draw(masks.Middle, 2 * shown, _recipe.Dropout, ref dice);
        Draw(masks.First, 2 * shown, _recipe.RecurrentDropout, ref dice);
        return masks;
    }

    private static void Draw(float* to, int count, float dropped, ref Dice dice)
    {
        // without a branch: chance is what no processor can foresee
        float kept = 1 / (1 - dropped);
        for (int i = 0; i < count; i++) to[i] = kept * Convert.ToByte(dice.Share() >= dropped);
    }

    private float* Masked(float* shown, float* masks, AlignedFloats room)
    {
        int size = _batch.Rows * _shape.Shown;
        float* to = room.Reserve(size);
        new ReadOnlySpan<float>(shown, size).CopyTo(new Span<float>(to, size));
        Mask(to, masks, _shape.Shown);
        return to;
    }

    private void Mask(float* rows, float* masks, int width)
    {
        for (int step = 0; step < _batch.Steps; step++)
            for (int s = 0; s < _batch.Active(step); s++)
                Algebra.Scale(rows + (nint)(_batch.Start(step) + s) * width, masks + s * width, width);
    }

    private bool IsBent(int part) => part < 2 * _shape.Arc || part >= _shape.TagPart;

    private float* BendAndDrop(float* parts, int rows, ref Dice dice)
    {
        int size = rows * _shape.Parts;
        float* masks = _partMasks.Reserve(size);
        Draw(masks, size, _recipe.PartDropout, ref dice);
        for (int row = 0; row < rows; row++, parts += _shape.Parts, masks += _shape.Parts)
            for (int i = 0; i < _shape.Parts; i += Vector<float>.Count)
            {
                var part = Vector.Load(parts + i);
                if (IsBent(i)) part = Curves.Leaky(part);
                Vector.Store(part * Vector.Load(masks + i), parts + i);
            }
        return _partMasks.Pointer;
    }

    private void Unbend(float* parts, float* masks, float* back, int rows)
    {
        var leak = new Vector<float>(Curves.Leak);
        for (int row = 0; row < rows; row++, parts += _shape.Parts, masks += _shape.Parts, back += _shape.Parts)
            for (int i = 0; i < _shape.Parts; i += Vector<float>.Count)
            {
                var gradient = Vector.Load(back + i) * Vector.Load(masks + i);
                if (IsBent(i))
                    gradient = Vector.ConditionalSelect(Vector.LessThan(Vector.Load(parts + i), Vector<float>.Zero), gradient * leak, gradient);
                Vector.Store(gradient, back + i);
            }
    }
}
