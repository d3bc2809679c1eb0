using Chancery.Desk.Web.Briefings;
using Chancery.Desk.Web.Accounts;
using Chancery.Desk.Web.Adding;
using Chancery.Desk.Web.Api;
using Chancery.Desk.Web.Feeds;
using Chancery.Desk.Web.Pages;
using Chancery.Desk.Web.Review;

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
        DiffPage.Map(routes);
        WhyPage.Map(routes);
        WorkPage.Map(routes);
        BriefingsPage.Map(routes);
        MeasurePage.Map(routes);
        PersonPage.Map(routes);
        ReportsPage.Map(routes);
        ReportPage.Map(routes);
        SourcePage.Map(routes);
        ReviewPage.Map(routes);
        ClaimPage.Map(routes);
        Decide.Map(routes);
        AddPage.Map(routes);
        FeedPages.Map(routes);
        SearchPage.Map(routes);
        ApiRoutes.Map(routes);
        Pictures.Map(routes);
        ChangeFeeds.Map(routes);
        SignInPages.Map(routes);
        OpenId.Map(routes);
        AccountsPage.Map(routes);
    }
}
