using Chancery.Records.Claims;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Records.Folding;

/// <summary>One change of a measure as all claims that tell it tell it: ten reports of one suspension are one of these, with ten passages.</summary>
/// <param name="Window">The narrowest that any claim gives.</param>
/// <param name="Whole">Whether all of the measure is touched, as far as the state goes.</param>
/// <param name="Claims">By the day they were known, then by report and place; the first is the one that gives the window. Never empty.</param>
public sealed record ToldChange(
    ChangeKind Change, ClaimStatus Status, Stage Stage, bool Whole, DescribedTime Date, DayWindow Window, IReadOnlyList<ChangeClaim> Claims)
{
    /// <summary>Only what happened moves a state, and only what took effect moves how it operates.</summary>
    public bool Happened => Status == ClaimStatus.Happened;

    public bool TookEffect => Happened && Stage == Stage.InEffect && Change != ChangeKind.Authorise;

    public bool IsAuthorised => Happened && !TookEffect;

    /// <summary>The day by which the first report of it was public.</summary>
    public LocalDate FirstKnown => Claims.Min(c => c.Source.Known);

    /// <summary>How many sources tell it, where a text printed again counts once.</summary>
    public int IndependentSources => Copies.Count(Claims.Select(c => c.Source));

    public bool SharesReportWith(ToldChange other) => Claims.Any(c => other.Claims.Any(o => o.Source.ReportId == c.Source.ReportId));
}
