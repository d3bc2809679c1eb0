using System.Globalization;
using Chancery.Records.Claims;

namespace Chancery.Records.Sql;

/// <summary>Collects the conditions of a question and their values. The tables are named t (claims) and r (their readings).</summary>
internal sealed class Conditions
{
    private readonly List<string> _conditions = [];
    private readonly List<object?> _values = [];

    /// <param name="condition">With one ? for each value.</param>
    public Conditions Add(string condition, params object?[] values)
    {
        foreach (var value in values)
        {
            int at = condition.IndexOf('?', StringComparison.Ordinal);
            condition = string.Concat(condition.AsSpan(0, at), Query.Name(_values.Count), condition.AsSpan(at + 1));
            _values.Add(value);
        }
        _conditions.Add(condition);
        return this;
    }

    /// <summary>What stood in the record and was public by then; of each page the latest reading.</summary>
    public Conditions Add(AsOf asOf)
    {
        if (asOf.Known is { } known) Add("r.known <= ?", Cells.Day(known));
        if (asOf.Recorded is not { } recorded)
            return Add("NOT EXISTS (SELECT 1 FROM reports later WHERE later.page = r.page AND later.number > r.number)");
        Add("r.recorded <= ?", Cells.Micros(recorded));
        return Add("NOT EXISTS (SELECT 1 FROM reports later WHERE later.page = r.page AND later.number > r.number AND later.recorded <= ?)", Cells.Micros(recorded));
    }

    /// <summary>What concerns the reading a claim stands in.</summary>
    /// <param name="report">The column that holds the reading's number.</param>
    public Conditions AddSource(ClaimsWanted wanted, string report)
    {
        if (wanted.ReportRow is { } one) Add("r.number = ?", one);
        // Recorded time never goes back: later ones have higher numbers, and an engine finds these without looking at all rows.
        if (wanted.RecordedAfter is { } after) Add($"{report} > coalesce((SELECT number FROM reports WHERE recorded <= ? ORDER BY recorded DESC, number DESC LIMIT 1), 0)", Cells.Micros(after));
        if (wanted.FirstRecordedAfter is { } first) Add("(SELECT f.recorded FROM reports f WHERE f.number = r.page) > ?", Cells.Micros(first));
        if (wanted.PublishedFrom is { } from) Add("r.known >= ?", Cells.Day(from));
        if (wanted.PublishedTo is { } to) Add("r.known <= ?", Cells.Day(to));
        return this;
    }

    public Query On(string select, string orderBy) => new(
        _conditions.Count == 0 ? $"{select} ORDER BY {orderBy}" : $"{select} WHERE {string.Join(" AND ", _conditions)} ORDER BY {orderBy}", _values);
}
