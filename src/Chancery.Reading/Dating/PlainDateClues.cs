using Chancery.Reading.Times;
using Chancery.Reports;
using NodaTime;
using static Chancery.Reading.Dating.RelatedStoryClues;

namespace Chancery.Reading.Dating;

/// <summary>Days, months and years told in full: what happened on them was past, what will happen was still to come.</summary>
internal static class PlainDateClues
{
    /// <summary>A verb stands so close to its date.</summary>
    private const int Reach = 12;

    public static IEnumerable<Clue> In(DatedText text)
    {
        Clue? newest = null, soonest = null;
        foreach (var time in text.Times.OfType<NamedTime.Calendar>())
        {
            var s = text.SentenceOf(time.First);
            if (s.Role == ParagraphRole.Teaser) continue;
            if (IsPast(text.Words, s, time))
            {
                if (newest is null || newest.Days.First < time.From)
                    newest = new Clue(DaySet.From(time.From), Strength.Firm, $"it tells of {Name(time)} as past", [text.SpanOf(time)], Grain(time), Fresh: time.IsDay && IsNews(text.Words, s), Anchors: Grain(time) != DatePrecision.Year);
            }
            else if (time.IsDay && IsComing(text.Words, s, time) && (soonest is null || soonest.Days.End > time.To))
            {
                soonest = new Clue(DaySet.Before(time.To.PlusDays(1)), Strength.Firm, $"it tells of {Name(time)} as still to come", [text.SpanOf(time)]);
            }
        }
        if (newest is not null) yield return newest;
        if (soonest is not null) yield return soonest;
    }

    /// <summary>The cited day that is the one stated for the report: who tells of today does not cite the day in full, with its year, deep in the text.</summary>
    public static DateDoubt? Suspicion(DatedText text, LocalDate stated)
    {
        foreach (var time in text.Times.OfType<NamedTime.Calendar>())
        {
            if (!time.IsDay || time.From != stated) continue;
            var s = text.SentenceOf(time.First);
            if (s.Role == ParagraphRole.Body && !s.Opens && IsPast(text.Words, s, time) && !text.TimesIn(s).Any(t => t is NamedTime.Relative { Unit: TimeUnit.Day }))
                return new DateDoubt($"the stated date is that of a past event it cites, {Iso(stated)}", [text.SpanOf(time)]);
        }
        return null;
    }

    /// <summary>The opening reports it: "… signed on 3 May 2014, the ministry said".</summary>
    private static bool IsNews(TextWords words, WordSentence s)
    {
        bool reported = false;
        for (int i = s.First; i < s.End; i++)
        {
            if (words[i].Is(Cue.Anniversary | Cue.BornWord)) return false;
            reported |= words[i].Is(Cue.Reporting);
        }
        return s.Opens && reported;
    }

    /// <summary>Whether what happened then is told as past, with no word of plans or deadlines near.</summary>
    public static bool IsPast(TextWords words, WordSentence s, NamedTime time)
    {
        if (words[time.First].Quoted) return false;
        var before = time.First > s.First ? words.Folded(time.First - 1) : "";
        if (before is "since") return !Any(words, s, time, Cue.Future);
        bool opens = time.First <= s.First + 1;
        // "the polls of 2024" may be told of before
        if (time is NamedTime.Calendar { IsDay: false, IsMonth: false } && !opens && before is not ("in" or "early" or "late")) return false;
        if (!opens && before is not ("on" or "in" or "of" or "during" or "," or "(" or "early" or "late" or "mid")) return false;
        return (IsOfParticiple(words, s, time) || !Any(words, s, time, Cue.Blocking | Cue.Negative)) && HasPast(words, s, time, opens);
    }

    /// <summary>"a study published in January 2019": whatever is planned in the same sentence, this much is past.</summary>
    private static bool IsOfParticiple(TextWords words, WordSentence s, NamedTime time)
    {
        int verb = time.First - 2;
        if (verb <= s.First || words.Folded(time.First - 1) is not ("on" or "in") || !IsPastVerb(words, verb)) return false;
        for (int i = verb; i >= s.First && i > verb - 4; i--)
            if (words[i].Is(Cue.Blocking | Cue.Negative | Cue.Unsure | Cue.Be)) return false;
        return true;
    }

    private static bool IsComing(TextWords words, WordSentence s, NamedTime.Calendar time)
    {
        if (words[time.First].Quoted || time.First == s.First || words.Folded(time.First - 1) is not "on") return false;
        for (int i = Math.Max(s.First, time.First - 8); i < time.First; i++)
            if (words[i].Is(Cue.Scheduling) && !words[i].Quoted) return true;
        return false;
    }

    private static bool Any(TextWords words, WordSentence s, NamedTime time, Cue cues)
    {
        for (int i = Math.Max(s.First, time.First - Reach); i < Math.Min(s.End, time.Last + Reach); i++)
            if (words[i].Is(cues)) return true;
        return false;
    }

    /// <summary>
    /// The verb nearest before the date decides, or the first behind a date that opens the sentence. A month or a year must have
    /// it at hand: plans name their year at the end of a clause.
    /// </summary>
    private static bool HasPast(TextWords words, WordSentence s, NamedTime time, bool opens)
    {
        if (opens)
        {
            for (int i = time.Last + 1; i < Math.Min(s.End, time.Last + Reach); i++)
                if (IsPastVerb(words, i)) return IsActive(words, s, i);
            return false;
        }
        int reach = time is NamedTime.MonthDay or NamedTime.Calendar { IsDay: true } ? Reach : 2;
        for (int i = time.First - 1; i >= Math.Max(s.First, time.First - reach); i--)
            if (IsPastVerb(words, i)) return IsActive(words, s, i);
        return false;
    }

    private static bool IsActive(TextWords words, WordSentence s, int verb) =>
        verb == s.First || words.Folded(verb - 1) is not ("be" or "to" or "being" or "'s" or "is" or "are");

    private static bool IsPastVerb(TextWords words, int i)
    {
        var word = words[i];
        if (word.Is(Cue.Past)) return true;
        return char.IsLower(word.First) && word.Span.Length > 4 && word.Span.Of(words.Text).EndsWith("ed", StringComparison.Ordinal)
            && !word.Is(Cue.Blocking | Cue.Unsure | Cue.Attempt | Cue.Reporting);
    }

    internal static DatePrecision Grain(NamedTime.Calendar time) => time.IsDay ? DatePrecision.Day : time.IsMonth ? DatePrecision.Month : DatePrecision.Year;

    internal static string Name(NamedTime.Calendar time) =>
        time.IsDay ? Iso(time.From) : time.IsMonth ? Iso(time.From)[..7] : Iso(time.From)[..4];
}
