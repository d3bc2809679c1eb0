using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Folding;
using Chancery.Records.Identity;
using Chancery.Records.Questions;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Desk.Web.Pages;

/// <summary>What was learned of two states between two days: how they stand otherwise, what became known, and, apart from it, what was corrected.</summary>
internal static class DiffPage
{
    private const int Shown = 60, DaysBack = 31;

    public static void Map(DeskRoutes routes) => routes.Page("/states/{pair}/diff", Show, Freshness.Pair);

    private static PageContent Show(Visit visit)
    {
        var between = visit.Between();
        var second = visit.Day("second") ?? visit.Today;
        var first = visit.Day("first") ?? second.PlusDays(-DaysBack);
        if (first > second) throw new BadAddressException("The first day comes before the second.");
        var answer = Difference.Ask(visit.Ledger, new DifferenceQuestion(first, second, between, visit.Day("on") ?? second, visit.AsOf.Recorded));
        var here = At.States(between).Below("diff");
        Markup main = $"""
            <header class="head"><p class="kicker"><a href="{At.States(between)}">{Words.Title(between)}</a></p><h1>What was learned</h1>
            <form class="as-of" method="get" action="{here}">{Day("first", "Known by the end of", first)}{Day("second", "and what is known by", second)}
            <div class="actions"><button>Show</button></div></form></header>
            {(IsEmpty(answer) ? Nothing() : Body(answer, between))}
            """;
        return new PageContent($"What was learned: {Words.Title(between)}", Part.Dossiers, main) { Pinned = here.With("first", first).With("second", second) };
    }

    private static Markup Day(string name, string label, LocalDate value) =>
        $"<div class=\"field\"><label for=\"{name}\">{label}</label><input type=\"date\" id=\"{name}\" name=\"{name}\" value=\"{value}\" required></div>";

    private static bool IsEmpty(DifferenceAnswer a) => a.States.Count + a.Changes.Count + a.Decisions.Count + a.ReadAnew.Count == 0;

    private static Markup Nothing() => $"<p class=\"empty\">Nothing: no report of these two was published between these days, and nobody corrected anything.</p>";

    private static Markup Body(DifferenceAnswer answer, Dyad between) => $"""
        {States(answer, between)}
        {Changes(answer, Learned.New, "What happened since", between)}
        {Changes(answer, Learned.Late, "What had happened before, and was not known", between)}
        {Changes(answer, Learned.Confirmed, "What was known, and is told again", between)}
        {Corrections(answer)}
        """;

    private static Markup States(DifferenceAnswer answer, Dyad between) => Markup.If(answer.States.Count > 0, $"""
        <section aria-labelledby="states"><h2 id="states">How it stands on <time datetime="{answer.Question.On}">{Words.Day(answer.Question.On)}</time></h2>
        <div class="scroll" tabindex="0" role="group" aria-label="Measures that stand otherwise"><table class="standing"><thead><tr><th scope="col">Measure</th><th scope="col">As known on {Words.Day(answer.Question.First)}</th><th scope="col">As known on {Words.Day(answer.Question.Second)}</th></tr></thead><tbody>
        {Markup.Each(answer.States.Take(Shown), s => State(s, between))}
        </tbody></table></div>{More(answer.States.Count)}</section>
        """);

    private static Markup State(StateDiffers s, Dyad between) => $"""
        <tr><th scope="row"><a href="{At.Measure(between, MeasureSlug.Of(s.After.Measure))}">{s.After.Measure.Name}</a> <span class="meta">{s.After.Measure.Instrument.ToString().ToLowerInvariant()} · {Words.Parties(s.After.Measure.Actor, s.After.Measure.Target)}</span></th>
        <td>{(s.Before is null ? $"<span class=\"meta\">nothing was known</span>" : Stands(s.Before))}</td><td>{Stands(s.After)}</td></tr>
        """;

    private static Markup Stands(MeasureStatus s) => $"{Words.State(s.State)}{Markup.IfAny(s.Since, d => $" <span class=\"meta\">since {Words.Date(d)}</span>")}{StandingRows.Notes(s)}";

    private static Markup Changes(DifferenceAnswer answer, Learned kind, string heading, Dyad between)
    {
        var changes = answer.Changes.Where(c => c.Kind == kind).ToList();
        var id = kind.ToString().ToLowerInvariant();
        return Markup.If(changes.Count > 0, $"""
            <section aria-labelledby="{id}"><h2 id="{id}">{heading}</h2>{TimelineRows.Of(changes.Take(Shown).Select(c => c.Entry), _ => between)}{More(changes.Count)}</section>
            """);
    }

    private static Markup Corrections(DifferenceAnswer answer) => Markup.If(answer.Decisions.Count + answer.ReadAnew.Count > 0, $"""
        <section aria-labelledby="corrections"><h2 id="corrections">Corrected in the record <span class="meta">the world did not move</span></h2>
        {Markup.If(answer.Decisions.Count > 0, $"<ul class=\"plain\">{Markup.Each(answer.Decisions.Take(Shown), d => $"<li><span class=\"rowname\">{d.Row}</span> {DecisionWords.Of(d)}</li>")}</ul>")}
        {Markup.If(answer.ReadAnew.Count > 0, $"<ul class=\"plain\">{Markup.Each(answer.ReadAnew.Take(Shown), r => $"<li><bdi>{r.ReportId}</bdi> was read anew: {Rows(r.Before)} → {Rows(r.After)}</li>")}</ul>")}</section>
        """);

    private static Markup Rows(IReadOnlyList<ChangeClaim> claims) => claims.Count == 0 ? $"nothing" : Markup.Each(claims, c => $"<span class=\"rowname\">{c.Row}</span> ");

    private static Markup More(int count) => Markup.If(count > Shown, $"<p class=\"meta\">and {Words.Count(count - Shown, "more", "more")}; the API tells all</p>");
}
