using Chancery.Reading.Times;
using Chancery.Reports;
using NodaTime;
using static Chancery.Reading.Dating.RelatedStoryClues;

namespace Chancery.Reading.Dating;

/// <summary>
/// "Last year", "three months ago" and "more than a year after" date the report when the same happening is told with its date
/// elsewhere: in the teaser of a story, or in another sentence.
/// </summary>
internal static class LinkedTimeClues
{
    /// <summary>A story appears within so many days of what it tells.</summary>
    private const int DaysToStory = 10;

    /// <summary>More sentences with such words than this are not held against one another.</summary>
    private const int MostSought = 40;

    private sealed record Told(Topic Topic, LocalDate From, LocalDate To, Span Evidence, WordSentence Sentence, bool IsStory);

    public static IEnumerable<Clue> In(DatedText text)
    {
        var sought = text.Times.Where(t => t is NamedTime.Relative { Offset: <= 0, Unit: not TimeUnit.Day } or NamedTime.Ago or NamedTime.After).Take(MostSought).ToList();
        if (sought.Count == 0) yield break;
        var told = DatedElsewhere(text);
        if (told.Count == 0) yield break;
        foreach (var time in sought)
        {
            var s = text.SentenceOf(time.First);
            if (s.Role == ParagraphRole.Teaser || text.Words[time.First].Quoted) continue;
            var clue = time is NamedTime.After after ? After(text, s, after, told) : BackFrom(text, s, time, told);
            if (clue is null) continue;
            yield return clue;
            if (clue.Rounded is { } day) yield return clue with { Days = DaySet.From(day), Strength = Strength.Leaning };
        }
    }

    private static List<Told> DatedElsewhere(DatedText text)
    {
        var told = new List<Told>();
        foreach (var story in text.Report.Related)
        {
            if (story is not { Published: { } day, Span: { } span }) continue;
            var sentences = text.Words.Sentences.Where(s => span.Contains(text.Words[s.First].Span)).ToList();
            if (sentences.Count == 0) continue;
            told.Add(new Told(Topic.Of(text.Words, sentences[0].First, sentences[^1].End), day.PlusDays(-DaysToStory), day.PlusDays(1), span, sentences[0], IsStory: true));
        }
        foreach (var time in text.Times.OfType<NamedTime.Calendar>().Take(MostSought))
        {
            var s = text.SentenceOf(time.First);
            if (s.Role != ParagraphRole.Teaser && PlainDateClues.IsPast(text.Words, s, time))
                told.Add(new Told(Topic.Of(text.Words, s.First, s.End), time.From, time.To, text.SpanOf(time), s, IsStory: false));
        }
        return told;
    }

    /// <summary>"… following a meeting between A and B last year": the clause that the words of time belong to is one happening.</summary>
    private static Clue? BackFrom(DatedText text, WordSentence s, NamedTime time, List<Told> told)
    {
        var topic = Topic.Of(text.Words, ClauseStart(text.Words, s, time.First), ClauseEnd(text.Words, s, time.Last));
        var same = told.Where(t => t.Sentence != s && t.From.PlusDays(32) > t.To && (t.IsStory ? topic.IsSameMeeting(t.Topic) : topic.IsOneThing(t.Topic))).ToList();
        if (Agreed(same, time) is not { } days) return null;
        bool firm = s.Opens || same.Exists(t => t.IsStory);
        return new Clue(days, firm ? Strength.Firm : Strength.Leaning,
            $"“{text.SpanOf(time).Cut(text.Text)}” is said of what it dates to {Iso(same[^1].To.PlusDays(-1))} or shortly before",
            [text.SpanOf(time), same[^1].Evidence]);
    }

    private static DaySet? Agreed(List<Told> same, NamedTime time)
    {
        DaySet? agreed = null;
        foreach (var t in same)
        {
            if (Since(t, time) is not { } days) return null;
            agreed = agreed is null ? days : agreed.Intersect(days);
        }
        return agreed is { IsEmpty: false } ? agreed : null;
    }

    private static DaySet? Since(Told t, NamedTime time)
    {
        var last = t.To.PlusDays(-1);
        if (time is NamedTime.Ago ago)
            return Length.DaysIn(ago.Length.Unit) * 2 < Period.DaysBetween(t.From, t.To) ? null : Range(ago.Length.Since(t.From, t.To));
        return time is not NamedTime.Relative relative ? null : relative.Unit switch
        {
            TimeUnit.Year when t.From.Year == last.Year => DaySet.Year(last.Year - relative.Offset).Intersect(DaySet.From(t.From)),
            TimeUnit.Month when t.From.PlusDays(32) > t.To && t.From.Month == last.Month =>
                Month(last, -relative.Offset),
            TimeUnit.Week when t.From.PlusDays(15) > t.To => DaySet.Between(t.From, t.To.PlusDays(15)),
            _ => null,
        };
    }

    private static DaySet Month(LocalDate day, int later)
    {
        var month = new LocalDate(day.Year, day.Month, 1).PlusMonths(later);
        return DaySet.Between(month, month.PlusMonths(1));
    }

    private static DaySet Range((LocalDate From, LocalDate To) range) => DaySet.Between(range.From, range.To);

    /// <summary>"more than a year after suspending it": the verb or noun of the phrase, and the sentence's own matter, stand in a dated sentence.</summary>
    private static Clue? After(DatedText text, WordSentence s, NamedTime.After time, List<Told> told)
    {
        var phrase = Topic.Of(text.Words, time.Last + 1, ClauseEnd(text.Words, s, time.Last + 1));
        var matter = Topic.Of(text.Words, s.First, s.End);
        var same = told.Where(t => t.Sentence != s && phrase.Shares(t.Topic) && matter.IsSameMatter(t.Topic)).ToList();
        if (same.Count != 1) return null;
        var range = time.Length.Since(same[0].From, same[0].To);
        bool now = s.Opens && !text.TimesIn(s).Any(t => t is NamedTime.Calendar);
        return new Clue(now ? Range(range) : DaySet.From(range.From), now ? Strength.Firm : Strength.Leaning,
            $"“{text.SpanOf(time).Cut(text.Text)}” is said of what it dates to {Iso(same[0].From)[..7]}", [text.SpanOf(time), same[0].Evidence], Rounded: time.Length.Full(same[0].From));
    }

    private static int ClauseStart(TextWords words, WordSentence s, int at)
    {
        int i = at;
        while (i > s.First && !words[i - 1].Is(Cue.Clause) && words[i - 1].First is not (';' or ':' or '"' or '“')) i--;
        return i;
    }

    private static int ClauseEnd(TextWords words, WordSentence s, int at)
    {
        int i = at + 1;
        while (i < s.End && !words[i].Is(Cue.Clause) && words[i].First is not (';' or ':' or '"' or '”' or ',')) i++;
        return i;
    }
}
