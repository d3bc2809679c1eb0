using Chancery.Reading.Times;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Dating;

/// <summary>Reads the times found in a report as dating needs them: the days, lengths and weekdays they name, and their places among the words.</summary>
internal static class ReadNamedTimes
{
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    /// <summary>In text order.</summary>
    public static List<NamedTime> In(TextWords words, IReadOnlyList<TimeExpression> found)
    {
        var named = new List<NamedTime>();
        var phrases = new List<TimePhrase>(1);
        int storyYear = 0;
        foreach (var time in found)
        {
            if (words.RangeOf(time.Span) is not (var first, var last)) continue;
            phrases.Clear();
            TimeReader.BuiltIn.Read(words.Text, time.Span, phrases);
            if (phrases is not [var phrase] || Read(words, time, phrase, first, last, storyYear) is not { } read) continue;
            if (read is NamedTime.Calendar { From.Year: var year }) storyYear = year;
            named.Add(read);
        }
        AddAnniversaries(words, named);
        return named;
    }

    private static NamedTime? Read(TextWords words, TimeExpression time, TimePhrase p, int first, int last, int storyYear) => p.Meaning switch
    {
        _ when time.Interval is { } interval => InFull(time, interval, first, last),
        Meaning.Calendar or Meaning.Pointed when p.Month is not null => InMonth(p, first, last, storyYear),
        Meaning.Calendar or Meaning.Pointed when p.Weekday is { } day => new NamedTime.OnWeekday(
            first, last, (IsoDayOfWeek)day, p.Part is "EV" or "NI" || p.Edge == "END", p.Pointer is not (Pointer.None or Pointer.This)),
        Meaning.Calendar or Meaning.Pointed when p.Unit == TimeUnit.None => NearDay(p) is { } offset ? new NamedTime.Relative(first, last, TimeUnit.Day, offset) : null,
        Meaning.Pointed => Pointed(p, first, last),
        Meaning.Distance when p is { FromTelling: true, Direction: < 0 } => LengthOf(p) is { } length ? new NamedTime.Ago(first, last, length) : null,
        Meaning.Length when last + 1 < words.Count && words.Folded(last + 1) is "after" or "since" =>
            LengthOf(p) is { } length ? new NamedTime.After(first, last + 1, length) : null,
        _ => null,
    };

    private static NamedTime.Calendar? InFull(TimeExpression time, TimeInterval interval, int first, int last)
    {
        if (time.Type is not (TimexType.Date or TimexType.Time)) return null;
        var (from, to) = (interval.From.Date, interval.To.Date);
        if (time.Type == TimexType.Time || to == from) to = from.PlusDays(1);
        bool whole = from.PlusDays(1) == to || from.PlusMonths(1) == to || from.PlusYears(1) == to;
        return whole && from.Year is >= 1900 and < 2100 ? new NamedTime.Calendar(first, last, from, to) : null;
    }

    /// <summary>"3 May", "August that same year". A month alone is nothing to reason with.</summary>
    private static NamedTime? InMonth(TimePhrase p, int first, int last, int storyYear)
    {
        int month = p.Month!.Value;
        if ((p.Day ?? p.Ordinal) is { } day)
        {
            return p.Year is null && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(2000, month) && !p.NamesYear
                ? new NamedTime.MonthDay(first, last, month, day, (IsoDayOfWeek)(p.Weekday ?? 0)) : null;
        }
        if (!p.NamesYear || p.Pointer != Pointer.Same || storyYear == 0) return null;
        var from = new LocalDate(storyYear, month, 1);
        return new NamedTime.Calendar(first, last, from, from.PlusMonths(1));
    }

    /// <summary>"today", "yesterday evening", "this morning", "last night": days from the day of the report.</summary>
    private static int? NearDay(TimePhrase p) =>
        p.DayOffset ?? (p.Part is null ? null : p.Pointer switch { Pointer.This => 0, Pointer.Last => -1, _ => (int?)null });

    /// <summary>"last year", "earlier this month". "The last year" is a length.</summary>
    private static NamedTime.Relative? Pointed(TimePhrase p, int first, int last)
    {
        int? offset = p.Pointer switch { Pointer.Last => -1, Pointer.This => 0, Pointer.Next => 1, _ => null };
        bool isKnown = p.Unit is TimeUnit.Week or TimeUnit.Month or TimeUnit.Year or TimeUnit.Decade;
        return offset is { } o && isKnown && !p.Fiscal && !p.Has(WordClass.Latest) && !p.Has(WordClass.Later) && !p.Words.StartsWith("the ", StringComparison.Ordinal)
            ? new NamedTime.Relative(first, last, p.Unit, o) : null;
    }

    private static Length? LengthOf(TimePhrase p)
    {
        if (Length.DaysIn(p.Unit) == 0 || p.FuzzyCount || p.SecondCount is not null || p.SecondUnit != TimeUnit.None) return null;
        double? count = p.Count ?? (IsOne(p.Words) ? 1 : null);
        if (count is null && p.Half) count = 0;
        if (count is not { } counted) return null;
        var bend = p.Mod switch
        {
            "MORE_THAN" or "EQUAL_OR_MORE" => Bend.MoreThan,
            "LESS_THAN" or "EQUAL_OR_LESS" => Bend.LessThan,
            "APPROX" => Bend.About,
            _ => Bend.Exact,
        };
        return new Length(counted + (p.Half ? 0.5 : 0), p.Unit, bend);
    }

    private static bool IsOne(string words) =>
        words.StartsWith("a ", StringComparison.Ordinal) || words.StartsWith("an ", StringComparison.Ordinal)
        || words.Contains(" a ", StringComparison.Ordinal) || words.Contains(" an ", StringComparison.Ordinal);

    private static void AddAnniversaries(TextWords words, List<NamedTime> named)
    {
        int before = named.Count;
        for (int i = 1; i < words.Count; i++)
        {
            if (!words[i].Is(Cue.Anniversary)) continue;
            if (words.Folded(i - 1) is "st" or "nd" or "rd" or "th" && i > 1 && words[i - 2].Number is > 0 and <= 150)
                named.Add(new NamedTime.Anniversary(i - 2, i, words[i - 2].Number));
            else if (Array.IndexOf(Ordinals, words.Folded(i - 1)) is var nth and >= 0)
                named.Add(new NamedTime.Anniversary(i - 1, i, nth + 1));
        }
        if (named.Count > before) named.Sort((a, b) => a.First.CompareTo(b.First));
    }
}
