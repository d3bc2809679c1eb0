using System.Text;
using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using Chancery.Records.Charts;
using Chancery.Records.Identity;
using Chancery.Records.Questions;
using Microsoft.AspNetCore.Http;

namespace Chancery.Desk.Web.Api;

/// <summary>The charts alone, to be put into other pages as pictures: <c>&lt;img src="…/states/USA-PAK/in-force.svg?on=2020-01-04"&gt;</c>.</summary>
internal static class Pictures
{
    public static void Map(DeskRoutes routes)
    {
        routes.Get("/states/{pair}/in-force.svg", visit => Picture(visit, () =>
        {
            var dossier = visit.Dossier(visit.Between());
            var measures = visit.Text("measure") is { } slug ? [MeasureSlug.Find(dossier, slug) ?? throw new NothingHereException("There is no such measure.")] : dossier.Measures;
            return InForceChart.Svg([.. measures.Where(m => m.History.Periods.Count > 0).Take(100)], visit.Day("from"), visit.Day("on") ?? visit.Today, Words.Title(dossier.Between));
        }));
        routes.Get("/states/{pair}/relation.svg", visit => Picture(visit, () =>
        {
            var between = visit.Between();
            return RelationChart.Svg(visit.Site.Relations.Of(visit.Ledger, new RelationQuestion(between, visit.Day("from"), visit.Day("to"), visit.AsOf)), Words.Title(between));
        }));
    }

    private static IResult Picture(Visit visit, Func<string> draw)
    {
        // Other sites may show it, none may look into it; and it runs nothing.
        visit.Http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        visit.Http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        return Sent.Of(visit, "image/svg+xml; charset=utf-8", () => Encoding.UTF8.GetBytes(draw()), Freshness.Pair);
    }
}
