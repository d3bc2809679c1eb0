using Chancery.Records.Claims;
using Chancery.Records.Reviewing;

namespace Chancery.Records.Exchange;

/// <summary>A change claim as it leaves the record: with its measure, its source and its words.</summary>
/// <param name="Claim">With what people decided applied.</param>
/// <param name="MeasureKey">The same for all claims of one measure, in this export.</param>
/// <param name="MeasureName">What most sources call it.</param>
/// <param name="Decision">accepted, edited or empty.</param>
/// <param name="Quote">The words of the passages, parted by " … ".</param>
/// <param name="Text">The report's whole text, into which the passages point.</param>
public sealed record ExportRow(ChangeClaim Claim, ReportRow Report, string MeasureKey, string MeasureName, string Decision, string Quote, string Text);

/// <summary>Gathers the rows of an export, pair of states by pair, so that no more than one pair is held at once.</summary>
public static class ExportRows
{
    /// <param name="between">Two states, or null for all.</param>
    /// <returns>By pair, measure, the day the claim was known, report and place.</returns>
    public static IEnumerable<ExportRow> Of(Ledger ledger, Dyad? between, AsOf asOf)
    {
        var verdicts = Verdicts.Of(ledger.Decisions(asOf));
        foreach (var pair in between is { } one ? [one] : Dossier.Pairs(ledger, null, asOf))
        {
            var dossier = Dossier.Of(ledger, pair, asOf);
            var texts = ledger.Texts([.. dossier.Measures.SelectMany(m => m.Claims).Select(c => c.Source.ReportRow).Distinct()]);
            var reports = texts.Keys.Order().ToDictionary(n => n, n => ledger.Report(n)!.Report);
            foreach (var measure in dossier.Measures)
                foreach (var claim in measure.Claims)
                {
                    var text = texts[claim.Source.ReportRow];
                    yield return new ExportRow(claim, reports[claim.Source.ReportRow], measure.Identity.Keys[0].ToString(), measure.Name,
                        DecisionOf(claim, verdicts), string.Join(" … ", claim.Passages.Select(p => p.Cut(text))), text);
                }
        }
    }

    private static string DecisionOf(ChangeClaim claim, Verdicts verdicts) => verdicts.AboutRow(claim.Row).LastOrDefault(v => v.Stands && v.Decision.Kind is not DecisionKind.Note)?.Decision.Kind switch
    {
        DecisionKind.Accept => "accepted",
        DecisionKind.Edit or DecisionKind.Correct => "edited",
        _ => "",
    };
}
