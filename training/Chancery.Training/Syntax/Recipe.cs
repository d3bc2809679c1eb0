using Chancery.Reading.Syntax.Network;

namespace Chancery.Training.Syntax;

/// <summary>All that decides what a training gives. The same recipe over the same files gives the same bytes.</summary>
internal sealed record Recipe
{
    public NetworkShape Shape { get; init; } = new();
    public ulong Seed { get; init; } = 1;

    /// <summary>The rate falls more than once; each fall ends nearer to the best than the one before.</summary>
    public IReadOnlyList<Descent> Descents { get; init; } = [new(10, 12, 3e-3f), new(14, 14, 2e-3f), new(8, 8, 1.5e-3f, Dropping: 0.6f)];

    public int Epochs => Descents.Sum(descent => descent.Epochs);

    /// <summary>Words of a batch, more or less: whole sentences.</summary>
    public int BatchWords { get; init; } = 640;

    /// <summary>Batches are always cut into so many parts, however many threads there are; each part's gradient is summed in order.</summary>
    public int Shards { get; init; } = 2;

    /// <summary>The share of a descent's steps over which the rate rises; it falls in a line over the rest.</summary>
    public float WarmUp { get; init; } = 0.03f;

    public float LongestGradient { get; init; } = 5;

    /// <summary>Of the numbers that go into a layer or out of the last, the share dropped, the same all through a sentence.</summary>
    public float Dropout { get; init; } = 0.33f;

    public float InputDropout { get; init; } = 0.25f;
    public float RecurrentDropout { get; init; } = 0.2f;
    public float PartDropout { get; init; } = 0.33f;

    /// <summary>A word seen n times is taken for unknown once in n / this + 1 times.</summary>
    public float WordDropout { get; init; } = 0.5f;

    public float VectorDropout { get; init; } = 0.05f;

    /// <summary>How much the tags' losses weigh beside those of arcs and relations.</summary>
    public float TagWeight { get; init; } = 0.5f;

    /// <summary>How many of the most frequent published vectors are shipped.</summary>
    public int Vectors { get; init; } = 60_000;
}

/// <summary>A fall of the learning rate from its highest to nothing at the end of so many epochs, of which only the first are run.</summary>
/// <param name="Dropping">The share of the recipe's dropouts that is in force.</param>
internal readonly record struct Descent(int Epochs, int Length, float Rate, float Dropping = 1);
