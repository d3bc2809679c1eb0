using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Events.Frames;

/// <summary>The dates and times of one report, asked sentence by sentence, and when its publication makes news of the day.</summary>
internal sealed class SentenceTimes(AnnotatedReport report)
{
    private readonly IReadOnlyList<TimeExpression> _times = report.Get(Layers.Times);

    /// <summary>The resolved dates and times of a sentence, each with the word that heads it in the tree.</summary>
    public IEnumerable<(TimeExpression Time, int Word)> In(Clauses clauses)
    {
        var span = clauses.Sentence.Span;
        for (int i = FirstFrom(span.Start); i < _times.Count && _times[i].Span.Start < span.End; i++)
        {
            if (_times[i].Type is not (TimexType.Date or TimexType.Time) || _times[i].Interval is null) continue;
            if (TopWord(clauses, _times[i].Span) is var word and >= 0) yield return (_times[i], word);
        }
    }

    /// <summary>When what stands at an offset was made public: a teaser by its own date. Value and ends are null where no date is known.</summary>
    public DescribedTime Published(int offset)
    {
        var published = report.Report.TeaserAt(offset)?.Published is { } own
            ? new Published(own, DatePrecision.Day, PublishedBasis.Page, null, [])
            : report.Published;
        if (published.Date is not { } day) return new DescribedTime(null, null, null, TimeBasis.Published);
        var end = published.Precision switch
        {
            DatePrecision.Year => day.PlusYears(1),
            DatePrecision.Month => day.PlusMonths(1),
            _ => day.PlusDays(1),
        };
        var value = published.Precision is DatePrecision.Minute ? NodaTime.Text.LocalDatePattern.Iso.Format(day) : published.Value;
        return new DescribedTime(value, day, end, TimeBasis.Published);
    }

    /// <summary>A resolved time as half-open days.</summary>
    public static DescribedTime Described(TimeExpression time)
    {
        var interval = time.Interval!.Value;
        var to = interval.To.TimeOfDay == LocalTime.Midnight ? interval.To.Date : interval.To.Date.PlusDays(1);
        return new DescribedTime(time.Value.Length > 0 ? time.Value : null, interval.From.Date, to, ((TimeResolution.Resolved)time.Resolution).Basis);
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
}
