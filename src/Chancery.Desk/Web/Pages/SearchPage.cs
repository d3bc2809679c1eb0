using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Identity;

namespace Chancery.Desk.Web.Pages;

/// <summary>Searching reports, and what was read in those found: measures, statements, people.</summary>
internal static class SearchPage
{
    public const int MostFound = 200;
    private const int Shown = 30, LookedInto = 30;

    // New reports without these words change nothing that is found.
    public static void Map(DeskRoutes routes) => routes.Page("/search", Show, visit => $"{(visit.Text("q") is { } asked ? visit.Ledger.NewestFound(asked) : 0):x}");

    private static PageContent Show(Visit visit)
    {
        var asked = visit.Text("q");
        Markup main = $"""
            <header class="head"><h1>Search</h1><form class="find-pair" method="get" action="{At.Search}"><div class="field grow"><label for="q">Words of reports, measures, people</label><input type="search" id="q" name="q" value="{asked}" maxlength="300"></div>
            <div class="actions"><button class="main">Search</button></div></form>
            <p class="meta"><code>"trade ban"</code> words beside each other · <code>-fish</code> without · <code>tariff OR duty</code> either · <code>sanction*</code> beginnings</p></header>
            {(asked is null ? Markup.None : Found(visit, asked))}
            """;
        return new PageContent(asked is null ? "Search" : $"Search: {asked}", Part.Search, main) { Feed = asked is null ? null : At.Path("/search.atom").With("q", asked) };
    }

    private static Markup Found(Visit visit, string asked)
    {
        var found = visit.Ledger.Search(asked, MostFound);
        var inside = FoundInside.Of(visit.Ledger, asked, [.. found.Take(LookedInto).Select(f => f.Report.Number)]);
        if (found.Count == 0 && inside.IsEmpty) return $"<p class=\"empty\">Nothing is found. Fewer words, or beginnings such as <code>sanction*</code>, find more.</p>";
        return $"""
            <div class="cols"><div class="found">
            {Markup.If(inside.Measures.Count > 0, $"<section aria-labelledby=\"measures\"><h2 id=\"measures\">Measures</h2><ul class=\"plain\">{Markup.Each(inside.Measures, m => $"<li><a href=\"{At.Measure(m.Between, MeasureSlug.Of(m.Key))}\">{Highlight.Of(m.Name, asked)}</a> <span class=\"meta\">{Words.Title(m.Between)}</span></li>")}</ul></section>")}
            {Markup.If(inside.Statements.Count > 0, $"<section aria-labelledby=\"statements\"><h2 id=\"statements\">Statements</h2>{Markup.Each(inside.Statements, s => $"<blockquote><p dir=\"auto\">{Highlight.Of(TimelineRows.Shortened(s.Words), asked)}</p><footer>{TimelineRows.By(s.Claim)}{TimelineRows.Source(s.Claim)}</footer></blockquote>")}</section>")}
            <section aria-labelledby="reports"><h2 id="reports">Reports <span class="meta">{(found.Count == MostFound ? $"the best {MostFound}" : $"{found.Count}")}</span></h2><ul class="report-list">
            {Markup.Each(found.Skip(visit.Number("skip", 0, MostFound)).Take(Shown), f => $"<li><p><a href=\"{At.Report(f.Report.Number)}\"><bdi>{f.Report.Title ?? f.Report.ReportId}</bdi></a></p><p dir=\"auto\">{Highlight.Of(f.Words, asked)}</p><p class=\"meta\">{Markup.IfAny(f.Report.Outlet, o => $"<bdi>{o}</bdi> · ")}{(f.Report.Published.Value is { } day ? Words.Date(day) : "undated")}</p></li>")}
            </ul>{Pager.Of(At.Search.With("q", asked), found.Count, visit.Number("skip", 0, MostFound), Shown, "reports")}</section></div>
            <aside class="facts" aria-label="People">{Markup.If(inside.People.Count > 0, $"<section><h2>People</h2><ul class=\"plain\">{Markup.Each(inside.People, p => $"<li><a href=\"{At.Person(p.Name)}\">{p.Name}</a> <span class=\"meta\">{p.Role}</span></li>")}</ul></section>")}</aside></div>
            """;
    }
}

/// <summary>What was read in the reports that a search found, where it bears the words too.</summary>
internal sealed class FoundInside
{
    private const int MostOfEach = 8;

    public IReadOnlyList<(Dyad Between, MeasureKey Key, string Name)> Measures { get; private init; } = [];
    public IReadOnlyList<(StatementClaim Claim, string Words)> Statements { get; private init; } = [];
    public IReadOnlyList<Speaker> People { get; private init; } = [];

    public bool IsEmpty => Measures.Count == 0 && Statements.Count == 0 && People.Count == 0;

    /// <param name="reports">Rows of the best reports.</param>
    public static FoundInside Of(Ledger ledger, string asked, IReadOnlyList<long> reports)
    {
        var words = new Highlight(asked);
        var changes = reports.SelectMany(r => ledger.Changes(ClaimsWanted.OfReport(r), AsOf.Now)).Where(c => words.IsIn(c.Measure));
        var texts = ledger.Texts([.. reports]);
        var spoken = reports.SelectMany(r => ledger.Statements(ClaimsWanted.OfReport(r), AsOf.Now)).ToList();
        var named = spoken.Concat(PersonName.Of(asked) is { Length: > 0 } name ? ledger.Statements(ClaimsWanted.ByPerson(name), AsOf.Now).Take(200) : []);
        return new FoundInside
        {
            Measures = [.. changes.Select(c => (c.Dyad, Key: MeasureKey.Of(c), c.Measure)).DistinctBy(m => (m.Dyad, m.Key)).Take(MostOfEach)],
            Statements = [.. spoken.Select(s => (s, Words: string.Join(" … ", s.Passages.Select(p => p.Cut(texts[s.Source.ReportRow]))))).Where(s => words.IsIn(s.Words)).Take(MostOfEach)],
            People = [.. named.Select(s => s.Speaker).OfType<Speaker>().Where(s => words.IsIn(s.Name)).DistinctBy(s => PersonName.Of(s.Name)).Take(MostOfEach)],
        };
    }
}
