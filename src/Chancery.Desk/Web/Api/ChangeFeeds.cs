using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using Chancery.Desk.Web.Pages;
using Chancery.Records.Claims;
using Chancery.Records.Identity;
using Chancery.Records.Questions;
using Microsoft.AspNetCore.Http;

namespace Chancery.Desk.Web.Api;

/// <summary>Atom feeds: changes of a dossier, of a measure, and reports that a search finds.</summary>
internal static class ChangeFeeds
{
    private const int Most = 50;
    private const string Type = "application/atom+xml; charset=utf-8";

    public static void Map(DeskRoutes routes)
    {
        routes.Get("/states/{pair}/changes.atom", visit => Sent.Of(visit, Type, () =>
        {
            var dossier = visit.Dossier(visit.Between());
            var here = At.States(dossier.Between);
            return Feed(visit, Words.Title(dossier.Between), here, dossier.Measures.SelectMany(Timeline.Of));
        }, Freshness.Pair));
        routes.Get("/states/{pair}/measures/{slug}/changes.atom", visit => Sent.Of(visit, Type, () =>
        {
            var dossier = visit.Dossier(visit.Between());
            var measure = MeasureSlug.Find(dossier, visit.Step("slug")) ?? throw new NothingHereException("There is no such measure.");
            return Feed(visit, $"{measure.Name}: {Words.Title(dossier.Between)}", At.Measure(dossier.Between, MeasureSlug.Of(measure)), Timeline.Of(measure));
        }, Freshness.Pair));
        routes.Get("/search.atom", visit => Sent.Of(visit, Type, () => Found(visit, visit.Text("q") ?? throw new BadAddressException("Say what to search: q=tariff."))));
    }

    /// <summary>What was recorded last first. A change that is told again by a further report is the same entry, updated.</summary>
    private static byte[] Feed(Visit visit, string title, At page, IEnumerable<TimelineEntry> entries)
    {
        var latest = entries.OrderByDescending(e => e.Told.Claims.Max(c => c.Source.Recorded)).ThenByDescending(e => e.Told.Window).ThenBy(e => e.Measure.Name, StringComparer.Ordinal).Take(Most).ToList();
        return AtomFeed.Write(visit, title, page.Below("changes.atom"), page, [.. Quotes.CutFirst(visit.Ledger, latest, 1).Select(Entry)]);
    }

    private static AtomEntry Entry(TimelineEntry e)
    {
        var first = e.Told.Claims.MinBy(c => c.Number)!;
        var quote = e.Evidence.Count > 0 ? $"“{TimelineRows.Shortened(e.Evidence[0].Quote)}” ({e.Evidence[0].Claim.Source.Name})" : "";
        return new AtomEntry(
            At.Path("/rows").Below(first.Row.ToString()), $"{e.Measure.Name}: {Words.Deed(e.Told)}{(e.Told.Date.Value is { } date ? ", " + Words.Date(date) : "")}",
            e.Told.Claims.Max(c => c.Source.Recorded), quote);
    }

    private static byte[] Found(Visit visit, string words)
    {
        var found = visit.Ledger.Search(words, Most).OrderByDescending(f => f.Report.Recorded);
        var self = At.Path("/search.atom").With("q", words);
        return AtomFeed.Write(visit, $"Reports with {words}", self, At.Search.With("q", words), [.. found.Select(Entry)]);
    }

    private static AtomEntry Entry(Found f) => new(At.Report(f.Report.Number), f.Report.Title ?? f.Report.ReportId, f.Report.Recorded, f.Words);
}
