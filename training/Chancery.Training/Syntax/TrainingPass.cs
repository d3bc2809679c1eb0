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
    private readonly TrainedLayer[] _layers;
    private readonly InputRows _input;
    private readonly Answers _answers;
    private readonly Lockstep _batch = new();
    private float _dropping;
    private readonly AlignedFloats _masks = new(), _parts = new(), _partMasks = new();
    private readonly AlignedFloats _partsBack = new(), _back = new(), _nextBack = new();
    private readonly AlignedFloats[] _between;

    public TrainingPass(Parameters parameters, Vocabulary vocabulary, Recipe recipe, int shard)
    {
        (_parameters, _shape, _recipe, _shard) = (parameters, parameters.Shape, recipe, shard);
        _algebra = new Algebra(shard);
        _layers = Array.ConvertAll(parameters.Layers, weights => new TrainedLayer(weights, _shape.Hidden, shard, _algebra));
        _between = Array.ConvertAll(_layers, _ => new AlignedFloats());
        _input = new InputRows(parameters, vocabulary, recipe, shard);
        _answers = new Answers(parameters, vocabulary, recipe, shard, _algebra);
    }

    /// <summary>The sum of the losses of all words, each weighed by <paramref name="weight"/>.</summary>
    /// <param name="dropping">The share of the recipe's dropouts that is in force.</param>
    public double Run(Sample[] samples, float weight, ulong seed, float dropping = 1)
    {
        if (samples.Length == 0) return 0;
        _dropping = dropping;
        var dice = new Dice(seed);
        Array.Sort(samples, (a, b) => b.Length - a.Length);
        _batch.Arrange(Array.ConvertAll(samples, s => s.Length));
        var masks = DrawMasks(samples.Length, ref dice);
        int rows = _batch.Rows, shown = _shape.Shown;

        float* top = _input.Fill(_batch, samples, masks.Input, ref dice);
        for (int layer = 0; layer < _layers.Length; layer++)
            top = Masked(_layers[layer].Run(_batch, top, masks.Recurrent(layer)), masks.Shown(layer), _between[layer]);
        float* parts = _parts.Reserve(rows * _shape.Parts);
        _algebra.Apply(top, shown, rows, _parameters.Parts, _parameters.PartsBias, parts, _shape.Parts);
        float* partMasks = BendAndDrop(parts, rows, ref dice);

        float* partsBack = _partsBack.Reserve(rows * _shape.Parts);
        double loss = _answers.Compare(_batch, samples, parts, partsBack, weight);

        Unbend(parts, partMasks, partsBack, rows);
        float* back = _back.Reserve(rows * Math.Max(shown, _shape.Input)), next = _nextBack.Reserve(rows * Math.Max(shown, _shape.Input));
        _algebra.Back(top, shown, rows, _parameters.Parts, _parameters.PartsBias, partsBack, _shape.Parts, back, shown);
        for (int layer = _layers.Length - 1; layer >= 0; layer--)
        {
            Mask(back, masks.Shown(layer), shown);
            _layers[layer].Back(back, next);
            float* swap = back;
            back = next;
            next = swap;
        }
        _input.Back(back);
        return loss;
    }

    /// <summary>Factors for each sentence: on the inputs, on what each layer shows, and on what its cells see of the step before.</summary>
    private readonly struct Masks(float* input, float* shown, float* recurrent, nint perLayer)
    {
        public float* Input => input;
        public float* Shown(int layer) => shown + layer * perLayer;
        public float* Recurrent(int layer) => recurrent + layer * perLayer;
    }

    private Masks DrawMasks(int sentences, ref Dice dice)
    {
        int input = sentences * _shape.Input, perLayer = sentences * _shape.Shown, all = perLayer * _layers.Length;
        float* at = _masks.Reserve(input + 2 * all);
        Draw(at, input, _recipe.InputDropout, ref dice);
        Draw(at + input, all, _recipe.Dropout, ref dice);
        Draw(at + input + all, all, _recipe.RecurrentDropout, ref dice);
        return new Masks(at, at + input, at + input + all, perLayer);
    }

    private void Draw(float* to, int count, float share, ref Dice dice)
    {
        float dropped = share * _dropping;
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
