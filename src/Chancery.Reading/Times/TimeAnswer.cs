using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Times;

/// <summary>What a phrase comes to: TIMEX3 attributes, and how they were come by.</summary>
/// <param name="Reason">Why there is no interval, where there is none.</param>
/// <param name="Interval">Only where the value alone does not say it: a length with known ends.</param>
internal readonly record struct TimeAnswer(
    TimexType Type, string Value, TimeBasis Basis = TimeBasis.Stated, Span? Anchor = null, string? Mod = null, string? Quant = null,
    string? Freq = null, string? BeginPoint = null, string? EndPoint = null, string? Reason = null, TimeInterval? Interval = null)
{
    public static TimeAnswer Length(string value, string? mod) => new(TimexType.Duration, value, Mod: mod, Reason: "a length of time");

    public TimeExpression Over(Span span)
    {
        var interval = Interval ?? TimexInterval.Of(Value);
        TimeResolution resolution = interval is { } i
            ? new TimeResolution.Resolved(i, Basis, Anchor)
            : new TimeResolution.Unresolved(Reason ?? Why(Value));
        return new TimeExpression(span, Type, Value, resolution, Mod, Quant, Freq, BeginPoint, EndPoint);
    }

    private static string Why(string value) => value switch
    {
        "" => "the words give no time",
        "PAST_REF" => "the past as a whole",
        "PRESENT_REF" => "the present as a whole",
        "FUTURE_REF" => "the future as a whole",
        _ when value.Contains('X', StringComparison.Ordinal) => "only in part known",
        _ => "no place in the calendar",
    };
}

/// <summary>A time told before, which "that year", "two days later" and a bare month count from.</summary>
/// <param name="Grain">How finely it was told.</param>
internal readonly record struct ToldTime(LocalDate Date, TimeUnit Grain, Span Span);

internal enum Tense : byte { Unknown, Past, Present, Future }

/// <summary>What a phrase is resolved against.</summary>
/// <param name="Published">The day of telling: the report's, or the teaser's; null where none is known.</param>
/// <param name="Told">The last time told in the text; null at its beginning.</param>
/// <param name="IsNarrative">Whether the text tells of times far from its publication: then a bare month belongs to the time told last.</param>
/// <param name="Quarter">The business quarter the report is about, where it tells of one.</param>
/// <param name="YearPeriod">Whether the text has since passed to a longer period ("the first nine months"), so that "a year earlier" is no quarter.</param>
/// <param name="Follows">The word after the phrase, in lower case.</param>
internal readonly record struct TimeSetting(
    LocalDate? Published, ToldTime? Told, Tense Tense, bool IsNarrative, (int Year, int Quarter)? Quarter, bool YearPeriod, string Follows)
{
    /// <summary>The year of the date beside it ("August and September 1914"), where it has none of its own.</summary>
    public int? SharedYear { get; init; }

    /// <summary>Whether an amount stands right before it: "$33 million a year" tells how often, not how long.</summary>
    public bool AfterAmount { get; init; }

    /// <summary>Nothing to count from: only what is stated in full has a place.</summary>
    public static readonly TimeSetting None = new(null, null, Tense.Unknown, false, null, false, "");
}
