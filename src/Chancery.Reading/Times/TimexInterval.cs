using System.Globalization;
using Chancery.Reports;
using NodaTime;
using NodaTime.Calendars;

namespace Chancery.Reading.Times;

/// <summary>The half-open interval a TIMEX3 date or time value stands for.</summary>
internal static class TimexInterval
{
    /// <returns>Null for lengths, references and values with unknown places (1998-WXX).</returns>
    public static TimeInterval? Of(string value)
    {
        if (value.Length < 2 || value[0] == 'P' || value.Contains('X', StringComparison.Ordinal) || value.EndsWith("REF", StringComparison.Ordinal)) return null;
        bool beforeChrist = value.StartsWith("BC", StringComparison.Ordinal);
        var rest = beforeChrist ? value[2..] : value;
        int dash = rest.IndexOf('-');
        var yearText = dash < 0 ? rest : rest[..dash];
        if (!int.TryParse(yearText, NumberStyles.None, CultureInfo.InvariantCulture, out int number)) return null;
        if (yearText.Length is 2 or 3) return dash >= 0 ? null : LongYears(number, yearText.Length == 2 ? 100 : 10, beforeChrist);
        int year = beforeChrist ? 1 - number : number;
        if (yearText.Length != 4 || year is < -9000 or > 9000) return null;
        return dash < 0 ? Days(new LocalDate(year, 1, 1), new LocalDate(year, 1, 1).PlusYears(1)) : Within(year, rest[(dash + 1)..]);
    }

    private static TimeInterval? LongYears(int number, int length, bool beforeChrist)
    {
        var from = beforeChrist ? new LocalDate(1 - ((number + 1) * length - 1), 1, 1) : new LocalDate(Math.Max(1, number * length), 1, 1);
        return Days(from, from.PlusYears(number == 0 && !beforeChrist ? length - 1 : length));
    }

    private static TimeInterval? Within(int year, string rest)
    {
        if (rest[0] == 'W') return InWeek(year, rest);
        if (rest[0] == 'Q' && rest.Length == 2) return Months(year, (rest[1] - '1') * 3 + 1, 3);
        if (rest[0] == 'H' && rest.Length == 2) return Months(year, (rest[1] - '1') * 6 + 1, 6);
        if (rest.Length == 2 && Season(rest) is { } month)
            return month == 12 ? Months(year - 1, 12, 3) : Months(year, month, 3);
        if (!Number(rest, 0, 2, out int m) || m is < 1 or > 12) return null;
        if (rest.Length == 2) return Months(year, m, 1);
        if (!Number(rest, 3, 2, out int d) || d < 1 || d > CalendarSystem.Iso.GetDaysInMonth(year, m)) return null;
        var day = new LocalDate(year, m, d);
        if (rest.Length == 5) return Days(day, day.PlusDays(1));
        return rest[5] == 'T' ? InDay(day, rest[6..]) : null;
    }

    private static TimeInterval? InWeek(int year, string rest)
    {
        if (!Number(rest, 1, 2, out int week) || week < 1 || week > WeekYearRules.Iso.GetWeeksInWeekYear(year)) return null;
        var monday = WeekYearRules.Iso.GetLocalDate(year, week, IsoDayOfWeek.Monday);
        if (rest.Length == 3) return Days(monday, monday.PlusWeeks(1));
        if (rest.EndsWith("-WE", StringComparison.Ordinal)) return Days(monday.PlusDays(5), monday.PlusWeeks(1));
        return null;
    }

    /// <summary>A part of the day by common report: morning 6-12, afternoon 12-18, evening 18-24, night 20-4, daytime 6-18.</summary>
    private static TimeInterval? InDay(LocalDate day, string time)
    {
        var midnight = day.AtMidnight();
        (int From, int To)? hours = time switch { "MO" => (6, 12), "AF" => (12, 18), "EV" => (18, 24), "NI" => (20, 28), "DT" => (6, 18), "MI" => (11, 13), _ => null };
        if (hours is { } h) return new TimeInterval(midnight.PlusHours(h.From), midnight.PlusHours(h.To));
        if (!Number(time, 0, 2, out int hour) || hour > 24) return null;
        if (time.Length == 2) return new TimeInterval(midnight.PlusHours(hour), midnight.PlusHours(hour + 1));
        if (!Number(time, 3, 2, out int minute) || minute > 59) return null;
        var from = midnight.PlusHours(hour).PlusMinutes(minute);
        return new TimeInterval(from, from.PlusMinutes(1));
    }

    private static int? Season(string code) => code switch { "SP" => 3, "SU" => 6, "FA" => 9, "WI" => 12, _ => null };

    private static TimeInterval? Months(int year, int month, int count) => month is < 1 or > 12 ? null
        : Days(new LocalDate(year, month, 1), new LocalDate(year, month, 1).PlusMonths(count));

    private static TimeInterval Days(LocalDate from, LocalDate to) => TimeInterval.Days(from, to);

    private static bool Number(string text, int at, int length, out int number)
    {
        number = 0;
        return at + length <= text.Length
            && int.TryParse(text.AsSpan(at, length), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
