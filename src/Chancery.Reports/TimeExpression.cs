using NodaTime;

namespace Chancery.Reports;

/// <summary>TIMEX3 type.</summary>
public enum TimexType { Date, Time, Duration, Set }

/// <summary>How a resolved time was come by: said in full, computed from an anchor, or inferred.</summary>
public enum TimeBasis { Stated, Computed, Inferred, Published }

/// <summary>Half-open range of local date-times: <c>[From, To)</c>. A day is [midnight, next midnight).</summary>
public readonly record struct TimeInterval(LocalDateTime From, LocalDateTime To)
{
    public static TimeInterval Days(LocalDate from, LocalDate to) => new(from.AtMidnight(), to.AtMidnight());
}

/// <summary>What a time expression resolves to: an interval with its basis and anchor, or the reason why it has none.</summary>
public abstract record TimeResolution
{
    private TimeResolution() { }

    /// <param name="Anchor">What it was computed from: <c>published</c>, or the span of another expression; null where stated in full.</param>
    public sealed record Resolved(TimeInterval Interval, TimeBasis Basis, Span? Anchor) : TimeResolution;

    public sealed record Unresolved(string Reason) : TimeResolution;
}

/// <summary>Words naming a time, and the TIMEX3 they stand for (TimeML 1.2.1).</summary>
/// <param name="Value">TIMEX3 value: 2018-01, P1Y, PRESENT_REF, 2020-01-03TEV; empty where none can be given.</param>
/// <param name="Mod">TIMEX3 mod: MORE_THAN, START, APPROX …</param>
/// <param name="BeginPoint">For durations with known ends: the value of the first, else null.</param>
public sealed record TimeExpression(
    Span Span, TimexType Type, string Value, TimeResolution Resolution,
    string? Mod = null, string? Quant = null, string? Freq = null, string? BeginPoint = null, string? EndPoint = null)
{
    public TimeInterval? Interval => (Resolution as TimeResolution.Resolved)?.Interval;
}
