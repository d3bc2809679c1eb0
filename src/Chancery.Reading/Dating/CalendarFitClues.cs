using Chancery.Reading.Syntax.Words;
using Chancery.Reading.Times;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Dating;

/// <summary>Days without a year fit some years only: a weekday beside them, the dateline, the words "today" and "yesterday" beside a full date.</summary>
internal static class CalendarFitClues
{
    /// <summary>A day is told without its year for about so long before it and after it.</summary>
    private const int DaysBefore = 250, DaysAfter = 340;

    public static IEnumerable<Clue> In(DatedText text)
    {
        for (int i = 0; i < text.Times.Count; i++)
        {
            var time = text.Times[i];
            var s = text.SentenceOf(time.First);
            if (s.Role == ParagraphRole.Teaser || text.Words[time.First].Quoted) continue;
            if (IsDateline(text.Words, s, time)) yield return Dateline(text, time);
            else if (time is NamedTime.MonthDay { Weekday: not IsoDayOfWeek.None } day) yield return WithWeekday(text, day, PlainDateClues.IsPast(text.Words, s, day));
            else if (time is NamedTime.MonthDay lead && s.Opens) yield return Lead(text, lead);
            if (i > 0 && text.Times[i - 1] is NamedTime.Relative { Unit: TimeUnit.Day } near && time is NamedTime.Calendar { IsDay: true } full
                && full.First - near.Last <= 2 && IsJoin(text.Words, near.Last + 1, full.First))
                yield return Equal(text, near, full);
        }
    }

    private static Clue WithWeekday(DatedText text, NamedTime.MonthDay time, bool isPast) => new(
        Yearly(time.Month, time.Day, isPast ? 0 : DaysBefore, DaysAfter, time.Weekday), Strength.Firm,
        $"{time.Day} {MonthName(time.Month)} is a {time.Weekday} in few years only", [text.SpanOf(time)]);

    private static Clue Lead(DatedText text, NamedTime.MonthDay time) => new(
        Yearly(time.Month, time.Day, 0, 45, IsoDayOfWeek.None), Strength.Leaning,
        $"it opens with {time.Day} {MonthName(time.Month)}", [text.SpanOf(time)], Fresh: true);

    private static Clue Dateline(DatedText text, NamedTime time)
    {
        var days = time is NamedTime.Calendar full
            ? DaySet.Between(full.From, full.To.PlusDays(1))
            : Yearly(((NamedTime.MonthDay)time).Month, ((NamedTime.MonthDay)time).Day, 0, 1, ((NamedTime.MonthDay)time).Weekday);
        return new Clue(days, Strength.Firm, $"its dateline is “{text.SpanOf(time).Cut(text.Text)}”", [text.SpanOf(time)], Fresh: true);
    }

    private static Clue Equal(DatedText text, NamedTime.Relative near, NamedTime.Calendar full)
    {
        var day = full.From.PlusDays(-near.Offset);
        return new Clue(DaySet.Between(day, day.PlusDays(1)), Strength.Firm, $"it calls {RelatedStoryClues.Iso(full.From)} “{text.SpanOf(near).Cut(text.Text)}”",
            [text.SpanOf(near).Cover(text.SpanOf(full))], Fresh: true);
    }

    private static bool IsJoin(TextWords words, int from, int to)
    {
        for (int i = from; i < to; i++)
            if (words[i].First is not (',' or '(') && words.Folded(i) is not "on") return false;
        return true;
    }

    /// <summary>Whether the day stands in "LIMA, 5 March (Agency) —" at the head of a paragraph.</summary>
    private static bool IsDateline(TextWords words, WordSentence s, NamedTime time)
    {
        if (!s.Opens || time is not (NamedTime.MonthDay or NamedTime.Calendar { IsDay: true })) return false;
        int start = words[s.First].Span.Start;
        if (start > 0 && words.Text[start - 1] != '\n') return false;
        int length = FindDateline.Length(words.Text.AsSpan(start, words[s.End - 1].Span.End - start));
        return words[time.Last].Span.End <= start + length;
    }

    /// <summary>Around the day of every year on which it falls on the weekday.</summary>
    private static DaySet Yearly(int month, int day, int before, int after, IsoDayOfWeek weekday) => DaySet.Union(
        from year in Enumerable.Range(DaySet.Earliest.Year, DaySet.Latest.Year - DaySet.Earliest.Year)
        where day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
        let date = new LocalDate(year, month, day)
        where weekday == IsoDayOfWeek.None || date.DayOfWeek == weekday
        select (date.PlusDays(-before), date.PlusDays(after + 1)));

    private static string MonthName(int month) => System.Globalization.CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);
}
