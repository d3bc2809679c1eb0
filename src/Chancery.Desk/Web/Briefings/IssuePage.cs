using Chancery.Desk.Briefing;
using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using Chancery.Records.Briefing;
using Microsoft.AspNetCore.Http;
using NodaTime.Text;

namespace Chancery.Desk.Web.Briefings;

/// <summary><c>/briefings/2020-01-04</c>: an issue as it was sent, its corrections marked.</summary>
internal static class IssuePage
{
    public static void Map(DeskRoutes routes) => routes.Get("/briefings/{date}", Show);

    private static IResult Show(Visit visit)
    {
        var found = LocalDatePattern.Iso.Parse(visit.Step("date")) is { Success: true } day ? new Issues(visit.Ledger).Of(day.Value) : null;
        if (found is null || ReleasedIssues.Of(visit, found) is not { } issue) throw new NothingHereException("There is no issue of that evening.");
        var reader = issue.Reader;
        Markup main = $"""
            <article class="issue">
            <header class="head"><p class="kicker">{ReaderIssue.Name} · {reader.NumberLine}</p><h1>{reader.Evening}</h1>
            {Markup.If(issue.Corrections > 0, $"<p class=\"note wrong\">Corrected since it was sent: see the marks below.</p>")}</header>
            {Markup.If(reader.IsQuiet, $"<p>{ReaderIssue.Quiet}</p>")}
            {Markup.Each(reader.Parts, part => (Markup)$"<section><h2>{ReaderIssue.Heading(part.Key)}</h2><ul class=\"entries\">{Markup.Each(part, e => Entry(reader, e))}</ul></section>")}
            {Markup.IfAny(reader.More, more => $"<p class=\"meta\">{more}</p>")}
            <p class="pager"><a href="{BriefingsPage.Address}">All issues</a> <a href="{BriefingsPage.SignUp}">Have it sent to you</a></p>
            </article>
            """;
        return BriefingsPage.Fresh(visit, new PageContent($"{ReaderIssue.Name}, {reader.Dates.Day(reader.Date)}", Part.Briefings, main) { Feed = BriefingsPage.Feed });
    }

    private static Markup Entry(ReaderIssue issue, BriefingEntry entry) => $"""
        <li><p class="line">{issue.Line(entry)}</p>
        {Markup.IfAny(issue.Mark(entry), mark => $"<p class=\"note wrong\">{mark}</p>")}
        {Markup.IfAny(ReaderIssue.Quote(entry), quote => $"<blockquote><p>{quote}</p></blockquote>")}
        <p class="meta">{issue.SourceLine(entry)} {Link(issue, entry)}</p></li>
        """;

    private static Markup Link(ReaderIssue issue, BriefingEntry entry) =>
        entry.Between is { First.Length: 3, Second.Length: 3 } pair ? $"<a href=\"{At.States(pair).With("known", issue.Date)}\">{HtmlLetter.LinkWords(entry)}</a>"
        : entry.Report is { } report ? $"<a href=\"{At.Report(report).With("known", issue.Date)}\">The report</a>"
        : Markup.None;
}
