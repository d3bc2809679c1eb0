using Chancery.Records.Claims;

namespace Chancery.Records.Reviewing;

/// <summary>What people decided about claims, applied to them. The rows themselves stay as they were recorded.</summary>
public static class ApplyDecisions
{
    /// <summary>Without what was rejected, and without the claims of withdrawn reports.</summary>
    public static IReadOnlyList<T> To<T>(IReadOnlyList<T> claims, IReadOnlyList<Decision> decisions) where T : Claim
    {
        if (decisions.Count == 0) return claims;
        var last = new Dictionary<RowName, DecisionKind>();
        foreach (var d in decisions)
            if (d.About is { } about && d.Kind is DecisionKind.Accept or DecisionKind.Reject or DecisionKind.Withdraw) last[d.About!.Value] = d.Kind;
        return [.. claims.Where(c => !Is(c.Row, DecisionKind.Reject) && !Is(new RowName(RowKind.Report, c.Source.ReportRow), DecisionKind.Withdraw))];

        bool Is(RowName row, DecisionKind kind) => last.TryGetValue(row, out var decided) && decided == kind;
    }
}
