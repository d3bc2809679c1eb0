using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Folding;
using Chancery.Records.Identity;
using Chancery.Records.Questions;
using Chancery.Records.Reviewing;
using NodaTime;

namespace Chancery.Desk.Web.Pages;

/// <summary>What changed since a day the reader chooses, by importance; what waits for review; contradictions.</summary>
internal static class TodayPage
{
    private const int Shown = 40, DaysBack = 7;

    public static void Map(DeskRoutes routes) =>
        routes.Page("/", Show, visit => $"{visit.Site.News.NumberOf(visit.Ledger, Since(visit)):x}.{visit.Site.Questions.NumberOf(visit.Ledger, AsOf.Now):x}");

    private static PageContent Show(Visit visit)
    {
        var since = Since(visit);
        var news = visit.Site.News.Of(visit.Ledger, since);
        var questions = visit.Site.Questions.Of(visit.Ledger, AsOf.Now);
        Markup main = $"""
            <header class="head"><h1>Today</h1><p class="meta">{Words.Day(visit.Today)}</p>
            <form class="as-of" method="get" action="{At.Today}"><div class="field"><label for="since">What changed since</label><input type="date" id="since" name="since" value="{since}" required></div>
            <div class="actions"><button>Show</button> {Ago(visit, 1, "yesterday")} {Ago(visit, 7, "a week")} {Ago(visit, 31, "a month")} {Ago(visit, 366, "a year")}</div></form></header>
            <div class="cols"><div><section aria-labelledby="news"><h2 id="news">What changed <span class="meta">recorded since {Words.Day(since)}</span></h2>
            {(news.Entries.Count == 0 ? Quiet(visit, news) : TimelineRows.Of(news.Entries.Take(Shown).Select(n => n.Entry), e => news.PairOf(e), namesPair: true))}
            {Markup.If(news.Entries.Count > Shown, $"<p class=\"meta\">and {Words.Count(news.Entries.Count - Shown, "less important change")}; see the dossiers</p>")}
            {Markup.If(news.IsCut, $"<p class=\"meta\">More was recorded than can be shown here: this is what the newest reports say.</p>")}
            </section></div>
            <aside class="facts" aria-label="Waiting">{Waiting(questions)}{Moved(news)}</aside></div>
            """;
        return new PageContent("Today", Part.Today, main);
    }

    private static LocalDate Since(Visit visit) => visit.Day("since") ?? visit.Today.PlusDays(-DaysBack);

    private static Markup Ago(Visit visit, int days, string words) => $"<a href=\"{At.Today.With("since", visit.Today.PlusDays(-days))}\">{words}</a>";

    private static Markup Quiet(Visit visit, WhatIsNew news) => $"""
        <div class="empty"><p>Nothing was recorded since.{Markup.If(news.LastRecorded is not null, $" The last report came on <a href=\"{At.Today.With("since", news.LastRecorded)}\">{Words.Day(news.LastRecorded ?? visit.Today)}</a>.")}</p></div>
        """;

    private static Markup Waiting(IReadOnlyList<ReviewQuestion> questions)
    {
        var contradictions = questions.OfType<ReviewQuestion.WhichHolds>().ToList();
        return $"""
            <section><h2>Waiting for review</h2>{(questions.Count == 0 ? Nothing() : (Markup)$"<p><a href=\"{At.Path("/review")}\">{Words.Count(questions.Count, "question")}</a></p>")}</section>
            {Markup.If(contradictions.Count > 0, $"<section><h2>Contradictions</h2><ul class=\"plain\">{Markup.Each(contradictions.Take(8), c => $"<li><a href=\"{At.States(c.Between)}\">{c.Measure}</a> <span class=\"note\">{Words.Noun(c.One.Change)} or {Words.Noun(c.Other.Change)}? {Words.Title(c.Between)}</span></li>")}</ul></section>")}
            """;
    }

    private static Markup Nothing() => $"<p class=\"meta\">Nothing.</p>";

    private static Markup Moved(WhatIsNew news)
    {
        var pairs = news.Entries.GroupBy(n => news.PairOf(n.Entry)).OrderByDescending(g => g.Count()).Take(12).ToList();
        return Markup.If(pairs.Count > 0, $"<section><h2>Dossiers touched</h2><ul class=\"plain\">{Markup.Each(pairs, p => $"<li><a href=\"{At.States(p.Key)}\">{Words.Title(p.Key)}</a> <span class=\"meta\">{p.Count()}</span></li>")}</ul></section>");
    }
}
