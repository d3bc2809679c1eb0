using System.Globalization;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Desk.Formats.EventTables;

/// <summary>
/// The 61 columns of GDELT's event table, version 2 (tabs, no first line). GoldsteinScale holds PLOVER's intensity; tone and places are not told.
/// An event without a CAMEO code or a day has no row.
/// </summary>
internal sealed class GdeltFormat : EventTable
{
    private const int PlaceColumns = 8;

    protected override IReadOnlyList<string?>? Row(ToldEvent told)
    {
        if (told.Event.Cameo is not { } code || told.Day is not { } day) return null;
        return
        [
            Number(told.Id), .. DayColumns(day), .. Side(told, told.Source), .. Side(told, told.Target),
            told.Event.Main ? "1" : "0", code, code[..Math.Min(3, code.Length)], code[..2], Number(QuadOf(code)), Number(told.Event.Score),
            "1", "1", "1", null,
            .. Places(), .. Places(), .. Places(),
            told.Reading.Published.Date is { } added ? ToldEvent.Compact(added) + "000000" : null, told.Report.Url ?? told.Report.Id,
        ];
    }

    private static string[] DayColumns(LocalDate day) =>
    [
        ToldEvent.Compact(day), day.ToString("uuuuMM", CultureInfo.InvariantCulture), day.ToString("uuuu", CultureInfo.InvariantCulture),
        (day.Year + (day.DayOfYear / 366.0)).ToString("0.0000", CultureInfo.InvariantCulture),
    ];

    /// <summary>Code, name, country, known group, ethnic group, two religions, three types.</summary>
    private static string?[] Side(ToldEvent told, Participant? side)
    {
        var state = side?.Code is { } code && StateNames.Of(code) is not null ? code : null;
        return [side is null ? null : side.Code + side.Sector, told.NameOf(side)?.ToUpperInvariant(), state, state is null ? side?.Code : null, null, null, null, side?.Sector, null, null];
    }

    private static string?[] Places() => new string?[PlaceColumns];

    /// <summary>1 verbal cooperation … 4 material conflict, by the first two digits.</summary>
    private static int QuadOf(string code) => int.Parse(code.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture) switch
    {
        <= 5 => 1,
        <= 8 => 2,
        <= 13 => 3,
        _ => 4,
    };
}
