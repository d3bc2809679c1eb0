using System.Numerics;

namespace Chancery.Reading.Syntax.Network;

/// <summary>
/// One layer of two recurrent networks, one from left to right and one back. A cell keeps a share of what it holds and takes the rest
/// from the new, <c>c = k·c' + (1-k)·n</c>, and shows <c>o·tanh(c)</c>: an LSTM with input and forget gate coupled.
/// </summary>
/// <param name="forward">Weights from what the cells of a direction show to their gates, in panels: Hidden × 3·Hidden.</param>
internal sealed unsafe class RecurrentLayer(int hidden, float* forward, float* backward)
{
    /// <summary>Gates of a cell: keep, out, new; a row of gates has those of the left-to-right cells before the others.</summary>
    public const int Gates = 3;

    /// <param name="gates">Rows of 6·Hidden: what the input gives to each gate, bias included. They are used up.</param>
    /// <param name="cells">Room for 2·Hidden floats a sentence.</param>
    /// <param name="output">Rows of 2·Hidden: what the cells show.</param>
    public void Run(Lockstep batch, float* gates, float* cells, float* output)
    {
        new Span<float>(cells, 2 * hidden * batch.Active(0)).Clear();
        for (int step = 0; step < batch.Steps; step++)
            Step(batch, step, step - 1, step > 0 ? batch.Active(step) : 0, forward, gates, cells, output);
        gates += Gates * hidden;
        output += hidden;
        cells += hidden * batch.Active(0);
        for (int step = batch.Steps - 1; step >= 0; step--)
            Step(batch, step, step + 1, batch.Active(step + 1), backward, gates, cells, output);
    }

    private void Step(
        Lockstep batch, int step, int before, int continued, float* recurrent, float* gates, float* cells, float* output)
    {
        int width = Gates * hidden, stride = 2 * hidden;
        int active = batch.Active(step);
        float* row = gates + (nint)batch.Start(step) * 2 * width;
        float* shown = output + (nint)batch.Start(step) * stride;
        if (continued > 0)
            MatrixProduct.Add(output + (nint)batch.Start(before) * stride, stride, continued, hidden, recurrent, width, row, 2 * width);
        for (int sentence = 0; sentence < active; sentence++, row += 2 * width, shown += stride, cells += hidden)
            Cells(row, cells, shown);
    }

    private void Cells(float* gates, float* cells, float* shown)
    {
        for (int i = 0; i < hidden; i += Vector<float>.Count)
        {
            var keep = Curves.Sigmoid(Vector.Load(gates + i));
            var open = Curves.Sigmoid(Vector.Load(gates + hidden + i));
            var fresh = Curves.Tanh(Vector.Load(gates + 2 * hidden + i));
            var cell = Vector.FusedMultiplyAdd(keep, Vector.Load(cells + i) - fresh, fresh);
            Vector.Store(cell, cells + i);
            Vector.Store(open * Curves.Tanh(cell), shown + i);
        }
    }
}
