using System.Globalization;
using Chancery.Reports;

namespace Chancery.Records.Claims;

/// <summary>A claim in one line, for people.</summary>
public static class SayClaim
{
    public static string Of(Claim claim) => claim switch
    {
        ChangeClaim c => $"{Word(c.Change)}{(c.Stage == Stage.Authorised ? ", authorised and no more" : "")}{Said(c.Status)}: {c.Measure}{(c.WholeExtent ? "" : ", in part")}, {c.Actor ?? "?"} → {c.Target ?? "?"}, {When(c.Date, c.Source)}",
        EventClaim e => string.Create(CultureInfo.InvariantCulture,
            $"{e.Type}{(e.Mode is null ? "" : " " + e.Mode)} ({e.Score:+0.#;-0.#;0}){Said(e.Status)}: {Parties(e.Sources)}{(e.Targets.Count == 0 ? "" : " → " + Parties(e.Targets))}, {When(e.Date, e.Source)}"),
        StatementClaim s => $"{Word(s.Kind)} statement{(s.Speaker is null ? "" : " by " + s.Speaker.Name)}{(s.Medium is null ? "" : $" ({s.Medium})")}{(s.Audience is null ? "" : ", to " + s.Audience)}",
        SignalClaim g => $"{Word(g.Signal)}: {g.Dyad.First} and {g.Dyad.Second}",
        _ => claim.Row.ToString(),
    };

    private static string Word<T>(T word) where T : struct, Enum => word.ToString().ToLowerInvariant();
    private static string Said(ClaimStatus status) => status == ClaimStatus.Happened ? "" : $", {status.Name()}";
    private static string Parties(IReadOnlyList<Party> parties) => string.Join(" and ", parties.Select(p => $"{p.Name ?? p.Code ?? "?"}{(p.Name is null || p.Code is null ? "" : $" ({p.Code})")}"));

    private static string When(DescribedTime date, ClaimSource source) =>
        $"{date.Value ?? "by " + NodaTime.Text.LocalDatePattern.Iso.Format(date.To?.PlusDays(-1) ?? source.Known)} ({(date.Basis == TimeBasis.Published ? "the report's own day" : Word(date.Basis))})";
}
