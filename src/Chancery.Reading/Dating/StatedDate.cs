using Chancery.Reports;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Reading.Dating;

/// <summary>A date given with the input, before it is checked: 2020, 2020-01, 2020-01-03 or 2020-01-03T18:30 (with seconds and zone or without).</summary>
public static class StatedDate
{
    /// <summary>What is published by a stated date. The text is kept as stated also where it names no day; then the date is unknown.</summary>
    public static Published Witness(string? stated)
    {
        if (string.IsNullOrWhiteSpace(stated)) return Published.Unknown;
        var text = stated.Trim();
        var (date, precision, time) = Parse(text);
        return date is null
            ? Published.Unknown with { Stated = stated }
            : new Published(date, precision, PublishedBasis.Stated, text, [], time);
    }

    private static (LocalDate?, DatePrecision?, LocalTime?) Parse(string text)
    {
        if (text.Length == 4 && LocalDatePattern.Iso.Parse(text + "-01-01") is { Success: true, Value: var year })
            return (year, DatePrecision.Year, null);
        if (text.Length == 7 && LocalDatePattern.Iso.Parse(text + "-01") is { Success: true, Value: var month })
            return (month, DatePrecision.Month, null);
        if (text.Length < 10 || LocalDatePattern.Iso.Parse(text[..10]) is not { Success: true, Value: var day }) return default;
        if (text.Length == 10) return (day, DatePrecision.Day, null);
        if (text[10] is not ('T' or ' ')) return default;
        return text.Length >= 16 && LocalTimePattern.CreateWithInvariantCulture("HH':'mm").Parse(text[11..16]) is { Success: true, Value: var time }
            ? (day, DatePrecision.Minute, time)
            : (day, DatePrecision.Day, null);
    }
}
