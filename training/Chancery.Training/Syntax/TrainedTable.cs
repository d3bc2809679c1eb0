using Chancery.Reading.Syntax.Network;

namespace Chancery.Training.Syntax;

/// <summary>
/// A table of which a batch touches few rows: only those are moved, so an untouched row neither drifts nor costs time.
/// </summary>
internal sealed unsafe class TrainedTable
{
    private readonly AlignedFloats _value, _mean, _square;
    private readonly AlignedFloats[] _gradients;
    private readonly List<int>[] _touched;
    private readonly bool[][] _isTouched;

    public TrainedTable(int rows, int width, int shards)
    {
        (Rows, Width, Stride) = (rows, width, (width + 15) / 16 * 16);
        (_value, _mean, _square) = (new AlignedFloats(rows * Stride), new AlignedFloats(rows * Stride), new AlignedFloats(rows * Stride));
        _gradients = [.. Enumerable.Range(0, shards).Select(_ => new AlignedFloats(rows * Stride))];
        _touched = [.. Enumerable.Range(0, shards).Select(_ => new List<int>())];
        _isTouched = [.. Enumerable.Range(0, shards).Select(_ => new bool[rows])];
    }

    public int Rows { get; }
    public int Width { get; }
    public int Stride { get; }

    public Span<float> Row(int row) => new(_value.Pointer + (nint)row * Stride, Width);

    public float* Values => _value.Pointer;

    public float* Gradient(int shard) => _gradients[shard].Pointer;

    public void Randomize(ref Dice dice, float deviation)
    {
        for (int row = 0; row < Rows; row++)
            foreach (ref float value in Row(row)) value = deviation * dice.Normal();
    }

    public void Add(int row, float* to) =>
        Algebra.Accumulate(_value.Pointer + (nint)row * Stride, to, Width);

    public void AddGradient(int shard, int row, float* gradient)
    {
        float* to = _gradients[shard].Pointer + (nint)row * Stride;
        Algebra.Accumulate(gradient, to, Width);
        if (_isTouched[shard][row]) return;
        _isTouched[shard][row] = true;
        _touched[shard].Add(row);
    }

    /// <summary>Sums the shards' gradients into the first and gives the sum of squares.</summary>
    public double Gather()
    {
        for (int shard = 1; shard < _gradients.Length; shard++)
        {
            foreach (int row in _touched[shard])
            {
                var part = new Span<float>(_gradients[shard].Pointer + (nint)row * Stride, Width);
                fixed (float* gradient = part) AddGradient(0, row, gradient);
                part.Clear();
                _isTouched[shard][row] = false;
            }
            _touched[shard].Clear();
        }
        double squares = 0;
        foreach (int row in _touched[0])
            foreach (float g in new ReadOnlySpan<float>(_gradients[0].Pointer + (nint)row * Stride, Width)) squares += (double)g * g;
        return squares;
    }

    public void Step(in Adam adam, float scale)
    {
        foreach (int row in _touched[0])
        {
            nint at = (nint)row * Stride;
            adam.Step(_value.Pointer + at, _gradients[0].Pointer + at, _mean.Pointer + at, _square.Pointer + at, Stride, scale);
            _isTouched[0][row] = false;
        }
        _touched[0].Clear();
    }

    public void Write(BinaryWriter to)
    {
        foreach (var part in (AlignedFloats[])[_value, _mean, _square]) to.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(part.Span));
    }

    public void Read(BinaryReader from)
    {
        foreach (var part in (AlignedFloats[])[_value, _mean, _square])
            from.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(part.Span));
    }
}
