using System.Numerics;
using Chancery.Reading.Syntax.Network;

namespace Chancery.Training.Syntax;

/// <summary>A recurrent layer that remembers its run, so that gradients can be carried back through it. One shard's.</summary>
internal sealed unsafe class TrainedLayer(LayerWeights weights, int hidden, int shard, Algebra algebra)
{
    private readonly AlignedFloats _gates = new(), _cells = new(), _before = new(), _shown = new();
    private readonly AlignedFloats _shownBack = new(), _cellBack = new();
    private Lockstep _batch = new();
    private float* _masks, _inputs;

    private int Width => RecurrentLayer.Gates * hidden;
    private int Both => 2 * hidden;

    /// <param name="masks">For each sentence 2·Hidden factors on what the cells see of the step before.</param>
    /// <returns>Rows of 2·Hidden.</returns>
    public float* Run(Lockstep batch, float* inputs, float* masks)
    {
        _batch = batch;
        _inputs = inputs;
        _masks = masks;
        float* gates = _gates.Reserve(batch.Rows * 2 * Width);
        algebra.Apply(inputs, weights.Input.Rows, batch.Rows, weights.Input, weights.Bias, gates, 2 * Width);
        _cells.Reserve(batch.Rows * Both);
        _shown.Reserve(batch.Rows * Both);
        new Span<float>(_before.Reserve(batch.Rows * Both), batch.Rows * Both).Clear();
        for (int step = 0; step < batch.Steps; step++)
            Step(step, step - 1, step > 0 ? batch.Active(step) : 0, 0, weights.Forward);
        for (int step = batch.Steps - 1; step >= 0; step--)
            Step(step, step + 1, batch.Active(step + 1), 1, weights.Backward);
        return _shown.Pointer;
    }

    private void Step(int step, int earlier, int continued, int direction, Weights recurrent)
    {
        nint start = _batch.Start(step), side = direction * hidden;
        float* gates = _gates.Pointer + start * 2 * Width + direction * Width;
        float* before = _before.Pointer + start * Both + side;
        if (continued > 0)
        {
            float* shown = _shown.Pointer + (nint)_batch.Start(earlier) * Both + side;
            for (int s = 0; s < continued; s++)
                for (int i = 0; i < hidden; i += Vector<float>.Count)
                    Vector.Store(
                        Vector.Load(shown + s * Both + i) * Vector.Load(_masks + s * Both + side + i), before + s * Both + i);
            MatrixProduct.Add(before, Both, continued, hidden, recurrent.Panel, Width, gates, 2 * Width);
        }
        for (int s = 0; s < _batch.Active(step); s++)
        {
            float* held = s < continued ? _cells.Pointer + ((nint)_batch.Start(earlier) + s) * Both + side : null;
            nint row = (start + s) * Both + side;
            Cells(gates + (nint)s * 2 * Width, held, _cells.Pointer + row, _shown.Pointer + row);
        }
    }

    private void Cells(float* gates, float* held, float* cells, float* shown)
    {
        for (int i = 0; i < hidden; i += Vector<float>.Count)
        {
            var keep = Curves.Sigmoid(Vector.Load(gates + i));
            var open = Curves.Sigmoid(Vector.Load(gates + hidden + i));
            var fresh = Curves.Tanh(Vector.Load(gates + 2 * hidden + i));
            var old = held == null ? Vector<float>.Zero : Vector.Load(held + i);
            var cell = Vector.FusedMultiplyAdd(keep, old - fresh, fresh);
            Vector.Store(keep, gates + i);
            Vector.Store(open, gates + hidden + i);
            Vector.Store(fresh, gates + 2 * hidden + i);
            Vector.Store(cell, cells + i);
            Vector.Store(open * Curves.Tanh(cell), shown + i);
        }
    }

    /// <summary>Carries the gradient of what was shown back to the weights and, unless nobody asks, to the inputs.</summary>
    public void Back(float* shownGradient, float* inputGradient)
    {
        int sentences = _batch.Active(0);
        new Span<float>(_shownBack.Reserve(sentences * Both), sentences * Both).Clear();
        new Span<float>(_cellBack.Reserve(sentences * Both), sentences * Both).Clear();
        for (int step = _batch.Steps - 1; step >= 0; step--)
            StepBack(step, step - 1, step > 0 ? _batch.Active(step) : 0, 0, weights.Forward, shownGradient);
        for (int step = 0; step < _batch.Steps; step++)
            StepBack(step, step + 1, _batch.Active(step + 1), 1, weights.Backward, shownGradient);
        float* gates = _gates.Pointer;
        algebra.AddOuter(_before.Pointer, Both, hidden, gates, 2 * Width, Width, _batch.Rows, weights.Forward.Gradient(shard), Width);
        algebra.AddOuter(
            _before.Pointer + hidden, Both, hidden, gates + Width, 2 * Width, Width, _batch.Rows, weights.Backward.Gradient(shard), Width);
        algebra.Back(
            _inputs, weights.Input.Rows, _batch.Rows, weights.Input, weights.Bias, gates, 2 * Width, inputGradient, weights.Input.Rows);
    }

    private void StepBack(int step, int earlier, int continued, int direction, Weights recurrent, float* shownGradient)
    {
        nint start = _batch.Start(step), side = direction * hidden;
        float* gates = _gates.Pointer + start * 2 * Width + direction * Width;
        float* shownBack = _shownBack.Pointer + side;
        for (int s = 0; s < _batch.Active(step); s++)
        {
            float* held = s < continued ? _cells.Pointer + ((nint)_batch.Start(earlier) + s) * Both + side : null;
            nint row = (start + s) * Both + side;
            CellsBack(
                gates + (nint)s * 2 * Width, held, _cells.Pointer + row, shownGradient + row,
                shownBack + s * Both, _cellBack.Pointer + s * Both + side);
        }
        if (continued == 0) return;
        Algebra.Clear(shownBack, Both, continued, hidden);
        MatrixProduct.Add(gates, 2 * Width, continued, Width, recurrent.Turned, hidden, shownBack, Both);
        for (int s = 0; s < continued; s++) Algebra.Scale(shownBack + s * Both, _masks + s * Both + side, hidden);
    }

    /// <summary>Puts the gradients of the gates in their place and leaves that of the cell before.</summary>
    private void CellsBack(float* gates, float* held, float* cells, float* shownGradient, float* later, float* cellBack)
    {
        var one = Vector<float>.One;
        for (int i = 0; i < hidden; i += Vector<float>.Count)
        {
            Vector<float> keep = Vector.Load(gates + i), open = Vector.Load(gates + hidden + i), fresh = Vector.Load(gates + 2 * hidden + i);
            var old = held == null ? Vector<float>.Zero : Vector.Load(held + i);
            var bent = Curves.Tanh(Vector.Load(cells + i));
            var shown = Vector.Load(shownGradient + i) + Vector.Load(later + i);
            var cell = Vector.Load(cellBack + i) + shown * open * (one - bent * bent);
            Vector.Store(cell * (old - fresh) * keep * (one - keep), gates + i);
            Vector.Store(shown * bent * open * (one - open), gates + hidden + i);
            Vector.Store(cell * (one - keep) * (one - fresh * fresh), gates + 2 * hidden + i);
            Vector.Store(cell * keep, cellBack + i);
        }
    }
}
