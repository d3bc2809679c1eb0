using Chancery.Desk.Web.Hosting;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Folding;
using Chancery.Records.Questions;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Desk.Web.Pages;

/// <summary>Changes that were recorded since a day, the most important first. See <see cref="Importance"/>.</summary>
internal sealed class WhatIsNew
{
    /// <summary>Reports looked through at most, so that a day long ago costs no more than a week of much news.</summary>
    private const int MostReports = 1500, MostPairs = 60;

    private readonly Dictionary<TimelineEntry, Dyad> _pairs = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<(TimelineEntry Entry, double Importance)> Entries { get; private init; } = [];

    /// <summary>Whether more was recorded than was looked through.</summary>
    public bool IsCut { get; private init; }

    public LocalDate? LastRecorded { get; private init; }

    public Dyad PairOf(TimelineEntry entry) => _pairs[entry];

    public static WhatIsNew Since(Ledger ledger, KeptAnswers<(Dyad, AsOf), Dossier> dossiers, LocalDate day)
    {
        var since = day.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant() - Duration.Epsilon;
        long before = ledger.Version.Reports - MostReports;
        bool isCut = before > 0 && ledger.Report(before) is { } first && first.Report.Recorded > since;
        if (isCut) since = ledger.Report(before)!.Report.Recorded;
        var changed = ledger.Changes(new ClaimsWanted { RecordedAfter = since }, AsOf.Now).CountBy(c => c.Dyad).OrderByDescending(n => n.Value).ThenBy(n => n.Key.ToString(), StringComparer.Ordinal).ToList();
        var pairs = new Dictionary<TimelineEntry, Dyad>(ReferenceEqualityComparer.Instance);
        foreach (var pair in changed.Take(MostPairs).Select(n => n.Key))
            foreach (var entry in dossiers.Of(ledger, (pair, AsOf.Now)).Measures.SelectMany(Timeline.Of).Where(e => e.Told.Claims.Any(c => c.Source.Recorded > since))) pairs.Add(entry, pair);
        var ranked = pairs.Keys.Select(e => (Entry: e, Importance: Importance.Of(e, since)))
            .OrderByDescending(n => n.Importance).ThenByDescending(n => n.Entry.Told.Window).ThenBy(n => n.Entry.Measure.Name, StringComparer.Ordinal).ThenBy(n => n.Entry.Told.Change).Take(200).ToList();
        var cut = Quotes.CutFirst(ledger, [.. ranked.Select(n => n.Entry)], TimelineRows.Quoted);
        var news = new WhatIsNew
        {
            Entries = [.. cut.Select((e, i) => (e, ranked[i].Importance))], IsCut = isCut || changed.Count > MostPairs,
            LastRecorded = ledger.LastRecorded?.InUtc().Date,
        };
        for (int i = 0; i < cut.Count; i++) news._pairs.Add(cut[i], pairs[ranked[i].Entry]);
        return news;
    }
}

/// <summary>How much a change deserves to be read first: what moved a state before what did not, what is new before what is told again, what several say before what one says.</summary>
internal static class Importance
{
    private const double Moved = 10, Authorised = 6, Contradicted = 5, Talked = 2, Reaffirmed = 1, PerFurtherSource = 1, MostForSources = 4, ToldBefore = .3;

    /// <param name="since">What was told before this instant is not new.</param>
    public static double Of(TimelineEntry entry, Instant since)
    {
        double kind = entry.Moves ? Moved : entry.Told.IsAuthorised ? Authorised : entry.Told.Change == ChangeKind.Reaffirm ? Reaffirmed : Talked;
        if (entry.Measure.History.Contradictions.Any(c => ReferenceEquals(c.One, entry.Told) || ReferenceEquals(c.Other, entry.Told))) kind += Contradicted;
        double weight = kind + Math.Min(MostForSources, PerFurtherSource * (entry.Told.IndependentSources - 1));
        return entry.Told.Claims.Any(c => c.Source.Recorded <= since) ? weight * ToldBefore : weight;
    }
}
