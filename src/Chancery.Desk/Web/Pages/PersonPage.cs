using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Reviewing;
using Chancery.Reports;

namespace Chancery.Desk.Web.Pages;

/// <summary>What a person, or a body, is reported to have said, the newest first.</summary>
internal static class PersonPage
{
    private const int Shown = 40;

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
        Markup main = $"""
            <header class="head"><p class="kicker">Statements</p><h1>{name}</h1>
            <p class="summary">{Roles(said)}</p></header>
            <section aria-label="Statements"><ol class="timeline">{Markup.Each(shown, s => Statement(s, texts))}</ol>
            {Pager.Of(visit.AsAsked(At.Person(name)), said.Count, skip, Shown, "main")}</section>
            """;
        return new PageContent(name, Part.None, main);
    }

    private static Markup Roles(List<StatementClaim> said) => Markup.Each(
        said.Select(s => (s.Speaker!.Role, s.Speaker.Code)).Where(r => r.Role is not null || r.Code is not null).CountBy(r => r).OrderByDescending(r => r.Value).Take(6),
        r => $"<span class=\"count\">{r.Key.Role} {Markup.If(r.Key.Code is not null, Words.Code(r.Key.Code))} <span class=\"meta\">{r.Value}×</span></span> ");

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
