using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;

namespace Chancery.Desk.Web.Accounts;

/// <summary>Who may sign in, for those who run the desk. Accounts are made and taken away on the command line.</summary>
internal static class AccountsPage
{
    public static void Map(DeskRoutes routes) => routes.PageFor(Role.Admin, "/accounts", Show);

    private static PageContent Show(Visit visit)
    {
        Markup main = $"""
            <header class="head"><h1>Accounts</h1><p class="meta">Made and taken away on the command line: <code>chancery account add NAME --role reviewer</code>, <code>chancery account remove NAME</code>.</p></header>
            <table class="accounts"><thead><tr><th scope="col">Name</th><th scope="col">May</th></tr></thead><tbody>
            {Markup.Each(visit.Site.Accounts.All(), a => $"<tr><th scope=\"row\"><bdi>{a.Name}</bdi></th><td>{Does(a.Role)}</td></tr>")}
            </tbody></table>
            """;
        return new PageContent("Accounts", Part.Accounts, main);
    }

    private static string Does(Role role) => role switch
    {
        Role.Admin => "read, decide, add, see accounts",
        Role.Reviewer => "read, decide, add",
        _ => "read",
    };
}
