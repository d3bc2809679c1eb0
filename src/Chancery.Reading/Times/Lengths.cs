using System.Globalization;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Times;

/// <summary>Lengths of time, and those that end or begin with the day of telling.</summary>
internal static class Lengths
{
    public static TimeAnswer Resolve(TimePhrase p)
    {
        if (p.Periodic is { } periodic) return TimeAnswer.Length(periodic, p.Mod);
        return TimeAnswer.Length(Value(p), p.Mod ?? (p.Words.EndsWith("or so", StringComparison.Ordinal) ? "APPROX" : null));
    }

    /// <summary>"the past two months" ends with the day of telling, "the next three years" begins with it.</summary>
    public static TimeAnswer Adjoining(TimePhrase p, TimeSetting s)
    {
        string value = Value(p);
        var answer = TimeAnswer.Length(value, p.Mod ?? (p.Words.EndsWith("or so", StringComparison.Ordinal) ? "APPROX" : null));
        if (s.Published is not { } published || s.IsNarrative || p.FuzzyCount || Count(p) is not { } count || p.Unit < TimeUnit.Day
            || p.Pointer is not (Pointer.Last or Pointer.Next)) return answer;
        bool past = p.Pointer == Pointer.Last;
        var other = UnitTimes.Add(published, p.Unit, past ? -count : count);
        var (from, to) = past ? (other, published) : (published, other);
        if (to <= from) return answer;
        return answer with
        {
            BeginPoint = Timex.Day(from), EndPoint = Timex.Day(to), Basis = TimeBasis.Computed, Interval = TimeInterval.Days(from, to),
        };
    }

    private static string Value(TimePhrase p)
    {
        var count = Count(p);
        if (p.HasFraction && p.Unit == TimeUnit.Year && count is { } years) return Mixed("P", (int)years, 'Y', (int)(years % 1 * 12), 'M');
        if ((p.HasFraction || p.Half) && p.Unit == TimeUnit.Hour && count is { } hours) return Mixed("PT", (int)hours, 'H', (int)(hours % 1 * 60), 'M');
        if ((p.HasFraction || p.Half) && p.Unit == TimeUnit.Minute && count is { } minutes) return Mixed("PT", (int)minutes, 'M', (int)(minutes % 1 * 60), 'S');
        // "the last week of May", "the duration of the war"
        if (p.Unit == TimeUnit.None) return p.Words.Contains(" week of ", StringComparison.Ordinal) ? Timex.Length(1, TimeUnit.Week) : "PXX";
        return Timex.Length(count, p.Unit);
    }

    private static double? Count(TimePhrase p)
    {
        if (p.FuzzyCount) return null;
        if (p.Count is { } told) return told + (p.Half ? 0.5 : 0);
        bool one = p.Words.StartsWith("a ", StringComparison.Ordinal) || p.Words.StartsWith("an ", StringComparison.Ordinal)
            || p.Words.Contains(" a ", StringComparison.Ordinal) || p.Words.Contains(" an ", StringComparison.Ordinal) || p.Has(WordClass.Only);
        if (p.Half) return p.Words.Contains("and a half", StringComparison.Ordinal) ? 1.5 : 0.5;
        return one || p.Has(WordClass.Unit) ? 1 : null;
    }

    private static string Mixed(string prefix, int whole, char unit, int rest, char smaller) =>
        prefix + (whole > 0 ? string.Create(CultureInfo.InvariantCulture, $"{whole}{unit}") : "")
        + (rest > 0 ? string.Create(CultureInfo.InvariantCulture, $"{rest}{smaller}") : "");
}
