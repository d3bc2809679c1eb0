using Chancery.Reading.Dating;
using CsCheck;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Dating;

public class DaySetTests
{
    private static readonly LocalDate Zero = new(2000, 1, 1);

    private static readonly Gen<DaySet> Sets =
        from ranges in Gen.Select(Gen.Int[0, 60], Gen.Int[0, 12]).Array[0, 5]
        select DaySet.Union(ranges.Select(r => (Zero.PlusDays(r.Item1), Zero.PlusDays(r.Item1 + r.Item2))));

    [Fact]
    public void it_holds_a_day_of_two_sets_as_logic_has_it() => Gen.Select(Sets, Sets).Sample((a, b) =>
    {
        var (both, any) = (a.Intersect(b), a.Join(b));
        for (int i = -2; i < 80; i++)
        {
            var day = Zero.PlusDays(i);
            if (both.Contains(day) != (a.Contains(day) && b.Contains(day))) return false;
            if (any.Contains(day) != (a.Contains(day) || b.Contains(day))) return false;
        }
        return both.IsEmpty || (both.Contains(both.First) && both.Contains(both.End.PlusDays(-1)) && !both.Contains(both.End));
    }, seed: "0000KOIPwDZ4", iter: 500);

    [Fact]
    public void widened_it_holds_every_neighbour() => Sets.Sample(set =>
    {
        var wide = set.Widened(2);
        return Enumerable.Range(-3, 85).All(i =>
            wide.Contains(Zero.PlusDays(i)) == Enumerable.Range(i - 2, 5).Any(j => set.Contains(Zero.PlusDays(j))));
    }, seed: "0000KOIPwDZ4", iter: 500);
}
