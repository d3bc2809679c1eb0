using Chancery.Records.Claims;
using Chancery.Records.Reviewing;
using Chancery.Reports;

namespace Chancery.Records.Briefing;

/// <summary>Asks the record for all that an evening's selection needs.</summary>
public static class GatherEvening
{
    public static EveningMaterial From(Ledger ledger, EveningQuestion question, EveningSources sources)
    {
        var decisions = ledger.Decisions(question.AsOf);
        ClaimsWanted[] windows = [.. Windows(question)];
        var late = windows.Skip(1).SelectMany(w => ledger.Reports(w, question.AsOf)).Select(r => r.Number).ToHashSet();

        var changes = ApplyDecisions.To([.. windows.SelectMany(w => ledger.Changes(w, question.AsOf))], decisions);
        var statements = ApplyDecisions.To([.. windows.SelectMany(w => ledger.Statements(w, question.AsOf))], decisions);
        var signals = ApplyDecisions.To([.. windows.SelectMany(w => ledger.Signals(w, question.AsOf))], decisions);
        var tomorrow = ApplyDecisions.To(ledger.Changes(new ClaimsWanted { DescribedOn = question.Date.PlusDays(1) }, question.AsOf), decisions)
            .Where(c => question.Wants(c.Dyad)).ToList();
        var dossiers = changes.Select(c => c.Dyad).Distinct().Where(d => question.Wants(d)).OrderBy(d => d.ToString(), StringComparer.Ordinal)
            .Select(d => Dossier.Of(ledger, d, question.AsOf)).ToList();
        var corrections = Corrections(decisions, question, sources);
        var doubted = windows.SelectMany(w => ledger.Reports(w, question.AsOf))
            .Where(r => r.Published is { Basis: PublishedBasis.Inferred, Stated: { } stated } && stated != r.Published.Value).ToList();
        return new EveningMaterial(
            question, dossiers, late, statements, Signals(ledger, signals, question), tomorrow, corrections, doubted,
            PairOfEachReport(changes, signals),
            Reports(ledger, sources, changes.Cast<Claim>().Concat(statements).Concat(signals).Concat(tomorrow).Select(c => c.Source.ReportRow).Concat(doubted.Select(r => r.Number))));
    }

    /// <summary>What was published on the day; and, of earlier days, the pages that were first recorded since the issue before.</summary>
    private static IEnumerable<ClaimsWanted> Windows(EveningQuestion question)
    {
        yield return ClaimsWanted.PublishedOn(question.Date);
        if (question.Since is { } since) yield return new ClaimsWanted { FirstRecordedAfter = since, PublishedTo = question.Date.PlusDays(-1) };
    }

    private static List<TonightsSignals> Signals(Ledger ledger, IReadOnlyList<SignalClaim> tonight, EveningQuestion question) =>
    [
        .. tonight.Where(s => question.Wants(s.Dyad)).GroupBy(s => s.Dyad).OrderBy(g => g.Key.ToString(), StringComparer.Ordinal).Select(g =>
        {
            var numbers = g.Select(s => s.Number).ToHashSet();
            var before = ledger.Signals(ClaimsWanted.Between(g.Key), question.AsOf).Where(s => !numbers.Contains(s.Number))
                .OrderBy(s => s.Source.Known).ThenBy(s => s.Number).LastOrDefault();
            return new TonightsSignals(g.Key, [.. g.OrderBy(s => s.Source.Known).ThenBy(s => s.Source.ReportId, StringComparer.Ordinal).ThenBy(s => s.Passages[0])], before);
        }),
    ];

    private static List<CorrectedEntry> Corrections(IReadOnlyList<Decision> decisions, EveningQuestion question, EveningSources sources) =>
    [
        .. FindCorrections.In([.. decisions.Where(d => question.Since is { } since && d.Recorded > since)], sources)
            .Where(c => c.Entry.Date < question.Date && question.Wants(c.Entry.Between)),
    ];

    /// <summary>The pair most of a report's claims stand between.</summary>
    private static Dictionary<long, Dyad> PairOfEachReport(IReadOnlyList<ChangeClaim> changes, IReadOnlyList<SignalClaim> signals) =>
        changes.Select(c => (c.Source.ReportRow, c.Dyad)).Concat(signals.Select(s => (s.Source.ReportRow, s.Dyad)))
            .Where(p => p.Dyad.First.Length > 0).GroupBy(p => p.ReportRow)
            .ToDictionary(g => g.Key, g => g.CountBy(p => p.Dyad).OrderByDescending(n => n.Value).ThenBy(n => n.Key.ToString(), StringComparer.Ordinal).First().Key);

    private static Dictionary<long, QuotedReport> Reports(Ledger ledger, EveningSources sources, IEnumerable<long> numbers) =>
        numbers.Distinct().Select(n => ledger.Report(n)).OfType<KeptReport>().ToDictionary(k => k.Report.Number, k => new QuotedReport(k.Text, sources.PartsOf(k)));
}
