using Chancery.Desk.Web.Hosting;

namespace Chancery.Desk.Web.Html;

/// <summary>The frame around every page: head, navigation, search, foot.</summary>
internal static class Layout
{
    private static readonly (Part Part, At To, string Name)[] Navigation =
    [
        (Part.Today, At.Today, "Today"), (Part.Dossiers, At.Dossiers, "Dossiers"), (Part.Briefings, At.Path("/briefings"), "Briefings"),
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
            <nav aria-label="Main"><ul>{Markup.Each(Navigation, entry => Entry(entry.To, entry.Name, entry.Part == page.Part))}</ul></nav>
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

    private static Markup Entry(At to, string name, bool isHere) => $"<li><a href=\"{to}\"{Markup.If(isHere, $" aria-current=\"page\"")}>{name}</a></li>";

    private static Markup Pinned(PageContent page) => page.Pinned is not { } pinned ? Markup.None
        : $"<a href=\"{pinned}\">A link to this page as it is known today</a>";
}
