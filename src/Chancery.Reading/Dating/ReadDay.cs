using System.Collections.Frozen;
using NodaTime;

namespace Chancery.Reading.Dating;

/// <summary>Which number of <c>04/05/2020</c> is the day.</summary>
public enum DayOrder { DayFirst, MonthFirst }

/// <summary>Reads a calendar day that is written out alone: 25.05.2017, 2017-05-25, 25 May 2017, May 25, 2017, 25. Mai 2017.</summary>
public static class ReadDay
{
    private static readonly FrozenDictionary<string, int> Months = Lexicon.Rows("Dating/months.tsv", 3)
        .SelectMany(row => row[2].Split(' ').Select(name => (name, month: int.Parse(row[0], null))))
        .ToFrozenDictionary(pair => pair.name, pair => pair.month, StringComparer.Ordinal);

    /// <summary>The month a name stands for, in English, German, French, Spanish or Polish; 0 where it is no month.</summary>
    public static int Month(string lowerCaseName) => Months.GetValueOrDefault(lowerCaseName);

    /// <summary>The day that the text is, and nothing besides a weekday's name; null where it is no day of the calendar.</summary>
    /// <param name="order">How a date such as 04/05/2020 is read, which both ways would be possible.</param>
    public static LocalDate? Of(ReadOnlySpan<char> text, DayOrder order = DayOrder.DayFirst)
    {
        if (text.Length is < 8 or > 40) return null;
        Span<Range> parts = stackalloc Range[7];
        int count = text.SplitAny(parts, " .,/-\u00A0", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (count == 4 && IsWord(text[parts[0]])) // "Monday, 25 May 2017"
        {
            parts = parts[1..];
            count = 3;
        }
        if (count == 5 && text[parts[1]] is "de" && text[parts[3]] is "de") (parts[1], parts[2], count) = (parts[2], parts[4], 3);
        if (count != 3) return null;

        int first = Number(text[parts[0]]), second = Number(text[parts[1]]), third = Number(text[parts[2]]);
        if (second == 0 && third >= 1900) return Day(third, MonthOf(text[parts[1]]), first);
        if (first == 0 && third >= 1900) return Day(third, MonthOf(text[parts[0]]), second);
        if (first >= 1900) return Day(first, second, third);
        if (third < 1900) return null;
        bool monthFirst = second > 12 || (order == DayOrder.MonthFirst && first <= 12 && text.Contains('/'));
        return monthFirst ? Day(third, first, second) : Day(third, second, first);
    }

    private static int MonthOf(ReadOnlySpan<char> name) => Month(name.ToString().ToLowerInvariant());

    private static bool IsWord(ReadOnlySpan<char> part) => part.Length > 2 && Number(part) == 0 && MonthOf(part) == 0;

    /// <summary>A number of at most four digits, also "25th"; 0 where it is none.</summary>
    private static int Number(ReadOnlySpan<char> part)
    {
        int digits = 0, value = 0;
        while (digits < part.Length && digits < 5 && char.IsAsciiDigit(part[digits])) value = value * 10 + part[digits++] - '0';
        if (digits is 0 or 5) return 0;
        return part[digits..] is "" or "st" or "nd" or "rd" or "th" or "er" ? value : 0;
    }

    private static LocalDate? Day(int year, int month, int day) =>
        year is >= 1900 and < 2200 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;
}
