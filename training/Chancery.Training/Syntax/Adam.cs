using System.Numerics;

namespace Chancery.Training.Syntax;

/// <summary>One step of Adam (Kingma and Ba 2015) at a rate that already holds the corrections for its first steps.</summary>
internal readonly unsafe struct Adam(float rate, int step)
{
    private const float Mean = 0.9f, Square = 0.98f, Smallest = 1e-8f;

    private readonly float _rate = rate * MathF.Sqrt(1 - MathF.Pow(Square, step)) / (1 - MathF.Pow(Mean, step));

    /// <summary>Moves the values, and clears the gradient.</summary>
    /// <param name="size">A multiple of the vector's width.</param>
    public void Step(float* value, float* gradient, float* mean, float* square, int size, float scale)
    {
        Vector<float> rate = new(_rate), factor = new(scale), smallest = new(Smallest);
        Vector<float> newMean = new(1 - Mean), newSquare = new(1 - Square);
        for (int i = 0; i < size; i += Vector<float>.Count)
        {
            var g = Vector.Load(gradient + i) * factor;
            var m = Vector.Load(mean + i);
            var s = Vector.Load(square + i);
            m += newMean * (g - m);
            s += newSquare * (g * g - s);
            Vector.Store(m, mean + i);
            Vector.Store(s, square + i);
            Vector.Store(Vector.Load(value + i) - rate * m / (Vector.SquareRoot(s) + smallest), value + i);
            Vector.Store(Vector<float>.Zero, gradient + i);
        }
    }
}
