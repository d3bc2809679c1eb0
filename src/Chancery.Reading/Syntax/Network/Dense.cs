namespace Chancery.Reading.Syntax.Network;

/// <summary>A matrix and a bias, mapped from the model: <c>y = x·W + b</c>.</summary>
internal readonly unsafe struct Dense(ModelFile model, string name, int rows, int columns)
{
    private readonly float* _weights = model.Values<float>(name + ".weights", Panels.Size(rows, columns));
    private readonly float* _bias = model.Values<float>(name + ".bias", Panels.Padded(columns));

    /// <param name="to">Rows of the columns, filled up to a multiple of <see cref="Panels.Width"/>.</param>
    public void Apply(float* from, nint fromRow, int count, float* to)
    {
        int width = Panels.Padded(columns);
        for (int row = 0; row < count; row++) new ReadOnlySpan<float>(_bias, width).CopyTo(new Span<float>(to + (nint)row * width, width));
        MatrixProduct.Add(from, fromRow, count, rows, _weights, columns, to, width);
    }
}
