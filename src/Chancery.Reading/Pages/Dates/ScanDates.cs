using NodaTime;

namespace Chancery.Reading.Pages.Dates;

/// <summary>A calendar day written out somewhere, with the time of day where one stands beside it.</summary>
/// <param name="At">Where in the scanned text it begins; <paramref name="End"/> is the offset past the day.</param>
/// <param name="IsUtc">The time is given in UTC ("Z", "GMT", "+00:00"), so that a reader elsewhere may have seen another day.</param>
/// <param name="Other">The day it would be with day and month exchanged, where both ways are possible.</param>
internal readonly record struct WrittenDay(LocalDate Day, LocalTime? Time, int At, int End, bool IsUtc = false, LocalDate? Other = null);

/// <summary>
/// Finds days in text of any language the month names know: 2019-10-18, 18.10.2019, 10/18/2019, 18. Oktober 2019, Oct 18, 2019,
/// 18 de octubre de 2019, 2019年10月18日. One pass, nothing is tried twice from the same place.
/// </summary>
internal static class ScanDates
{
    private const int FirstYear = 1990, LastYear = 2099;

    /// <param name="monthFirst">How 04/05/2020 is read.</param>
    public static void Find(ReadOnlySpan<char> text, bool monthFirst, List<WrittenDay> found)
    {
        int i = 0;
        while (i < text.Length)
        {
            int step = text[i..].IndexOfAnyInRange('0', '9');
            if (step < 0) return;
            int digits = i + step;
            // a month's name before the number: "October 18, 2019"
            int month = WordBefore(text, digits, out int wordStart);
            int end = month > 0 ? MonthDayYear(text, wordStart, month, digits, found) : 0;
            if (end == 0) end = FromNumber(text, digits, monthFirst, found);
            i = Math.Max(end, digits + Digits(text, digits).Length);
        }
    }

    private static ReadOnlySpan<char> Digits(ReadOnlySpan<char> text, int at)
    {
        int end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return text[at..end];
    }

    /// <summary>The month named by the word that ends right before an offset (but for a full stop and spaces).</summary>
    private static int WordBefore(ReadOnlySpan<char> text, int at, out int start)
    {
        int end = at;
        while (end > 0 && end > at - 3 && (Html.Entities.IsSpace(text[end - 1]) || text[end - 1] is '.' or '-' or '/')) end--;
        start = end;
        while (start > 0 && end - start < 16 && char.IsLetter(text[start - 1])) start--;
        return end == at ? 0 : MonthNames.Of(text[start..end]);
    }

    private static int MonthDayYear(ReadOnlySpan<char> text, int start, int month, int at, List<WrittenDay> found)
    {
        // "Apr 042013": day and year in elements of their own, with nothing between them
        var digits = Digits(text, at);
        if (digits.Length is 5 or 6)
            return Add(text, int.Parse(digits[^4..], null), month, int.Parse(digits[..^4], null), start, at + digits.Length, found);
        if (!Number(text, at, 1, 2, out int day, out int next)) return 0;
        next = SkipLinks(text, next);
        return Number(text, next, 4, 4, out int year, out int end) ? Add(text, year, month, day, start, end, found) : 0;
    }

    private static int FromNumber(ReadOnlySpan<char> text, int at, bool monthFirst, List<WrittenDay> found)
    {
        var digits = Digits(text, at);
        int next = at + digits.Length;
        switch (digits.Length)
        {
            case 4: return YearFirst(text, at, next, found);
            case 8: return Compact(text, at, next, found);
            case 1 or 2: break;
            default: return 0;
        }
        int first = int.Parse(digits, null);
        int word = SkipLinks(text, next);
        int wordEnd = word;
        while (wordEnd < text.Length && char.IsLetter(text[wordEnd]) && wordEnd - word < 17) wordEnd++;
        if (wordEnd > word && MonthNames.Of(text[word..wordEnd]) is > 0 and var month)
            return Number(text, SkipLinks(text, wordEnd), 4, 4, out int named, out int namedEnd) ? Add(text, named, month, first, at, namedEnd, found) : 0;

        if (next + 1 < text.Length && text[next] == ' ' && text[next + 1] == '|') next++; // 26 | 01 | 2022
        if (next >= text.Length || text[next] is not ('.' or '/' or '-' or '|')) return 0;
        char mark = text[next];
        int second = SkipSpace(text, next + 1);
        if (!Number(text, second, 1, 2, out int middle, out next)) return 0;
        if (mark == '|') next = SkipSpace(text, next);
        if (next >= text.Length || text[next] != mark) return 0;
        int third = SkipSpace(text, next + 1);
        if (!Number(text, third, 4, 4, out int year, out int end))
        {
            if (mark is '-' or '|' || !Number(text, third, 2, 2, out year, out end) || (end < text.Length && text[end] is '.' or '/' or ':')) return 0;
            year += 2000;
        }
        bool swapped = (monthFirst && mark != '.' && first <= 12) || (middle > 12 && first <= 12);
        bool either = mark != '.' && first <= 12 && middle <= 12 && first != middle;
        return swapped
            ? Add(text, year, first, middle, at, end, found, either ? Day(year, middle, first) : null)
            : Add(text, year, middle, first, at, end, found, either ? Day(year, first, middle) : null);
    }

    /// <summary>2019-10-18, 2019/10/18, 2019.10.18, 2019年10月18日, "2019. október 18."</summary>
    private static int YearFirst(ReadOnlySpan<char> text, int at, int next, List<WrittenDay> found)
    {
        int year = int.Parse(text[at..next], null);
        if (year is < FirstYear or > LastYear || next >= text.Length) return 0;
        if (text[next] is '-' or '/' or '.' or '年' or '_')
        {
            int rest = SkipSpace(text, next + 1);
            if (Number(text, rest, 1, 2, out int month, out int mark) && mark < text.Length && (text[mark] == text[next] || text[mark] == '月'))
                return Number(text, SkipSpace(text, mark + 1), 1, 2, out int day, out int end) ? Add(text, year, month, day, at, end, found) : 0;
        }
        int word = SkipLinks(text, next);
        int wordEnd = word;
        while (wordEnd < text.Length && char.IsLetter(text[wordEnd]) && wordEnd - word < 17) wordEnd++;
        if (wordEnd == word || MonthNames.Of(text[word..wordEnd]) is not (> 0 and var named)) return 0;
        return Number(text, SkipLinks(text, wordEnd), 1, 2, out int last, out int stop) ? Add(text, year, named, last, at, stop, found) : 0;
    }

    private static int Compact(ReadOnlySpan<char> text, int at, int end, List<WrittenDay> found)
    {
        int number = int.Parse(text[at..end], null);
        return Add(text, number / 10000, number / 100 % 100, number % 100, at, end, found);
    }

    private static bool Number(ReadOnlySpan<char> text, int at, int least, int most, out int value, out int end)
    {
        (value, end) = (0, at);
        while (end < text.Length && char.IsAsciiDigit(text[end]) && end - at <= most) value = value * 10 + text[end++] - '0';
        return end - at >= least && end - at <= most;
    }

    private static int SkipSpace(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && Html.Entities.IsSpace(text[at])) at++;
        return at;
    }

    /// <summary>Past spaces, a full stop, a comma, an apostrophe and the small words of a date.</summary>
    private static int SkipLinks(ReadOnlySpan<char> text, int at)
    {
        for (int guard = 0; guard < 4; guard++)
        {
            while (at < text.Length && (Html.Entities.IsSpace(text[at]) || text[at] is '.' or ',' or '-' or '/' or 'º' or '°')) at++;
            int end = at;
            while (end < text.Length && char.IsLetter(text[end]) && end - at < 4) end++;
            if (end == at || (end < text.Length && char.IsLetter(text[end])) || !MonthNames.IsLink(text[at..end])) return at;
            at = end;
        }
        return at;
    }

    private static LocalDate? Day(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day) : null;

    private static int Add(ReadOnlySpan<char> text, int year, int month, int day, int at, int end, List<WrittenDay> found, LocalDate? other = null)
    {
        if (Day(year, month, day) is not { } date) return 0;
        if (end < text.Length && char.IsAsciiDigit(text[end])) return 0;
        if (at > 0 && char.IsAsciiDigit(text[at - 1])) return 0;
        var time = TimeAfter(text, end, out bool utc);
        found.Add(new WrittenDay(date, time, at, end, utc, other));
        return end;
    }

    /// <summary>The time of day within a few characters after a date: "T18:30:00Z", ", 18:30 Uhr", " at 6:30 pm", " - 18.30".</summary>
    private static LocalTime? TimeAfter(ReadOnlySpan<char> text, int end, out bool utc)
    {
        utc = false;
        var rest = text.Slice(end, Math.Min(32, text.Length - end));
        int at = rest.IndexOfAnyInRange('0', '9');
        if (at is < 0 or > 12 || rest[..at].IndexOfAny("\n()[]") >= 0) return null;
        if (!Number(rest, at, 1, 2, out int hour, out int mark) || mark >= rest.Length || rest[mark] is not (':' or '.' or 'h' or 'H')) return null;
        if (!Number(rest, mark + 1, 2, 2, out int minute, out int next) || hour > 23 || minute > 59) return null;
        if (rest[mark] == '.' && next < rest.Length && rest[next] == '.') return null; // 18.10.19 begins another date
        if (next < rest.Length && rest[next] == ':' && Number(rest, next + 1, 2, 2, out _, out int seconds)) next = seconds;
        if (next < rest.Length && rest[next] == '.')
            for (next++; next < rest.Length && char.IsAsciiDigit(rest[next]); next++) { }
        var tail = rest[next..].TrimStart();
        if (hour is >= 1 and <= 12 && tail.Length > 1 && tail[0] is 'p' or 'P' && tail[1] is 'm' or 'M' or '.') hour = hour % 12 + 12;
        utc = (tail.Length > 0 && tail[0] == 'Z') || tail.StartsWith("+00") || tail.StartsWith("GMT") || tail.StartsWith("UTC");
        return new LocalTime(hour, minute);
    }
}
