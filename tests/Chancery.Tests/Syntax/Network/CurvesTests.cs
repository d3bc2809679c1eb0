using System.Numerics;
using Chancery.Reading.Syntax.Network;
using Xunit;

namespace Chancery.Tests.Syntax.Network;

public class CurvesTests
{
    [Fact]
    public void curves_are_within_a_few_ten_millionths_of_the_true_ones()
    {
        for (double x = -30; x <= 30; x += 0.0137)
        {
            var at = new Vector<float>((float)x);
            double exact = (float)x;
            Assert.Equal(1, Curves.Exp(at)[0] / Math.Exp(exact), 4e-7);
            Assert.Equal(1 / (1 + Math.Exp(-exact)), Curves.Sigmoid(at)[0], 3e-7);
            Assert.Equal(Math.Tanh(exact), Curves.Tanh(at)[0], 3e-7);
        }
    }

    [Theory]
    [InlineData(1e30f)]
    [InlineData(-1e30f)]
    [InlineData(float.PositiveInfinity)]
    public void curves_stay_finite_far_out(float x)
    {
        var at = new Vector<float>(x);
        Assert.True(float.IsFinite(Curves.Exp(at)[0]));
        Assert.InRange(Curves.Sigmoid(at)[0], 0, 1);
        Assert.InRange(Curves.Tanh(at)[0], -1, 1);
    }
}
