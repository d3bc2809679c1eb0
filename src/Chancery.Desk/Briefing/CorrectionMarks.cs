using Chancery.Records;
using Chancery.Records.Briefing;
using NodaTime;

namespace Chancery.Desk.Briefing;

/// <summary>Marks of what became known of an issue's entries after it was made. The issue itself stays as it was.</summary>
public static class CorrectionMarks
{
    public static Func<BriefingEntry, CorrectionMark?> Of(Issue issue, Ledger ledger) => Of(issue, FindCorrections.Of(issue, ledger));

    /// <param name="corrected">By place in the issue.</param>
    public static Func<BriefingEntry, CorrectionMark?> Of(Issue issue, IReadOnlyDictionary<int, CorrectedEntry> corrected)
    {
        if (corrected.Count == 0) return _ => null;
        var marks = new Dictionary<object, CorrectionMark>(ReferenceEqualityComparer.Instance);
        for (int at = 0; at < issue.Entries.Count; at++)
            if (corrected.TryGetValue(at + 1, out var c)) marks[issue.Entries[at]] = Mark(c);
        return entry => marks.GetValueOrDefault(entry);
    }

    private static CorrectionMark Mark(CorrectedEntry c) => new(c.Decision.Recorded.InUtc().Date, FindCorrections.InWords(c));
}
