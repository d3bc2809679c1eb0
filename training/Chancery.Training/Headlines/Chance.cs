using Chancery.Training.Syntax;

namespace Chancery.Training.Headlines;

/// <summary>What chance decides while a sentence is made; the same seed decides alike everywhere.</summary>
internal sealed class Chance(ulong seed)
{
    private Dice _dice = new(seed);

    public bool Once(float share) => _dice.Share() < share;

    public T One<T>(IReadOnlyList<T> of) => of[_dice.Below(of.Count)];

    public int Below(int limit) => _dice.Below(limit);

    /// <summary>One of the makers, each as likely as it weighs.</summary>
    public T Weighed<T>(params ReadOnlySpan<(int Weight, Func<T> Make)> makers)
    {
        int all = 0;
        foreach (var (weight, _) in makers) all += weight;
        int at = Below(all);
        foreach (var (weight, make) in makers)
            if ((at -= weight) < 0) return make();
        throw new InvalidOperationException("Nothing weighs anything.");
    }
}
