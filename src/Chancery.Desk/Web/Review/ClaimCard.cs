using Chancery.Desk.Web.Html;
using Chancery.Desk.Web.Pages;
using Chancery.Records.Claims;
using Chancery.Records.Reviewing;
using Chancery.Reports;

namespace Chancery.Desk.Web.Review;

/// <summary>A claim as a reviewer sees it: what was read, the words it rests on among those around them, and what was decided so far.</summary>
internal static class ClaimCard
{
    private const int Around = 180;

    public static Markup Of(ChangeClaim c, string text, Verdicts verdicts, string? label = null) => $"""
        <div class="card">{Markup.IfAny(label, l => $"<p class=\"kicker\">{l}</p>")}
        <p class="deed"><a href="{At.Review(c.Row)}"><span class="rowname">{c.Row}</span></a> <strong>{c.Change.ToString().ToLowerInvariant()}</strong>{Markup.If(c.Status != ClaimStatus.Happened, $", {c.Status.Name()}")}{Markup.If(c.Stage == Stage.Authorised, $", authorised and no more")}: <bdi>{c.Measure}</bdi>
        <span class="meta">{c.Instrument.ToString().ToLowerInvariant()} · {Words.Parties(c.Actor, c.Target)} · {(c.Date.Value is { } date ? Words.Date(date) : "undated")}{Markup.If(!c.WholeExtent, $" · in part")}{Markup.IfAny(c.Quantity, q => $" · {q}")}{Markup.IfAny(c.PartOf, w => $" · part of {w}")}</span></p>
        <blockquote><p dir="auto">{InContext(text, c.Passages[0])}</p><footer>{TimelineRows.By(c)}{TimelineRows.Source(c)}</footer></blockquote>
        {Markup.Each(verdicts.About(c), v => $"<p class=\"note\">{DecisionWords.Of(v.Decision)}</p>")}</div>
        """;

    /// <summary>The passage, marked, with some words before and behind.</summary>
    public static Markup InContext(string text, Span passage)
    {
        int from = Start(text, Math.Max(0, passage.Start - Around)), to = Start(text, Math.Min(text.Length, passage.End + Around));
        return $"{Markup.If(from > 0, $"… ")}{text[from..passage.Start]}<mark>{TimelineRows.Shortened(passage.Cut(text))}</mark>{text[passage.End..Math.Max(passage.End, to)]}{Markup.If(to < text.Length, $" …")}";
    }

    private static int Start(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
