using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Reading.Actors;

/// <summary>
/// Actors as a table, ours and the users' own: names (<c>|</c> between them, the first is printed; <c>;</c> between several actors of one standing), code, sector, kind
/// (state, body, group, person), first day, last day, role; tab-separated, <c>#</c> begins a remark. Days may be months or years.
/// Rows with the same names are one actor that stood differently at different times.
/// </summary>
public static class ActorFile
{
    /// <summary>Reads such a table, or an actor or agent dictionary of PETRARCH, whichever it is; see <see cref="ActorDictionary"/>.</summary>
    /// <exception cref="FormatException">A row cannot be read; the message gives its number and says what is wrong.</exception>
    public static IReadOnlyList<(string Form, ActorEntry Entry)> Read(TextReader reader)
    {
        var lines = new List<string>();
        while (reader.ReadLine() is { } line) lines.Add(line);
        return IsTable(lines) ? [.. Entries(lines.SelectMany(Row))] : ActorDictionary.Read(lines);
    }

    /// <summary>A table has tabs and no codes in brackets.</summary>
    private static bool IsTable(List<string> lines)
    {
        foreach (var line in lines)
            if (line.Length > 0 && line[0] is not ('#' or ';' or '<' or '!')) return !line.Contains('[') && (line.Contains('\t') || !lines.Exists(l => l.Contains('[')));
        return true;
    }

    private static IEnumerable<string[]> Row(string line, int index)
    {
        if (line.Length == 0 || line[0] == '#') return [];
        var cells = line.Split('\t');
        int number = index + 1;
        if (cells.Length < 2 || cells[0].Trim().Length == 0)
            throw new FormatException($"Row {number} of the actors file needs names and a code with a tab between them.");
        if (Cell(cells, 3) is { } kind && !Enum.TryParse<EntryKind>(kind, ignoreCase: true, out _))
            throw new FormatException($"Row {number} of the actors file: “{kind}” is no kind; use state, body, group or person.");
        if (Cell(cells, 4) is { } from && FirstDay(from) is null || Cell(cells, 5) is { } to && LastDay(to) is null)
            throw new FormatException($"Row {number} of the actors file: a day is written 2020-01-31, a month 2020-01, a year 2020.");
        return [cells];
    }

    internal static IEnumerable<(string Form, ActorEntry Entry)> Entries(IEnumerable<string[]> rows)
    {
        var single = rows.SelectMany(row => row[0].Split(';', StringSplitOptions.TrimEntries), (row, names) => (string[])[names, .. row[1..]]);
        foreach (var actor in single.GroupBy(r => r[0], StringComparer.Ordinal))
        {
            var kind = Enum.Parse<EntryKind>(Cell(actor.First(), 3) ?? "body", ignoreCase: true);
            var standings = actor.Select(StandingOf).OrderBy(s => s.From ?? LocalDate.MinIsoValue).ToArray();
            var forms = actor.Key.Split('|');
            var entry = new ActorEntry(kind, forms[0], standings);
            foreach (var form in forms) yield return (form, entry);
        }
    }

    /// <summary>The first day of a day, month or year; null where there is none or it cannot be read.</summary>
    internal static LocalDate? FirstDay(string? text) => text?.Length switch
    {
        4 when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year > 0 => new LocalDate(year, 1, 1),
        7 => Day(text + "-01"),
        10 => Day(text),
        _ => null,
    };

    internal static LocalDate? LastDay(string? text) => FirstDay(text) is not { } first ? null : text!.Length switch
    {
        4 => first.PlusYears(1).PlusDays(-1),
        7 => first.PlusMonths(1).PlusDays(-1),
        _ => first,
    };

    private static Standing StandingOf(string[] cells) =>
        new(Cell(cells, 1), Cell(cells, 2), Cell(cells, 6), Office.None, FirstDay(Cell(cells, 4)), LastDay(Cell(cells, 5)));

    private static LocalDate? Day(string text) => LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } ? day : null;

    private static string? Cell(string[] cells, int index) => index < cells.Length && cells[index].Trim().Length > 0 ? cells[index].Trim() : null;
}
