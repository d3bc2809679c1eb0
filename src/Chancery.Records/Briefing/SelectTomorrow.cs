using Chancery.Records.Claims;
using Chancery.Records.Folding;
using Chancery.Records.Identity;
using Chancery.Records.Reviewing;
using Chancery.Reports;
using NodaTime.Text;

namespace Chancery.Records.Briefing;

/// <summary>Chooses what ends or starts on the next day, by reports of tonight or long ago.</summary>
internal static class SelectTomorrow
{
    public static IEnumerable<BriefingEntry> From(EveningMaterial evening) =>
        from alike in evening.Tomorrow.Where(c => c.Status is ClaimStatus.Happened or ClaimStatus.Announced && c.Change != ChangeKind.Reaffirm).GroupBy(c => (MeasureKey.Of(c), c.Change))
        orderby alike.Key.Item1.ToString(), alike.Key.Change
        select Entry([.. alike.OrderBy(c => c, Comparer<ChangeClaim>.Create(GatherClaims.ByKnown))], evening);

    private static BriefingEntry Entry(List<ChangeClaim> claims, EveningMaterial evening)
    {
        var claim = claims[0];
        var line = $"{ChangeLine.Capital(claim.Measure)}{ChangeLine.Parties(claim.Actor, claim.Target)}: {ChangeLine.Noun(claim.Change)} tomorrow, "
            + Words.Date(LocalDatePattern.Iso.Format(evening.Question.Date.PlusDays(1))) + $". Said by {claim.Speaker?.Name ?? claim.Source.Name}.";
        return new BriefingEntry(
            EntryKind.Tomorrow, claim.Dyad, line, evening.Quote(claim.Source, claim.Passages[^1]), claim.Source.Name, claim.Source.Published,
            claim.Source.ReportRow, [.. claims.Select(c => c.Row.ToString())], [.. claims.Select(ClaimWords.Of)], false,
            new Score(2, Score.OfSources(claims.Select(c => c.Source.ReportId).Distinct().Count()), Score.OfSpeaker(claim.Speaker)));
    }
}
