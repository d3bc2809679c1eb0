using Chancery.Desk.Web.Accounts;
using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using Chancery.Desk.Web.Pages;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Reviewing;
using Chancery.Reports;

namespace Chancery.Desk.Web.Review;

/// <summary>The queue: what the record asks of people, and new claims that nobody looked at yet. Worked through with the keyboard.</summary>
internal static class ReviewPage
{
    private const int Shown = 25, NewReports = 100;

    private static readonly (string Key, string Does)[] Keys =
    [
        ("j, k", "next, previous"), ("a", "accept"), ("r", "reject"), ("e", "edit"), ("m", "merge"), ("s", "keep apart"), ("1, 2", "the first, the second holds"),
        ("n", "write a remark"), ("u", "take your last decision back"), ("Esc", "leave a field"),
    ];

    public static void Map(DeskRoutes routes)
    {
        routes.Get("/review", visit => DeskRoutes.Respond(visit, Show(visit)));
        routes.Page("/review/decisions", DecisionsMade);
    }

    private static PageContent Show(Visit visit)
    {
        bool isNew = visit.Text("show") == "new";
        var questions = visit.Site.Questions.Of(visit.Ledger, AsOf.Now);
        var verdicts = new Verdicts(visit.Ledger.Decisions(AsOf.Now));
        var items = (isNew ? Unreviewed(visit.Ledger, verdicts) : questions.Select(QuestionCard.Asking)).Take(Shown).ToList();
        var texts = visit.Ledger.Texts([.. items.SelectMany(i => i.Claims).Select(c => c.Source.ReportRow).Distinct()]);
        int at = visit.Number("at", 0, 10_000);
        Markup main = $"""
            <header class="head"><h1>Review</h1>
            <nav class="tabs" aria-label="Kinds of questions"><a href="{At.Path("/review")}"{Markup.If(!isNew, $" aria-current=\"page\"")}>Questions <span class="meta">{questions.Count}</span></a>
            <a href="{At.Path("/review").With("show", "new")}"{Markup.If(isNew, $" aria-current=\"page\"")}>New claims</a> <a href="{At.Path("/review/decisions")}">Decisions made</a></nav>
            {Last(visit, isNew)}
            <details class="keys"><summary>Keys</summary><dl>{Markup.Each(Keys, k => $"<div><dt><kbd>{k.Key}</kbd></dt><dd>{k.Does}</dd></div>")}</dl></details></header>
            {(items.Count == 0 ? Nothing(isNew) : (Markup)$"<div class=\"queue\" data-queue data-at=\"{Math.Min(at, items.Count - 1)}\">{Markup.Each(items.Index(), i => QuestionCard.Of(i.Item, i.Index, visit, texts, verdicts, isNew))}</div>")}
            """;
        return new PageContent("Review", Part.Review, main);
    }

    private static Markup Nothing(bool isNew) => $"""
        <p class="empty">{(isNew ? "Nobody has to look at a new claim: the newest reports brought none that was not decided about." : "Nothing awaits a decision: no two measures that may be one, no contradiction.")}</p>
        """;

    /// <summary>Claims of the newest reports about which nobody decided.</summary>
    private static IEnumerable<OpenItem> Unreviewed(Ledger ledger, Verdicts verdicts)
    {
        var reports = ReportsPage.Latest(ledger, NewReports);
        if (reports.Count == 0) return [];
        var since = reports[0].Recorded - NodaTime.Duration.Epsilon;
        return ledger.Changes(new ClaimsWanted { RecordedAfter = since }, AsOf.Now).Reverse()
            .Where(c => !verdicts.IsWithdrawn(c.Source.ReportRow) && verdicts.Standing(c).LastOrDefault() is null or { Decision.Kind: DecisionKind.Note })
            .Select(c => new OpenItem("Is this right?", c.Dyad, [c], OpenKind.Claim));
    }

    private static Markup Last(Visit visit, bool isNew)
    {
        if (visit.Account is not { } account || visit.Ledger.Decisions(AsOf.Now).LastOrDefault(d => d.By == account.Name) is not { } last) return Markup.None;
        return $"""
            <form method="post" action="{At.Path("/review")}" class="last">{visit.Token()}<input type="hidden" name="decision" value="{last.Row}"><input type="hidden" name="back" value="{(isNew ? "new" : "queue")}">
            <p class="meta">Your last decision: {DecisionWords.Of(last)}</p>
            {Markup.If(last.Kind != DecisionKind.Note, $"<button name=\"act\" value=\"undo\" data-key=\"u\">Take it back <kbd>u</kbd></button>")}</form>
            """;
    }

    private static PageContent DecisionsMade(Visit visit)
    {
        var all = visit.Ledger.Decisions(visit.AsOf);
        int skip = visit.Number("skip", 0, 10_000_000);
        Markup main = $"""
            <header class="head"><p class="kicker"><a href="{At.Path("/review")}">Review</a></p><h1>Decisions</h1><p class="meta">None is ever removed: a later one holds.</p></header>
            {(all.Count == 0 ? (Markup)$"<p class=\"empty\">Nobody has decided anything yet.</p>" : (Markup)$"<ol class=\"decisions\" reversed start=\"{all.Count - skip}\">{Markup.Each(all.Reverse().Skip(skip).Take(100), d => $"<li><span class=\"rowname\">{d.Row}</span> {DecisionWords.Of(d)} {Markup.If(d.About is not null, $"<a href=\"{At.Path("/rows").Below(d.About.GetValueOrDefault().ToString())}\">see</a>")}</li>")}</ol>")}
            {Pager.Of(At.Path("/review/decisions"), all.Count, skip, 100, "main")}
            """;
        return new PageContent("Decisions", Part.Review, main);
    }
}
