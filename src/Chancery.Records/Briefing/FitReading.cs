using Chancery.Records.Claims;

namespace Chancery.Records.Briefing;

/// <summary>What one reader wants of an evening.</summary>
/// <param name="Dossiers">Pairs that come first.</param>
/// <param name="OnlyThese">Whether the rest is left out.</param>
public sealed record Interest(IReadOnlySet<Dyad> Dossiers, bool OnlyThese)
{
    public static readonly Interest Everything = new(new HashSet<Dyad>(), false);

    public bool IsOwn(BriefingEntry entry) => entry.Between is { } pair && Dossiers.Contains(pair);
}

/// <param name="LeftOut">How many entries did not fit.</param>
public sealed record Fitted(IReadOnlyList<BriefingEntry> Entries, int LeftOut);

/// <summary>
/// Chooses what can be read in four minutes. Corrections are always told; of the rest the weightiest come first, but each part has its measure, so that one
/// loud day of statements does not push out what ends tomorrow. What stays is told in the order of the parts.
/// </summary>
public static class FitReading
{
    public const int Minutes = 4, WordsAMinute = 230;

    private static readonly Dictionary<EntryKind, int> Most = new()
    {
        [EntryKind.Change] = 10, [EntryKind.Statement] = 5, [EntryKind.Turn] = 3, [EntryKind.Contradiction] = 3, [EntryKind.Correction] = int.MaxValue,
        [EntryKind.Tomorrow] = 4, [EntryKind.DateDoubt] = 3, [EntryKind.Earlier] = 3,
    };

    public static Fitted To(IReadOnlyList<BriefingEntry> entries, Interest interest)
    {
        var wanted = entries.Where(e => !interest.OnlyThese || interest.IsOwn(e)).ToList();
        var ranked = wanted.Select((entry, place) => (Entry: entry, Place: place))
            .OrderBy(e => e.Entry.Kind == EntryKind.Correction ? 0 : 1).ThenByDescending(e => Rank(e.Entry, interest)).ThenBy(e => e.Place).ToList();
        var taken = new List<(BriefingEntry Entry, int Place)>();
        int words = 0;
        foreach (var (entry, place) in ranked)
        {
            if (taken.Count(t => t.Entry.Kind == entry.Kind) >= Most[entry.Kind]) continue;
            int more = Count(entry.Line.ToString()) + Count(entry.Quote ?? "") + Count(entry.Source ?? "");
            if (words + more > Minutes * WordsAMinute && entry.Kind != EntryKind.Correction) continue;
            words += more;
            taken.Add((entry, place));
        }
        return new Fitted([.. taken.OrderBy(t => t.Entry.Kind).ThenByDescending(t => interest.IsOwn(t.Entry)).ThenBy(t => t.Place).Select(t => t.Entry)], wanted.Count - taken.Count);
    }

    /// <summary>The weightiest, in the order of telling. Corrections are always among them.</summary>
    public static IReadOnlyList<BriefingEntry> Weightiest(IReadOnlyList<BriefingEntry> entries, int most)
    {
        if (entries.Count <= most) return entries;
        var kept = entries.OrderBy(e => e.Kind == EntryKind.Correction ? 0 : 1).ThenByDescending(e => Rank(e, Interest.Everything)).Take(most).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. entries.Where(kept.Contains)];
    }

    /// <summary>Late news weighs one less.</summary>
    private static double Rank(BriefingEntry entry, Interest interest) =>
        entry.Score.Sum + (interest.IsOwn(entry) ? Score.OwnDossier : 0) - (entry.Late ? 1 : 0);

    private static int Count(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
