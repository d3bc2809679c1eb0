using System.Globalization;
using NodaTime;
using NodaTime.Calendars;

namespace Chancery.Reading.Times;

/// <summary>TIMEX3 values as text. Years before Christ are written BC0480, as TIMEX2 has them.</summary>
internal static class Timex
{
    public static string Year(int year) => year > 0 ? Text(year, 4) : "BC" + Text(1 - year, 4);
    public static string Month(int year, int month) => $"{Year(year)}-{Text(month, 2)}";
    public static string Day(LocalDate day) => $"{Month(day.Year, day.Month)}-{Text(day.Day, 2)}";
    public static string Quarter(int year, int quarter) => $"{Year(year)}-Q{quarter}";
    public static string Season(int year, string season) => $"{Year(year)}-{season}";

    public static string Week(LocalDate day) =>
        $"{Year(WeekYearRules.Iso.GetWeekYear(day))}-W{Text(WeekYearRules.Iso.GetWeekOfWeekYear(day), 2)}";

    /// <summary>Three digits: 198 for the 1980s.</summary>
    public static string Decade(int year) => year > 0 ? Text(year / 10, 3) : "BC" + Text((1 - year) / 10, 3);

    /// <summary>Two digits: 19 for the twentieth century, 1900 to 1999.</summary>
    public static string Century(int firstTwoDigits, bool beforeChrist) => (beforeChrist ? "BC" : "") + Text(firstTwoDigits, 2);

    /// <summary>A length: P3D, PT5H, P2.5Y, PXW for a number nobody told.</summary>
    public static string Length(double? count, TimeUnit unit)
    {
        string number = count is { } n ? n.ToString("0.##", CultureInfo.InvariantCulture) : "X";
        return unit switch
        {
            TimeUnit.Second => $"PT{number}S",
            TimeUnit.Minute => $"PT{number}M",
            TimeUnit.Hour => $"PT{number}H",
            TimeUnit.Day => $"P{number}D",
            TimeUnit.Week => $"P{number}W",
            TimeUnit.Fortnight => Length(count * 2, TimeUnit.Week),
            TimeUnit.Weekend => Length(count * 2, TimeUnit.Day),
            TimeUnit.Month => $"P{number}M",
            TimeUnit.Quarter => count is null ? "PXQ" : Length(count * 3, TimeUnit.Month),
            TimeUnit.Season => Length(count * 3, TimeUnit.Month),
            TimeUnit.Decade => count is null ? "PXDE" : Length(count * 10, TimeUnit.Year),
            TimeUnit.QuarterCentury => Length((count ?? 1) * 25, TimeUnit.Year),
            TimeUnit.HalfCentury => Length((count ?? 1) * 50, TimeUnit.Year),
            TimeUnit.Century => count is null ? "PXCE" : Length(count * 100, TimeUnit.Year),
            TimeUnit.Millennium => count is null ? "PXL" : Length(count * 1000, TimeUnit.Year),
            _ => $"P{number}Y",
        };
    }

    private static string Text(int number, int digits) => number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
}
