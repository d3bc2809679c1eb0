using Chancery.Records.Claims;
using Chancery.Reports;

namespace Chancery.Records.Folding;

/// <summary>Brings together the claims that tell one change. Depends on the set of claims alone, not on their order.</summary>
public static class GatherClaims
{
    /// <summary>Words of a quantity that make a part as good as the whole.</summary>
    private static readonly string[] AsGoodAsAll = ["nearly all", "almost all", "virtually all", "practically all", "nearly entire", "almost entire", "nearly whole", "almost whole"];

    /// <summary>A report that gives no day tells of its own or of one so many days off.</summary>
    private const int PapersLate = 2;

    /// <returns>In the order in which the changes happened, as far as their windows tell.</returns>
    public static IReadOnlyList<ToldChange> Of(IEnumerable<ChangeClaim> claims)
    {
        var told = new List<ToldChange>();
        var dated = claims.Select(c => (Window: DayWindow.Of(c), Claim: c)).ToList();
        foreach (var alike in dated.GroupBy(d => (d.Claim.Change, d.Claim.Status, d.Claim.Stage, Whole: IsWhole(d.Claim))))
            told.AddRange(Gather([.. alike], alike.Key.Whole, dated.Where(d => d.Claim.Change != alike.Key.Change && Moves.MayMove(d.Claim)).Select(d => d.Window)));
        return [.. told.OrderBy(t => t.Window).ThenBy(t => t.Change).ThenBy(t => t.Status).ThenByDescending(t => t.Stage).ThenBy(t => t.Whole)];
    }

    public static bool IsWhole(ChangeClaim claim) =>
        claim.WholeExtent || claim.Quantity is { } q && AsGoodAsAll.Contains(q.ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>The narrowest windows are taken first; a wider one that overlaps tells the same change, less exactly.</summary>
    /// <param name="others">When the measure was changed otherwise: what lies between two tellings parts them.</param>
    private static IEnumerable<ToldChange> Gather(List<(DayWindow Window, ChangeClaim Claim)> claims, bool whole, IEnumerable<DayWindow> others)
    {
        claims.Sort((a, b) =>
        {
            int order = a.Window.Width.CompareTo(b.Window.Width);
            if (order == 0) order = IsOfItsOwnDay(a.Claim).CompareTo(IsOfItsOwnDay(b.Claim));
            if (order == 0) order = a.Window.CompareTo(b.Window);
            return order != 0 ? order : ByKnown(a.Claim, b.Claim);
        });
        var gathered = new List<(DayWindow Window, List<ChangeClaim> Claims)>();
        foreach (var (window, claim) in claims)
        {
            int at = gathered.FindIndex(g => g.Window.Overlaps(window));
            if (at < 0 && IsOfItsOwnDay(claim)) at = gathered.FindIndex(g => g.Window.IsWithin(PapersLate, window) && !others.Any(g.Window.Gap(window).Overlaps));
            if (at < 0) gathered.Add((window, [claim]));
            else gathered[at].Claims.Add(claim);
        }
        foreach (var (window, same) in gathered)
        {
            var first = same[0];
            same.Sort(ByKnown);
            yield return new ToldChange(first.Change, first.Status, first.Stage, whole, first.Date, window, same);
        }
    }

    private static bool IsOfItsOwnDay(ChangeClaim claim) => claim.Date.Basis == TimeBasis.Published;

    /// <summary>An order of claims that does not depend on when they were recorded.</summary>
    public static int ByKnown(ChangeClaim a, ChangeClaim b)
    {
        int order = a.Source.Known.CompareTo(b.Source.Known);
        if (order == 0) order = string.CompareOrdinal(a.Source.ReportId, b.Source.ReportId);
        if (order == 0) order = a.Passages[0].CompareTo(b.Passages[0]);
        if (order == 0) order = string.CompareOrdinal(a.Measure, b.Measure);
        return order != 0 ? order : a.Number.CompareTo(b.Number);
    }
}
