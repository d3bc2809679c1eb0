using Chancery.Records.Folding;
using Chancery.Records.Reviewing;
using Chancery.Reports;

namespace Chancery.Records.Briefing;

/// <summary>Chooses the contradictions that tonight's reports opened and no person has settled.</summary>
internal static class SelectContradictions
{
    public static IEnumerable<BriefingEntry> From(EveningMaterial evening)
    {
        foreach (var dossier in evening.Dossiers)
            foreach (var measure in dossier.Measures)
                foreach (var c in measure.History.Contradictions)
                {
                    var news = new[] { c.One, c.Other }.FirstOrDefault(t => t.Claims.All(k => evening.IsNew(k)));
                    if (news is null) continue;
                    var other = ReferenceEquals(news, c.One) ? c.Other : c.One;
                    var claim = news.Claims[0];
                    var rows = news.Claims.Concat(other.Claims).ToList();
                    yield return new BriefingEntry(
                        EntryKind.Contradiction, dossier.Between,
                        Words.Of($"Reports disagree on {measure.Name}{ChangeLine.Parties(measure)}: {Told(news)}, but {Told(other)}. A person has to decide."),
                        evening.Quote(claim.Source, claim.Passages[0]), claim.Source.Name, claim.Source.Published, claim.Source.ReportRow,
                        [.. rows.Select(r => r.Row.ToString())], [.. rows.Select(ClaimWords.Of)], evening.IsLate(claim.Source),
                        new Score(2.5, Score.OfSources(rows.Select(r => r.Source.ReportId).Distinct().Count()), Score.OfSpeaker(claim.Speaker)));
                }
    }

    private static string Told(ToldChange told) =>
        $"{ChangeLine.Noun(told.Change)}{(told.Happened ? "" : $" {Status(told.Status)}")} ({told.Claims[0].Speaker?.Name ?? told.Claims[0].Source.Name})";

    private static string Status(ClaimStatus status) => status.Name().Replace('-', ' ');
}
