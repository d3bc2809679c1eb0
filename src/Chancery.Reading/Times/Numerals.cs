using System.Globalization;

namespace Chancery.Reading.Times;

/// <summary>Words written in digits: 8, 8th, 1998, '98, 1990s, 2.5, 1/2, 10:35, 1998-02-13, 10/26/89.</summary>
internal static class Numerals
{
    /// <returns>No shape for a numeral that is no part of a time: 1,000,000 stays a number, 555-1234 does not.</returns>
    public static (NumberShape? Shape, int Stop, double Number) Read(string text, int at, int end)
    {
        bool apostrophe = !char.IsAsciiDigit(text[at]);
        int start = apostrophe ? at + 1 : at;
        int stop = Run(text, start, end);
        int digits = stop - start;
        if (digits > 9) return (null, stop, 0);
        int number = int.Parse(text.AsSpan(start, digits), NumberStyles.None, CultureInfo.InvariantCulture);
        if (Suffix(text, stop, end, "s") && digits is 2 or 3 or 4 && number % 10 == 0 && (apostrophe || digits > 1))
            return (NumberShape.Decade, stop + 1, number);
        if (apostrophe) return (NumberShape.ShortYear, stop, number);
        if (Suffix(text, stop, end, number % 100 is 11 or 12 or 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" }))
            return (number is >= 1 and <= 31 ? NumberShape.OrdinalDay : NumberShape.Ordinal, stop + 2, number);
        if (stop < end && Composed(text, start, stop, end) is { } composed) return composed;
        if (stop < end && char.IsLetter(text[stop]) && !Hours(text, stop, end)) return (null, Word(text, stop, end), 0);
        return (Plain(number, digits), stop, number);
    }

    private static (NumberShape? Shape, int Stop, double Number)? Composed(string text, int start, int stop, int end)
    {
        char mark = text[stop];
        if (!(mark is ':' or '.' or ',' or '/' or '-') || stop + 1 >= end || !char.IsAsciiDigit(text[stop + 1])) return null;
        int first = int.Parse(text.AsSpan(start, stop - start), NumberStyles.None, CultureInfo.InvariantCulture);
        int next = Run(text, stop + 1, end);
        int length = next - stop - 1;
        if (length > 6) return (null, next, 0);
        int second = int.Parse(text.AsSpan(stop + 1, length), NumberStyles.None, CultureInfo.InvariantCulture);
        switch (mark)
        {
            case ':' when first <= 24 && length == 2 && second < 60:
                if (next + 2 < end && text[next] == ':' && char.IsAsciiDigit(text[next + 1])) next = Run(text, next + 1, end);
                return (NumberShape.Clock, next, first * 100 + second);
            case ',' when length == 3 && stop - start <= 3:
                double grouped = first * 1000.0 + second;
                while (next + 3 < end && text[next] == ',' && Run(text, next + 1, end) - next - 1 == 3)
                {
                    grouped = grouped * 1000 + int.Parse(text.AsSpan(next + 1, 3), NumberStyles.None, CultureInfo.InvariantCulture);
                    next += 4;
                }
                return (NumberShape.Number, next, grouped);
            case '.' when first <= 31 && length == 2 && next + 1 < end && text[next] == '.' && char.IsAsciiDigit(text[next + 1]):
            case '/' when next + 1 < end && text[next] == '/' && char.IsAsciiDigit(text[next + 1]):
                return (NumberShape.Slashed, Run(text, next + 1, end), 0);
            case '.':
                return (NumberShape.Number, next, double.Parse(text.AsSpan(start, next - start), CultureInfo.InvariantCulture));
            case '/' when second is 2 or 4 or 3 && first < second:
                return (NumberShape.Fraction, next, (double)first / second);
            case '/':
                return (null, next, 0);
            case '-' when stop - start == 4 && length == 2 && first is > 1000 and < 2200 && second is >= 1 and <= 12:
                if (next + 1 < end && text[next] == '-' && Run(text, next + 1, end) is var last && last - next == 3) return (NumberShape.Iso, last, 0);
                return null;
            default:
                return null;
        }
    }

    private static NumberShape Plain(int number, int digits) =>
        digits == 4 && number is >= 1000 and < 2200 ? NumberShape.FourDigits
        : digits > 2 || number is 0 or > 31 ? NumberShape.Number
        : number <= 12 ? NumberShape.UpToTwelve : number <= 24 ? NumberShape.UpToTwentyFour : NumberShape.UpToThirtyOne;

    private static int Run(string text, int at, int end)
    {
        while (at < end && char.IsAsciiDigit(text[at])) at++;
        return at;
    }

    private static int Word(string text, int at, int end)
    {
        while (at < end && char.IsLetterOrDigit(text[at])) at++;
        return at;
    }

    /// <summary>"5pm": the letters are a word of their own.</summary>
    private static bool Hours(string text, int at, int end) =>
        Suffix(text, at, end, "am") || Suffix(text, at, end, "pm") || (at + 1 < end && text[at] is 'a' or 'p' && text[at + 1] == '.');

    private static bool Suffix(string text, int at, int end, string suffix) =>
        at + suffix.Length <= end
        && text.AsSpan(at, suffix.Length).Equals(suffix, StringComparison.OrdinalIgnoreCase)
        && (at + suffix.Length == end || !char.IsLetterOrDigit(text[at + suffix.Length]));
}
