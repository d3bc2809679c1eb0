using System.Numerics;
using Chancery.Reading.Syntax.Network;

namespace Chancery.Training.Syntax;

/// <summary>The few matrix operations that training needs, each for one shard with its own room.</summary>
internal sealed unsafe class Algebra(int shard)
{
    private readonly AlignedFloats _panels = new();

    /// <summary>y = x·W + b.</summary>
    public void Apply(float* x, nint xRow, int rows, Weights weights, Weights bias, float* y, nint yRow)
    {
        for (int row = 0; row < rows; row++)
            new ReadOnlySpan<float>(bias.Value, bias.Stride).CopyTo(new Span<float>(y + row * yRow, bias.Stride));
        MatrixProduct.Add(x, xRow, rows, weights.Rows, weights.Panel, weights.Columns, y, yRow);
    }

    /// <summary>The gradients of y = x·W + b: adds to W's and b's, and gives that of x unless nobody asks.</summary>
    public void Back(float* x, nint xRow, int rows, Weights weights, Weights bias, float* dy, nint dyRow, float* dx, nint dxRow)
    {
        AddOuter(x, xRow, weights.Rows, dy, dyRow, weights.Columns, rows, weights.Gradient(shard), weights.Stride);
        float* gradient = bias.Gradient(shard);
        for (int row = 0; row < rows; row++) Accumulate(dy + row * dyRow, gradient, bias.Columns);
        if (dx == null) return;
        Clear(dx, dxRow, rows, weights.Rows);
        MatrixProduct.Add(dy, dyRow, rows, weights.Columns, weights.Turned, weights.Rows, dx, dxRow);
    }

    /// <summary>sum += xᵀ·y over rows.</summary>
    public void AddOuter(float* x, nint xRow, int xColumns, float* y, nint yRow, int yColumns, int rows, float* sum, nint sumRow)
    {
        float* panels = _panels.Reserve(Panels.Size(rows, yColumns));
        Panels.Pack(y, yRow, 1, rows, yColumns, panels);
        MatrixProduct.Add(x, 1, xRow, xColumns, rows, panels, yColumns, sum, sumRow);
    }

    /// <summary>c = a·b, with b row after row.</summary>
    public void Multiply(float* a, nint aRow, nint aColumn, int rows, int depth, float* b, nint bRow, nint bColumn, int columns, float* c, nint cRow)
    {
        float* panels = _panels.Reserve(Panels.Size(depth, columns));
        Panels.Pack(b, bRow, bColumn, depth, columns, panels);
        Clear(c, cRow, rows, columns);
        MatrixProduct.Add(a, aRow, aColumn, rows, depth, panels, columns, c, cRow);
    }

    public static void Clear(float* values, nint stride, int rows, int columns)
    {
        for (int row = 0; row < rows; row++) new Span<float>(values + row * stride, Panels.Padded(columns)).Clear();
    }

    public static void Accumulate(float* from, float* to, int count)
    {
        int i = 0;
        for (; i + Vector<float>.Count <= count; i += Vector<float>.Count)
            Vector.Store(Vector.Load(to + i) + Vector.Load(from + i), to + i);
        for (; i < count; i++) to[i] += from[i];
    }

    public static void Scale(float* values, float* factors, int count)
    {
        for (int i = 0; i < count; i += Vector<float>.Count)
            Vector.Store(Vector.Load(values + i) * Vector.Load(factors + i), values + i);
    }

    /// <summary>
    /// Turns scores into the gradient of the cross-entropy of the right one and gives the loss. Scores beyond the count become 0, and so
    /// does the one that is not to be chosen.
    /// </summary>
    public static double Surprise(float* scores, int count, int right, float weight, int impossible = -1)
    {
        int padded = (count + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        for (int i = count; i < padded; i++) scores[i] = -1e9f;
        if (impossible >= 0) scores[impossible] = -1e9f;
        float highest = float.NegativeInfinity;
        for (int i = 0; i < count; i++) highest = MathF.Max(highest, scores[i]);
        double loss = highest - scores[right];
        for (int i = 0; i < padded; i += Vector<float>.Count)
        {
            var e = Curves.Exp(Vector.Load(scores + i) - new Vector<float>(highest));
            Vector.Store(e, scores + i);
        }
        // summed one by one, so that the sum does not depend on the vector's width
        float total = 0;
        for (int i = 0; i < count; i++) total += scores[i];
        float factor = weight / total;
        for (int i = 0; i < count; i++) scores[i] *= factor;
        for (int i = count; i < padded; i++) scores[i] = 0;
        if (impossible >= 0) scores[impossible] = 0;
        scores[right] -= weight;
        return weight * (loss + Math.Log(total));
    }
}
