using System.Globalization;
using Chancery.Desk.Web.Accounts;
using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using Chancery.Desk.Workers;
using Microsoft.AspNetCore.Http;

namespace Chancery.Desk.Web.Pages;

/// <summary>The queue of the workers: how much waits, how fast it goes, what was not read and why, and batches that end every worker, to be tried again.</summary>
internal static class WorkPage
{
    private static readonly At Here = At.Path("/work");

    public static void Map(DeskRoutes routes)
    {
        routes.PageFor(Role.Reviewer, "/work", Show);
        routes.Post("/work", Role.Admin, (visit, form) => Task.FromResult(TryAgain(visit, form)));
    }

    private static PageContent Show(Visit visit)
    {
        Markup main = $"""
            <header class="head"><h1>Work</h1><p class="meta">What workers on this and other machines read for the record: <code>chancery work</code></p></header>
            {(visit.Site.Work.Queue is { } queue ? Body(visit, WorkState.Of(queue)) : None())}
            """;
        return new PageContent("Work", Part.Work, main);
    }

    private static Markup None() => $"""
        <section class="empty"><h2>There is no queue</h2><p>This record lies in a file: <code>chancery add</code> reads on all cores of one machine and needs none. Workers share a record on PostgreSQL.</p></section>
        """;

    private static Markup Body(Visit visit, WorkState state) => $"""
        <dl class="figures">{Figure("waiting", $"{state.Waiting:N0}")}{Figure("being read", $"{state.BeingRead:N0}")}{Figure("batches done", $"{state.Done:N0}")}{Figure("reports", $"{state.Reports:N0}")}{Figure("of them new", $"{state.Added:N0}")}{Figure("reports a second", $"{state.ReportsPerSecond:0.0}")}{Figure("words a second", $"{state.WordsPerSecond:N0}")}</dl>
        {Poison(visit, state)}{Workers(state)}{Unread(state)}{Schedules(state)}
        """;

    private static Markup Figure(string name, FormattableString number) => $"<div><dt>{name}</dt><dd>{number.ToString(CultureInfo.InvariantCulture)}</dd></div>";

    private static Markup Poison(Visit visit, WorkState state) => Markup.If(state.Poison.Count > 0, $"""
        <section class="contradictions" aria-labelledby="poison"><h2 id="poison">Batches that could not be read</h2><ul class="plain">
        {Markup.Each(state.Poison, p => $"<li>Batch {p.Number}, {Words.Count(p.Items, "item")}: <bdi>{p.Reason}</bdi> {Markup.If(visit.Can(Role.Admin), Button(visit, p.Number))}</li>")}</ul></section>
        """);

    private static Markup Button(Visit visit, long batch) =>
        $"<form method=\"post\" action=\"{Here}\" class=\"inline\">{visit.Token()}<input type=\"hidden\" name=\"batch\" value=\"{batch}\"><button aria-label=\"Try batch {batch} again\">Try again</button></form>";

    private static Markup Workers(WorkState state) => $"""
        <section aria-labelledby="workers"><h2 id="workers">Workers</h2>{(state.Workers.Count == 0 ? (Markup)$"<p class=\"empty\">None is at work. <code>chancery work --record …</code> starts one.</p>" : (Markup)$"<ul class=\"plain\">{Markup.Each(state.Workers, w => $"<li><bdi>{w.Name}</bdi> <span class=\"meta\">{w.Jobs} at once, last heard of {Moment(w.Heartbeat)}</span></li>")}</ul>")}</section>
        """;

    private static Markup Unread(WorkState state) => Markup.If(state.Unread.Count > 0, $"""
        <section aria-labelledby="unread"><h2 id="unread">Not read</h2><ul class="plain">{Markup.Each(state.Unread, u => $"<li>{Words.Count((int)Math.Min(int.MaxValue, u.Count), "report")}: {u.Reason} <span class=\"meta\">the first: <bdi>{u.First}</bdi></span></li>")}</ul></section>
        """);

    private static Markup Schedules(WorkState state) => Markup.If(state.Schedules.Count > 0, $"""
        <section aria-labelledby="schedules"><h2 id="schedules">Schedules</h2><ul class="plain">{Markup.Each(state.Schedules, s => $"<li><bdi>{s.Name}</bdi>: <code>chancery {string.Join(' ', s.Command)}</code> <span class=\"meta\">{s.Cron}, {s.Zone}; next {Moment(s.Next)}{Markup.IfAny(s.LastState, l => $"; last time {l.ToLowerInvariant()}")}</span>{Markup.IfAny(s.Error, e => $"<span class=\"note wrong\">{e}</span>")}</li>")}</ul></section>
        """);

    private static string Moment(DateTime? utc) => utc is { } at ? at.ToString("d MMMM yyyy, HH:mm:ss", CultureInfo.InvariantCulture) + " UTC" : "never";

    private static IResult TryAgain(Visit visit, IFormCollection form)
    {
        if (visit.Site.Work.Queue is not { } queue) throw new NothingHereException("This record has no queue.");
        if (!long.TryParse(form["batch"], NumberStyles.None, CultureInfo.InvariantCulture, out long batch)) throw new BadAddressException("Say which batch.");
        foreach (long number in queue.Store.Forgive([batch])) queue.Enqueue(number);
        return DeskRoutes.GoTo(Here);
    }
}
