using System.Globalization;
using Chancery.Records.Claims;
using Chancery.Reports;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Evaluation.Identity;

/// <summary>The labelled claims as they were read, in a file: reading the corpora takes minutes, comparing claims a second.</summary>
internal static class KeptClaims
{
    public static Dictionary<string, ChangeClaim> At(string file, Func<Dictionary<string, ChangeClaim>> read)
    {
        if (!File.Exists(file))
            File.WriteAllLines(file, read().OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => string.Join('\t', c.Key, c.Value.Source.ReportId, Day(c.Value.Source.Published), Line(c.Value))));
        return File.ReadLines(file).Select(l => l.Split('\t')).ToDictionary(r => r[0], r => Claim(Change(r[3..]), r[1], Day(r[2])), StringComparer.Ordinal);
    }

    /// <summary>A change as the record would give it, as far as identity looks at it.</summary>
    public static ChangeClaim Claim(MeasureChange c, string report, LocalDate? published) => new(
        0, new ClaimSource(0, report, null, published, Instant.FromUnixTimeSeconds(0), 0), null, c.Evidence, c.Measure, c.Instrument, c.Actor, c.Target, c.Change, c.Status, c.Stage,
        c.Date, c.WholeExtent, c.Quantity, c.PartOf);

    private static string Line(ChangeClaim c) => string.Join('\t',
        c.Measure, c.Instrument, c.Actor, c.Target, c.Change, c.Status, c.Stage, Day(c.Date.From), Day(c.Date.To), c.Date.Basis, c.WholeExtent, c.Quantity, c.PartOf,
        c.Passages[0].Start.ToString(CultureInfo.InvariantCulture), c.Passages[0].End.ToString(CultureInfo.InvariantCulture));

    private static MeasureChange Change(string[] r) => new(
        "", r[0], Enum.Parse<Instrument>(r[1]), Or(r[2]), Or(r[3]), Enum.Parse<ChangeKind>(r[4]), Enum.Parse<ClaimStatus>(r[5]), Enum.Parse<Stage>(r[6]),
        new DescribedTime(null, Day(r[7]), Day(r[8]), Enum.Parse<TimeBasis>(r[9])), bool.Parse(r[10]), Or(r[11]), Or(r[12]),
        [new Span(int.Parse(r[13], CultureInfo.InvariantCulture), int.Parse(r[14], CultureInfo.InvariantCulture))], null);

    private static string? Or(string cell) => cell.Length == 0 ? null : cell;
    private static string Day(LocalDate? day) => day is { } d ? LocalDatePattern.Iso.Format(d) : "";
    private static LocalDate? Day(string cell) => cell.Length == 0 ? null : LocalDatePattern.Iso.Parse(cell).Value;
}
