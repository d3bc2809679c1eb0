using System.Text.RegularExpressions;
using Chancery.Records.Claims;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Tests.Records;

/// <summary>Claims as the record would give them, made by hand from one line each.</summary>
internal static partial class MadeClaim
{
    /// <param name="line">
    /// "suspend 2018-08 [authorised] [part] [denied …] of NAME [in WHOLE] by REPORT [on DAY]": the day a report was published is its described day where not said. Described days are
    /// 2018, 2018-08, 2018-08-31, 2018-08-03..2018-08-09, ..2018-09-30 for "by then", and ~2018-08-31 for a report's own day, where it gives none.
    /// </param>
    public static ChangeClaim Change(string line, int number = 1)
    {
        var m = Line().Match(line);
        if (!m.Success) throw new FormatException(line);
        var date = Date(m.Groups["date"].Value);
        var words = m.Groups["words"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var status = words.Select(w => Enum.TryParse<ClaimStatus>(w.Replace("-", "", StringComparison.Ordinal), true, out var s) ? s : (ClaimStatus?)null).FirstOrDefault(s => s is not null) ?? ClaimStatus.Happened;
        var published = m.Groups["on"].Success ? MadeReading.Day(m.Groups["on"].Value) : date.To?.PlusDays(-1) ?? date.From ?? new LocalDate(2020, 1, 1);
        var report = m.Groups["report"].Value;
        return new ChangeClaim(
            number, Source(report, published), null, [new Span(number, number + 1)], m.Groups["name"].Value, Instrument.Aid, "NOR", "MWI",
            Enum.Parse<ChangeKind>(m.Groups["change"].Value, true), status, words.Contains("authorised") ? Stage.Authorised : Stage.InEffect, date,
            !words.Contains("part"), null, m.Groups["whole"].Success ? m.Groups["whole"].Value : null);
    }

    public static IReadOnlyList<ChangeClaim> Changes(params string[] lines) => [.. lines.Select((l, i) => Change(l, i + 1))];

    public static ClaimSource Source(string report, LocalDate published, ulong? likeness = null) => new(
        report.Sum(c => c), report, null, published, Instant.FromUtc(2026, 1, 1, 0, 0), likeness ?? unchecked((ulong)report.Aggregate(17L, (h, c) => (h * 1_000_003) ^ (c * 2_654_435_761L))));

    public static DescribedTime Date(string text)
    {
        if (text[0] == '~') return Date(text[1..]) with { Basis = TimeBasis.Published };
        if (text.StartsWith("..", StringComparison.Ordinal)) return new DescribedTime(null, null, MadeReading.Day(text[2..]).PlusDays(1), TimeBasis.Computed);
        if (text.Split("..") is [var from, var to]) return new DescribedTime(null, MadeReading.Day(from), MadeReading.Day(to).PlusDays(1), TimeBasis.Stated);
        if (text.Length == 4) return new DescribedTime(text, MadeReading.Day(text + "-01-01"), MadeReading.Day(text + "-01-01").PlusYears(1), TimeBasis.Stated);
        if (text.Length == 7) return new DescribedTime(text, MadeReading.Day(text + "-01"), MadeReading.Day(text + "-01").PlusMonths(1), TimeBasis.Stated);
        return new DescribedTime(text, MadeReading.Day(text), MadeReading.Day(text).PlusDays(1), TimeBasis.Stated);
    }

    [GeneratedRegex(@"^(?<change>\w+) (?<date>\S+)(?<words>(?: (?!of )\S+)*) of (?<name>.+?)(?: in (?<whole>.+?))? by (?<report>\S+)(?: on (?<on>\S+))?$")]
    private static partial Regex Line();
}
