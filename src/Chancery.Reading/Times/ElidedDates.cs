using System.Globalization;
using Chancery.Reports;

namespace Chancery.Reading.Times;

/// <summary>
/// Dates that leave to a neighbour what they share with it: the 6 of "6-7 January", the 5 of "May 4 and 5", the "5th, 2013" of "May 4th to 5th, 2013",
/// the 17 of "1915-17", the 499 of "499 to 493 BC".
/// </summary>
internal static class ElidedDates
{
    private static readonly string[] Joints = ["-", "–", " to ", " and ", " or ", " until ", " through ", " - ", " – "];

    /// <summary>The phrases with the elided ones put among them, in text order.</summary>
    public static List<TimePhrase> Among(string text, List<TimePhrase> phrases)
    {
        var all = new List<TimePhrase>(phrases.Count);
        foreach (var phrase in phrases)
        {
            int floor = all.Count > 0 ? all[^1].Span.End : 0;
            if (phrase.Span.Start < floor && all[^1] is { IsElided: true, Year: not null }) continue; // the year of "May 4-5, 2013" stands in the 5 already
            if (Before(text, phrase) is { } before && before.Span.Start >= floor) all.Add(before);
            all.Add(phrase);
            if (After(text, phrase) is { } after) all.Add(after);
        }
        for (int i = all.Count - 2; i >= 0; i--)
            if (all[i].Span.Overlaps(all[i + 1].Span)) all.RemoveAt(i);
        return all;
    }

    private static TimePhrase? Before(string text, TimePhrase phrase)
    {
        int at = phrase.Span.Start;
        bool days = phrase.Day is not null && phrase.Month is not null && char.IsAsciiDigit(text[at]);
        bool years = phrase.BeforeChrist && phrase.Month is null && phrase.Count is not null && char.IsAsciiDigit(text[at]);
        if (!days && !years) return null;
        foreach (var joint in Joints)
        {
            int end = at - joint.Length;
            if (end <= 0 || !text.AsSpan(end, joint.Length).SequenceEqual(joint)) continue;
            int start = end;
            while (start > 0 && char.IsAsciiDigit(text[start - 1])) start--;
            if (start < end && (start == 0 || text[start - 1] is ' ' or '(' or '[')) return Share(text, new Span(start, end), phrase, days);
        }
        return null;
    }

    private static TimePhrase? After(string text, TimePhrase phrase)
    {
        int at = phrase.Span.End;
        bool days = phrase.Day is not null && phrase.Month is not null && phrase.Year is null && (char.IsAsciiDigit(text[at - 1]) || at > 3 && SuffixLength(text, at - 2) == 2);
        bool years = phrase.Year is not null && phrase.Month is null && at - phrase.Span.Start == 4;
        if (!days && !years) return null;
        foreach (var joint in Joints.AsSpan(0, days ? 5 : 2))
        {
            int start = at + joint.Length;
            if (start >= text.Length || !text.AsSpan(at, joint.Length).SequenceEqual(joint)) continue;
            int end = start;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            bool ordinal = days && end > start && SuffixLength(text, end) == 2;
            if (ordinal) end += 2;
            if (days && end > start && YearAfter(text, end) is { } dated) return Share(text, new Span(start, dated), phrase, days);
            bool ends = ordinal || end == text.Length || text[end] is '.' or ';' or ')' or '\n' || text[end] == ',' && end + 1 < text.Length && text[end + 1] == ' '
                || text[end] == ' ' && joint is "-" or "–";
            if (ends && end > start && (days || end - start == 2)) return Share(text, new Span(start, end), phrase, days);
        }
        return null;
    }

    /// <summary>The end of ", 2013" or " 2013" where it stands here.</summary>
    private static int? YearAfter(string text, int at)
    {
        if (at < text.Length && text[at] == ',') at++;
        if (at + 5 > text.Length || text[at] != ' ' || text[at + 1] is not ('1' or '2')) return null;
        for (int i = 1; i <= 4; i++)
            if (!char.IsAsciiDigit(text[at + i])) return null;
        return at + 5 == text.Length || !char.IsLetterOrDigit(text[at + 5]) ? at + 5 : null;
    }

    private static int SuffixLength(string text, int at) =>
        at > 0 && at + 2 <= text.Length && char.IsAsciiDigit(text[at - 1]) && text.AsSpan(at, 2) is "st" or "nd" or "rd" or "th" && (at + 2 == text.Length || !char.IsLetterOrDigit(text[at + 2])) ? 2 : 0;

    /// <summary>The phrase at a span with the rest taken from its neighbour, or null where the number does not fit.</summary>
    public static TimePhrase? Share(string text, Span span, TimePhrase neighbour)
    {
        bool days = neighbour.Day is not null && neighbour.Month is not null;
        return Share(text, span, neighbour, days);
    }

    private static TimePhrase? Share(string text, Span span, TimePhrase neighbour, bool days)
    {
        if (Parts(span.Of(text)) is not { } parts || parts.Number == 0) return null;
        if (days) return parts.Number <= 31 ? neighbour.Beside(text, span, day: parts.Number, year: parts.Year) : null;
        if (parts.Year is not null) return null;
        int number = parts.Number;
        if (neighbour.BeforeChrist) return neighbour.Beside(text, span, count: number);
        return neighbour.Year is { } year && number < 100 && number > year % 100 ? neighbour.Beside(text, span, year: year / 100 * 100 + number) : null;
    }

    /// <summary>"5", "5th", "5, 2013".</summary>
    private static (int Number, int? Year)? Parts(ReadOnlySpan<char> told)
    {
        int digits = 0;
        while (digits < told.Length && char.IsAsciiDigit(told[digits])) digits++;
        if (digits is 0 or > 4) return null;
        int number = int.Parse(told[..digits], NumberStyles.None, CultureInfo.InvariantCulture);
        if (told.Length <= digits + 2) return (number, null);
        return int.TryParse(told[^4..], NumberStyles.None, CultureInfo.InvariantCulture, out int year) ? (number, year) : null;
    }
}
