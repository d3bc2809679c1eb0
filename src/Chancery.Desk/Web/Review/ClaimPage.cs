using Chancery.Desk.Web.Accounts;
using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using Chancery.Desk.Web.Pages;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Reviewing;
using Chancery.Reports;

namespace Chancery.Desk.Web.Review;

/// <summary>One claim about a measure: what was read, what was decided, and, for reviewers, all that can be decided.</summary>
internal static class ClaimPage
{
    public static void Map(DeskRoutes routes) => routes.Get("/review/{row}", visit => DeskRoutes.Respond(visit, Show(visit)));

    private static PageContent Show(Visit visit)
    {
        if (RowName.Parse(visit.Step("row")) is not { Kind: RowKind.Change } row || visit.Ledger.Changes(ClaimsWanted.Row(row.Number), AsOf.Now).FirstOrDefault() is not { } claim)
            throw new NothingHereException("The record holds no such change, or a newer reading of its page has taken its place.");
        var decisions = visit.Ledger.Decisions(AsOf.Now);
        var verdicts = new Verdicts(decisions);
        var stands = ApplyDecisions.To([claim], decisions).FirstOrDefault();
        var text = visit.Ledger.Texts([claim.Source.ReportRow])[claim.Source.ReportRow];
        Markup main = $"""
            <header class="head"><p class="kicker"><a href="{At.Path("/review")}">Review</a></p><h1>Claim {row}</h1>
            <p class="meta">{Standing(claim, stands)} · <a href="{At.Why(row)}">all that tells so</a> · <a href="{At.States(claim.Dyad)}">{Words.Title(claim.Dyad)}</a></p></header>
            <section class="queue" data-queue data-at="0"><article class="question" id="q0" tabindex="-1" aria-label="As it was read">{ClaimCard.Of(claim, text, verdicts, "As it was read")}
            {Markup.If(visit.Can(Role.Reviewer), Decide(visit, claim))}</article></section>
            {Markup.If(visit.Can(Role.Reviewer), Edit(visit, stands ?? claim))}
            {Markup.If(!visit.Can(Role.Reviewer), $"<p class=\"meta\"><a href=\"{At.Path("/sign-in").With("then", At.Review(row).ToString())}\">Sign in</a> as a reviewer to decide.</p>")}
            {History(visit, claim, verdicts)}
            """;
        return new PageContent($"Claim {row}", Part.Review, main);
    }

    private static string Standing(ChangeClaim read, ChangeClaim? stands) => stands is null ? "counts no more" : stands == read ? "counts as it was read" : "counts as it was edited";

    private static Markup Hidden(Visit visit, ChangeClaim claim) => $"""
        {visit.Token()}<input type="hidden" name="row" value="{claim.Row}"><input type="hidden" name="seen" value="{visit.Ledger.Version.Decisions}"><input type="hidden" name="back" value="row">
        """;

    private static Markup Decide(Visit visit, ChangeClaim claim) => $"""
        <form method="post" action="{At.Path("/review")}" class="answers">{Hidden(visit, claim)}
        <button name="act" value="accept" data-key="a">Right <kbd>a</kbd></button> <button name="act" value="reject" data-key="r">Wrong <kbd>r</kbd></button> <button name="act" value="note">Only a remark</button>
        <div class="field remark"><label for="note">Reason or remark <kbd>n</kbd></label><input id="note" name="note" maxlength="2000" data-note></div>
        <div class="field"><label for="other">Another row of the same pair</label><input id="other" name="other" pattern="c[0-9]+" placeholder="c30" size="8"></div>
        <button name="act" value="merge" data-key="m">One measure with it <kbd>m</kbd></button> <button name="act" value="split" data-key="s">Not one with it <kbd>s</kbd></button> <button name="act" value="settle-first">This one holds against it</button>
        </form>
        """;

    private static Markup Edit(Visit visit, ChangeClaim c) => $"""
        <section aria-labelledby="edit"><h2 id="edit">Edit</h2><p class="meta">The claim counts with these values; as it was read it stays. An empty field takes a value away.</p>
        <form method="post" action="{At.Path("/review")}" class="edit">{Hidden(visit, c)}
        {Text("measure", "Measure", c.Measure)}{Choice<Instrument>("instrument", "Instrument", c.Instrument.ToString())}{Text("actor", "Actor (code)", c.Actor)}{Text("target", "Target (code)", c.Target)}
        {Choice<ChangeKind>("change", "Change", c.Change.ToString())}{Choice<ClaimStatus>("status", "Status", c.Status.Name())}{Choice<Stage>("stage", "Stage", c.Stage == Stage.InEffect ? "in-effect" : "authorised")}
        {Text("date", "Date", c.Date.Value)}{Select("extent", "Extent", ["whole", "part"], c.WholeExtent ? "whole" : "part")}{Text("quantity", "Quantity", c.Quantity)}{Text("part-of", "Part of", c.PartOf)}{Text("note", "Reason", null, "note-edit")}
        <div class="actions"><button class="main" name="act" value="edit">Save as a decision</button></div></form></section>
        """;

    private static Markup Text(string field, string label, string? value, string? id = null) =>
        $"<div class=\"field\"><label for=\"{id ?? "set-" + field}\">{label}</label><input id=\"{id ?? "set-" + field}\" name=\"{(field == "note" ? field : "set-" + field)}\" value=\"{value}\" maxlength=\"300\"></div>";

    private static Markup Choice<T>(string field, string label, string value) where T : struct, Enum => Select(field, label, Enum.GetValues<T>().Select(Spelt), value);

    // As the contract spells it: CalledFor is called-for.
    private static string Spelt<T>(T word) where T : struct, Enum => string.Concat(word.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    private static Markup Select(string field, string label, IEnumerable<string> words, string value) => $"""
        <div class="field"><label for="set-{field}">{label}</label><select id="set-{field}" name="set-{field}">{Markup.Each(words, w => $"<option{Markup.If(w.Equals(value, StringComparison.OrdinalIgnoreCase), $" selected")}>{w}</option>")}</select></div>
        """;

    private static Markup History(Visit visit, ChangeClaim claim, Verdicts verdicts)
    {
        var about = verdicts.About(claim).Reverse().ToList();
        return Markup.If(about.Count > 0, $"""
            <section aria-labelledby="history"><h2 id="history">Decided so far</h2><ol class="decisions" reversed>
            {Markup.Each(about.Index(), v => $"<li><span class=\"rowname\">{v.Item.Decision.Row}</span> {DecisionWords.Of(v.Item.Decision)}{Markup.If(v.Index == 0 && v.Item.Stands && visit.Can(Role.Reviewer) && v.Item.Decision.Kind != DecisionKind.Note, Undo(visit, v.Item.Decision))}</li>")}
            </ol></section>
            """);
    }

    private static Markup Undo(Visit visit, Decision decision) => $"""
        <form method="post" action="{At.Path("/review")}" class="inline">{visit.Token()}<input type="hidden" name="decision" value="{decision.Row}"><input type="hidden" name="row" value="{decision.About?.ToString()}"><input type="hidden" name="back" value="row"><button name="act" value="undo" data-key="u">Take it back <kbd>u</kbd></button></form>
        """;
}
