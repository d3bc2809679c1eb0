using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using Chancery.Records.Charts;
using Chancery.Records.Claims;
using Chancery.Records.Questions;
using Chancery.Reports;

namespace Chancery.Desk.Web.Pages;

/// <summary>How a relation went, month by month, with its turning points and the words that say so.</summary>
internal static class RelationSection
{
    private const int SignalsShown = 4;

    public static Markup Of(Visit visit, Dyad between)
    {
        var answer = visit.Site.Relations.Of(visit.Ledger, new RelationQuestion(between, visit.Day("from"), visit.Day("on"), visit.AsOf));
        if (answer.Months.Count == 0 && answer.Signals.Count == 0) return Markup.None;
        return $"""
            <section aria-labelledby="relation"><h2 id="relation">Thaw or freeze</h2>
            {Markup.If(answer.Months.Count > 0, Chart(visit, between, answer))}
            {Markup.If(answer.TurningPoints.Count > 0, $"<ol class=\"turns\">{Markup.Each(answer.TurningPoints, Turn)}</ol>")}
            {Markup.If(answer.Signals.Count > 0, $"<ul class=\"speakers\">{Markup.Each(answer.Signals.OrderByDescending(s => s.Known).Take(SignalsShown), Told)}</ul>")}
            </section>
            """;
    }

    private static Markup Chart(Visit visit, Dyad between, RelationAnswer answer) => $"""
        <figure><div class="scroll" tabindex="0" role="group" aria-label="Chart of the relation by months">{Markup.Drawn(RelationChart.Svg(answer, $"Relation of {Words.Title(between)}"))}</div>
        <figcaption class="meta">Mean score of the events of each month, from −10 (hostile) to +10 (friendly) · <a href="{visit.AsAsked(At.States(between).Below("relation.svg"))}">as a picture</a></figcaption></figure>
        """;

    private static Markup Turn(TurningPoint turn) => $"""
        <li><strong>{(turn.Direction == Signal.Thaw ? "Thaw" : "Freeze")}</strong> in {Words.Date($"{turn.Month.Year:0000}-{turn.Month.Month:00}")}: {turn.Reason}{Markup.Each(turn.Evidence.Take(2), TimelineRows.Quote)}</li>
        """;

    private static Markup Told(ToldSignal signal) => $"""
        <li><p><strong>{(signal.Signal == Signal.Thaw ? "Thaw" : "Freeze")}</strong>, reports say on {Words.Day(signal.Known)}</p>{Markup.Each(signal.Evidence.Take(1), TimelineRows.Quote)}</li>
        """;
}
