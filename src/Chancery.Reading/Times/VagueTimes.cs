using Chancery.Reports;

namespace Chancery.Reading.Times;

/// <summary>Words that name no date: "now", "recently", "a while", "the second day".</summary>
internal static class VagueTimes
{
    public static TimeAnswer Reference(TimePhrase p)
    {
        string value = p.Words.StartsWith("then", StringComparison.Ordinal) ? "PAST_REF" : p.Reference ?? (p.Words.Contains("past", StringComparison.Ordinal) || p.Words.Contains("last", StringComparison.Ordinal)
            || p.Words.StartsWith("recent", StringComparison.Ordinal) || p.Direction < 0 || p.Pointer == Pointer.Previous || p.Words == "then" ? "PAST_REF"
            : p.Direction > 0 || p.Pointer == Pointer.Next ? "FUTURE_REF" : "PRESENT_REF");
        return new TimeAnswer(TimexType.Date, value);
    }

    public static TimeAnswer Vague(TimePhrase p, TimeSetting s) => p.Has(WordClass.Vague)
        ? TimeAnswer.Length("PXX", p.Mod)
        : p.Words is "this time" or "at this time" ? new TimeAnswer(TimexType.Date, "PRESENT_REF")
        : s.IsNarrative ? new TimeAnswer(TimexType.Date, "", Reason: "a time the text does not date") : new TimeAnswer(TimexType.Date, "PAST_REF");

    public static TimeAnswer Counted(TimePhrase p, TimeSetting s)
    {
        if (CountedUnit(p) is { } unit) return new TimeAnswer(TimexType.Date, UnitTimes.Unknown(unit), Reason: Uncounted);
        if (s.Told is { Grain: TimeUnit.Day } told) return new TimeAnswer(TimexType.Date, Timex.Day(told.Date), TimeBasis.Inferred, told.Span);
        return s is { IsNarrative: true, Told: { } vague } ? UnitTimes.SomeDayOf(vague, withinMonth: true) : new TimeAnswer(TimexType.Date, "XXXX-XX-XX", Reason: Uncounted);
    }

    private const string Uncounted = "the beginning it is counted from is not known";

    private static TimeUnit? CountedUnit(TimePhrase p) =>
        p.Words.EndsWith("week", StringComparison.Ordinal) ? TimeUnit.Week : p.Words.EndsWith("month", StringComparison.Ordinal) ? TimeUnit.Month : null;
}
