using System.Globalization;
using Chancery.Records.Claims;
using Chancery.Reports;

namespace Chancery.Records.Sql;

/// <summary>Says what is wrong with rows, one report after the other: numbers, instants, seals, references, words and places.</summary>
internal sealed class CheckRows
{
    private static readonly (RecordTable Table, string Column, Func<string, bool> IsOne)[] Words =
    [
        (RecordTable.Changes, "instrument", Is<Instrument>), (RecordTable.Changes, "change", Is<ChangeKind>), (RecordTable.Changes, "status", Is<ClaimStatus>),
        (RecordTable.Changes, "stage", Is<Stage>), (RecordTable.Changes, "date_basis", Is<TimeBasis>), (RecordTable.Events, "status", Is<ClaimStatus>),
        (RecordTable.Events, "date_basis", Is<TimeBasis>), (RecordTable.Statements, "kind", Is<StatementKind>), (RecordTable.Signals, "signal", Is<Signal>),
        (RecordTable.Decisions, "kind", Is<DecisionKind>),
    ];

    private readonly Dictionary<string, long> _numbers = [];
    private readonly Dictionary<(string Hash, string Id), long> _pages = [];
    private long _instant, _last;
    private string _seal = "";
    private bool _isSealed;

    /// <param name="kept">The report or decision behind the last one given.</param>
    public IEnumerable<string> Faults(KeptRows kept)
    {
        var name = $"{(kept.Rows[0].Table == RecordTable.Decisions ? "d" : "r")}{kept.Number.ToString(CultureInfo.InvariantCulture)}";
        return OfOrder(kept).Concat(OfSeal(kept)).Concat(kept.Rows.SelectMany(r => OfRow(r, kept.Rows[0]))).Select(f => $"{name}: {f}");
    }

    private IEnumerable<string> OfOrder(KeptRows kept)
    {
        if (kept.Number != _last + 1) yield return kept.Number == _last + 2 ? "the row before it is missing" : $"rows {_last + 1} to {kept.Number - 1} are missing";
        _last = kept.Number;
        long recorded = (long)kept.Rows[0]["recorded"]!;
        if (recorded < _instant) yield return "was recorded before the row before it";
        _instant = Math.Max(_instant, recorded);
        foreach (var row in kept.Rows.Where(r => r.Table != RecordTable.EventDyads && r.Table != RecordTable.Reports && r.Table != RecordTable.Decisions))
        {
            long expected = _numbers.GetValueOrDefault(row.Table.Name) + 1;
            if (row.Number != expected) yield return $"{row.Table.Name} {row.Number} stands where {expected} should";
            _numbers[row.Table.Name] = row.Number;
        }
    }

    private IEnumerable<string> OfSeal(KeptRows kept)
    {
        if (kept.Seal is null)
        {
            if (_isSealed) yield return "has no seal";
            yield break;
        }
        if (Seal.Of(_seal, kept.Rows) != kept.Seal) yield return "its rows are not those that were recorded (the seal does not fit)";
        (_seal, _isSealed) = (kept.Seal, true);
    }

    private IEnumerable<string> OfRow(Row row, Row report)
    {
        foreach (var (table, column, isOne) in Words)
            if (row.Table == table && (row[column] is not string word || !isOne(word))) yield return $"{Named(row)}: “{row[column]}” is no {column}";
        if (row.Table == RecordTable.Reports && PageFault(row) is { } page) yield return page;
        if (Array.IndexOf(row.Table.Columns, "passages") >= 0 && PassageFault((string)row["passages"]!, (string)report["text"]!) is { } passage) yield return $"{Named(row)}: {passage}";
        if (row.Table == RecordTable.Changes && Equals(row["dyad"], Dyad.Of((string?)row["actor"], (string?)row["target"]).ToString()) is false)
            yield return $"{Named(row)}: is filed under {row["dyad"]}, which are not its parties";
    }

    private string? PageFault(Row report)
    {
        var page = ((string)report["page_hash"]!, (string)report["id"]!);
        long first = _pages.TryGetValue(page, out long known) ? known : _pages[page] = report.Number;
        if (!Equals(report["page"], first)) return $"is filed with the page of r{report["page"]}, not with that of r{first}";
        var day = report["published"] ?? Cells.Day(Cells.ToInstant((long)report["recorded"]!).InUtc().Date);
        return Equals(report["known"], day) ? null : "counts as known from another day than its own";
    }

    private static string? PassageFault(string cell, string text)
    {
        try
        {
            var spans = Cells.ToSpans(cell);
            if (spans.Count == 0) return "rests on no passage";
            foreach (var span in spans)
            {
                if (span.Start < 0 || span.End > text.Length || span.End < span.Start) return $"a passage ({span.Start}-{span.End}) lies outside its report";
                if (Splits(text, span.Start) || Splits(text, span.End)) return $"a passage ({span.Start}-{span.End}) cuts a character in two";
            }
            return null;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException)
        {
            return $"“{cell}” is no passage";
        }
    }

    private static bool Splits(string text, int at) => at > 0 && at < text.Length && char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]);

    private static string Named(Row row) => $"{row.Table.Name} {row.Number}";

    private static bool Is<T>(string word) where T : struct, Enum => Enum.TryParse<T>(word, out var value) && Enum.IsDefined(value);
}
