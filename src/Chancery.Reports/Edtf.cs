using System.Globalization;
using NodaTime;

namespace Chancery.Reports;

/// <summary>
/// Times as EDTF (ISO 8601-2:2019, annex A), levels 0 and 1: what archives and catalogues read. Null where these levels have no way to
/// say it: a length, something repeated, the past as a whole, a weekday of no known week.
/// </summary>
public static class Edtf
{
    private const string Open = "..";

    public static string? Of(TimeExpression time) =>
        time.Type == TimexType.Set ? null : Of(time.Value, time.Interval, time.Mod);

    /// <param name="timex">TIMEX3 value.</param>
    /// <param name="interval">What it stands for; weeks, quarters and halves are written as the days or months they hold.</param>
    /// <param name="mod">TIMEX3 mod. The edges of a time (START, MID, END) have no sign at level 1 and are left out.</param>
    public static string? Of(string timex, TimeInterval? interval, string? mod = null)
    {
        if (interval is { } held && Bounded(held, mod) is { } bounded) return bounded;
        if (Point(timex) is { } point) return mod == "APPROX" && TakesDoubt(point) ? point + "~" : point;
        return interval is { } days ? Between(days.From.Date, LastDay(days).PlusDays(1)) : null;
    }

    /// <summary>From the first day up to and without the second; null is an end nobody told. The coarsest form that says the same days.</summary>
    public static string? Between(LocalDate? from, LocalDate? to)
    {
        if (from is null || to is null)
            return from is null && to is null ? null : $"{(from is { } f ? Day(f) : Open)}/{(to is { } t ? Day(t.PlusDays(-1)) : Open)}";
        var (first, last) = (from.Value, to.Value.PlusDays(-1));
        if (last < first) throw new ArgumentOutOfRangeException(nameof(to), "The end of an interval lies behind its beginning.");
        bool years = first.DayOfYear == 1 && to.Value.DayOfYear == 1, months = first.Day == 1 && to.Value.Day == 1;
        var (begin, end) = years ? (Year(first.Year), Year(last.Year)) : months ? (Month(first), Month(last)) : (Day(first), Day(last));
        return begin == end ? begin : $"{begin}/{end}";
    }

    private static string? Bounded(TimeInterval held, string? mod) => mod switch
    {
        "BEFORE" => Between(null, held.From.Date),
        "ON_OR_BEFORE" => Between(null, LastDay(held).PlusDays(1)),
        "AFTER" => Between(LastDay(held).PlusDays(1), null),
        "ON_OR_AFTER" => Between(held.From.Date, null),
        _ => null,
    };

    private static LocalDate LastDay(TimeInterval held) =>
        held.To.TimeOfDay == LocalTime.Midnight && held.To > held.From ? held.To.Date.PlusDays(-1) : held.To.Date;

    /// <summary>Only a whole year, month or day can be called approximate at level 1.</summary>
    private static bool TakesDoubt(string point) =>
        !point.Contains('X', StringComparison.Ordinal) && !point.Contains('T', StringComparison.Ordinal) && !IsSeason(point);

    private static bool IsSeason(string point)
    {
        int dash = point.IndexOf('-', 1);
        return dash > 0 && point.Length == dash + 3 && point[dash + 1] == '2';
    }

    /// <summary>The one date or time a value stands for, or null where it stands for several days or for none.</summary>
    private static string? Point(string timex)
    {
        bool beforeChrist = timex.StartsWith("BC", StringComparison.Ordinal);
        var rest = timex.AsSpan(beforeChrist ? 2 : 0);
        int digits = 0;
        while (digits < rest.Length && char.IsAsciiDigit(rest[digits])) digits++;
        int year = digits is > 0 and <= 4 ? int.Parse(rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture) : -1;
        if (digits is 2 or 3) return LongYears(rest, digits, beforeChrist);
        if (digits != 4) return null;
        if (beforeChrist) year = 1 - year;
        rest = rest[4..];
        return rest.IsEmpty ? Year(year) : rest[0] == '-' ? WithinYear(year, rest[1..]) : null;
    }

    /// <summary>198 is 198X, and so is 198X; a decade before Christ does not begin with a round year.</summary>
    private static string? LongYears(ReadOnlySpan<char> text, int digits, bool beforeChrist) =>
        !beforeChrist && text.Length <= 4 && text[digits..].IndexOfAnyExcept('X') < 0 ? text[..digits].ToString().PadRight(4, 'X') : null;

    private static string? WithinYear(int year, ReadOnlySpan<char> rest)
    {
        if (Season(rest) is { } season) return $"{Year(year)}-{season}";
        if (rest is "XX" or "XX-XX") return $"{Year(year)}-{rest}";
        if (!Two(rest, 0, out int month) || month is < 1 or > 12) return null;
        if (rest.Length == 2) return Month(new LocalDate(year, month, 1));
        if (rest[2..] is "-XX") return $"{Month(new LocalDate(year, month, 1))}-XX";
        if (rest[2] != '-' || !Two(rest, 3, out int day) || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month)) return null;
        var date = new LocalDate(year, month, day);
        return rest.Length == 5 ? Day(date) : rest[5] == 'T' ? InDay(date, rest[6..]) : null;
    }

    /// <summary>A clock time is written to the second, as level 0 asks for; a part of the day is its day.</summary>
    private static string? InDay(LocalDate date, ReadOnlySpan<char> time)
    {
        if (!Two(time, 0, out int hour)) return Day(date);
        if (time.Length < 5 || time[2] != ':' || !Two(time, 3, out int minute) || hour > 24 || minute > 59) return Day(date);
        if (hour == 24) (date, hour) = (date.PlusDays(1), 0);
        bool zone = time.Length == 8 && time[5] is '+' or '-' && Two(time, 6, out _);
        return string.Create(CultureInfo.InvariantCulture, $"{Day(date)}T{hour:00}:{minute:00}:00{(zone ? time[5..] : "")}");
    }

    private static string? Season(ReadOnlySpan<char> code) => code switch { "SP" => "21", "SU" => "22", "FA" => "23", "WI" => "24", _ => null };

    private static bool Two(ReadOnlySpan<char> text, int at, out int number)
    {
        number = 0;
        return at + 2 <= text.Length && int.TryParse(text.Slice(at, 2), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>Astronomical years, as ISO 8601 counts them: 0000 is 1 BC.</summary>
    private static string Year(int year) => (year < 0 ? "-" : "") + Math.Abs(year).ToString("0000", CultureInfo.InvariantCulture);

    private static string Month(LocalDate day) => string.Create(CultureInfo.InvariantCulture, $"{Year(day.Year)}-{day.Month:00}");
    private static string Day(LocalDate day) => string.Create(CultureInfo.InvariantCulture, $"{Month(day)}-{day.Day:00}");
}
