using Chancery.Records.Claims;

namespace Chancery.Records.Briefing;

/// <summary>Says of which reports the stated date was not believed, with the first reason.</summary>
internal static class SelectDoubts
{
    public static IEnumerable<BriefingEntry> From(EveningMaterial evening) =>
        from report in evening.Doubted
        let between = evening.PairOfReport.TryGetValue(report.Number, out var pair) ? pair : (Dyad?)null
        where evening.Question.Wants(between)
        let doubt = evening.Reports[report.Number].Parts.Doubts is [var first, ..] ? first : null
        let evidence = doubt?.Evidence.Count > 0 ? evening.Reports[report.Number].Quote(doubt.Evidence[0]) : null
        select new BriefingEntry(
            EntryKind.DateDoubt, between,
            $"The date of {report.Title ?? report.Outlet ?? report.ReportId}, " + Words.Date(report.Published.Stated!) + ", was not believed; it is taken to be of "
                + Words.Date(report.Published.Value!) + (doubt is null ? "" : $": {doubt.Reason.TrimEnd('.')}") + ".",
            evidence, report.Outlet ?? report.ReportId, report.Published.Date, report.Number, [report.Row.ToString()], [], evening.LateReports.Contains(report.Number),
            new Score(1, 0, 0));
}
