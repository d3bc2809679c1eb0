using Chancery.Desk.Web.Accounts;
using Chancery.Desk.Web.Hosting;

namespace Chancery.Desk.Web.Html;

/// <summary>The frame around every page: head, navigation, search, foot.</summary>
internal static class Layout
{
    private static readonly (Part Part, At To, string Name, Role Needed)[] Navigation =
    [
        (Part.Today, At.Today, "Today", Role.Nobody), (Part.Dossiers, At.Dossiers, "Dossiers", Role.Nobody), (Part.Reports, At.Reports, "Reports", Role.Nobody), (Part.Briefings, At.Path("/briefings"), "Briefings", Role.Nobody),
        (Part.Review, At.Path("/review"), "Review", Role.Nobody), (Part.Add, At.Path("/add"), "Add", Role.Reviewer), (Part.Work, At.Path("/work"), "Work", Role.Admin), (Part.Accounts, At.Path("/accounts"), "Accounts", Role.Admin),
    ];

    public static Markup Around(PageContent page, Visit visit)
    {
        var assets = visit.Site.Assets;
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{page.Title} · Chancery</title>
            <link rel="stylesheet" href="{At.Asset(assets.NameOf("desk.css"))}">
            <link rel="icon" type="image/svg+xml" href="{At.Asset(assets.NameOf("seal.svg"))}">
            {Markup.If(page.Feed is not null, $"<link rel=\"alternate\" type=\"application/atom+xml\" title=\"{page.Title}\" href=\"{page.Feed.GetValueOrDefault()}\">")}
            <script src="{At.Asset(assets.NameOf("desk.js"))}" defer></script>
            </head>
            <body{Markup.If(page.Wide, $" class=\"wide\"")}>
            <a class="skip" href="#main">Skip to the page</a>
            <header class="top">
            <div class="top-inner">
            <a class="brand" href="{At.Today}"><img src="{At.Asset(assets.NameOf("seal.svg"))}" alt="" width="22" height="22">Chancery</a>
            <nav aria-label="Main"><ul>{Markup.Each(Navigation.Where(entry => visit.Can(entry.Needed)), entry => Entry(entry.To, entry.Name, entry.Part == page.Part))}</ul></nav>
            <form class="search" role="search" method="get" action="{At.Search}"><input type="search" name="q" aria-label="Search reports, measures, people" placeholder="Search" maxlength="300" value="{(page.Part == Part.Search ? visit.Text("q") : null)}" data-search><button>Search</button></form>
            {Who(visit)}
            </div>
            </header>
            <main id="main" tabindex="-1">
            {page.Main}
            </main>
            <footer class="foot"><p>Every line rests on words of a report; what is derived can be wrong. {Pinned(page)}</p></footer>
            </body>
            </html>

            """;
    }

    private static Markup Who(Visit visit)
    {
        if (visit.Account is not { } account)
        {
            var then = visit.Http.Request.Path.StartsWithSegments("/sign-in") ? null : visit.Http.Request.Path + visit.Http.Request.QueryString.Value;
            return $"<p class=\"who\"><a href=\"{At.Path("/sign-in").With("then", then)}\">Sign in</a></p>";
        }
        return $"<form class=\"who\" method=\"post\" action=\"{At.Path("/sign-out")}\">{visit.Token()}<span class=\"meta\">{account.Name}, {account.Role.ToString().ToLowerInvariant()}</span> <button>Sign out</button></form>";
    }

    private static Markup Entry(At to, string name, bool isHere) => $"<li><a href=\"{to}\"{Markup.If(isHere, $" aria-current=\"page\"")}>{name}</a></li>";

    private static Markup Pinned(PageContent page) => page.Pinned is not { } pinned ? Markup.None
        : $"<a href=\"{pinned}\">A link to this page as it is known today</a>";
}
