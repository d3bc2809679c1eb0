using System.Runtime.CompilerServices;
using Chancery.Records.Claims;

namespace Chancery.Records.Reviewing;

/// <summary>
/// Decisions that nobody took back. A decision that was taken back, and the one that took it back, are as if neither had been made: what was decided before holds again, and what
/// nobody had decided is open again. A decision that takes something back may itself be taken back.
/// </summary>
public static class StandingDecisions
{
    private static readonly ConditionalWeakTable<IReadOnlyList<Decision>, IReadOnlyList<Decision>> Known = [];

    /// <summary>In the order of their numbers.</summary>
    public static IReadOnlyList<Decision> Of(IReadOnlyList<Decision> decisions) => Known.GetValue(decisions, Find);

    /// <summary>The numbers of those that were taken back by a decision that was not taken back itself.</summary>
    public static IReadOnlySet<long> TakenBack(IReadOnlyList<Decision> decisions) => TakingBack(decisions).Values.ToHashSet();

    private static IReadOnlyList<Decision> Find(IReadOnlyList<Decision> decisions)
    {
        var takingBack = TakingBack(decisions);
        HashSet<long> gone = [.. takingBack.Keys, .. takingBack.Values];
        return [.. decisions.Where(d => !gone.Contains(d.Number)).OrderBy(d => d.Number)];
    }

    /// <summary>By the number of the decision that takes it back, what is taken back.</summary>
    private static Dictionary<long, long> TakingBack(IReadOnlyList<Decision> decisions)
    {
        var (found, gone) = (new Dictionary<long, long>(), new HashSet<long>());
        // The last first: it decides whether what it takes back could still take something back.
        foreach (var decision in decisions.OrderByDescending(d => d.Number))
        {
            if (gone.Contains(decision.Number) || DecisionPayload.Read(decision.Payload).TakesBack is not { } taken || taken >= decision.Number) continue;
            found.Add(decision.Number, taken);
            gone.Add(taken);
        }
        return found;
    }
}
