using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Identity;
using Microsoft.AspNetCore.Http;

namespace Chancery.Desk.Web.Pages;

/// <summary>All pairs of states of which the record tells.</summary>
internal static class DossiersPage
{
    public static void Map(DeskRoutes routes)
    {
        routes.Page("/states", Show, visit => $"{visit.Site.Pairs.NumberOf(visit.Ledger, visit.AsOf):x}");
        routes.Get("/states/find", Find);
    }

    private static PageContent Show(Visit visit)
    {
        var pairs = visit.Site.Pairs.Of(visit.Ledger, visit.AsOf);
        var named = pairs.Where(p => p.First.Length > 0).ToList();
        Markup main = $"""
            <header class="head"><h1>Dossiers</h1>
            <form class="find-pair" method="get" action="{At.Dossiers.Below("find")}">
            <div class="field"><label for="one">Between</label><input id="one" name="one" list="states" required maxlength="60" autocomplete="off"></div>
            <div class="field"><label for="other">and</label><input id="other" name="other" list="states" required maxlength="60" autocomplete="off"></div>
            <div class="actions"><button>Open</button></div>
            <datalist id="states">{Markup.Each(StateNames.States, s => $"<option value=\"{s.Name}\">{s.Code}</option>")}</datalist>
            </form></header>
            {(named.Count == 0 ? $"<p class=\"empty\">The record holds no measure yet.</p>" : ByState(named))}
            """;
        return new PageContent("Dossiers", Part.Dossiers, main);
    }

    private static Markup ByState(List<Dyad> pairs)
    {
        var byState = pairs.SelectMany(p => new[] { (State: p.First, Other: p.Second, Pair: p), (State: p.Second, Other: p.First, Pair: p) })
            .GroupBy(p => p.State, StringComparer.Ordinal).OrderBy(g => StateNames.Of(g.Key), StringComparer.Ordinal);
        return $"""
            <dl class="pairs">{Markup.Each(byState, g => $"<div><dt>{StateNames.Of(g.Key)}</dt>{Markup.Each(g.OrderBy(p => StateNames.Of(p.Other), StringComparer.Ordinal), p => $"<dd><a href=\"{At.States(p.Pair)}\"><span class=\"said\">{StateNames.Of(g.Key)} and </span>{StateNames.Of(p.Other)}</a></dd>")}</div>")}</dl>
            """;
    }

    private static IResult Find(Visit visit) => Results.LocalRedirect(At.States(Dyad.Of(Code(visit, "one"), Code(visit, "other"))).ToString());

    private static string Code(Visit visit, string name)
    {
        var asked = visit.Text(name) ?? throw new BadAddressException("Name two states.");
        foreach (var (code, state) in StateNames.States)
            if (asked.Equals(code, StringComparison.OrdinalIgnoreCase) || asked.Equals(state, StringComparison.OrdinalIgnoreCase)) return code;
        return asked.Length == 3 && asked.All(char.IsAsciiLetter) ? asked.ToUpperInvariant() : throw new BadAddressException($"“{asked}” is no state the desk knows; its code of three letters will do.");
    }
}
