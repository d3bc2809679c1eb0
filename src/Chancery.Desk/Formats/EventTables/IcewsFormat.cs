namespace Chancery.Desk.Formats.EventTables;

/// <summary>
/// The columns of the ICEWS coded event data (tabs, a first line of names). Intensity is PLOVER's, not Goldstein's; places are not told.
/// An event without a CAMEO code has no row.
/// </summary>
internal sealed class IcewsFormat : EventTable
{
    protected override IReadOnlyList<string> ColumnNames { get; } =
    [
        "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity",
        "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude", "Longitude",
    ];

    protected override IReadOnlyList<string?>? Row(ToldEvent told) => told.Event.Cameo is not { } code ? null :
    [
        Number(told.Id), ToldEvent.Iso(told.Day), NameOf(told, told.Source), Sectors.InWords(told.Source?.Sector), CountryOf(told.Source),
        Cameo.NameOf(code), code, Number(told.Event.Score),
        NameOf(told, told.Target), Sectors.InWords(told.Target?.Sector), CountryOf(told.Target),
        told.Report.Id, Number(told.SentenceNumber), told.Report.Outlet, null, null, null, null, null, null,
    ];

    private static string? NameOf(ToldEvent told, Reports.Participant? side) => told.NameOf(side) ?? CountryOf(side);

    private static string? CountryOf(Reports.Participant? side) => side?.Code is { } code ? StateNames.Of(code) ?? code : null;
}
