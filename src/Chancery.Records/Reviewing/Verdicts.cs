using System.Runtime.CompilerServices;
using Chancery.Records.Claims;

namespace Chancery.Records.Reviewing;

/// <summary>A decision as it bears on one claim.</summary>
/// <param name="IsFor">False where the claim lost a settlement.</param>
/// <param name="Stands">False where it was taken back, or takes one back.</param>
public sealed record Verdict(Decision Decision, DecisionPayload Payload, bool IsFor, bool Stands);

/// <summary>Decisions by the claims they bear on: by row, and by what the row said, so that they hold for a later reading that says the same.</summary>
public sealed class Verdicts
{
    private static readonly ConditionalWeakTable<IReadOnlyList<Decision>, Verdicts> Known = [];

    private readonly Dictionary<string, List<Verdict>> _byWords = new(StringComparer.Ordinal);
    private readonly HashSet<long> _withdrawn = [];

    /// <summary>Of the same list they are worked out once.</summary>
    public static Verdicts Of(IReadOnlyList<Decision> decisions) => Known.GetValue(decisions, d => new Verdicts(d));

    public Verdicts(IReadOnlyList<Decision> decisions)
    {
        var standing = StandingDecisions.Of(decisions).Select(d => d.Number).ToHashSet();
        foreach (var decision in decisions.OrderBy(d => d.Number))
        {
            bool stands = standing.Contains(decision.Number);
            if (decision.About is { Kind: RowKind.Report } report)
            {
                if (!stands) continue;
                if (decision.Kind == DecisionKind.Withdraw) _withdrawn.Add(report.Number);
                else if (decision.Kind == DecisionKind.Accept) _withdrawn.Remove(report.Number);
                continue;
            }
            var payload = DecisionPayload.Read(decision.Payload);
            if (decision.About is { } about) Add(Row(about), new Verdict(decision, payload, true, stands));
            if (payload.Says is { } says) Add(says, new Verdict(decision, payload, true, stands));
            foreach (var against in payload.Against ?? []) Add(against, new Verdict(decision, payload, false, stands));
        }
    }

    public bool IsWithdrawn(long report) => _withdrawn.Contains(report);

    /// <summary>In the order of the decisions, each once.</summary>
    public IEnumerable<Verdict> About(Claim claim)
    {
        if (_byWords.Count == 0) return [];
        var byRow = _byWords.GetValueOrDefault(Row(claim.Row), []);
        var byWords = _byWords.GetValueOrDefault(ClaimWords.Of(claim), []);
        return byRow.Count == 0 && byWords.Count == 0 ? [] : byRow.Concat(byWords).DistinctBy(v => v.Decision.Number).OrderBy(v => v.Decision.Number);
    }

    /// <summary>Those that nobody took back.</summary>
    public IEnumerable<Verdict> Standing(Claim claim) => About(claim).Where(v => v.Stands);

    /// <summary>Decisions that name the row itself, in order.</summary>
    public IReadOnlyList<Verdict> AboutRow(RowName row) => _byWords.GetValueOrDefault(Row(row), []);

    private static string Row(RowName row) => "row " + row;

    private void Add(string key, Verdict verdict)
    {
        if (!_byWords.TryGetValue(key, out var list)) _byWords.Add(key, list = []);
        list.Add(verdict);
    }
}
