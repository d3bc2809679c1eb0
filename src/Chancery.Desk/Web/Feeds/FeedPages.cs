using Chancery.Desk.Web.Accounts;
using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using Microsoft.AspNetCore.Http;

namespace Chancery.Desk.Web.Feeds;

/// <summary>Following feeds, and leaving them.</summary>
internal static class FeedPages
{
    private const int LongestAddress = 1000;

    public static void Map(DeskRoutes routes)
    {
        routes.Post("/feeds", Role.Reviewer, Follow);
        routes.Post("/feeds/leave", Role.Reviewer, Leave);
    }

    public static Markup Section(Visit visit)
    {
        var feeds = visit.Site.Feeds.All();
        return $"""
            <section aria-labelledby="feeds"><h2 id="feeds">Feeds</h2><form method="post" action="{At.Path("/feeds")}" class="stack">{visit.Token()}
            <div class="field"><label for="feed">Address of an RSS, Atom or JSON feed</label><input type="url" id="feed" name="address" required maxlength="{LongestAddress}" placeholder="https://"></div>
            <div class="field check"><input type="checkbox" id="articles" name="articles" value="1"><label for="articles">its entries are teasers: read the articles they lead to</label></div>
            <div class="actions"><button class="main">Follow</button></div></form>
            {(feeds.Count == 0 ? (Markup)$"<p class=\"empty\">No feed is followed.</p>" : List(visit, feeds))}</section>
            """;
    }

    private static Markup List(Visit visit, IReadOnlyList<Feed> feeds) => $"""
        <ul class="feeds">{Markup.Each(feeds, f => $"""
            <li><p><bdi>{f.Address}</bdi></p><p class="meta{Markup.If(f.Failures > 0, $" wrong")}">{(f.Last is { } last ? $"{Words.Moment(last)}: {f.Said}" : "not asked yet")} · {Words.Count((int)f.Reports, "report")} {Markup.If(f.ReadsArticles, $" · articles are read")} · next {Words.Moment(f.Next)} · by {f.AddedBy}</p>
            <form method="post" action="{At.Path("/feeds/leave")}" class="inline">{visit.Token()}<input type="hidden" name="address" value="{f.Address}"><button aria-label="Leave {f.Address}">Leave</button></form></li>
            """)}</ul>
        """;

    private static Task<IResult> Follow(Visit visit, IFormCollection form)
    {
        var address = form["address"].ToString().Trim();
        if (address.Length > LongestAddress || Link.Web(address) is not { } uri) throw new BadAddressException("A feed is followed by its http(s) address, without a name and password in it.");
        if (!visit.Site.Adds.Allow(visit.Account!.Name)) return Task.FromResult(Results.StatusCode(StatusCodes.Status429TooManyRequests));
        if (!visit.Site.Feeds.Follow(uri.AbsoluteUri, visit.Account.Name, form["articles"] == "1")) throw new BadAddressException($"The desk follows {FollowedFeeds.Most} feeds, and no more; leave one first.");
        visit.Site.WakeFeeds();
        return Task.FromResult(DeskRoutes.GoTo(At.Path("/add").Place("feeds")));
    }

    private static Task<IResult> Leave(Visit visit, IFormCollection form)
    {
        visit.Site.Feeds.Leave(form["address"].ToString());
        return Task.FromResult(DeskRoutes.GoTo(At.Path("/add").Place("feeds")));
    }
}
