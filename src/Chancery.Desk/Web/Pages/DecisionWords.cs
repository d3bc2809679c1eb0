using Chancery.Desk.Web.Html;
using Chancery.Records.Claims;
using Chancery.Records.Reviewing;

namespace Chancery.Desk.Web.Pages;

/// <summary>A decision in words: what, by whom, when, and why.</summary>
internal static class DecisionWords
{
    public static Markup Of(Decision decision)
    {
        var payload = DecisionPayload.Read(decision.Payload);
        var set = payload.Set is null ? null : string.Join(", ", payload.Set.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Key} = {s.Value}"));
        return $"""
            {Deed(decision.Kind)}{Markup.If(decision.About is not null, $" {decision.About.GetValueOrDefault()}")} by {decision.By}, <time>{Words.Moment(decision.Recorded)}</time>{Markup.IfAny(set, s => $": {s}")}{Markup.IfAny(payload.Note, n => $" – “{n}”")}
            """;
    }

    public static string Deed(DecisionKind kind) => kind switch
    {
        DecisionKind.Accept => "accepted", DecisionKind.Reject => "rejected", DecisionKind.Edit => "edited", DecisionKind.Note => "remark on", DecisionKind.Merge => "merged",
        DecisionKind.Split => "kept apart", DecisionKind.Withdraw => "withdrawn:", DecisionKind.Settle => "settled for",
        _ => "corrected",
    };
}
