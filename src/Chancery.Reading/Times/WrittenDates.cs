using System.Globalization;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Times;

/// <summary>Dates in digits: 1998-02-13, 02/13/98, 13.02.1998.</summary>
internal static class WrittenDates
{
    public static TimeAnswer Resolve(string written, TimeSetting s)
    {
        var parts = written.Split('-', '/', '.');
        Span<int> n = stackalloc int[3];
        for (int i = 0; i < parts.Length && i < 3; i++)
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out n[i])) return None();
        if (parts[0].Length == 4) return Of(n[0], n[1], n[2]);
        bool dayFirst = written.Contains('.', StringComparison.Ordinal) || n[0] > 12;
        var (month, day) = dayFirst ? (n[1], n[0]) : (n[0], n[1]);
        if (parts.Length == 3) return Of(parts[2].Length == 2 ? (n[2] > 40 ? 1900 : 2000) + n[2] : n[2], month, day);
        if (month is < 1 or > 12 || day is < 1 or > 31 || s.Published is not { } published) return None();
        return Of(Years.OfMonth(new AnchorDate(published, null), month, day, s), month, day) with { Basis = TimeBasis.Inferred };
    }

    private static TimeAnswer Of(int year, int month, int day) =>
        year is > 0 and < 9999 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new TimeAnswer(TimexType.Date, Timex.Day(new LocalDate(year, month, day))) : None();

    private static TimeAnswer None() => new(TimexType.Date, "", Reason: "no such day");
}
