using Chancery.Reading.Events.Frames;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Events;

/// <summary>
/// When events happened: a time of the event's own clause, else the one its sentence gives the clause above it, else the publication
/// (or the teaser's own date).
/// </summary>
internal sealed class EventDates(AnnotatedReport report)
{
    private readonly IReadOnlyList<TimeExpression> _times = report.Get(Layers.Times);

    /// <summary>Dates for the frames of one sentence, in their order.</summary>
    public DescribedTime[] Of(Clauses clauses, IReadOnlyList<Frame> frames)
    {
        var dates = new DescribedTime[frames.Count];
        var fallback = Published(clauses.Sentence.Span.Start);
        var owner = new int[clauses.Words.Length];
        Array.Fill(owner, -1);
        for (int i = frames.Count - 1; i >= 0; i--)
        {
            owner[frames[i].Predicate] = i;
            owner[frames[i].Deed] = i;
            foreach (int t in frames[i].Trigger) owner[t] = i;
        }
        foreach (var (time, word) in TimesIn(clauses))
        {
            int frame = OwnerAbove(clauses, owner, word);
            if (frame < 0 && frames.Count == 1) frame = 0;
            if (frame >= 0 && dates[frame] is null) dates[frame] = Described(time);
        }
        for (int i = 0; i < dates.Length; i++) dates[i] ??= Inherited(clauses, frames, owner, dates, i) ?? fallback;
        return dates;
    }

    /// <summary>The date of the event this one hangs on, where it is told of the same time ("killing three" in "attacked on Monday").</summary>
    private static DescribedTime? Inherited(Clauses clauses, IReadOnlyList<Frame> frames, int[] owner, DescribedTime?[] dates, int frame)
    {
        int word = frames[frame].Predicate;
        bool sameTime = clauses.Is(word, "conj") || clauses.Is(word, "xcomp") || clauses.Is(word, "advcl") && clauses.Words[word].Xpos == "VBG"
            || clauses.Is(word, "parataxis");
        int head = clauses.Head(word);
        if (!sameTime || head < 0) return null;
        return OwnerAbove(clauses, owner, head) is var above and >= 0 && above != frame && dates[above] is { Basis: not TimeBasis.Published } date
            ? date with { Basis = TimeBasis.Inferred }
            : null;
    }

    private static int OwnerAbove(Clauses clauses, int[] owner, int word)
    {
        for (int at = word, steps = 0; at >= 0 && steps <= clauses.Words.Length; at = clauses.Head(at), steps++)
            if (owner[at] >= 0) return owner[at];
        return -1;
    }

    private IEnumerable<(TimeExpression Time, int Word)> TimesIn(Clauses clauses)
    {
        var span = clauses.Sentence.Span;
        for (int i = FirstFrom(span.Start); i < _times.Count && _times[i].Span.Start < span.End; i++)
        {
            if (_times[i].Type is not (TimexType.Date or TimexType.Time) || _times[i].Interval is null) continue;
            int word = TopWord(clauses, _times[i].Span);
            if (word >= 0) yield return (_times[i], word);
        }
    }

    private static int TopWord(Clauses clauses, Span span)
    {
        int top = -1;
        for (int i = Math.Max(0, clauses.Sentence.WordAt(span.Start)); i < clauses.Words.Length && clauses.Words[i].Span.Start < span.End; i++)
        {
            int head = clauses.Head(i);
            if (head < 0 || !span.Overlaps(clauses.Words[head].Span)) top = top < 0 ? i : top;
        }
        return top;
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
        var basis = (time.Resolution as TimeResolution.Resolved)!.Basis;
        var to = interval.To.TimeOfDay == LocalTime.Midnight ? interval.To.Date : interval.To.Date.PlusDays(1);
        return new DescribedTime(time.Value.Length > 0 ? time.Value : null, interval.From.Date, to, basis);
    }

    private DescribedTime Published(int offset)
    {
        var published = report.Report.TeaserAt(offset)?.Published is { } own
            ? new Published(own, DatePrecision.Day, PublishedBasis.Page, null, [])
            : report.Published;
        if (published.Date is not { } date) return new DescribedTime(null, null, null, TimeBasis.Published);
        var to = published.Precision switch
        {
            DatePrecision.Year => date.PlusYears(1),
            DatePrecision.Month => date.PlusMonths(1),
            _ => date.PlusDays(1),
        };
        var value = published.Precision is DatePrecision.Minute ? NodaTime.Text.LocalDatePattern.Iso.Format(date) : published.Value;
        return new DescribedTime(value, date, to, TimeBasis.Published);
    }
}
