using Chancery.Reports;

namespace Chancery.Desk.Formats.EventTables;

/// <summary>PETRARCH's event file: date, source, target, CAMEO code, sentence, source of the story (tabs, no first line). <c>---</c> stands for a side not told.</summary>
internal sealed class PetrarchFormat : EventTable
{
    private const string Nobody = "---";

    protected override IReadOnlyList<string?>? Row(ToldEvent told) => told.Event.Cameo is not { } code || (told.Source is null && told.Target is null) ? null :
        [ToldEvent.Compact(told.Day), CodeOf(told.Source), CodeOf(told.Target), code, $"{told.Report.Id}_{Number(told.SentenceNumber)}", told.Report.Url ?? told.Report.Outlet ?? ""];

    private static string CodeOf(Participant? side) => side?.Code + side?.Sector is { Length: > 0 } code ? code : Nobody;
}
