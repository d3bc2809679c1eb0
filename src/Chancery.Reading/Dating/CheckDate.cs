using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Dating;

/// <summary>
/// Holds the publication date against the report's own words: the stories it points to, the public events it tells of, and what
/// it says of years, weekdays, lengths of time and ages. A date that cannot be is doubted and replaced by the earliest day that
/// fits everything; a report without a date is given one where its words allow it.
/// </summary>
public sealed class CheckDate : Annotator<Published>
{
    /// <summary>Time zones, and news told the evening before its date, make a day of difference no contradiction.</summary>
    private const int Tolerance = 1;

    /// <summary>What was news on a day is no news of a report that cannot be older than so much later.</summary>
    private const int DaysOfFreshness = 30;

    /// <summary>A day told without its year may move the first possible day by no more than this: most reports are told soon.</summary>
    private const int FarthestLean = 120;

    private readonly Vocabulary _vocabulary;
    private readonly FindEventMentions _findEvents;

    public CheckDate(EventCalendar calendar)
    {
        _vocabulary = new Vocabulary(FindEventMentions.WordsOf(calendar));
        _findEvents = new FindEventMentions(calendar, _vocabulary);
    }

    public override Layer<Published> Gives => Layers.Published;
    public override IReadOnlyList<Layer> Needs => [Layers.FoundTimes];

    public override IReadOnlyList<Published> Annotate(AnnotatedReport report) => [Check(report.Report, report.Get(Layers.FoundTimes))];

    private Published Check(Report report, IReadOnlyList<TimeExpression> times)
    {
        var text = Read(report, times);
        var clues = Clues(text);
        return report.Witnessed.Date is null ? Infer(text, clues, report.Witnessed) : Check(text, clues, report.Witnessed);
    }

    private DatedText Read(Report report, IReadOnlyList<TimeExpression> times)
    {
        var words = new TextWords(report, _vocabulary);
        return new DatedText(report, words, ReadNamedTimes.In(words, times), _findEvents.In(words));
    }

    /// <summary>All clues, in an order that does not depend on the text alone: the firm before the leaning, each as found.</summary>
    private static List<Clue> Clues(DatedText text)
    {
        var clues = new List<Clue>(RelatedStoryClues.In(text));
        if (text.Report.Language is "en" or "und")
        {
            clues.AddRange(EventClues.In(text));
            clues.AddRange(OfficeClues.In(text));
            clues.AddRange(PlainDateClues.In(text));
            clues.AddRange(LinkedTimeClues.In(text));
            clues.AddRange(CalendarFitClues.In(text));
            clues.AddRange(AgeClues.In(text));
        }
        return [.. clues.OrderByDescending(c => c.Strength)];
    }

    private static Published Check(DatedText text, List<Clue> clues, Published witnessed)
    {
        var span = SpanOf(witnessed);
        var stated = span.Widened(Tolerance);
        var against = clues.FindAll(c => c.Strength == Strength.Firm && c.Days.Intersect(stated).IsEmpty);
        var equal = witnessed.Basis == PublishedBasis.Stated && witnessed.Precision is DatePrecision.Day or DatePrecision.Minute
            ? RelatedStoryClues.Suspicion(text.Report, witnessed.Date!.Value) ?? PlainDateClues.Suspicion(text, witnessed.Date.Value) : null;
        if (against.Count == 0 || AreOutweighed(against, clues, stated))
            return equal is null ? witnessed : witnessed with { Doubts = [equal] };

        var (best, bound) = Best(text, clues, witnessed.Date);
        var doubts = against.Select(c => new DateDoubt(c.Reason, c.Evidence)).ToList();
        if (equal is not null) doubts.Insert(0, equal);
        doubts.AddRange(bound.Except(against).Select(c => new DateDoubt(c.Reason, c.Evidence)));
        return best is null
            ? witnessed with { Doubts = Distinct(doubts) }
            : best with { Stated = witnessed.Stated ?? witnessed.Value, Doubts = Distinct(doubts) };
    }

    /// <summary>One clue against a date that others, which leave few days, agree on: the text contradicts itself, and the date stands.</summary>
    private static bool AreOutweighed(List<Clue> against, List<Clue> clues, DaySet stated)
    {
        if (against.Count > 1) return false;
        var narrow = clues.Where(c => c.Strength == Strength.Firm && c.Days.IsBounded && c.Days.First.PlusYears(2) > c.Days.End && !c.Days.Intersect(stated).IsEmpty).ToList();
        return narrow.Exists(c => c.Days.Intersect(against[0].Days).IsEmpty);
    }

    private static DaySet SpanOf(Published date) => date.Precision switch
    {
        DatePrecision.Year => DaySet.Year(date.Date!.Value.Year),
        DatePrecision.Month => DaySet.Between(date.Date!.Value, date.Date.Value.PlusMonths(1)),
        _ => DaySet.Between(date.Date!.Value, date.Date.Value.PlusDays(1)),
    };

    /// <summary>A report without a date: its first possible day, where the words leave few days or tell fresh news.</summary>
    private static Published Infer(DatedText text, List<Clue> clues, Published witnessed)
    {
        var (best, bound) = Best(text, clues, null);
        if (best is null) return witnessed;
        if (!IsFresh(bound, best.Date!.Value))
        {
            if (Narrowed(Possible(clues, out _)) is not { } precision) return witnessed;
            best = best with { Precision = precision };
        }
        return best with { Stated = witnessed.Stated, Doubts = Distinct(bound.Select(c => new DateDoubt(c.Reason, c.Evidence))) };
    }

    /// <summary>Fresh news of a known time. A day without its year is of one only beside a day or month told with it.</summary>
    private static bool IsFresh(List<Clue> bound, LocalDate day) =>
        bound.Exists(c => c.Fresh && c.Days.IsRange && c.Days.First.PlusDays(DaysOfFreshness) >= day)
        || (bound.Exists(c => c.Fresh && !c.Days.IsRange) && bound.Exists(c => c.Anchors));

    /// <summary>How finely the day is known when all possible days lie close together; null where they do not.</summary>
    private static DatePrecision? Narrowed(DaySet days)
    {
        if (!days.IsBounded) return null;
        var last = days.End.PlusDays(-1);
        if (Period.DaysBetween(days.First, last) <= 7) return DatePrecision.Day;
        if (days.First.PlusMonths(2) > last) return DatePrecision.Month;
        return days.First.Year == last.Year ? DatePrecision.Year : null;
    }

    /// <summary>What all clues allow together; one that contradicts those before it is left out.</summary>
    private static DaySet Possible(List<Clue> clues, out List<Clue> bound)
    {
        var days = DaySet.All;
        bound = [];
        foreach (var clue in clues)
        {
            var both = days.Intersect(clue.Days);
            if (both.IsEmpty || (!clue.Days.IsRange && clue.Strength == Strength.Leaning && days.First.PlusDays(FarthestLean) < both.First)) continue;
            if (both.First != days.First || clue.Fresh) bound.Add(clue);
            days = both;
        }
        return days;
    }

    /// <param name="stated">Where nothing bounds the years from below, the right date is most likely near the wrong one.</param>
    private static (Published? Best, List<Clue> Bound) Best(DatedText text, List<Clue> clues, LocalDate? stated)
    {
        var days = Possible(clues, out var bound);
        if (stated is { } near && !bound.Exists(c => c.Days.IsRange && c.Days.First > DaySet.Earliest)) days = days.RangeNear(near);
        bound.RemoveAll(c => c.Days.First < days.First && !c.Fresh && c.Days.Contains(days.First) && !BindsFirst(c, days));
        if (days.First == DaySet.Earliest) return (null, bound);
        var grain = bound.Exists(c => c.Fresh) ? DatePrecision.Day : bound.FindLast(c => c.Days.First == days.First)?.Grain ?? DatePrecision.Day;
        if (grain == DatePrecision.Day && LeadWeekday.Of(text) is { } weekday)
        {
            var shifted = days.Intersect(LeadWeekday.Since(weekday, days.First));
            if (!shifted.IsEmpty)
            {
                days = shifted;
                bound.Add(new Clue(shifted, Strength.Leaning, $"its news is of “{text.SpanOf(weekday).Cut(text.Text)}”", [text.SpanOf(weekday)]));
            }
        }
        return (new Published(days.First, grain, PublishedBasis.Inferred, null, []), bound);
    }

    private static bool BindsFirst(Clue clue, DaySet days) => !clue.Days.Contains(days.First.PlusDays(-1));

    private static List<DateDoubt> Distinct(IEnumerable<DateDoubt> doubts)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return doubts.Where(d => seen.Add(d.Reason)).ToList();
    }
}
