using Chancery.Desk.Web.Accounts;
using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using Chancery.Desk.Web.Pages;
using Chancery.Records.Claims;
using Chancery.Records.Reviewing;

namespace Chancery.Desk.Web.Review;

/// <summary>What kind of answer is wanted.</summary>
internal enum OpenKind { Claim, SameMeasure, OneOrSeveral, WhichHolds, WhoseMeasure, AskAgain }

/// <summary>Something of the queue.</summary>
/// <param name="Claims">One or two; none where a newer reading says nothing any more.</param>
internal sealed record OpenItem(string Asks, Dyad Between, IReadOnlyList<ChangeClaim> Claims, OpenKind Kind, Decision? Again = null);

/// <summary>A question with its claims and the buttons that answer it.</summary>
internal static class QuestionCard
{
    public static OpenItem Asking(ReviewQuestion question) => question switch
    {
        ReviewQuestion.SameMeasure q => new OpenItem("Are these one measure?", q.Between, [q.One, q.Other], OpenKind.SameMeasure),
        ReviewQuestion.OneOrSeveral q => new OpenItem("Told by one name: do both speak of one measure?", q.Between, [q.One, q.Other], OpenKind.OneOrSeveral),
        ReviewQuestion.WhichHolds q => new OpenItem($"Which holds of {q.Measure}?", q.Between, [q.One, q.Other], OpenKind.WhichHolds),
        ReviewQuestion.WhoseMeasure q => new OpenItem("The first leaves a side unsaid: is it the measure of the second?", q.Between, [q.Open, q.Like], OpenKind.WhoseMeasure),
        ReviewQuestion.AskAgain q => new OpenItem("A newer reading says otherwise: what holds?", q.Between, [.. q.Now.Take(2)], OpenKind.AskAgain, q.Decision),
        _ => throw new NotSupportedException(question.GetType().Name),
    };

    public static Markup Of(OpenItem item, int index, Visit visit, IReadOnlyDictionary<long, string> texts, Verdicts verdicts, bool isNew) => $"""
        <article class="question" id="q{index}" tabindex="-1" aria-labelledby="q{index}-asks">
        <h2 id="q{index}-asks">{item.Asks} <span class="meta"><a href="{At.States(item.Between)}">{Words.Title(item.Between)}</a></span></h2>
        {Markup.If(item.Again is not null, $"<p class=\"note\">{DecisionOf(item)}</p>")}
        <div class="cards">{Markup.Each(item.Claims.Index(), c => ClaimCard.Of(c.Item, texts[c.Item.Source.ReportRow], verdicts, item.Claims.Count > 1 ? c.Index == 0 ? "First" : "Second" : null))}</div>
        {Markup.If(visit.Can(Role.Reviewer) && item.Claims.Count > 0, Answers(item, index, visit, isNew))}
        </article>
        """;

    private static Markup DecisionOf(OpenItem item) => item.Again is { } decision ? DecisionWords.Of(decision) : Markup.None;

    private static Markup Answers(OpenItem item, int index, Visit visit, bool isNew) => $"""
        <form method="post" action="{At.Path("/review")}" class="answers">{visit.Token()}
        <input type="hidden" name="row" value="{item.Claims[0].Row}">{Markup.If(item.Claims.Count > 1, $"<input type=\"hidden\" name=\"other\" value=\"{item.Claims[^1].Row}\">")}
        <input type="hidden" name="seen" value="{visit.Ledger.Version.Decisions}"><input type="hidden" name="back" value="{(isNew ? "new" : "queue")}"><input type="hidden" name="at" value="{index}">
        {Buttons(item)}
        <div class="field remark"><label for="note{index}">Reason or remark <kbd>n</kbd></label><input id="note{index}" name="note" maxlength="2000" data-note></div>
        </form>
        """;

    private static Markup Buttons(OpenItem item) => item.Kind switch
    {
        OpenKind.SameMeasure => $"{Button("merge", "m", "One measure")}{Button("split", "s", "Not one")}{Edit(item)}",
        OpenKind.OneOrSeveral => $"{Button("merge", "m", "One measure")}{EditSecond(item)}",
        OpenKind.WhichHolds => $"{Button("settle-first", "1", "The first holds")}{Button("settle-second", "2", "The second holds")}{Edit(item)}",
        OpenKind.WhoseMeasure => $"{Unsaid(item.Claims[0], item.Claims[1])}{Button("edit", "m", "It is that one")}{Button("accept", "a", "Right as it stands")}{Edit(item)}",
        _ => $"{Button("accept", "a", "Right")}{Button("reject", "r", "Wrong")}{Edit(item)}",
    };

    /// <summary>What the first would say with the side that the second names.</summary>
    private static Markup Unsaid(ChangeClaim open, ChangeClaim like)
    {
        var (field, value) = open.Actor is null ? ("set-actor", like.Actor) : ("set-target", like.Target);
        return $"<input type=\"hidden\" name=\"{field}\" value=\"{value}\">";
    }

    private static Markup Button(string act, string key, string words) => $"<button name=\"act\" value=\"{act}\" data-key=\"{key}\">{words} <kbd>{key}</kbd></button> ";

    /// <summary>What speaks of another measure needs another name.</summary>
    private static Markup EditSecond(OpenItem item) => $"<a class=\"button\" data-key=\"e\" href=\"{At.Review(item.Claims[^1].Row)}\">Another: name it <kbd>e</kbd></a>";

    private static Markup Edit(OpenItem item) => $"<a class=\"button\" data-key=\"e\" href=\"{At.Review(item.Claims[0].Row)}\">Edit <kbd>e</kbd></a>";
}
