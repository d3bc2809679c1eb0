using System.Text;
using Chancery.Desk.Briefing;
using Chancery.Desk.Web.Api;
using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using Microsoft.AspNetCore.Http;

namespace Chancery.Desk.Web.Briefings;

/// <summary>The issues as an Atom feed (RFC 4287). A corrected issue is an updated entry that says so.</summary>
internal static class BriefingFeed
{
    private const int MostIssues = 30;
    private static readonly At Briefings = At.Path("/briefings");

    public static IResult Answer(Visit visit)
    {
        visit.Http.Response.Headers.CacheControl = "no-cache";
        var entries = ReleasedIssues.Latest(visit, MostIssues).Select(Entry).ToList();
        return Results.Bytes(AtomFeed.Write(visit, ReaderIssue.Name, Briefings.Below("feed.atom"), Briefings, entries), "application/atom+xml; charset=utf-8");
    }

    private static AtomEntry Entry(ReleasedIssue issue)
    {
        var html = new StringBuilder();
        HtmlLetter.Body(html, issue.Reader);
        return new AtomEntry(At.Path(issue.Reader.Page.AbsolutePath), (issue.Corrections > 0 ? "Corrected: " : "") + issue.Reader.Subject, issue.Updated, html.ToString(), Html: true);
    }
}
