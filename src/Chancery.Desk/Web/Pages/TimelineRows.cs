using Chancery.Desk.Web.Html;
using Chancery.Records.Claims;
using Chancery.Records.Questions;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Desk.Web.Pages;

/// <summary>Told changes as a list: when, what, what it left, and the words behind it.</summary>
internal static class TimelineRows
{
    private const int LongestQuote = 420, Passages = 8;

    /// <summary>How many quotations of a change's evidence are shown at most.</summary>
    public const int Quoted = 1 + Passages;

    /// <param name="entries">With the first <see cref="Quoted"/> of their quotations.</param>
    /// <param name="between">Says whose dossier a measure stands in.</param>
    /// <param name="namesPair">Whether the two states are named with each.</param>
    public static Markup Of(IEnumerable<TimelineEntry> entries, Func<TimelineEntry, Dyad> between, bool namesPair = false) =>
        $"<ol class=\"timeline\">{Markup.Each(entries, e => One(e, between(e), namesPair))}</ol>";

    private static Markup One(TimelineEntry e, Dyad between, bool namesPair)
    {
        var told = e.Told;
        return $"""
            <li class="told{Markup.If(e.Moves, $" moves")}">
            <p class="when">{Words.When(told)}</p>
            <div class="what">
            <p class="deed"><a href="{At.Measure(between, Records.Identity.MeasureSlug.Of(e.Measure))}">{e.Measure.Name}</a> <strong>{Words.Deed(told)}</strong>{Markup.If(!told.Whole, $" in part")}{Quantity(told.Claims)}
            <span class="meta">{Words.Parties(e.Measure.Actor, e.Measure.Target)}{Markup.If(namesPair, $" · <a href=\"{At.States(between)}\">{Words.Title(between)}</a>")}</span></p>
            {Markup.If(e.Moves, $"<p class=\"move\">{Words.State(e.Before)} <span aria-hidden=\"true\">→</span><span class=\"said\"> then </span> {Words.State(e.After)}</p>")}
            {Evidence(e)}
            </div></li>
            """;
    }

    private static Markup Quantity(IReadOnlyList<ChangeClaim> claims) => Markup.IfAny(claims.Select(c => c.Quantity).FirstOrDefault(q => q is not null), q => $" ({q})");

    private static Markup Evidence(TimelineEntry e)
    {
        if (e.Evidence.Count == 0) return Markup.None;
        int others = e.Evidence.Count - 1;
        return $"""
            {Quote(e.Evidence[0])}
            {Markup.If(others > 0, $"<details class=\"more\"><summary>{Words.Count(others, "further passage")}, {Words.Count(e.Told.IndependentSources, "independent source")} in all</summary>{Markup.Each(e.Evidence.Skip(1).Take(Passages), Quote)}<p><a href=\"{At.Why(e.Told.Claims[0].Row)}\">All that tells so, and which are copies</a></p></details>")}
            """;
    }

    public static Markup Quote(Evidence evidence) => $"""
        <blockquote><p dir="auto">{Shortened(evidence.Quote)}</p>
        <footer>{By(evidence.Claim)}{Source(evidence.Claim)}</footer></blockquote>
        """;

    public static Markup By(Claim claim) => claim.Speaker is not { } speaker ? Markup.None
        : $"<a href=\"{At.Person(speaker.Name)}\">{speaker.Name}</a>{Markup.IfAny(speaker.Role, r => $", {r}")}, in ";

    /// <summary>The outlet with the day, leading to the words in their report; and the row's name.</summary>
    public static Markup Source(Claim claim) => $"""
        <a href="{At.Row(claim.Source.ReportRow, claim.Row)}"><bdi>{claim.Source.Name}</bdi>, {Day(claim.Source.Published)}</a> <span class="rowname">{claim.Row}</span>
        """;

    private static string Day(LocalDate? day) => day is { } d ? Words.Day(d) : "undated";

    public static string Shortened(string words)
    {
        words = words.Trim();
        if (words.Length <= LongestQuote) return words;
        int at = char.IsHighSurrogate(words[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote;
        return words[..at].TrimEnd() + " …";
    }
}
