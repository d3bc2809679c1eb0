using System.Numerics;
using Chancery.Reading.Syntax.Network;

namespace Chancery.Training.Syntax;

/// <summary>A matrix (or a bias: one row) that is trained: its values, a gradient for each shard of a batch, and Adam's two moments.</summary>
internal sealed unsafe class Weights
{
    private readonly AlignedFloats _value, _mean, _square, _panels = new(), _turned = new();
    private readonly AlignedFloats[] _gradients;

    public Weights(string name, int rows, int columns, int shards)
    {
        (Name, Rows, Columns) = (name, rows, columns);
        Size = rows * Panels.Padded(columns);
        (_value, _mean, _square) = (new AlignedFloats(Size), new AlignedFloats(Size), new AlignedFloats(Size));
        _gradients = [.. Enumerable.Range(0, shards).Select(_ => new AlignedFloats(Size))];
        Pack();
    }

    public string Name { get; }
    public int Rows { get; }
    public int Columns { get; }

    /// <summary>Floats from a row to the next.</summary>
    public int Stride => Panels.Padded(Columns);

    public int Size { get; }
    public float* Value => _value.Pointer;
    public float* Panel => _panels.Pointer;

    /// <summary>The transpose in panels, to carry gradients back.</summary>
    public float* Turned => _turned.Pointer;

    public float* Gradient(int shard) => _gradients[shard].Pointer;

    /// <summary>Normal with the deviation that keeps a row's length through the product.</summary>
    public Weights Randomize(ref Dice dice, float gain = 1)
    {
        float deviation = gain / MathF.Sqrt(Rows);
        for (int row = 0; row < Rows; row++)
            for (int column = 0; column < Columns; column++) Value[row * Stride + column] = deviation * dice.Normal();
        Pack();
        return this;
    }

    public void Pack()
    {
        Panels.Pack(Value, Stride, 1, Rows, Columns, _panels.Reserve(Panels.Size(Rows, Columns)));
        if (Rows > 1) Panels.Pack(Value, 1, Stride, Columns, Rows, _turned.Reserve(Panels.Size(Columns, Rows)));
    }

    /// <summary>Sums the shards' gradients into the first and gives the sum of squares.</summary>
    public double Gather()
    {
        var sum = _gradients[0].Span;
        foreach (var other in _gradients.AsSpan(1))
        {
            for (int i = 0; i < Size; i += Vector<float>.Count)
                Vector.Store(Vector.Load(_gradients[0].Pointer + i) + Vector.Load(other.Pointer + i), _gradients[0].Pointer + i);
            other.Span.Clear();
        }
        double squares = 0;
        foreach (float g in sum) squares += (double)g * g;
        return squares;
    }

    public void Step(in Adam adam, float scale)
    {
        adam.Step(Value, Gradient(0), _mean.Pointer, _square.Pointer, Size, scale);
        Pack();
    }

    public void Write(BinaryWriter to)
    {
        foreach (var part in (AlignedFloats[])[_value, _mean, _square]) to.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(part.Span));
    }

    public void Read(BinaryReader from)
    {
        foreach (var part in (AlignedFloats[])[_value, _mean, _square])
            from.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(part.Span));
        Pack();
    }
}
