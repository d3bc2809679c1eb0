using Chancery.Records.Claims;

namespace Chancery.Records.Reviewing;

/// <summary>
/// What people decided about claims, applied to them. The rows themselves stay as they were recorded. Of decisions about one claim the later holds:
/// to accept a claim undoes a rejection, an edit and a settlement against it; to accept a report undoes its withdrawal.
/// </summary>
public static class ApplyDecisions
{
    /// <summary>Without what was rejected or settled against, and without the claims of withdrawn reports; with what was edited.</summary>
    /// <param name="decisions">As of the question, in the order of their numbers.</param>
    public static IReadOnlyList<T> To<T>(IReadOnlyList<T> claims, IReadOnlyList<Decision> decisions) where T : Claim
    {
        if (decisions.Count == 0) return claims;
        var verdicts = Verdicts.Of(decisions);
        return [.. claims.Where(c => !verdicts.IsWithdrawn(c.Source.ReportRow)).Select(c => Judge(c, verdicts)).OfType<T>()];
    }

    private static T? Judge<T>(T claim, Verdicts verdicts) where T : Claim
    {
        T? stands = claim;
        foreach (var verdict in verdicts.Standing(claim))
        {
            stands = verdict.Decision.Kind switch
            {
                DecisionKind.Accept => claim,
                DecisionKind.Reject => null,
                DecisionKind.Edit or DecisionKind.Correct => Edited(stands ?? claim, verdict.Payload),
                DecisionKind.Settle when !verdict.IsFor => null,
                _ => stands,
            };
        }
        return stands;
    }

    private static T Edited<T>(T claim, DecisionPayload payload) where T : Claim
    {
        if (claim is not ChangeClaim change || payload.Set is not { } set) return claim;
        try
        {
            return (T)(Claim)EditClaim.With(change, set);
        }
        catch (FormatException)
        {
            // A value that an older version allowed: the claim stays as it was read.
            return claim;
        }
    }
}
