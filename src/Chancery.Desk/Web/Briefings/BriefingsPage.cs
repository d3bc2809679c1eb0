using Chancery.Desk.Briefing;
using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using Chancery.Records.Briefing;
using Microsoft.AspNetCore.Http;
using NodaTime.Text;

namespace Chancery.Desk.Web.Briefings;

/// <summary><c>/briefings</c>: the issues so far, the newest first.</summary>
internal static class BriefingsPage
{
    private const int MostIssues = 60;

    public static readonly At Address = At.Path("/briefings"), Feed = At.Path("/briefings/feed.atom"), SignUp = At.Path("/briefings/sign-up");

    public static void Map(DeskRoutes routes)
    {
        routes.Get("/briefings", Show);
        routes.Get("/briefings/feed.atom", BriefingFeed.Answer);
        IssuePage.Map(routes);
        SignUpPages.Map(routes);
        SubscriberPages.Map(routes);
    }

    /// <summary>Pages of issues change with what reviewers decide, which the record's version does not show: they are asked for each time.</summary>
    public static IResult Fresh(Visit visit, PageContent page)
    {
        visit.Http.Response.Headers.CacheControl = "no-cache";
        return DeskRoutes.Respond(visit, page);
    }

    private static IResult Show(Visit visit)
    {
        var released = ReleasedIssues.Latest(visit, MostIssues);
        Markup list = released.Count == 0
            ? (Markup)$"<p class=\"empty\">No issue has been made yet. An evening's issue is made with <code>chancery mail make</code>.</p>"
            : (Markup)$"<ul class=\"issues\">{Markup.Each(released, Row)}</ul>";
        Markup main = $"""
            <header class="head"><h1>{ReaderIssue.Name}</h1>
            <p>What changed between states, and on whose word: every evening, in four minutes.</p>
            <p><a class="button" href="{SignUp}">Have it sent to you</a> <a href="{Feed}">Atom feed</a></p></header>
            <section aria-label="Issues">{list}</section>
            """;
        return Fresh(visit, new PageContent(ReaderIssue.Name, Part.Briefings, main) { Feed = Feed });
    }

    public static At Of(NodaTime.LocalDate date) => At.Path("/briefings/" + LocalDatePattern.Iso.Format(date));

    private static Markup Row(ReleasedIssue issue) =>
        $"<li><a href=\"{Of(issue.Reader.Date)}\">{issue.Reader.Evening}</a> <span class=\"meta\">{issue.Reader.NumberLine}{Markup.If(issue.Corrections > 0, $", corrected")}</span><p>{issue.Reader.Preheader}</p></li>";
}
