using Chancery.Records.Claims;
using Chancery.Records.Reviewing;
using NodaTime;

namespace Chancery.Records.Briefing;

/// <summary>Finds what people decided about rows that issues told.</summary>
public static class FindCorrections
{
    /// <param name="decisions">Those to look at, in order.</param>
    /// <returns>One an entry: of several decisions about it the last.</returns>
    public static IReadOnlyList<CorrectedEntry> In(IReadOnlyList<Decision> decisions, EveningSources sources)
    {
        var found = new List<CorrectedEntry>();
        foreach (var decision in StandingDecisions.Of(decisions))
        {
            if (decision.Kind is DecisionKind.Note or DecisionKind.Merge or DecisionKind.Split) continue;
            var payload = DecisionPayload.Read(decision.Payload);
            if (decision.Kind != DecisionKind.Settle && decision.About is { } about)
                Add(sources.EarlierEntries([about.ToString()], payload.Says is { } says ? [says] : []), decision, lost: false);
            if (payload.Against is { Count: > 0 } against) Add(sources.EarlierEntries([], [.. against]), decision, lost: true);
        }
        // Who accepts an entry again takes the correction back.
        return [.. found.GroupBy(c => (c.Entry.Issue, c.Entry.Place)).Select(g => g.Last()).Where(c => c.Decision.Kind != DecisionKind.Accept)];

        void Add(IReadOnlyList<EarlierEntry> entries, Decision decision, bool lost) =>
            found.AddRange(entries.Select(e => new CorrectedEntry(e, decision, lost, decision.About is { Kind: RowKind.Report })));
    }

    /// <summary>What has been decided about an issue's own entries since it was made, by place.</summary>
    public static IReadOnlyDictionary<int, CorrectedEntry> Of(Issue issue, Ledger ledger)
    {
        var issues = new Issues(ledger);
        var sources = EveningSources.None with { EarlierEntries = (rows, says) => [.. issues.EntriesOn(rows, says).Where(e => e.Issue == issue.Number)] };
        return In(ledger.Decisions(AsOf.Now).Where(d => d.Recorded > issue.Recorded).ToList(), sources).ToDictionary(c => c.Entry.Place);
    }

    /// <summary>In words: what was wrong and who says so.</summary>
    public static string InWords(CorrectedEntry corrected) => SelectCorrections.What(corrected) + SelectCorrections.Why(corrected.Decision) + ".";
}
