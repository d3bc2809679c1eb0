using Chancery.Desk.Web.Briefings;
using Chancery.Desk.Web.Pages;

namespace Chancery.Desk.Web.Hosting;

/// <summary>
/// All that the desk answers to. To add a page: write a class with <c>Map(DeskRoutes routes)</c> that ties addresses to methods
/// (<c>routes.Page("/briefings", Show)</c>, where Show takes a <see cref="Visit"/> and returns a <see cref="Html.PageContent"/>), name it here, and, where the
/// navigation should lead to it, in <see cref="Html.Layout"/>.
/// </summary>
internal static class Routes
{
    public static void Map(DeskRoutes routes)
    {
        AssetFiles.Map(routes);
        TodayPage.Map(routes);
        DossiersPage.Map(routes);
        DossierPage.Map(routes);
        BriefingsPage.Map(routes);
    }
}
