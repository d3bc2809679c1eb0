using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;

namespace Chancery.Desk.Web.Pages;

/// <summary>What changed since a day the reader chooses, by importance; what waits for review; contradictions.</summary>
internal static class TodayPage
{
    public static void Map(DeskRoutes routes) => routes.Page("/", Show);

    private static PageContent Show(Visit visit)
    {
        Markup main = $"""
            <header class="head"><h1>Today</h1></header>
            <p><a href="{At.Dossiers}">All dossiers</a></p>
            """;
        return new PageContent("Today", Part.Today, main);
    }
}
