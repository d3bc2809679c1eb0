using System.Globalization;
using Chancery.Records.Claims;

namespace Chancery.Records.Reviewing;

/// <summary>
/// What a claim says and where, in one line. Two readings of a page say the same of a passage where these lines are equal: the same report and text, the same
/// spans, the same reading of them. Then a decision about the one holds for the other; else a person is asked again.
/// </summary>
public static class ClaimWords
{
    public static string Of(Claim claim) => string.Join('|',
        ((char)claim.Row.Kind).ToString(), claim.Source.ReportId.Replace('|', '/'), claim.Source.Likeness.ToString("x16", CultureInfo.InvariantCulture),
        string.Join(',', claim.Passages.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Start}-{s.End}"))), Content(claim));

    /// <summary>Between whom a change was read, by its line; null for other lines.</summary>
    public static Dyad? PairOf(string? words) => words?.Split('|') is ["c", _, _, _, _, var actor, var target, ..] ? Dyad.Of(actor, target) : null;

    private static string Content(Claim claim) => claim switch
    {
        ChangeClaim c => $"{c.Instrument}|{c.Actor}|{c.Target}|{c.Measure}|{c.Change}|{c.Status}|{c.Stage}|{c.Date.Value}|{c.WholeExtent}",
        EventClaim e => $"{e.Type}|{e.Status}|{e.Date.Value}",
        StatementClaim s => $"{s.Speaker?.Name}|{s.Kind}",
        SignalClaim s => $"{s.Dyad}|{s.Signal}",
        _ => "",
    };
}
