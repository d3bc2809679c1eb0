using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Chancery.Reading.Syntax.Network;

/// <summary>
/// Adds a product of matrices to a third: C += A·B, with B in <see cref="Panels"/>.
/// Every element is one chain of fused additions in the order of the rows of B, whatever the width of the machine's vectors and
/// however many rows are computed together. So a sentence has the same scores, to the bit, alone or in company, on every processor.
/// </summary>
internal static unsafe class MatrixProduct
{
    /// <param name="aRow">Floats from a row of A to the next; <paramref name="aColumn"/> from an element to the one at its right.</param>
    /// <param name="columns">Columns of B; C is written up to the next multiple of <see cref="Panels.Width"/>.</param>
    public static void Add(
        float* a, nint aRow, nint aColumn, int rows, int depth, float* panels, int columns, float* c, nint cRow)
    {
        if (Vector512.IsHardwareAccelerated) Add<Strip512>(a, aRow, aColumn, rows, depth, panels, columns, c, cRow);
        else Add<Strip256>(a, aRow, aColumn, rows, depth, panels, columns, c, cRow);
    }

    public static void Add(float* a, nint aRow, int rows, int depth, float* panels, int columns, float* c, nint cRow) =>
        Add(a, aRow, 1, rows, depth, panels, columns, c, cRow);

    public static void Add<TStrip>(
        float* a, nint aRow, nint aColumn, int rows, int depth, float* panels, int columns, float* c, nint cRow)
        where TStrip : struct, IStrip<TStrip>
    {
        for (int panel = 0; panel < columns; panel += Panels.Width, panels += (nint)depth * Panels.Width)
            for (int strip = 0; strip < Panels.Width; strip += TStrip.Width)
                AddStrip<TStrip>(a, aRow, aColumn, rows, depth, panels + strip, c + panel + strip, cRow);
    }

    private static void AddStrip<TStrip>(
        float* a, nint aRow, nint aColumn, int rows, int depth, float* weights, float* c, nint cRow)
        where TStrip : struct, IStrip<TStrip>
    {
        int row = 0;
        if (TStrip.Rows >= 6)
            for (; row + 6 <= rows; row += 6) Six<TStrip>(a + row * aRow, aRow, aColumn, depth, weights, c + row * cRow, cRow);
        if (TStrip.Rows >= 4)
            for (; row + 4 <= rows; row += 4) Four<TStrip>(a + row * aRow, aRow, aColumn, depth, weights, c + row * cRow, cRow);
        for (; row + 2 <= rows; row += 2) Two<TStrip>(a + row * aRow, aRow, aColumn, depth, weights, c + row * cRow, cRow);
        if (row < rows) One<TStrip>(a + row * aRow, aColumn, depth, weights, c + row * cRow);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Six<TStrip>(float* a, nint aRow, nint aColumn, int depth, float* weights, float* c, nint cRow)
        where TStrip : struct, IStrip<TStrip>
    {
        float* below = a + 3 * aRow;
        TStrip s0 = TStrip.Load(c), s1 = TStrip.Load(c + cRow), s2 = TStrip.Load(c + 2 * cRow);
        TStrip s3 = TStrip.Load(c + 3 * cRow), s4 = TStrip.Load(c + 4 * cRow), s5 = TStrip.Load(c + 5 * cRow);
        for (int k = 0; k < depth; k++, a += aColumn, below += aColumn, weights += Panels.Width)
        {
            var w = TStrip.Load(weights);
            s0 = TStrip.MultiplyAdd(a[0], w, s0);
            s1 = TStrip.MultiplyAdd(a[aRow], w, s1);
            s2 = TStrip.MultiplyAdd(a[2 * aRow], w, s2);
            s3 = TStrip.MultiplyAdd(below[0], w, s3);
            s4 = TStrip.MultiplyAdd(below[aRow], w, s4);
            s5 = TStrip.MultiplyAdd(below[2 * aRow], w, s5);
        }
        s0.Store(c);
        s1.Store(c + cRow);
        s2.Store(c + 2 * cRow);
        s3.Store(c + 3 * cRow);
        s4.Store(c + 4 * cRow);
        s5.Store(c + 5 * cRow);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Four<TStrip>(float* a, nint aRow, nint aColumn, int depth, float* weights, float* c, nint cRow)
        where TStrip : struct, IStrip<TStrip>
    {
        float* below = a + 2 * aRow;
        TStrip s0 = TStrip.Load(c), s1 = TStrip.Load(c + cRow), s2 = TStrip.Load(c + 2 * cRow), s3 = TStrip.Load(c + 3 * cRow);
        for (int k = 0; k < depth; k++, a += aColumn, below += aColumn, weights += Panels.Width)
        {
            var w = TStrip.Load(weights);
            s0 = TStrip.MultiplyAdd(a[0], w, s0);
            s1 = TStrip.MultiplyAdd(a[aRow], w, s1);
            s2 = TStrip.MultiplyAdd(below[0], w, s2);
            s3 = TStrip.MultiplyAdd(below[aRow], w, s3);
        }
        s0.Store(c);
        s1.Store(c + cRow);
        s2.Store(c + 2 * cRow);
        s3.Store(c + 3 * cRow);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Two<TStrip>(float* a, nint aRow, nint aColumn, int depth, float* weights, float* c, nint cRow)
        where TStrip : struct, IStrip<TStrip>
    {
        TStrip s0 = TStrip.Load(c), s1 = TStrip.Load(c + cRow);
        for (int k = 0; k < depth; k++, a += aColumn, weights += Panels.Width)
        {
            var w = TStrip.Load(weights);
            s0 = TStrip.MultiplyAdd(a[0], w, s0);
            s1 = TStrip.MultiplyAdd(a[aRow], w, s1);
        }
        s0.Store(c);
        s1.Store(c + cRow);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One<TStrip>(float* a, nint aColumn, int depth, float* weights, float* c)
        where TStrip : struct, IStrip<TStrip>
    {
        var sum = TStrip.Load(c);
        for (int k = 0; k < depth; k++, a += aColumn, weights += Panels.Width)
            sum = TStrip.MultiplyAdd(*a, TStrip.Load(weights), sum);
        sum.Store(c);
    }
}
