using Chancery.Records.Claims;
using Chancery.Reports;

namespace Chancery.Records.Briefing;

/// <summary>All that the selection looks at: nothing else is asked of the record afterwards.</summary>
/// <param name="Dossiers">Of every pair that tonight's reports speak of, with all decisions applied.</param>
/// <param name="LateReports">Numbers of the readings recorded since the issue before, of pages published earlier.</param>
/// <param name="Tomorrow">What is said to happen on the next day.</param>
/// <param name="Reports">Every reading that may be quoted.</param>
public sealed record EveningMaterial(
    EveningQuestion Question,
    IReadOnlyList<Dossier> Dossiers,
    IReadOnlySet<long> LateReports,
    IReadOnlyList<StatementClaim> Statements,
    IReadOnlyList<TonightsSignals> Signals,
    IReadOnlyList<ChangeClaim> Tomorrow,
    IReadOnlyList<CorrectedEntry> Corrections,
    IReadOnlyList<ReportRow> Doubted,
    IReadOnlyDictionary<long, Dyad> PairOfReport,
    IReadOnlyDictionary<long, QuotedReport> Reports)
{
    /// <summary>Whether a claim came to the reader's knowledge this evening. What a teaser says of another story did not.</summary>
    public bool IsNew(Claim claim) => IsTonights(claim) && !IsAside(claim);

    public bool IsTonights(Claim claim) => claim.Source.Known == Question.Date || IsLate(claim.Source);

    public bool IsAside(Claim claim) => Reports.TryGetValue(claim.Source.ReportRow, out var report) && claim.Passages.All(report.Parts.IsAside);

    public bool IsLate(ClaimSource source) => LateReports.Contains(source.ReportRow);

    public string Quote(ClaimSource source, Span passage) => Reports[source.ReportRow].Quote(passage);

    /// <summary>Who says it: the claim's own speaker, else that of the statement its words stand in.</summary>
    public Speaker? SpeakerOf(Claim claim, Span passage) => claim.Speaker
        ?? Statements.FirstOrDefault(s => s.Speaker is not null && s.Source.ReportRow == claim.Source.ReportRow && s.Passages.Any(p => p.Overlaps(passage)))?.Speaker;
}

/// <summary>A reading's text with what is known of its parts.</summary>
public sealed record QuotedReport(string Text, ReportParts Parts)
{
    public string Quote(Span passage) => QuotePassage.Of(Text, passage, Parts.ParagraphOf(passage)?.Span ?? new Span(0, Text.Length));
}

/// <param name="Before">The last signal known before tonight; null where there was none.</param>
public sealed record TonightsSignals(Dyad Between, IReadOnlyList<SignalClaim> Tonight, SignalClaim? Before);

/// <param name="Decision">What a person decided since the issue before.</param>
public sealed record CorrectedEntry(EarlierEntry Entry, Decision Decision, bool LostSettlement, bool ReportAsAWhole);

/// <summary>What an evening brings: every entry, in the order of telling. <see cref="FitReading"/> chooses what is read.</summary>
public sealed record Evening(EveningQuestion Question, IReadOnlyList<BriefingEntry> Entries)
{
    public bool IsQuiet => Entries.Count == 0;
}
