using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Dating;

/// <summary>
/// The weekday on which the news of a report happened or was told: "… the ministry said late on Friday". When the first possible
/// day is known, the report is of the first such weekday on or after it.
/// </summary>
internal static class LeadWeekday
{
    /// <summary>The last weekday that the opening tells of as past, or null.</summary>
    public static NamedTime.OnWeekday? Of(DatedText text)
    {
        NamedTime.OnWeekday? found = null;
        foreach (var time in text.Times.OfType<NamedTime.OnWeekday>())
        {
            var s = text.SentenceOf(time.First);
            if (!s.Opens) break;
            if (time.OtherWeek || text.Words[time.First].Quoted || IsToCome(text.Words, s, time)) continue;
            // the first told in the opening is the news; what follows is how it came about
            found ??= time;
        }
        return found;
    }

    private static bool IsToCome(TextWords words, WordSentence s, NamedTime.OnWeekday time)
    {
        for (int i = Math.Max(s.First, time.First - 6); i < time.First; i++)
            if (words[i].Is(Cue.Future | Cue.Scheduling) || words.Folded(i) is "until" or "by" or "before" or "next" or "every") return true;
        return false;
    }

    /// <summary>Days on which the report can be, when it is no older than a day.</summary>
    public static DaySet Since(NamedTime.OnWeekday weekday, LocalDate first)
    {
        var day = first.DayOfWeek == weekday.Day ? first : first.Next(weekday.Day);
        return DaySet.Between(day.PlusDays(weekday.Night ? 1 : 0), day.PlusDays(7));
    }
}
