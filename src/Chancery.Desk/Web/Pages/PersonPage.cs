using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Reviewing;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Desk.Web.Pages;

/// <summary>What a person, or a body, is reported to have said, the newest first, and as what: each role with the days it was told.</summary>
internal static class PersonPage
{
    private const int Shown = 40, RolesShown = 12;

    public static void Map(DeskRoutes routes) => routes.Page("/people/{name}", Show);

    private static PageContent Show(Visit visit)
    {
        var asked = PersonName.Of(visit.Step("name"));
        if (asked.Length is 0 or > 200) throw new NothingHereException("A person is asked for by name, such as /people/Alice%20Example.");
        var said = ApplyDecisions.To(visit.Ledger.Statements(ClaimsWanted.ByPerson(asked), visit.AsOf), visit.Ledger.Decisions(visit.AsOf))
            .Where(s => s.Speaker is { } speaker && PersonName.Holds(PersonName.Of(speaker.Name), asked))
            .OrderByDescending(s => s.Source.Known).ThenByDescending(s => s.Source.ReportRow).ThenBy(s => s.Number).ToList();
        if (said.Count == 0) throw new NothingHereException("The record holds no words of a person of that name.");
        int skip = visit.Number("skip", 0, 1_000_000);
        var shown = said.Skip(skip).Take(Shown).ToList();
        var texts = visit.Ledger.Texts([.. shown.Select(s => s.Source.ReportRow).Distinct()]);
        var name = said.CountBy(s => s.Speaker!.Name, StringComparer.Ordinal).OrderByDescending(n => n.Value).ThenByDescending(n => n.Key.Length).First().Key;
        var here = At.Person(name);
        Markup main = $"""
            <header class="head"><p class="kicker">Who</p><h1>{name}</h1>
            <p class="summary">{Words.Count(said.Count, "statement")}, told from {Words.Day(said[^1].Source.Known)} to {Words.Day(said[0].Source.Known)}</p></header>
            {Roles(visit, here, said)}
            <section aria-labelledby="said"><h2 id="said">Statements</h2><ol class="timeline">{Markup.Each(shown, s => Statement(s, texts))}</ol>
            {Pager.Of(visit.AsAsked(here), said.Count, skip, Shown, "said")}</section>
            """;
        return new PageContent(name, Part.None, main);
    }

    private static Markup Roles(Visit visit, At here, List<StatementClaim> said)
    {
        var roles = said.Where(s => s.Speaker!.Role is not null || s.Speaker.Code is not null).GroupBy(s => (s.Speaker!.Role, s.Speaker.Code))
            .OrderByDescending(g => g.Max(s => s.Source.Known)).ThenBy(g => g.Key.Role, StringComparer.Ordinal).ThenBy(g => g.Key.Code, StringComparer.Ordinal).ToList();
        var on = visit.Day("on");
        var then = said.Find(s => s.Source.Known <= on && s.Speaker!.Role is not null)?.Speaker;
        return Markup.If(roles.Count > 0, $"""
            <section aria-labelledby="roles"><h2 id="roles">As what</h2>
            <form class="as-of" method="get" action="{here}"><div class="field"><label for="on">Role on a day, as last told by then</label><input type="date" id="on" name="on" value="{on ?? visit.Today}" required></div>{AsOfForm.Kept(visit, ["known", "recorded"])}<div class="actions"><button>Show</button></div></form>
            {Markup.If(on is not null, $"<p class=\"role-then\" role=\"status\">{RoleThen(then, on.GetValueOrDefault())}</p>")}
            <div class="scroll" tabindex="0" role="group" aria-label="Roles told"><table class="roles"><thead><tr><th scope="col">Role</th><th scope="col">Of</th><th scope="col">First told</th><th scope="col">Last told</th><th scope="col">Reports</th></tr></thead><tbody>
            {Markup.Each(roles.Take(RolesShown), g => Role(g.Key.Role, g.Key.Code, [.. g]))}</tbody></table></div></section>
            """);
    }

    private static Markup RoleThen(Speaker? then, LocalDate on)
    {
        if (then is null) return $"No role was told by {Words.Day(on)}.";
        return $"On {Words.Day(on)}: <strong>{then.Role}</strong>{Markup.If(then.Code is not null, $", {Words.Code(then.Code)}")}";
    }

    private static Markup Role(string? role, string? code, List<StatementClaim> said) => $"""
        <tr><th scope="row">{role ?? "no role told"}</th><td>{Markup.If(code is not null, Words.Code(code))}</td><td>{Words.Day(said.Min(s => s.Source.Known))}</td><td>{Words.Day(said.Max(s => s.Source.Known))}</td><td>{said.Select(s => s.Source.ReportRow).Distinct().Count()}</td></tr>
        """;

    private static Markup Statement(StatementClaim s, IReadOnlyDictionary<long, string> texts)
    {
        var words = string.Join(" … ", s.Passages.Select(p => p.Cut(texts[s.Source.ReportRow])));
        return $"""
            <li class="told"><p class="when">{Markup.If(s.Source.Published is not null, $"<time datetime=\"{s.Source.Published.GetValueOrDefault()}\">{Words.Day(s.Source.Known)}</time>")}</p>
            <div class="what"><blockquote><p dir="auto">{TimelineRows.Shortened(words)}</p>
            <footer>{s.Kind.ToString().ToLowerInvariant()}{Markup.IfAny(s.Medium, m => $", {m}")}{Markup.IfAny(s.Audience, a => $", to {a}")} · {TimelineRows.Source(s)}</footer></blockquote></div></li>
            """;
    }
}
