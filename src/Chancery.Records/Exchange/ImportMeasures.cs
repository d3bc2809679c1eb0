using System.Security.Cryptography;
using System.Text;
using Chancery.Records.Identity;
using Chancery.Records.Reviewing;
using Chancery.Reports;

namespace Chancery.Records.Exchange;

/// <summary>
/// Turns a table of measures kept by hand into a report whose text is the table itself: every claim rests on its line. A row is one change; where it names
/// an end (<c>until</c>), the expiry is a second.
/// </summary>
public static class ImportMeasures
{
    public static readonly IReadOnlyList<string> Fields =
        ["measure", "instrument", "actor", "target", "change", "status", "stage", "date", "until", "extent", "quantity", "part-of"];

    /// <param name="source">What the table is called: the report's id and outlet.</param>
    /// <param name="columns">Field to the table's column; a field that is not there is looked for under its own name, in any case.</param>
    /// <exception cref="FormatException">The table or a row is not what it should be; the message names the line.</exception>
    public static AnnotatedReport Of(string text, string source, IReadOnlyDictionary<string, string> columns, Published published)
    {
        var records = ReadTable.Of(text);
        if (records.Count < 2) throw new FormatException("the table needs a line of column names and at least one row");
        var places = Places(records[0], columns);
        var changes = new List<MeasureChange>();
        foreach (var record in records.Skip(1)) changes.AddRange(Changes(record, places, changes.Count));
        var report = new Report(source, Hash(source, text), text, [new Paragraph(new Span(0, text.Length), ParagraphRole.Body)], published) { Outlet = source, Title = source };
        return new AnnotatedReport(report).With(Layers.Changes, changes);
    }

    private static Dictionary<string, int> Places(TableRecord header, IReadOnlyDictionary<string, string> columns)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var unknown in columns.Keys.Except(Fields).Order(StringComparer.Ordinal))
            throw new FormatException($"“{unknown}” is no field; the fields are {string.Join(", ", Fields)}");
        foreach (var field in Fields)
        {
            bool isMapped = columns.TryGetValue(field, out var name);
            int at = header.Cells.ToList().FindIndex(c => c.Trim().Equals(name ?? field, StringComparison.OrdinalIgnoreCase));
            if (at >= 0) places[field] = at;
            else if (isMapped) throw new FormatException($"the table has no column “{name}”; its columns are {string.Join(", ", header.Cells)}");
        }
        return places.ContainsKey("measure") ? places : throw new FormatException("no column gives the measure's name; name it with --map measure=COLUMN");
    }

    private static IEnumerable<MeasureChange> Changes(TableRecord record, Dictionary<string, int> places, int before)
    {
        string? Cell(string field) => places.TryGetValue(field, out int at) && at < record.Cells.Count && record.Cells[at].Trim() is { Length: > 0 } text and not "-" ? text : null;
        T Word<T>(string field, T otherwise) where T : struct, Enum => Cell(field) is { } text ? EditClaim.Word<T>(field, text) : otherwise;
        MeasureChange told;
        DescribedTime? until;
        try
        {
            var measure = Cell("measure") ?? throw new FormatException("the measure has no name");
            var known = Programmes.Known.Named(MeasureKey.NameOf(measure));
            told = new MeasureChange(
                $"c{before + 1}", measure, Word("instrument", known?.Instrument ?? Instrument.Other), EditClaim.Code("actor", Cell("actor")), EditClaim.Code("target", Cell("target")),
                Word("change", ChangeKind.Impose), Word("status", ClaimStatus.Happened), Word("stage", Stage.InEffect), EditClaim.Date(Cell("date")),
                Cell("extent") != "part", Cell("quantity"), Cell("part-of"), [record.Span], null);
            until = Cell("until") is { } end ? EditClaim.Date(end) : null;
        }
        catch (FormatException e)
        {
            throw new FormatException($"line {record.Line}: {e.Message}", e);
        }
        yield return told;
        if (until is not null) yield return told with { Id = $"c{before + 2}", Change = ChangeKind.Expire, Stage = Stage.InEffect, Date = until, Quantity = null };
    }

    private static string Hash(string source, string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source + "\n" + text)));
}
