namespace Chancery.Reading.Syntax.Network;

/// <summary>Rows of numbers mapped from the model, each of whole numbers from -127 to 127 and one scale.</summary>
internal readonly unsafe struct EmbeddingTable(ModelFile model, string name, int rows, int width)
{
    private readonly sbyte* _values = model.Values<sbyte>(name + ".values", (long)rows * width);
    private readonly float* _scales = model.Values<float>(name + ".scales", rows);

    public int Rows => rows;

    public void Add(int row, float* to)
    {
        float scale = _scales[row];
        sbyte* from = _values + (nint)row * width;
        for (int i = 0; i < width; i++) to[i] += scale * from[i];
    }
}

/// <summary>A table whose rows are found by key; the keys lie in ascending order.</summary>
internal readonly unsafe struct KeyedTable(ModelFile model, string name, int width)
{
    private readonly long* _keys = model.Values<long>(name + ".keys", model.Count<long>(name + ".keys"));
    private readonly int _count = model.Count<long>(name + ".keys");
    private readonly EmbeddingTable _table = new(model, name, model.Count<long>(name + ".keys") + 1, width);

    /// <summary>Adds the row of a key, or the first row, which stands for all that is unknown.</summary>
    public void Add(long key, float* to)
    {
        int at = new ReadOnlySpan<long>(_keys, _count).BinarySearch(key);
        _table.Add(at < 0 ? 0 : at + 1, to);
    }
}
