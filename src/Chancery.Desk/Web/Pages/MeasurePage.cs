using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Folding;
using Chancery.Records.Identity;
using Chancery.Records.Questions;
using Chancery.Records.Reviewing;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Desk.Web.Pages;

/// <summary>One measure: how it stands, over time, and every claim about it with what people decided.</summary>
internal static class MeasurePage
{
    private const int EntriesShown = 60, ClaimsShown = 200;

    public static void Map(DeskRoutes routes) => routes.Page("/states/{pair}/measures/{slug}", Show, Freshness.Pair);

    private static PageContent Show(Visit visit)
    {
        var between = visit.Between();
        var dossier = visit.Dossier(between);
        var measure = MeasureSlug.Find(dossier, visit.Step("slug")) ?? throw new NothingHereException("The record tells of no such measure between these two, as far as was known then.");
        var on = visit.Day("on") ?? visit.Today;
        var here = At.Measure(between, MeasureSlug.Of(measure));
        var status = Status.Of(measure, on);
        Markup main = $"""
            <header class="head"><p class="kicker"><a href="{visit.AsAsked(At.States(between))}">{Words.Title(between)}</a></p>
            <h1>{measure.Name}</h1>
            <p class="summary">{Words.State(status.State)} <span>{Standing(status, on)}</span></p>
            {StandingRows.Notes(status)}
            {AsOfForm.Of(visit, here, on, FirstDay(measure) ?? on)}</header>
            <div class="cols"><div>
            {Contradictions(dossier, measure)}
            {Chart(visit, dossier, measure, on)}
            {History(visit, measure, between)}
            {Claims(visit, measure)}
            </div>{Facts(visit, dossier, measure)}</div>
            """;
        return new PageContent(measure.Name, Part.Dossiers, main) { Feed = here.Below("changes.atom"), Pinned = here.With("on", on).With("known", visit.Day("known") ?? visit.Today) };
    }

    private static Markup Standing(MeasureStatus s, LocalDate on) => $"""
        on {Words.Day(on)}{Markup.IfAny(s.Since, d => $", since <time datetime=\"{d}\">{Words.Date(d)}</time>")}{Markup.If(s.LastConfirmed is not null, $", last confirmed {Words.Date(s.LastConfirmed?.On ?? "")} by {s.LastConfirmed?.By}")}
        """;

    private static Markup Contradictions(Dossier dossier, Measure measure) => Markup.If(measure.History.Contradictions.Count > 0, $"""
        <section class="contradictions"><h2>Sources contradict each other</h2><ul>{Markup.Each(measure.History.Contradictions.Take(10), c => $"<li>{DossierPage.Told(c.One)}, but {DossierPage.Told(c.Other)}</li>")}</ul></section>
        """);

    private static Markup Chart(Visit visit, Dossier dossier, Measure measure, LocalDate on)
    {
        var family = Family(dossier, measure);
        return DossierPage.Chart(visit, dossier.Between, family, on, "Over time");
    }

    /// <summary>The measure with its whole and its parts.</summary>
    private static IReadOnlyList<Measure> Family(Dossier dossier, Measure measure) =>
        [.. dossier.Measures.Where(m => IsSame(m, measure) || measure.Whole is { } w && IsSame(m, w) || m.Whole is { } v && IsSame(v, measure))];

    private static bool IsSame(Measure one, Measure other) => ReferenceEquals(one.Identity, other.Identity);

    private static Markup History(Visit visit, Measure measure, Dyad between)
    {
        var entries = Timeline.Of(measure).OrderByDescending(e => e.Told.Window).ToList();
        int skip = visit.Number("skip", 0, 1_000_000);
        return $"""
            <section aria-labelledby="timeline"><h2 id="timeline">Timeline</h2>
            {TimelineRows.Of(Quotes.CutFirst(visit.Ledger, [.. entries.Skip(skip).Take(EntriesShown)], TimelineRows.Quoted), _ => between)}
            {Pager.Of(visit.AsAsked(At.Measure(between, MeasureSlug.Of(measure))), entries.Count, skip, EntriesShown, "timeline")}</section>
            """;
    }

    private static Markup Claims(Visit visit, Measure measure)
    {
        var verdicts = new Verdicts(visit.Ledger.Decisions(visit.AsOf));
        return $"""
            <section aria-labelledby="claims"><h2 id="claims">Claims <span class="meta">{measure.Claims.Count}</span></h2>
            <div class="scroll" tabindex="0" role="group" aria-label="Claims about this measure"><table class="claims"><thead><tr><th scope="col">Row</th><th scope="col">Says</th><th scope="col">Published</th><th scope="col">In</th><th scope="col">Decided</th></tr></thead><tbody>
            {Markup.Each(measure.Claims.Reverse().Take(ClaimsShown), c => Claim(c, verdicts))}
            </tbody></table></div></section>
            """;
    }

    private static Markup Claim(ChangeClaim c, Verdicts verdicts) => $"""
        <tr><th scope="row"><a href="{At.Review(c.Row)}"><span class="rowname">{c.Row}</span></a></th>
        <td>{c.Change.ToString().ToLowerInvariant()}{Markup.If(c.Status != ClaimStatus.Happened, $", {c.Status.Name()}")}{Markup.If(c.Stage == Stage.Authorised, $", authorised")}{Markup.IfAny(c.Date.Value, d => $", {Words.Date(d)}")}<span class="note">“{c.Measure}” {Words.Parties(c.Actor, c.Target)}</span></td>
        <td>{Markup.If(c.Source.Published is not null, $"{c.Source.Published.GetValueOrDefault()}")}</td>
        <td><a href="{At.Row(c.Source.ReportRow, c.Row)}"><bdi>{c.Source.Name}</bdi></a> <a class="meta" href="{At.Why(c.Row)}" aria-label="Why {c.Row}">why</a></td>
        <td>{Markup.Each(verdicts.About(c), v => $"<span class=\"note\">{(v.IsFor ? v.Decision.Kind.ToString().ToLowerInvariant() : "settled against")} by {v.Decision.By}, {Words.Moment(v.Decision.Recorded)}</span>")}</td></tr>
        """;

    private static Markup Facts(Visit visit, Dossier dossier, Measure measure)
    {
        var parts = dossier.Measures.Where(m => m.Whole is { } w && IsSame(w, measure)).ToList();
        var names = measure.Claims.CountBy(c => c.Measure, StringComparer.Ordinal).OrderByDescending(n => n.Value).ThenBy(n => n.Key, StringComparer.Ordinal).Take(12);
        return $"""
            <aside class="facts" aria-label="About this measure"><dl>
            <dt>Instrument</dt><dd>{measure.Instrument.ToString().ToLowerInvariant()}</dd>
            <dt>From, to</dt><dd>{Words.Parties(measure.Actor, measure.Target)}</dd>
            {Markup.If(measure.Whole is not null, $"<dt>Part of</dt><dd>{LinkTo(visit, dossier, measure.Whole)}</dd>")}
            {Markup.If(parts.Count > 0, $"<dt>Parts</dt>{Markup.Each(parts, p => $"<dd>{LinkTo(visit, dossier, p)}</dd>")}")}
            <dt>Called</dt>{Markup.Each(names, n => $"<dd><bdi>{n.Key}</bdi> <span class=\"meta\">{n.Value}×</span></dd>")}
            <dt>Sources</dt><dd>{Words.Count(measure.Claims.Select(c => c.Source.ReportRow).Distinct().Count(), "report")}, {Words.Count(measure.Claims.Count, "claim")}</dd>
            </dl></aside>
            """;
    }

    private static Markup LinkTo(Visit visit, Dossier dossier, Measure? to) =>
        to is null ? Markup.None : (Markup)$"<a href=\"{visit.AsAsked(At.Measure(dossier.Between, MeasureSlug.Of(to)))}\">{to.Name}</a>";

    private static LocalDate? FirstDay(Measure measure) => measure.History.Told.Select(t => (LocalDate?)(t.Window.First ?? t.Window.Last)).Min();
}
