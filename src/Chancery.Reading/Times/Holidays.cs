using System.Globalization;
using NodaTime;

namespace Chancery.Reading.Times;

/// <summary>Feast days by name, each with the rule that gives its date in a year, or the reason why none does.</summary>
internal sealed class Holidays
{
    private readonly Dictionary<string, Func<int, LocalDate>> _rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _reasons = new(StringComparer.Ordinal);

    public Holidays(IEnumerable<string[]> rows)
    {
        var names = new List<string>();
        foreach (var row in rows)
        {
            if (row.Length != 2) throw new FormatException($"holidays.tsv: “{string.Join(' ', row)}” is not a name and a rule.");
            names.Add(row[0]);
            if (row[1].StartsWith("- ", StringComparison.Ordinal)) _reasons.Add(row[0], row[1][2..]);
            else _rules.Add(row[0], Rule(row[1]));
        }
        Names = names;
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>The day in a year, or null where no rule gives it.</summary>
    public LocalDate? In(int year, string name) => _rules.TryGetValue(name, out var rule) && year is > 0 and < 9999 ? rule(year) : null;

    public string Reason(string name) => _reasons.GetValueOrDefault(name, "no rule gives its date");

    private static Func<int, LocalDate> Rule(string rule)
    {
        const string dayAfter = "day after ", tuesdayAfter = "Tue after ";
        if (rule.StartsWith(dayAfter, StringComparison.Ordinal) || rule.StartsWith(tuesdayAfter, StringComparison.Ordinal))
        {
            var inner = Rule(rule[10..]);
            return year => inner(year).PlusDays(1);
        }
        var parts = rule.Split(' ');
        if (parts is ["Easter", var offset])
        {
            int days = int.Parse(offset, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            return year => Easter(year).PlusDays(days);
        }
        if (parts is [var nth, var weekday, var inMonth])
        {
            int month = int.Parse(inMonth, NumberStyles.None, CultureInfo.InvariantCulture);
            var day = weekday switch { "Mon" => IsoDayOfWeek.Monday, "Thu" => IsoDayOfWeek.Thursday, "Sun" => IsoDayOfWeek.Sunday, _ => throw new FormatException($"holidays.tsv: “{rule}”.") };
            if (nth == "last")
                return year => new LocalDate(year, month, 1).PlusMonths(1).With(DateAdjusters.Previous(day));
            int n = int.Parse(nth, NumberStyles.None, CultureInfo.InvariantCulture);
            return year => new LocalDate(year, month, 1).With(DateAdjusters.NextOrSame(day)).PlusWeeks(n - 1);
        }
        if (rule.Length == 5 && rule[2] == '-')
        {
            int month = int.Parse(rule.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture);
            int day = int.Parse(rule.AsSpan(3, 2), NumberStyles.None, CultureInfo.InvariantCulture);
            return year => new LocalDate(year, month, day);
        }
        throw new FormatException($"holidays.tsv: the rule “{rule}” is not understood.");
    }

    /// <summary>Easter Sunday of the Gregorian calendar (Meeus).</summary>
    public static LocalDate Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return new LocalDate(year, n / 31, n % 31 + 1);
    }
}
