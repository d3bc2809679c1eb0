using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Times;

/// <summary>Quarters and the periods that business reports hold against each other.</summary>
internal static class BusinessPeriods
{
    public static TimeAnswer Quarter(TimePhrase p, TimeSetting s)
    {
        int nth = p.QuarterName ?? p.Ordinal ?? 0;
        if (nth is < 1 or > 4) return Resolve(p, s);
        if (p.Year is { } stated) return new TimeAnswer(TimexType.Date, Timex.Quarter(stated, nth));
        if (s.Published is not { } published) return CalendarTimes.Undated(TimexType.Date, $"XXXX-Q{nth}");
        int year = p.ShortYear is { } two ? published.Year / 100 * 100 + two : p.Pointer switch
        {
            Pointer.Last or Pointer.Previous => published.Year - 1,
            Pointer.Next or Pointer.Following => published.Year + 1,
            Pointer.This => published.Year,
            _ => Nearest(published, nth, s.Tense),
        };
        return new TimeAnswer(TimexType.Date, Timex.Quarter(year, nth), TimeBasis.Inferred);
    }

    // a quarter is reported on when it is over or about to be
    private static int Nearest(LocalDate published, int nth, Tense tense)
    {
        int now = (published.Month + 2) / 3;
        return nth > now && tense != Tense.Future && nth != now + 1 || nth == 4 && now == 1 && tense != Tense.Future ? published.Year - 1 : published.Year;
    }

    public static TimeAnswer Resolve(TimePhrase p, TimeSetting s)
    {
        if (s.Published is not { } published) return CalendarTimes.Undated(TimexType.Date, "XXXX-QX");
        var (year, quarter) = s.Quarter ?? Before(published);
        if (p.Ordinal is >= 1 and <= 4) quarter = p.Ordinal.Value;
        if (p.Year is { } stated) year = stated;
        else if (p.Has(WordClass.YearAgo) || p.NamesYear && (p.Pointer == Pointer.Last || p.Direction < 0)) year--;
        if (s.YearPeriod && p.Ordinal is null && !p.NamesQuarter && !p.Has(WordClass.Latest)) return new TimeAnswer(TimexType.Date, Timex.Year(year), TimeBasis.Inferred);
        if (p.NamesYear && p.Has(WordClass.Latest)) return new TimeAnswer(TimexType.Date, Timex.Year(published.Year), TimeBasis.Inferred);
        return new TimeAnswer(TimexType.Date, Timex.Quarter(year, quarter), TimeBasis.Inferred);
    }

    /// <summary>The quarter that was over last.</summary>
    public static (int Year, int Quarter) Before(LocalDate published)
    {
        int quarter = (published.Month + 2) / 3 - 1;
        return quarter == 0 ? (published.Year - 1, 4) : (published.Year, quarter);
    }
}
