using Chancery.Reading.Events.Frames;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Measures;

/// <summary>
/// When measures changed: a time that hangs on the change itself or on the word that decides it, never the time somebody spoke.
/// The news of a report without a time of its own is dated by its publication; what it tells as background is only known to lie before.
/// </summary>
internal sealed class ChangeDates(AnnotatedReport report)
{
    private readonly IReadOnlyList<TimeExpression> _times = report.Get(Layers.Times);

    public DescribedTime Of(Clauses clauses, Claim claim)
    {
        if (OwnTime(clauses, claim) is { } time) return Described(time);
        var published = PublishedFor(clauses.Sentence.Span.Start);
        if (claim.Status is not ClaimStatus.Happened || published.Date is not { } day) return new DescribedTime(null, null, null, TimeBasis.Published);
        var end = published.Precision switch
        {
            DatePrecision.Year => day.PlusYears(1),
            DatePrecision.Month => day.PlusMonths(1),
            _ => day.PlusDays(1),
        };
        return claim.Background
            ? new DescribedTime(null, null, end, TimeBasis.Inferred)
            : new DescribedTime(published.Precision == DatePrecision.Minute ? NodaTime.Text.LocalDatePattern.Iso.Format(day) : published.Value, day, end, TimeBasis.Published);
    }

    private Published PublishedFor(int offset) => report.Report.TeaserAt(offset)?.Published is { } own
        ? new Published(own, DatePrecision.Day, PublishedBasis.Page, null, [])
        : report.Published;

    private TimeExpression? OwnTime(Clauses clauses, Claim claim)
    {
        TimeExpression? best = null;
        int bestSteps = int.MaxValue;
        foreach (var time in TimesIn(clauses.Sentence.Span))
        {
            int steps = StepsTo(clauses, claim, TopWord(clauses, time.Span));
            if (steps < bestSteps) (best, bestSteps) = (time, steps);
        }
        return best;
    }

    private const int NotReached = int.MaxValue;

    /// <summary>How many steps up the tree lead from a time to the change without crossing another clause.</summary>
    private static int StepsTo(Clauses clauses, Claim claim, int word)
    {
        for (int at = word, steps = 0; at >= 0 && steps < 12; at = clauses.Head(at), steps++)
        {
            if (at == claim.Word || at == claim.Measure?.Head || at == claim.Measure?.Outer) return steps;
            if (claim.Measure is { } measure && at >= measure.First && at <= measure.Head) return steps;
            if (at == claim.Top && !IsSaying(clauses, at)) return steps + 4;
            if (clauses.IsVerb(at) && !IsCarrier(clauses, claim, at)) return NotReached;
            if (clauses.HasCase(at, "after") || clauses.HasCase(at, "following") || clauses.HasCase(at, "before")) return NotReached;
        }
        return NotReached;
    }

    /// <summary>The verb that carries a change noun: "the withdrawal took place in May".</summary>
    private static bool IsCarrier(Clauses clauses, Claim claim, int verb) =>
        !clauses.IsVerb(claim.Word) && clauses.Head(claim.Word) == verb && !IsSaying(clauses, verb);

    private static bool IsSaying(Clauses clauses, int word) => clauses.Lemma(word) is "say" or "announce" or "tell" or "report" or "threaten" or "call" or "urge"
        or "demand" or "ask" or "warn" or "refuse" or "reject" or "condemn" or "propose" or "discuss" or "debate" or "reiterate" or "promise" or "pledge" or "vow" or "plan";

    private IEnumerable<TimeExpression> TimesIn(Span sentence)
    {
        for (int i = FirstFrom(sentence.Start); i < _times.Count && _times[i].Span.Start < sentence.End; i++)
            if (_times[i].Type is TimexType.Date or TimexType.Time && _times[i].Interval is not null) yield return _times[i];
    }

    private static int TopWord(Clauses clauses, Span span)
    {
        for (int i = Math.Max(0, clauses.Sentence.WordAt(span.Start)); i < clauses.Words.Length && clauses.Words[i].Span.Start < span.End; i++)
        {
            int head = clauses.Head(i);
            if (head < 0 || !span.Overlaps(clauses.Words[head].Span)) return i;
        }
        return -1;
    }

    private int FirstFrom(int offset)
    {
        int low = 0, high = _times.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_times[middle].Span.Start < offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static DescribedTime Described(TimeExpression time)
    {
        var interval = time.Interval!.Value;
        var to = interval.To.TimeOfDay == LocalTime.Midnight ? interval.To.Date : interval.To.Date.PlusDays(1);
        // a change is dated by its day: the part of the day says nothing of a measure
        int clock = time.Value.IndexOf('T', StringComparison.Ordinal);
        return new DescribedTime(clock > 0 ? time.Value[..clock] : time.Value.Length > 0 ? time.Value : null, interval.From.Date, to,
            ((TimeResolution.Resolved)time.Resolution).Basis);
    }
}
