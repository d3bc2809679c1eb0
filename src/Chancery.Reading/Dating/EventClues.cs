using Chancery.Reading.Times;
using Chancery.Reports;
using NodaTime;
using static Chancery.Reading.Dating.RelatedStoryClues;

namespace Chancery.Reading.Dating;

/// <summary>A report is no older than the public events it tells as past; words beside them tell how much younger it is.</summary>
internal static class EventClues
{
    /// <summary>Words of time belong to an event that stands so close, with no other clause between.</summary>
    private const int Beside = 4;

    /// <summary>News of an event is of the next days; what is told as its consequence follows within weeks.</summary>
    private const int DaysOfNews = 21, DaysOfWake = 60;

    public static IEnumerable<Clue> In(DatedText text)
    {
        foreach (var mention in text.Events)
        {
            if (mention.Sentence.Role == ParagraphRole.Teaser || mention.Earliest.Kind == EventKind.Office) continue;
            IReadOnlyList<Span> evidence = [mention.Span(text.Words)];
            if (mention.Coming)
            {
                yield return new Clue(DaySet.Before(mention.Latest.Day.PlusDays(2)), Strength.Leaning,
                    $"it tells of the {mention.Latest.Title}, of {Iso(mention.Latest.Day)}, as still to come", evidence);
                continue;
            }
            var first = mention.Earliest;
            yield return new Clue(DaySet.From(first.Day), Strength.Firm, $"it tells of the {first.Title}, of {Iso(first.Day)}", evidence);
            if (mention.Only is not { Kind: not EventKind.Naming } only || mention.Passing) continue;
            var beside = Near(text, mention);
            if (beside is not null && Timed(text, mention, only, beside) is { } timed)
            {
                yield return timed;
                if (Rounded(only.Day, beside) is { } day && !timed.Days.Intersect(DaySet.From(day)).IsEmpty)
                    yield return timed with { Days = DaySet.From(day), Strength = Strength.Leaning };
            }
            else if (beside is null && Freshness(text, mention) is { } fresh) yield return fresh;
        }
    }

    private static NamedTime? Near(DatedText text, EventMention mention) =>
        text.TimesIn(mention.Sentence).Where(t => Distance(text, mention, t) <= Beside).MinBy(t => Distance(text, mention, t));

    private static int Distance(DatedText text, EventMention mention, NamedTime time)
    {
        if (time.First <= mention.Last && mention.First <= time.Last) return 0;
        var (from, to) = time.Last < mention.First ? (time.Last + 1, mention.First) : (mention.Last + 1, time.First);
        for (int i = from; i < to; i++)
            if (text.Words[i].Is(Cue.Clause | Cue.Reporting) || text.Words[i].First is ';' or '"' or '—' or '(') return int.MaxValue;
        return to - from;
    }

    /// <summary>"killed last year", "the coup on Tuesday", "two years after the summit".</summary>
    private static Clue? Timed(DatedText text, EventMention mention, PublicEvent e, NamedTime time)
    {
        var day = e.Day;
        // what goes on for years is told of this week too
        if (e.Kind is EventKind.War or EventKind.Treaty && time is not (NamedTime.Ago or NamedTime.After or NamedTime.Anniversary)) return null;
        DaySet? days = time switch
        {
            NamedTime.Relative relative => Of(day, relative),
            NamedTime.OnWeekday weekday => weekday.Day == day.DayOfWeek ? DaySet.Between(day.PlusDays(weekday.Night ? 1 : 0), day.PlusDays(8)) : null,
            NamedTime.MonthDay date => date.Month == day.Month && date.Day == day.Day ? DaySet.Between(day, day.PlusDays(365)) : null,
            NamedTime.Ago ago => Range(ago.Length.Since(day, day)),
            NamedTime.After after when after.Last < mention.First => Range(after.Length.Since(day, day)),
            NamedTime.Anniversary nth when nth.Last < mention.First && mention.First - nth.Last <= 4 => DaySet.Between(day.PlusYears(nth.Years).PlusDays(-90), day.PlusYears(nth.Years).PlusDays(90)),
            _ => null,
        };
        if (days is null || days.IsEmpty) return null;
        // "today" and "yesterday" may be of what is done about the event
        bool told = time is NamedTime.Relative { Unit: not TimeUnit.Day } or NamedTime.Ago or NamedTime.Anniversary
            || (time is NamedTime.OnWeekday && mention.Sentence.Opens)
            || (time is NamedTime.After && mention.Sentence.Opens && !text.TimesIn(mention.Sentence).Any(t => t is NamedTime.Calendar));
        return new Clue(days, told && !text.Words[time.First].Quoted ? Strength.Firm : Strength.Leaning,
            $"it tells of the {e.Title}, of {Iso(day)}, with the words “{text.SpanOf(time).Cut(text.Text)}”",
            [mention.Span(text.Words), text.SpanOf(time)], Fresh: days.IsBounded && Period.DaysBetween(days.First, days.End) < 40);
    }

    /// <summary>"a year after", "the tenth anniversary": the day itself, from which on it is likely said.</summary>
    private static LocalDate? Rounded(LocalDate day, NamedTime time) => time switch
    {
        NamedTime.Ago ago => ago.Length.Full(day),
        NamedTime.After after => after.Length.Full(day),
        NamedTime.Anniversary nth => day.PlusYears(nth.Years),
        _ => null,
    };

    private static DaySet? Of(LocalDate day, NamedTime.Relative relative) => relative.Offset > 0 ? null : relative.Unit switch
    {
        TimeUnit.Day => DaySet.Between(day.PlusDays(-relative.Offset), day.PlusDays(2 - relative.Offset)),
        TimeUnit.Week => relative.Offset == 0 ? DaySet.Between(day, day.PlusDays(8)) : DaySet.Between(day.PlusDays(1), day.PlusDays(15)),
        TimeUnit.Month => Month(day, -relative.Offset),
        TimeUnit.Year => DaySet.Year(day.Year - relative.Offset).Intersect(DaySet.From(day)),
        _ => null,
    };

    private static DaySet Month(LocalDate day, int later)
    {
        var month = new LocalDate(day.Year, day.Month, 1).PlusMonths(later);
        return DaySet.Between(month < day ? day : month, month.PlusMonths(1));
    }

    private static DaySet Range((LocalDate From, LocalDate To) range) => DaySet.Between(range.From, range.To);

    /// <summary>An event without a year is news where the report opens with it, or where the report is told as what follows on it.</summary>
    private static Clue? Freshness(DatedText text, EventMention mention)
    {
        var e = mention.Only!;
        bool wake = IsInWake(text.Words, mention);
        if (!wake && !IsNews(text.Words, mention, e.Kind)) return null;
        if (text.TimesIn(mention.Sentence).Any(t => t is NamedTime.Calendar or NamedTime.Anniversary or NamedTime.After or NamedTime.Ago)) return null;
        return new Clue(DaySet.Between(e.Day, e.Day.PlusDays(wake ? DaysOfWake : DaysOfNews)), Strength.Leaning,
            $"it tells of the {e.Title}, of {Iso(e.Day)}, as fresh", [mention.Span(text.Words)], Fresh: true);
    }

    /// <summary>The report opens with it and tells it by a verb: "N. N. was killed", not "the killing of N. N.".</summary>
    private static bool IsNews(TextWords words, EventMention mention, EventKind kind)
    {
        if (!mention.Sentence.Opens || kind is EventKind.War or EventKind.Treaty) return false;
        for (int i = mention.First; i <= mention.Last; i++)
            if (words[i].Is(Cue.DeathNoun)) return false;
        return true;
    }

    /// <summary>"days after", "comes in the wake of", and in the opening "after" and "following"; not "since", not "years after".</summary>
    private static bool IsInWake(TextWords words, EventMention mention)
    {
        var s = mention.Sentence;
        for (int i = Math.Max(s.First, mention.First - 3); i < mention.First; i++)
        {
            if (!words[i].Is(Cue.After) || words.Folded(i) is "since") continue;
            if (i == s.First) return s.Opens;
            if (words.Folded(i - 1) is "years" or "year" or "decades" or "decade" or "months" or "month" or "long") return false;
            return s.Opens || words.Folded(i - 1) is "days" or "day" or "hours" or "week" or "weeks" || Comes(words, s, i);
        }
        return false;
    }

    /// <summary>What the report tells comes, came or follows: before the words of its wake, in the same sentence.</summary>
    private static bool Comes(TextWords words, WordSentence s, int before)
    {
        for (int i = s.First; i <= before; i++)
            if (words[i].Is(Cue.Coming)) return true;
        return false;
    }
}
