namespace Chancery.Reading.Syntax.Network;

/// <summary>
/// The layout in which a matrix is multiplied by: cut into panels of 64 columns, each stored row after row, so that a product
/// reads its weights from first to last. The last panel is filled up with zeros. The model file holds its matrices so.
/// </summary>
internal static unsafe class Panels
{
    public const int Width = 64;

    public static int Padded(int columns) => (columns + Width - 1) / Width * Width;

    public static int Size(int rows, int columns) => rows * Padded(columns);

    /// <param name="rowStep">Floats between an element and the one below it; 1 with <paramref name="columnStep"/> the width transposes.</param>
    public static void Pack(float* from, nint rowStep, nint columnStep, int rows, int columns, float* panels)
    {
        for (int first = 0; first < columns; first += Width)
        {
            int count = Math.Min(Width, columns - first);
            for (int row = 0; row < rows; row++, panels += Width)
            {
                float* source = from + row * rowStep + first * columnStep;
                if (columnStep == 1)
                    new ReadOnlySpan<float>(source, count).CopyTo(new Span<float>(panels, Width));
                else
                    for (int column = 0; column < count; column++) panels[column] = source[column * columnStep];
                new Span<float>(panels + count, Width - count).Clear();
            }
        }
    }
}
