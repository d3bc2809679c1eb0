using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Reviewing;
using Chancery.Reports;

namespace Chancery.Desk.Web.Pages;

/// <summary>A report with what was read in it: text on the one side, rows on the other, each leading to the other.</summary>
internal static class ReportPage
{
    /// <summary>A longer text is shown in stretches.</summary>
    private const int Stretch = 60_000;

    private static readonly (string Layer, string Name, bool On)[] Switches =
        [("change", "changes", true), ("statement", "statements", true), ("event", "events", false), ("time", "times", false), ("actor", "actors", false), ("signal", "signals", true)];

    public static void Map(DeskRoutes routes) => routes.Page("/reports/{row}", Show, _ => "report");

    private static PageContent Show(Visit visit)
    {
        if (RowName.Parse(visit.Step("row")) is not { Kind: RowKind.Report } row || visit.Ledger.Report(row.Number) is not { } kept)
            throw new NothingHereException("The record holds no such report; a report's row is a number behind an r, such as /reports/r12.");
        var layers = KeptLayers.Of(kept);
        var rows = ReportRows.Of(visit.Ledger, kept, layers);
        int skip = Math.Min(visit.Number("skip", 0, int.MaxValue), Math.Max(0, kept.Text.Length - 1));
        var shown = new Span(skip, Math.Min(kept.Text.Length, skip + Stretch));
        var text = new MarkedText(kept.Text, rows.SelectMany(r => r.Marks).Where(m => m.Span.Overlaps(shown)));
        var title = kept.Report.Title ?? kept.Report.ReportId;
        bool isKept = visit.Site.Received.Holds(kept.Report.PageHash);
        Markup main = $"""
            {Head(visit, kept, layers, title, isKept)}
            <fieldset class="layers"><legend>Show in the text</legend>{Markup.Each(Switches, s => Switch(s.Layer, s.Name, s.On, rows))}</fieldset>
            <div class="reading"><article class="text" aria-label="Text of the report" lang="{kept.Report.Language}">{Text(kept, layers, text, shown, isKept)}
            {Pager.Of(At.Report(row.Number), kept.Text.Length, skip, Stretch, "main")}</article>
            <aside class="rows" aria-label="What was read">{Rows(rows, shown)}</aside></div>
            """;
        return new PageContent(title, Part.Reports, main) { Wide = true };
    }

    private static Markup Head(Visit visit, KeptReport kept, KeptLayers layers, string title, bool isKept)
    {
        var report = kept.Report;
        var later = visit.Ledger.Decisions(AsOf.Now).Where(d => d.About == report.Row).ToList();
        return $"""
            <header class="head"><p class="kicker">Report {report.Row}</p><h1 dir="auto"><bdi>{title}</bdi></h1>
            <p class="meta">{Markup.IfAny(report.Outlet, o => $"<bdi>{o}</bdi> · ")}{Published(report.Published)} · recorded {Words.Moment(report.Recorded)}
            {Markup.IfAny(report.Url, u => $" · {Link.Out(u, "the page it was read from")}")}{Markup.If(isKept, $" · <a href=\"{SourcePage.Of(report.Number)}\">the page as it was received</a>")}</p>
            {Markup.If(layers.Doubts.Count > 0, $"<details class=\"doubts\"><summary>About its date: {Words.Count(layers.Doubts.Count, "remark")}</summary><ul>{Markup.Each(layers.Doubts.Take(20), d => $"<li>{d.Reason}{Markup.Each(d.Evidence.Take(2), e => $" <q>{TimelineRows.Shortened(e.Cut(kept.Text))}</q>")}</li>")}</ul></details>")}
            {Markup.Each(later, d => $"<p class=\"note wrong\">{DecisionWords.Of(d)}</p>")}
            </header>
            """;
    }

    private static Markup Published(Published published)
    {
        if (published.Value is not { } value) return $"undated";
        return $"{Words.Date(value)}{Markup.If(published.Basis == PublishedBasis.Inferred, $" (inferred{Markup.IfAny(published.Stated, s => $"; the stated date, {s}, is doubted")})")}";
    }

    private static Markup Switch(string layer, string name, bool on, IReadOnlyList<ReportRowShown> rows)
    {
        int count = rows.Count(r => r.Layer == layer);
        return $"<span class=\"check\"><input type=\"checkbox\" id=\"show-{layer}\"{Markup.If(on, $" checked")}><label for=\"show-{layer}\"><span class=\"mark {layer}\">{name}</span> {count}</label></span>";
    }

    private static Markup Text(KeptReport kept, KeptLayers layers, MarkedText text, Span shown, bool isKept)
    {
        var paragraphs = layers.Paragraphs.Count > 0 ? layers.Paragraphs : [new KeptParagraph(new Span(0, kept.Text.Length), "body", null)];
        return Markup.Each(paragraphs.Where(p => p.Span.Overlaps(shown) && !p.Span.IsEmpty), p => Paragraph(kept, p, text, shown, isKept));
    }

    private static Markup Paragraph(KeptReport kept, KeptParagraph p, MarkedText text, Span shown, bool isKept)
    {
        var span = new Span(Math.Max(p.Span.Start, shown.Start), Math.Min(p.Span.End, shown.End));
        bool isBody = p.Role is "body" or "title" or "standfirst";
        return $"""
            <div class="paragraph {p.Role}"><p dir="auto">{text.Of(span)}</p><p class="place">{Markup.If(!isBody, $"<span>{p.Role}</span> ")}{Original(kept, p, isKept)}</p></div>
            """;
    }

    private static Markup Original(KeptReport kept, KeptParagraph p, bool isKept)
    {
        if (p.Page is not { } page) return Markup.None;
        Markup place = $"<span title=\"Characters of the page as it was read\">{page.Start}–{page.End}</span>";
        if (isKept) place = $"<a href=\"{SourcePage.Of(kept.Report.Number).With("from", $"{page.Start}").With("to", $"{page.End}").Place("place")}\" title=\"This place on the page as it was received\">{page.Start}–{page.End}</a>";
        return $"{place} {Link.Original(kept.Report.Url, p.Span.Cut(kept.Text), "on the page")}";
    }

    private static Markup Rows(IReadOnlyList<ReportRowShown> rows, Span shown) => Markup.Each(
        Switches, s => rows.Where(r => r.Layer == s.Layer && r.Marks.Any(m => m.Span.Overlaps(shown))).Take(400).ToList() is { Count: > 0 } some
            ? Group(s.Layer, s.Name, some) : Markup.None);

    private static Markup Group(string layer, string name, List<ReportRowShown> rows) => $"""
        <section class="rows-{layer}"><h2>{char.ToUpperInvariant(name[0]) + name[1..]}</h2><ul>
        {Markup.Each(rows, r => $"<li id=\"{r.Row}\" data-row=\"{r.Row}\"><p><a class=\"to-text\" href=\"{At.Here("in-" + r.Row)}\"><span class=\"rowname\">{r.Row}</span></a> {r.Says}</p></li>")}
        </ul></section>
        """;
}
