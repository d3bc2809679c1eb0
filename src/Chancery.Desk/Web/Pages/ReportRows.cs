using Chancery.Desk.Web.Html;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Reviewing;
using Chancery.Reports;

namespace Chancery.Desk.Web.Pages;

/// <summary>A row beside a report's text.</summary>
/// <param name="Row">c12 for rows of the record; t7, a3 for what only the reading tells.</param>
internal sealed record ReportRowShown(string Layer, string Row, Markup Says, IReadOnlyList<TextMark> Marks);

/// <summary>All rows that rest on a report.</summary>
internal static class ReportRows
{
    public static IReadOnlyList<ReportRowShown> Of(Ledger ledger, KeptReport kept, KeptLayers layers)
    {
        // A report that was read again is shown as it stood before that.
        var wanted = ClaimsWanted.OfReport(kept.Report.Number);
        var asOf = ledger.Changes(wanted, AsOf.Now).Count > 0 ? AsOf.Now : new AsOf(Recorded: kept.Report.Recorded);
        var verdicts = new Verdicts(ledger.Decisions(AsOf.Now));
        return
        [
            .. ledger.Changes(wanted, asOf).Select(c => Of(c, "change", Change(c, verdicts))),
            .. ledger.Statements(wanted, asOf).Select(s => Of(s, "statement", Statement(s))),
            .. ledger.Events(wanted, asOf).Select(e => Of(e, "event", Event(e))),
            .. layers.Times.Select((t, i) => Of("time", $"t{i + 1}", $"{t.Value}", [t.Span])),
            .. layers.Actors.Select((a, i) => Of("actor", $"a{i + 1}", Actor(a), a.Mentions)),
            .. ledger.Signals(wanted, asOf).Select(s => Of(s, "signal", $"{s.Signal.ToString().ToLowerInvariant()}, <a href=\"{At.States(s.Dyad)}\">{Words.Title(s.Dyad)}</a>")),
        ];
    }

    private static ReportRowShown Of(Claim claim, string layer, Markup says) => Of(layer, claim.Row.ToString(), says, claim.Passages);

    private static ReportRowShown Of(string layer, string row, Markup says, IReadOnlyList<Span> spans) => new(layer, row, says, [.. spans.Select(s => new TextMark(s, layer, row))]);

    private static Markup Change(ChangeClaim c, Verdicts verdicts) => $"""
        <strong>{c.Change.ToString().ToLowerInvariant()}</strong>{Markup.If(c.Status != ClaimStatus.Happened, $", {c.Status.Name()}")}{Markup.If(c.Stage == Stage.Authorised, $", authorised and no more")}: <bdi>{c.Measure}</bdi> ({c.Instrument.ToString().ToLowerInvariant()}), {Words.Parties(c.Actor, c.Target)}{Markup.IfAny(c.Date.Value, d => $", {Words.Date(d)}")}{Markup.IfAny(c.Quantity, q => $", {q}")}
        <span class="note">{Markup.If(c.Dyad.ToString().Length > 1, $"<a href=\"{At.States(c.Dyad)}\">dossier</a> · ")}<a href="{At.Why(c.Row)}">why</a> · <a href="{At.Review(c.Row)}">review</a>{Markup.Each(verdicts.About(c), v => $" · {DecisionWords.Of(v.Decision)}")}</span>
        """;

    private static Markup Statement(StatementClaim s) => $"""
        {Markup.If(s.Speaker is not null, $"<a href=\"{At.Person(s.Speaker?.Name ?? "-")}\">{s.Speaker?.Name}</a>{Markup.IfAny(s.Speaker?.Role, r => $", {r}")}")}{Markup.If(s.Speaker is null, $"nobody named")} <span class="meta">{s.Kind.ToString().ToLowerInvariant()}{Markup.IfAny(s.Medium, m => $", {m}")}</span>
        """;

    private static Markup Event(EventClaim e) => $"""
        <strong>{e.Type}</strong>{Markup.IfAny(e.Mode, m => $" {m}")}{Markup.If(e.Status != ClaimStatus.Happened, $", {e.Status.Name()}")}: {Sides(e.Sources)}{Markup.If(e.Targets.Count > 0, $" → {Sides(e.Targets)}")}{Markup.IfAny(e.Date.Value, d => $", {Words.Date(d)}")} <span class="meta">{e.Score} · <a href="{At.Why(e.Row)}">why</a></span>
        """;

    private static Markup Sides(IReadOnlyList<Party> sides) => sides.Count == 0 ? $"?" : Markup.Each(sides.Index(), s => $"{Markup.If(s.Index > 0, $" + ")}{s.Item.Code ?? s.Item.Name ?? "?"}{Markup.IfAny(s.Item.Sector, x => $" {x}")}");

    private static Markup Actor((string Id, string Name, string? Code, string? Role, IReadOnlyList<Span> Mentions) a) =>
        $"<bdi>{a.Name}</bdi>{Markup.IfAny(a.Role, r => $", {r}")}{Markup.IfAny(a.Code, c => $", {c}")} <span class=\"meta\">{a.Mentions.Count}×</span>";
}
