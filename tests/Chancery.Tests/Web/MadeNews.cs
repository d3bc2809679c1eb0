using Chancery.Records.Claims;
using Chancery.Records.Reviewing;
using Chancery.Reports;
using Chancery.Tests.Records;

namespace Chancery.Tests.Web;

/// <summary>Reports of Norway and Malawi, made by hand, each with one change.</summary>
internal static class MadeNews
{
    public static MeasureChange Change(string text, string measure, ChangeKind change, string? date, ClaimStatus status = ClaimStatus.Happened, Stage stage = Stage.InEffect, string? partOf = null) =>
        new("c1", measure, Instrument.Aid, "NOR", "MWI", change, status, stage, EditClaim.Date(date), true, null, partOf, [new Span(0, text.Length)], null);

    public static NewReading Report(string id, string published, string text, ChangeKind change, string? date, string measure = "budget support", Stage stage = Stage.InEffect) =>
        MadeReading.Of(id, published, text, Change(text, measure, change, date, stage: stage));

    public static void AddTo(RunningDesk desk)
    {
        desk.Add(Report("fjord-herald/1", "2018-09-02", "Norway suspended its budget support for Malawi in August.", ChangeKind.Suspend, "2018-08"));
        desk.Add(Report("fjord-herald/2", "2020-01-04", "Norway authorised the return of budget support for Malawi.", ChangeKind.Reinstate, "2020-01-03", stage: Stage.Authorised));
        desk.Add(Report("lake-post/7", "2020-03-02", "Budget support for Malawi is flowing again.", ChangeKind.Reinstate, "2020-03-01"));
    }
}
