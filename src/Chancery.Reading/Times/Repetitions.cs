using System.Globalization;
using Chancery.Reports;

namespace Chancery.Reading.Times;

/// <summary>Sets: "every Monday", "daily", "twice a month".</summary>
internal static class Repetitions
{
    public static TimeAnswer Resolve(TimePhrase p)
    {
        string? quant = p.Has(WordClass.Every) ? p.Words.StartsWith("each", StringComparison.Ordinal) ? "EACH" : "EVERY" : null;
        string? freq = Often(p);
        string value = p.Periodic ?? Value(p);
        return new TimeAnswer(TimexType.Set, value, Quant: quant, Freq: freq ?? (p.Periodic is not null ? "1X" : null), Reason: "something repeated");
    }

    private static string Value(TimePhrase p)
    {
        if (p.Weekday is { } weekday) return $"XXXX-WXX-{weekday}" + (p.Part is { } part ? $"T{part}" : "");
        if (p.Part is { } alone) return $"XXXX-XX-XXT{alone}";
        if (p.Season is { } season) return $"XXXX-{season}";
        if (p.Month is { } month) return $"XXXX-{month:00}";
        if (p.Words == "everyday") return "P1D";
        if (p.Words.StartsWith("year", StringComparison.Ordinal)) return "P1Y";
        double? count = p.Has(WordClass.Every) && !p.Has(WordClass.TimesWord) && !p.Has(WordClass.TimesCount) ? p.Ordinal ?? p.Count ?? 1 : 1;
        if (p.Words.Contains(" other ", StringComparison.Ordinal)) count = 2;
        return p.FuzzyCount ? Timex.Length(null, p.Unit) : Timex.Length(count, p.NamesQuarter ? TimeUnit.Quarter : p.Unit);
    }

    private static string? Often(TimePhrase p) => (p.Has(WordClass.TimesWord) || p.Has(WordClass.TimesCount)) && p.Count is { } times
        ? times.ToString("0", CultureInfo.InvariantCulture) + "X" : null;
}
