using System.Runtime.Intrinsics;
using Chancery.Reading.Syntax.Network;
using CsCheck;
using Xunit;

namespace Chancery.Tests.Syntax.Network;

public unsafe class MatrixProductTests
{
    private static readonly Gen<(int Rows, int Depth, int Columns, int Seed)> Sizes =
        Gen.Select(Gen.Int[1, 20], Gen.Int[1, 40], Gen.Int[1, 150], Gen.Int);

    [Fact]
    public void a_product_has_the_bits_of_a_plain_chain_of_fused_additions_on_either_width() => Sizes.Sample(size =>
    {
        var (rows, depth, columns, seed) = size;
        int width = Panels.Padded(columns);
        float[] a = Numbers(rows * depth, seed), b = Numbers(depth * columns, seed + 1), c = Numbers(rows * width, seed + 2);
        var panels = new AlignedFloats(Panels.Size(depth, columns));
        float[] wide = [.. c], narrow = [.. c];
        fixed (float* pa = a, pb = b, pw = wide, pn = narrow)
        {
            Panels.Pack(pb, columns, 1, depth, columns, panels.Pointer);
            MatrixProduct.Add<Strip512, Vector512<float>>(pa, depth, 1, rows, depth, panels.Pointer, columns, pw, width);
            MatrixProduct.Add<Strip256, Vector256<float>>(pa, depth, 1, rows, depth, panels.Pointer, columns, pn, width);
        }
        for (int row = 0; row < rows; row++)
            for (int column = 0; column < columns; column++)
            {
                float sum = c[row * width + column];
                for (int k = 0; k < depth; k++) sum = MathF.FusedMultiplyAdd(a[row * depth + k], b[k * columns + column], sum);
                Assert.Equal(sum, wide[row * width + column]);
                Assert.Equal(sum, narrow[row * width + column]);
            }
    }, iter: Soak.Times(100, 5_000), seed: "0000KOIPwDZ4");

    [Fact]
    public void a_matrix_read_by_columns_is_multiplied_as_its_transpose()
    {
        float[] a = Numbers(5 * 3, 1), b = Numbers(5 * 7, 2);
        var panels = new AlignedFloats(Panels.Size(5, 7));
        var c = new float[3 * Panels.Width];
        fixed (float* pa = a, pb = b, pc = c)
        {
            Panels.Pack(pb, 7, 1, 5, 7, panels.Pointer);
            MatrixProduct.Add(pa, 1, 3, 3, 5, panels.Pointer, 7, pc, Panels.Width);
        }
        for (int row = 0; row < 3; row++)
            for (int column = 0; column < 7; column++)
                Assert.Equal(
                    Enumerable.Range(0, 5).Sum(k => a[k * 3 + row] * b[k * 7 + column]), c[row * Panels.Width + column], 1e-5f);
    }

    private static float[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)(random.NextDouble() * 2 - 1))];
    }
}
