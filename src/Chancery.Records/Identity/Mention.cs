using Chancery.Records.Claims;
using Chancery.Records.Reviewing;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Records.Identity;

/// <summary>What a claim tells of which measure it speaks of, beyond its key.</summary>
internal sealed class Mention
{
    /// <summary>Days that a report dates something to, at most, for it to be told from the next.</summary>
    private const int Narrow = 7;

    public Mention(ChangeClaim claim)
    {
        Claim = claim;
        Key = MeasureKey.Of(claim);
        IsBare = Key.IsBare;
        TellsPart = MeasureName.TellsPart(claim.Measure);
        TellsSeveral = MeasureName.TellsSeveral(claim.Measure);
    }

    public ChangeClaim Claim { get; }
    public MeasureKey Key { get; }
    public bool IsBare { get; }

    /// <summary>"Certain sanctions", "sanctions on her": of a whole at most a part.</summary>
    public bool TellsPart { get; }

    /// <summary>"Its consulates": more than the consulate of which others speak.</summary>
    public bool TellsSeveral { get; }

    /// <summary>Whether the change may bring a further measure beside those that are there; all others speak of what is there already.</summary>
    public bool Brings => Claim.Change is ChangeKind.Impose or ChangeKind.Extend or ChangeKind.Authorise or ChangeKind.Waive;

    /// <summary>Whether the change takes away or gives out a part: what is drawn down is seldom all.</summary>
    public bool Lessens => Claim.Change is ChangeKind.Reduce or ChangeKind.Ease;

    /// <summary>Whether it is told as over. Where others still speak of lifting the whole, what was lifted was a part.</summary>
    public bool Ended => Happened && Claim.Change is ChangeKind.Lift or ChangeKind.Cancel or ChangeKind.Waive;

    public bool Happened => Claim.Status == ClaimStatus.Happened;

    public bool IsOfReportOf(Mention other) => Claim.Source.ReportId == other.Claim.Source.ReportId;

    /// <summary>Whether both were published so many days apart at most.</summary>
    public bool IsWithin(int days, Mention other) =>
        IsOfReportOf(other) || Claim.Source.Published is { } day && other.Claim.Source.Published is { } otherDay && Math.Abs(Period.DaysBetween(day, otherDay)) <= days;

    /// <summary>Days between what both date exactly; null where one does not.</summary>
    public int? DaysApart(Mention other) => IsNarrow && other.IsNarrow ? Apart(Claim.Date, other.Claim.Date) : null;

    /// <summary>Whether both are dated, if only roughly, and so many days lie between them.</summary>
    public bool IsBeyond(int days, Mention other) =>
        Claim.Date is { From: not null, To: not null } && other.Claim.Date is { From: not null, To: not null } && Apart(Claim.Date, other.Claim.Date) >= days;

    /// <summary>Claims in an order that does not depend on when they were recorded.</summary>
    public static int ByTold(Mention one, Mention other)
    {
        int order = (one.Claim.Source.Published ?? LocalDate.MaxIsoValue).CompareTo(other.Claim.Source.Published ?? LocalDate.MaxIsoValue);
        if (order == 0) order = string.CompareOrdinal(one.Claim.Source.ReportId, other.Claim.Source.ReportId);
        if (order == 0) order = one.Claim.Passages[0].Start.CompareTo(other.Claim.Passages[0].Start);
        if (order == 0) order = Nullable.Compare(one.Claim.Date.From, other.Claim.Date.From);
        if (order == 0) order = Nullable.Compare(one.Claim.Date.To, other.Claim.Date.To);
        return order != 0 ? order : string.CompareOrdinal(ClaimWords.Of(one.Claim), ClaimWords.Of(other.Claim));
    }

    private bool IsNarrow => Claim.Date is { From: { } from, To: { } to } && Period.DaysBetween(from, to) <= Narrow;

    /// <summary>Days between the end of the one and the beginning of the other; none where they meet.</summary>
    private static int Apart(DescribedTime one, DescribedTime other) =>
        Math.Max(0, Math.Max(Period.DaysBetween(one.To!.Value, other.From!.Value) + 1, Period.DaysBetween(other.To!.Value, one.From!.Value) + 1));
}
