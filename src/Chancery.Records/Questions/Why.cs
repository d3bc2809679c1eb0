using Chancery.Records.Claims;
using Chancery.Records.Identity;
using Chancery.Records.Relations;
using Chancery.Records.Reviewing;

namespace Chancery.Records.Questions;

/// <param name="Row">A row of the record: c12.</param>
public sealed record WhyQuestion(RowName Row, AsOf AsOf);

/// <summary>One claim with the report it stands in.</summary>
public sealed record Telling(Claim Claim, ReportRow Report, IReadOnlyList<Evidence> Evidence);

/// <summary>A source that speaks for itself, and those that print the same text.</summary>
/// <param name="Original">All that it tells of this; never empty.</param>
public sealed record IndependentSource(IReadOnlyList<Telling> Original, IReadOnlyList<Telling> Copies);

/// <param name="Reports">The report asked for where a report's row was asked for: its own facts.</param>
/// <param name="Sources">Everything that tells the same: the same change, the same event. By the day it was known.</param>
/// <param name="Decisions">What people decided about any of these claims, or about their measure, in order.</param>
public sealed record WhyAnswer(WhyQuestion Question, IReadOnlyList<ReportRow> Reports, IReadOnlyList<IndependentSource> Sources, IReadOnlyList<Decision> Decisions);

/// <summary>Answers "what does this line rest on?".</summary>
public static class Why
{
    /// <exception cref="RecordException">The record holds no such row.</exception>
    public static WhyAnswer Ask(Ledger ledger, WhyQuestion question)
    {
        var decisions = ledger.Decisions(question.AsOf);
        var row = question.Row;
        if (row.Kind == RowKind.Decision)
        {
            var decision = decisions.FirstOrDefault(d => d.Number == row.Number) ?? throw Missing(row);
            return decision.About is { } about ? Ask(ledger, question with { Row = about }) with { Question = question } : new WhyAnswer(question, [], [], [decision]);
        }
        if (row.Kind == RowKind.Report)
        {
            var report = ledger.Report(row.Number)?.Report ?? throw Missing(row);
            return Answer(ledger, question, [report], AllOf(ledger, row.Number, question.AsOf), decisions);
        }
        return Answer(ledger, question, [], Alike(ledger, Claim(ledger, row, question.AsOf) ?? throw Missing(row), decisions, question.AsOf), decisions);
    }

    private static RecordException Missing(RowName row) =>
        new($"The record holds no row {row}, or a newer reading of its page has taken its place; chancery timeline, relation and who name rows.");

    private static Claim? Claim(Ledger ledger, RowName row, AsOf asOf)
    {
        var wanted = ClaimsWanted.Row(row.Number);
        return row.Kind switch
        {
            RowKind.Change => ledger.Changes(wanted, asOf).FirstOrDefault(),
            RowKind.Event => ledger.Events(wanted, asOf).FirstOrDefault(),
            RowKind.Statement => ledger.Statements(wanted, asOf).FirstOrDefault(),
            _ => ledger.Signals(wanted, asOf).FirstOrDefault(),
        };
    }

    private static Claim[] AllOf(Ledger ledger, long report, AsOf asOf)
    {
        var wanted = ClaimsWanted.OfReport(report);
        return [.. ledger.Changes(wanted, asOf), .. ledger.Events(wanted, asOf), .. ledger.Statements(wanted, asOf), .. ledger.Signals(wanted, asOf)];
    }

    /// <summary>The claim and those that tell the same. One that people took out of the record stands alone.</summary>
    private static IReadOnlyList<Claim> Alike(Ledger ledger, Claim claim, IReadOnlyList<Decision> decisions, AsOf asOf)
    {
        IEnumerable<Claim>? same = claim switch
        {
            ChangeClaim change => ChangesLike(ledger, change, decisions, asOf),
            EventClaim told => EventsLike(ledger, told, decisions, asOf),
            _ => null,
        };
        return same is null ? [claim] : [.. same];
    }

    private static IReadOnlyList<ChangeClaim>? ChangesLike(Ledger ledger, ChangeClaim claim, IReadOnlyList<Decision> decisions, AsOf asOf)
    {
        var stands = ApplyDecisions.To([claim], decisions);
        return stands.Count == 0 ? null : Dossier.Of(ledger, stands[0].Dyad, asOf).Measures.SelectMany(m => m.History.Told).FirstOrDefault(t => t.Claims.Any(c => c.Number == claim.Number))?.Claims;
    }

    private static IReadOnlyList<EventClaim>? EventsLike(Ledger ledger, EventClaim claim, IReadOnlyList<Decision> decisions, AsOf asOf)
    {
        string?[] sources = [.. claim.Sources.Select(p => p.Code)], targets = [.. claim.Targets.Select(p => p.Code)];
        var (one, other) = targets.Length > 0 ? (sources.FirstOrDefault(), targets[0]) : (sources.FirstOrDefault(), sources.Skip(1).FirstOrDefault());
        var between = ApplyDecisions.To(ledger.Events(ClaimsWanted.Between(Dyad.Of(one, other)), asOf), decisions);
        return GatherEvents.Of(between).Events.FirstOrDefault(e => e.Claims.Any(c => c.Number == claim.Number))?.Claims;
    }

    private static WhyAnswer Answer(Ledger ledger, WhyQuestion question, IReadOnlyList<ReportRow> reports, IReadOnlyList<Claim> claims, IReadOnlyList<Decision> decisions)
    {
        var cut = Quotes.Cutter(ledger, Evidence.Of(claims));
        var rows = claims.Select(c => c.Source.ReportRow).Distinct().ToDictionary(r => r, r => ledger.Report(r)!.Report);
        var tellings = claims.OrderBy(c => c.Source.Known).ThenBy(c => c.Source.ReportRow).ThenBy(c => c.Row.Kind).ThenBy(c => c.Passages[0])
            .Select(c => new Telling(c, rows[c.Source.ReportRow], cut(Evidence.Of([c])))).ToList();
        // A report's own claims are many things told by one source; else one thing told by many.
        List<IndependentSource> sources = reports.Count > 0
            ? tellings.Count == 0 ? [] : [new IndependentSource(tellings, [])]
            : BySource(tellings);
        return new WhyAnswer(question, reports, sources, About(claims, reports, decisions));
    }

    private static List<IndependentSource> BySource(List<Telling> tellings)
    {
        var byReport = tellings.ToLookup(t => t.Claim.Source.ReportRow);
        // Of one report and its copies, in the order of the tellings.
        return [.. Copies.Gather(tellings.Select(t => t.Claim.Source))
            .Select(g => g.SelectMany(s => byReport[s.ReportRow]).ToLookup(t => t.Claim.Source.ReportId == g[0].ReportId))
            .Select(g => new IndependentSource([.. g[true]], [.. g[false]]))];
    }

    private static Decision[] About(IReadOnlyList<Claim> claims, IReadOnlyList<ReportRow> reports, IReadOnlyList<Decision> decisions)
    {
        var verdicts = Verdicts.Of(decisions);
        var keys = claims.OfType<ChangeClaim>().Select(c => MeasureKey.Of(c).ToString()).ToHashSet(StringComparer.Ordinal);
        var rows = claims.Select(c => c.Source.ReportRow).Concat(reports.Select(r => r.Number)).ToHashSet();
        return
        [
            .. claims.SelectMany(verdicts.About).Select(v => v.Decision)
                .Concat(decisions.Where(d => d.About is { Kind: RowKind.Report } report && rows.Contains(report.Number)))
                .Concat(decisions.Where(d => SpeaksOf(DecisionPayload.Read(d.Payload), keys, claims)))
                .DistinctBy(d => d.Number).OrderBy(d => d.Number),
        ];
    }

    private static bool SpeaksOf(DecisionPayload payload, HashSet<string> keys, IReadOnlyList<Claim> claims) =>
        payload.Measures?.Any(keys.Contains) == true || payload.Claims is { } said && claims.Any(c => said.Contains(ClaimWords.Of(c)));
}
