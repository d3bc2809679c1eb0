using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using Chancery.Records;
using Chancery.Records.Charts;
using Chancery.Records.Claims;
using Chancery.Records.Folding;
using Chancery.Records.Identity;
using Chancery.Records.Questions;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Desk.Web.Pages;

/// <summary>The dossier of two states: what is in force, what changed, who said so, and where.</summary>
internal static class DossierPage
{
    private const int EntriesShown = 40, StatementsShown = 8, SourcesShown = 12, Bars = 24, MostBars = 300;
    private static readonly string[] Filters = ["instrument", "change", "status", "from", "to", "moves"];

    public static void Map(DeskRoutes routes) => routes.Page("/states/{pair}", Show, Freshness.Pair);

    private static PageContent Show(Visit visit)
    {
        var between = visit.Between();
        var on = visit.Day("on") ?? visit.Today;
        var dossier = visit.Dossier(between);
        var here = At.States(between);
        var first = FirstDay(dossier) ?? on;
        Markup main = $"""
            <header class="head">
            <p class="kicker">Dossier</p>
            <h1>{Words.Title(between)}</h1>
            {Summary(dossier, on)}
            {AsOfForm.Of(visit, here, on, first, Filters)}
            <p class="meta"><a href="{here.Below("diff").With("first", visit.Day("known") ?? visit.Today.PlusDays(-31)).With("second", visit.Today)}">What was learned between two days</a></p>
            </header>
            {(dossier.Measures.Count == 0 ? Empty(visit, between) : Body(visit, dossier, on))}
            """;
        return new PageContent(Words.Title(between), Part.Dossiers, main)
        {
            Feed = here.Below("changes.atom"),
            Pinned = Asking(here, visit).With("on", on).With("known", visit.Day("known") ?? visit.Today),
        };
    }

    private static Markup Body(Visit visit, Dossier dossier, LocalDate on) => $"""
        {Contradictions(dossier)}
        {InForce(visit, dossier, on)}
        {Standing(visit, dossier, on)}
        {RelationSection.Of(visit, dossier.Between)}
        {History(visit, dossier)}
        {Statements(visit, dossier)}
        {Sources(dossier)}
        """;

    private static Markup Empty(Visit visit, Dyad between) => $"""
        <section class="empty"><h2>Nothing is told of these two{Markup.If(visit.Day("known") is not null, $" as known then")}</h2>
        <p>The record holds no measure between {StateNames.Of(between.First)} and {StateNames.Of(between.Second)}. <a href="{At.Dossiers}">All dossiers</a></p></section>
        """;

    private static Markup Summary(Dossier dossier, LocalDate on)
    {
        var states = dossier.Measures.Select(m => Status.Of(m, on).State).CountBy(s => s).Where(s => s.Key != MeasureState.Unknown).OrderBy(s => s.Key).ToList();
        return Markup.If(states.Count > 0, $"<p class=\"summary\">{Markup.Each(states, s => $"<span class=\"count\"><b>{s.Value}</b> {Words.State(s.Key)}</span> ")}</p>");
    }

    private static Markup Contradictions(Dossier dossier)
    {
        var found = dossier.Measures.SelectMany(m => m.History.Contradictions.Select(c => (Measure: m, c.One, c.Other))).Take(5).ToList();
        return Markup.If(found.Count > 0, $"""
            <section class="contradictions" aria-labelledby="contradictions"><h2 id="contradictions">Sources contradict each other</h2><ul>
            {Markup.Each(found, c => $"<li><a href=\"{At.Measure(dossier.Between, MeasureSlug.Of(c.Measure))}\">{c.Measure.Name}</a>: {Told(c.One)}, but {Told(c.Other)}</li>")}
            </ul></section>
            """);
    }

    internal static Markup Told(ToldChange told) => $"{Words.Deed(told)} ({Words.When(told)}, {TimelineRows.Source(told.Claims[0])})";

    private static Markup InForce(Visit visit, Dossier dossier, LocalDate on) => Chart(visit, dossier.Between, dossier.Measures, on, "In force over time");

    /// <summary>What was in force and when, with a link to the picture alone and to what had no room.</summary>
    internal static Markup Chart(Visit visit, Dyad between, IReadOnlyList<Measure> measures, LocalDate on, string heading)
    {
        var told = measures.Where(m => m.History.Periods.Count > 0).ToList();
        if (told.Count == 0) return Markup.None;
        int most = visit.Text("chart") == "all" ? MostBars : Bars;
        var chosen = told.OrderByDescending(m => m.Claims.Count).Take(most).ToHashSet();
        var svg = InForceChart.Svg([.. told.Where(chosen.Contains)], visit.Day("from"), on, $"{heading}: {Words.Title(between)}");
        return $"""
            <section aria-labelledby="in-force"><h2 id="in-force">{heading}</h2>
            <figure><div class="scroll" tabindex="0" role="group" aria-label="Chart of measures over time">{Markup.Drawn(svg)}</div>
            <figcaption class="meta">{Markup.If(told.Count > most, $"<a href=\"{visit.AsAsked(At.States(between)).With("chart", "all")}\">{Words.Count(told.Count - most, "further measure")}</a> · ")}<a href="{visit.AsAsked(At.States(between).Below("in-force.svg"))}">as a picture</a> to be put into other pages</figcaption></figure></section>
            """;
    }

    private static Markup Standing(Visit visit, Dossier dossier, LocalDate on) => $"""
        <section aria-labelledby="standing"><h2 id="standing">How it stood on <time datetime="{on}">{Words.Day(on)}</time></h2>
        <div class="scroll" tabindex="0" role="group" aria-label="Measures and their states"><table class="standing"><thead><tr><th scope="col">Measure</th><th scope="col">State</th><th scope="col">Since</th><th scope="col">Last confirmed</th></tr></thead><tbody>
        {Markup.Each(StandingRows.Ordered(dossier.Measures, on).Take(visit.Text("chart") == "all" ? 400 : 60), s => StandingRows.One(s, dossier.Between, to => Asking(to, visit)))}
        </tbody></table></div></section>
        """;

    private static Markup History(Visit visit, Dossier dossier)
    {
        var entries = TimelineFilter.Of(visit).Apply(dossier.Measures.SelectMany(Timeline.Of)).ToList();
        int skip = visit.Number("skip", 0, 1_000_000);
        var here = Asking(At.States(dossier.Between), visit, [.. Filters, "on"]);
        var shown = Quotes.CutFirst(visit.Ledger, [.. entries.Skip(skip).Take(EntriesShown)], TimelineRows.Quoted);
        return $"""
            <section aria-labelledby="timeline"><h2 id="timeline">Timeline</h2>
            {TimelineFilter.Form(visit, At.States(dossier.Between), "on", "known", "recorded")}
            {(shown.Count == 0 ? $"<p class=\"empty\">Nothing in the timeline fits.</p>" : TimelineRows.Of(shown, _ => dossier.Between))}
            {Pager.Of(here, entries.Count, skip, EntriesShown, "timeline")}
            </section>
            """;
    }

    private static Markup Statements(Visit visit, Dossier dossier)
    {
        var spoken = dossier.Measures.SelectMany(m => m.Claims).Where(c => c.Speaker is not null).GroupBy(c => c.Speaker!.Name, StringComparer.Ordinal)
            .OrderByDescending(g => g.Max(c => c.Source.Known)).ThenBy(g => g.Key, StringComparer.Ordinal).Take(StatementsShown).ToList();
        if (spoken.Count == 0) return Markup.None;
        var texts = visit.Ledger.Texts([.. spoken.Select(g => g.Last().Source.ReportRow).Distinct()]);
        return $"""
            <section aria-labelledby="said"><h2 id="said">Who said so</h2><ul class="speakers">
            {Markup.Each(spoken, g => Speaker(g, texts))}
            </ul></section>
            """;
    }

    private static Markup Speaker(IEnumerable<ChangeClaim> claims, IReadOnlyDictionary<long, string> texts)
    {
        var claim = claims.Last();
        return $"""
            <li><p><a href="{At.Person(claim.Speaker!.Name)}">{claim.Speaker.Name}</a><span class="meta">{Markup.IfAny(claim.Speaker.Role, r => $"{r}")} {Markup.If(claim.Speaker.Code is not null, Words.Code(claim.Speaker.Code))}</span></p>
            <blockquote><p dir="auto">{TimelineRows.Shortened(claim.Passages[0].Cut(texts[claim.Source.ReportRow]))}</p><footer>{TimelineRows.Source(claim)}</footer></blockquote></li>
            """;
    }

    private static Markup Sources(Dossier dossier)
    {
        var sources = dossier.Measures.SelectMany(m => m.Claims).GroupBy(c => c.Source.ReportRow).OrderByDescending(g => g.First().Source.Known).ThenByDescending(g => g.Key).ToList();
        return $"""
            <section aria-labelledby="sources"><h2 id="sources">Sources <span class="meta">{Words.Count(sources.Count, "report")}</span></h2><ul class="sources">
            {Markup.Each(sources.Take(SourcesShown), g => $"<li><a href=\"{At.Report(g.Key)}\"><bdi>{g.First().Source.Name}</bdi></a> <span class=\"meta\">{Day(g.First().Source)} · {Words.Count(g.Count(), "claim")}</span></li>")}
            </ul>{Markup.If(sources.Count > SourcesShown, $"<p class=\"meta\">and {Words.Count(sources.Count - SourcesShown, "earlier report")}</p>")}</section>
            """;
    }

    private static string Day(ClaimSource source) => source.Published is { } d ? Words.Day(d) : "undated";

    private static LocalDate? FirstDay(Dossier dossier) =>
        dossier.Measures.SelectMany(m => m.History.Told).Select(t => (LocalDate?)(t.Window.First ?? t.Window.Last)).Min();

    private static At Asking(At to, Visit visit, params string[] also) => also.Where(n => n is not "on").Aggregate(visit.AsAsked(to), (at, name) => at.With(name, visit.Text(name)));
}
