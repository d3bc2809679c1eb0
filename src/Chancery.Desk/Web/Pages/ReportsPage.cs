using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using Chancery.Records;
using Chancery.Records.Claims;
using Microsoft.AspNetCore.Http;

namespace Chancery.Desk.Web.Pages;

/// <summary>The reports that were recorded last.</summary>
internal static class ReportsPage
{
    private const int Shown = 60;

    public static void Map(DeskRoutes routes)
    {
        routes.Page("/reports", Show);
        routes.Get("/rows/{row}", Find);
    }

    private static PageContent Show(Visit visit)
    {
        var reports = Latest(visit.Ledger, Shown).Reverse().ToList();
        Markup main = $"""
            <header class="head"><h1>Reports</h1><p class="meta">The last that were recorded{Markup.If(reports.Count == Shown, $"; others are found by <a href=\"{At.Search}\">searching</a>")}.</p></header>
            {(reports.Count == 0 ? Empty() : List(reports))}
            """;
        return new PageContent("Reports", Part.Reports, main);
    }

    private static Markup Empty() => $"<p class=\"empty\">The record holds no report yet. <a href=\"{At.Path("/add")}\">Add one</a>, or let <code>chancery add</code> read many.</p>";

    private static Markup List(List<ReportRow> reports) => $"""
        <ul class="report-list">{Markup.Each(reports, One)}</ul>
        """;

    public static Markup One(ReportRow r) => $"""
        <li><p><a href="{At.Report(r.Number)}"><bdi>{r.Title ?? r.ReportId}</bdi></a></p><p class="meta">{Markup.IfAny(r.Outlet, o => $"<bdi>{o}</bdi> · ")}{(r.Published.Value is { } value ? Words.Date(value) : "undated")} · recorded {Words.Moment(r.Recorded)} <span class="rowname">{r.Row}</span></p></li>
        """;

    /// <summary>The newest readings, in order, however long the record is.</summary>
    public static IReadOnlyList<ReportRow> Latest(Ledger ledger, int atMost)
    {
        long before = ledger.Version.Reports - atMost;
        var wanted = before > 0 && ledger.Report(before) is { } last ? new ClaimsWanted { RecordedAfter = last.Report.Recorded } : ClaimsWanted.All;
        return ledger.Reports(wanted, AsOf.Now);
    }

    private static IResult Find(Visit visit)
    {
        var row = RowName.Parse(visit.Step("row")) ?? throw new NothingHereException("A row is a letter and a number, such as /rows/c12.");
        var wanted = ClaimsWanted.Row(row.Number);
        Claim? claim = row.Kind switch
        {
            RowKind.Change => visit.Ledger.Changes(wanted, AsOf.Now).FirstOrDefault(),
            RowKind.Event => visit.Ledger.Events(wanted, AsOf.Now).FirstOrDefault(),
            RowKind.Statement => visit.Ledger.Statements(wanted, AsOf.Now).FirstOrDefault(),
            RowKind.Signal => visit.Ledger.Signals(wanted, AsOf.Now).FirstOrDefault(),
            _ => null,
        };
        if (row.Kind == RowKind.Report) return Results.LocalRedirect(At.Report(row.Number).ToString());
        return claim is null ? throw new NothingHereException("The record holds no such row, or a newer reading of its page has taken its place.")
            : Results.LocalRedirect(At.Row(claim.Source.ReportRow, row).ToString());
    }
}
