using Chancery.Records.Claims;
using Chancery.Records.Folding;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Records.Relations;

/// <summary>Events of two states, each once, and how many could not be placed in a month.</summary>
public sealed record GatheredEvents(IReadOnlyList<ToldEvent> Events, int NotToTheMonth);

/// <summary>
/// Brings together the claims that tell one event: the same type, the same parties in the same direction, modes that agree, days that meet. Where a report gives no day, its own
/// stands for it, and the morning papers tell of yesterday: such days meet at two days' distance. Depends on the set of claims alone.
/// </summary>
public static class GatherEvents
{
    private const int LongestDays = 31, PapersLate = 2;

    public static GatheredEvents Of(IEnumerable<EventClaim> claims)
    {
        var dated = new List<(DayWindow Window, EventClaim Claim)>();
        int notToTheMonth = 0;
        foreach (var claim in claims.Where(c => c.Status == ClaimStatus.Happened))
        {
            var window = claim.Date.From is null && claim.Date.To is null ? new DayWindow(claim.Source.Known, claim.Source.Known) : DayWindow.Of(claim.Date, claim.Source.Known);
            if (window.First is null || window.Width >= LongestDays) notToTheMonth++;
            else dated.Add((window, claim));
        }
        return new GatheredEvents(
            [.. dated.GroupBy(d => (d.Claim.Type, Sides(d.Claim.Sources), Sides(d.Claim.Targets))).SelectMany(g => Gather([.. g]))
                .OrderBy(e => e.Window).ThenBy(e => e.Type, StringComparer.Ordinal).ThenBy(e => e.Claims[0], Comparer<EventClaim>.Create(ByKnown))],
            notToTheMonth);
    }

    private static string Sides(IReadOnlyList<Party> parties) =>
        string.Join(' ', parties.Select(p => Dyad.Of(p.Code, null).Second).Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<ToldEvent> Gather(List<(DayWindow Window, EventClaim Claim)> claims)
    {
        claims.Sort(NarrowestFirst);
        var gathered = new List<(DayWindow Window, string? Mode, List<EventClaim> Claims)>();
        var byMonth = new Dictionary<YearMonth, List<int>>();
        foreach (var (window, claim) in claims)
        {
            var near = Near(window, claim);
            int at = Months(near).SelectMany(m => byMonth.GetValueOrDefault(m, [])).Where(i => gathered[i].Window.Overlaps(near) && Agree(gathered[i].Mode, claim.Mode)).DefaultIfEmpty(-1).Min();
            if (at >= 0)
            {
                gathered[at].Claims.Add(claim);
                continue;
            }
            foreach (var month in Months(window))
            {
                if (!byMonth.TryGetValue(month, out var places)) byMonth.Add(month, places = []);
                places.Add(gathered.Count);
            }
            gathered.Add((window, claim.Mode, [claim]));
        }
        foreach (var (window, mode, same) in gathered)
        {
            same.Sort(ByKnown);
            yield return new ToldEvent(same[0].Type, mode, same.Average(c => c.Score), window, same);
        }
    }

    private static bool Agree(string? one, string? other) => one is null || other is null || one == other;

    private static DayWindow Near(DayWindow window, EventClaim claim) => claim.Date.Basis != TimeBasis.Published
        ? window
        : new DayWindow(window.First!.Value.PlusDays(-PapersLate), window.Last.PlusDays(PapersLate));

    private static IEnumerable<YearMonth> Months(DayWindow window)
    {
        for (var month = window.First!.Value.ToYearMonth(); month.CompareTo(window.Last.ToYearMonth()) <= 0; month = month.PlusMonths(1)) yield return month;
    }

    /// <summary>Told dates before those of a report's own day, told modes before none.</summary>
    private static int NarrowestFirst((DayWindow Window, EventClaim Claim) a, (DayWindow Window, EventClaim Claim) b)
    {
        int order = a.Window.Width.CompareTo(b.Window.Width);
        if (order == 0) order = (a.Claim.Date.Basis == TimeBasis.Published).CompareTo(b.Claim.Date.Basis == TimeBasis.Published);
        if (order == 0) order = a.Window.CompareTo(b.Window);
        if (order == 0) order = (a.Claim.Mode is null).CompareTo(b.Claim.Mode is null);
        return order != 0 ? order : ByKnown(a.Claim, b.Claim);
    }

    private static int ByKnown(EventClaim a, EventClaim b)
    {
        int order = a.Source.Known.CompareTo(b.Source.Known);
        if (order == 0) order = string.CompareOrdinal(a.Source.ReportId, b.Source.ReportId);
        if (order == 0) order = a.Passages[0].CompareTo(b.Passages[0]);
        if (order == 0) order = string.CompareOrdinal(a.Mode, b.Mode);
        if (order == 0) order = a.Score.CompareTo(b.Score);
        return order != 0 ? order : a.Number.CompareTo(b.Number);
    }
}
