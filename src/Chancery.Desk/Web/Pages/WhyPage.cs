using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Questions;

namespace Chancery.Desk.Web.Pages;

/// <summary>What a row of the record rests on: every passage that tells the same, which sources speak for themselves and which print another's text, and what people decided.</summary>
internal static class WhyPage
{
    private const int Shown = 100, CopiesShown = 30;

    public static void Map(DeskRoutes routes) => routes.Page("/why/{row}", Show);

    /// <summary>The answer, or that there is no such row.</summary>
    public static WhyAnswer Ask(Visit visit, string? named, AsOf asOf)
    {
        var row = RowName.Parse(named ?? "") ?? throw new BadAddressException("A row is a letter and a number, such as c12.");
        try
        {
            return Why.Ask(visit.Ledger, new WhyQuestion(row, asOf));
        }
        catch (RecordException e) when (e.InnerException is null)
        {
            throw new NothingHereException($"The record holds no row {row}, or a newer reading of its page has taken its place.");
        }
    }

    private static PageContent Show(Visit visit)
    {
        if (RowName.Parse(visit.Step("row")) is null) throw new NothingHereException("A row is a letter and a number, such as /why/c12.");
        var answer = Ask(visit, visit.Step("row"), visit.AsOf);
        var asked = answer.Sources.SelectMany(s => s.Original.Concat(s.Copies)).Select(t => t.Claim).FirstOrDefault(c => c.Row == answer.Question.Row);
        Markup main = $"""
            <header class="head"><p class="kicker">Why {answer.Question.Row}</p><h1>{(asked is null ? $"What {answer.Question.Row} rests on" : SayClaim.Of(asked))}</h1>
            <p>{Words.Count(answer.Sources.Sum(s => s.Original.Sum(t => t.Evidence.Count)), "passage")} of {Words.Count(answer.Sources.Count, "independent source")}{Copies(answer)}{Links(asked)}</p></header>
            {Sources(answer)}
            {Decisions(answer)}
            """;
        return new PageContent($"Why {answer.Question.Row}", Part.None, main);
    }

    private static Markup Copies(WhyAnswer answer) => answer.Sources.Sum(s => s.Copies.Count) is var copies && copies == 0 ? Markup.None : (Markup)$", printed {copies} times more";

    private static Markup Links(Claim? asked) => asked switch
    {
        ChangeClaim c => $" · <a href=\"{At.States(c.Dyad)}\">{Words.Title(c.Dyad)}</a> · <a href=\"{At.Review(c.Row)}\">review</a>",
        SignalClaim s => $" · <a href=\"{At.States(s.Dyad)}\">{Words.Title(s.Dyad)}</a>",
        _ => Markup.None,
    };

    private static Markup Sources(WhyAnswer answer) => Markup.If(answer.Sources.Count > 0, $"""
        <section aria-labelledby="sources"><h2 id="sources">Sources</h2><ol class="timeline">{Markup.Each(answer.Sources.Take(Shown), Source)}</ol>
        {Markup.If(answer.Sources.Count > Shown, $"<p class=\"meta\">and {answer.Sources.Count - Shown} more; the API tells all</p>")}</section>
        """);

    private static Markup Source(IndependentSource source)
    {
        var report = source.Original[0].Report;
        return $"""
            <li class="told"><p class="when">{(report.Published.Value is { } day ? Words.Date(day) : "undated")}</p><div class="what">
            <p class="deed"><a href="{At.Report(report.Number)}"><bdi>{report.Title ?? report.ReportId}</bdi></a> <span class="meta">{Markup.IfAny(report.Outlet, o => $"<bdi>{o}</bdi> · ")}read by {report.Reader.Split(';')[0]}, recorded {Words.Moment(report.Recorded)}</span></p>
            {Markup.Each(source.Original, Telling)}
            {Markup.If(source.Copies.Count > 0, $"<details class=\"more\"><summary>The same text, printed {Words.Count(source.Copies.Count, "time")} more</summary><ul class=\"plain\">{Markup.Each(source.Copies.Take(CopiesShown), c => $"<li><a href=\"{At.Row(c.Report.Number, c.Claim.Row)}\"><bdi>{c.Report.Outlet ?? c.Report.ReportId}</bdi></a> <span class=\"rowname\">{c.Claim.Row}</span></li>")}</ul></details>")}
            </div></li>
            """;
    }

    private static Markup Telling(Telling telling) => $"""
        <p class="meta"><a href="{At.Row(telling.Report.Number, telling.Claim.Row)}"><span class="rowname">{telling.Claim.Row}</span></a> {SayClaim.Of(telling.Claim)}</p>
        {Markup.Each(telling.Evidence, TimelineRows.Quote)}
        """;

    private static Markup Decisions(WhyAnswer answer) => Markup.If(answer.Decisions.Count > 0, $"""
        <section aria-labelledby="decided"><h2 id="decided">What people decided</h2><ol class="decisions">{Markup.Each(answer.Decisions, d => $"<li><span class=\"rowname\">{d.Row}</span> {DecisionWords.Of(d)}</li>")}</ol></section>
        """);
}
