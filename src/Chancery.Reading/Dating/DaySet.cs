using System.Collections.Immutable;
using NodaTime;

namespace Chancery.Reading.Dating;

/// <summary>
/// Which days are possible: any set of days between <see cref="Earliest"/> and <see cref="Latest"/>, kept as half-open ranges in
/// order. "In 2019" is one range, "a 5 March that is a Monday" is many.
/// </summary>
internal sealed class DaySet
{
    public static readonly LocalDate Earliest = new(1945, 1, 1), Latest = new(2100, 1, 1);
    public static readonly DaySet All = new([(0, Number(Latest))]);
    public static readonly DaySet None = new([]);

    private readonly ImmutableArray<(int From, int To)> _ranges;

    private DaySet(ImmutableArray<(int, int)> ranges) => _ranges = ranges;

    public bool IsEmpty => _ranges.IsEmpty;

    /// <summary>Whether the days follow one another without a gap.</summary>
    public bool IsRange => _ranges.Length == 1;

    /// <summary>The earliest possible day. Never of an empty set.</summary>
    public LocalDate First => Day(_ranges[0].From);

    /// <summary>The day after the last possible one. Never of an empty set.</summary>
    public LocalDate End => Day(_ranges[^1].To);

    /// <summary>Whether it rules out both what lies far back and what is to come.</summary>
    public bool IsBounded => !IsEmpty && _ranges[0].From > 0 && End < Latest;

    public static DaySet From(LocalDate day) => Between(day, Latest);
    public static DaySet Before(LocalDate day) => Between(Earliest, day);
    public static DaySet Year(int year) => Between(new LocalDate(year, 1, 1), new LocalDate(year + 1, 1, 1));

    /// <summary>From the first day to the day before the second.</summary>
    public static DaySet Between(LocalDate from, LocalDate to)
    {
        var (first, end) = (Math.Max(0, Number(from)), Math.Min(Number(Latest), Number(to)));
        return first < end ? new([(first, end)]) : None;
    }

    /// <summary>All of the ranges together; they may overlap and stand in any order.</summary>
    public static DaySet Union(IEnumerable<(LocalDate From, LocalDate To)> ranges)
    {
        var joined = new List<(int From, int To)>();
        foreach (var (from, to) in ranges.OrderBy(r => r.From))
        {
            var (first, end) = (Math.Max(0, Number(from)), Math.Min(Number(Latest), Number(to)));
            if (first >= end) continue;
            if (joined.Count > 0 && first <= joined[^1].To) joined[^1] = (joined[^1].From, Math.Max(joined[^1].To, end));
            else joined.Add((first, end));
        }
        return new([.. joined]);
    }

    public bool Contains(LocalDate day)
    {
        int number = Number(day);
        foreach (var (from, to) in _ranges)
            if (from <= number && number < to) return true;
        return false;
    }

    public DaySet Intersect(DaySet other)
    {
        var both = ImmutableArray.CreateBuilder<(int, int)>();
        for (int i = 0, j = 0; i < _ranges.Length && j < other._ranges.Length;)
        {
            var (a, b) = (_ranges[i], other._ranges[j]);
            var (from, to) = (Math.Max(a.From, b.From), Math.Min(a.To, b.To));
            if (from < to) both.Add((from, to));
            if (a.To < b.To) i++; else j++;
        }
        return new(both.ToImmutable());
    }

    /// <summary>The one range that holds a day or lies nearest to it. Never of an empty set.</summary>
    public DaySet RangeNear(LocalDate day)
    {
        int number = Number(day);
        return new([_ranges.MinBy(r => number < r.From ? r.From - number : number >= r.To ? number - r.To + 1 : 0)]);
    }

    public DaySet Join(DaySet other) => Union(_ranges.Concat(other._ranges).Select(r => (Day(r.From), Day(r.To))));

    /// <summary>The same days with so many more before and after each range.</summary>
    public DaySet Widened(int days) => Union(_ranges.Select(r => (Day(Math.Max(0, r.From - days)), Day(Math.Min(Number(Latest), r.To + days)))));

    private static int Number(LocalDate day) => Period.DaysBetween(Earliest, day);
    private static LocalDate Day(int number) => Earliest.PlusDays(number);
}
