using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using Chancery.Records.Claims;

namespace Chancery.Desk.Web.Pages;

/// <summary>The page that a report was read from, as it was received: its source, shown as words and nothing else, with the place that was asked for marked.</summary>
internal static class SourcePage
{
    private const int Stretch = 60_000, Before = 2_000;

    public static void Map(DeskRoutes routes) => routes.Page("/reports/{row}/page", Show, _ => "page");

    public static At Of(long report) => At.Report(report).Below("page");

    private static PageContent Show(Visit visit)
    {
        if (RowName.Parse(visit.Step("row")) is not { Kind: RowKind.Report } row || visit.Ledger.Report(row.Number)?.Report is not { } report)
            throw new NothingHereException("The record holds no such report; a report's row is a number behind an r, such as /reports/r12.");
        if (visit.Site.Received.Find(report.PageHash) is not var (content, received)) throw new NothingHereException("The desk did not keep the page of this report: it keeps those that it read itself.");
        int from = Math.Min(visit.Number("from", 0, int.MaxValue), content.Length), to = Math.Clamp(visit.Number("to", 0, int.MaxValue), from, content.Length);
        int skip = Math.Min(visit.Number("skip", Math.Max(0, from - Before), int.MaxValue), content.Length), end = Math.Min(content.Length, skip + Stretch);
        var title = report.Title ?? report.ReportId;
        Markup main = $"""
            <header class="head"><p class="kicker"><a href="{At.Report(row.Number)}">Report {row}</a></p><h1 dir="auto"><bdi>{title}</bdi></h1>
            <p class="meta">The page as it was received on {Words.Moment(received)}{Markup.IfAny(report.Url, u => $", from {Link.Out(u, "its address")}")} · {Words.Count(content.Length, "character")} · its source, of which nothing runs</p></header>
            <div class="source" tabindex="0" role="group" aria-label="Source of the page"><pre>{Marked(content, skip, end, from, to)}</pre></div>
            {Pager.Of(Of(row.Number), content.Length, skip, Stretch, "main")}
            """;
        return new PageContent($"Page of {title}", Part.Reports, main) { Wide = true };
    }

    private static Markup Marked(string content, int start, int end, int from, int to)
    {
        (from, to) = (Math.Clamp(from, start, end), Math.Clamp(to, start, end));
        return $"{content[start..from]}{Markup.If(to > from, $"<mark id=\"place\">{content[from..to]}</mark>")}{content[to..end]}";
    }
}
