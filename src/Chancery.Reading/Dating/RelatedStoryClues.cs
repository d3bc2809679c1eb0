using System.Globalization;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Dating;

/// <summary>A report is no older than the stories it points to. Only those of a plain text count: a page is filled with newer links later.</summary>
internal static class RelatedStoryClues
{
    public static IEnumerable<Clue> In(DatedText text)
    {
        var stories = Dated(text.Report).ToList();
        if (stories.Count == 0 || text.Report.Map.Runs.Count > 0) yield break;
        var newest = stories.MaxBy(r => r.Day);
        yield return new Clue(DaySet.From(newest.Day), Strength.Firm, $"it points to a story of {Iso(newest.Day)}", newest.Evidence, Anchors: true);
    }

    /// <summary>The teaser whose date is the one stated for the report: the date may have been taken from it.</summary>
    public static DateDoubt? Suspicion(Report report, LocalDate stated) =>
        Dated(report).Where(r => r.Day == stated).Select(r => new DateDoubt($"the stated date is the date of a story it points to, {Iso(stated)}", r.Evidence)).FirstOrDefault();

    private static IEnumerable<(LocalDate Day, IReadOnlyList<Span> Evidence)> Dated(Report report) =>
        report.Related.Where(r => r is { Published: not null, Span: not null }).Select(r => (r.Published!.Value, (IReadOnlyList<Span>)[r.Span!.Value]));

    internal static string Iso(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
