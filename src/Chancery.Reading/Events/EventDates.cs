using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Events;

/// <summary>
/// When events happened: a time of the event's own clause, else the one its sentence gives the clause above it, else the publication
/// (or the teaser's own date).
/// </summary>
internal sealed class EventDates(AnnotatedReport report)
{
    private readonly SentenceTimes _times = new(report);

    /// <summary>The first day on which a sentence may have been published; null where no date is known.</summary>
    public NodaTime.LocalDate? Published(Clauses clauses) => _times.Published(clauses.Sentence.Span.Start).From;

    /// <summary>Dates for the frames of one sentence, in their order.</summary>
    public DescribedTime[] Of(Clauses clauses, IReadOnlyList<Frame> frames)
    {
        var dates = new DescribedTime[frames.Count];
        var fallback = _times.Published(clauses.Sentence.Span.Start);
        var owner = new int[clauses.Words.Length];
        Array.Fill(owner, -1);
        for (int i = frames.Count - 1; i >= 0; i--)
        {
            owner[frames[i].Predicate] = i;
            owner[frames[i].Deed] = i;
            foreach (int t in frames[i].Trigger) owner[t] = i;
        }
        foreach (var (time, word) in _times.In(clauses))
        {
            int frame = OwnerAbove(clauses, owner, word);
            if (frame < 0 && frames.Count == 1) frame = 0;
            if (frame >= 0 && dates[frame] is null) dates[frame] = SentenceTimes.Described(time);
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
}
