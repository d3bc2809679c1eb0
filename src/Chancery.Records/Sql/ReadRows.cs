using System.Data.Common;

namespace Chancery.Records.Sql;

/// <summary>A report with all of its rows, in the order in which they were added, and its seal.</summary>
/// <param name="Rows">The report's own row first.</param>
/// <param name="Seal">Null for what an older version recorded.</param>
internal sealed record KeptRows(long Number, IReadOnlyList<Row> Rows, string? Seal);

/// <summary>Reads the record row by row, a few reports at a time.</summary>
internal sealed class ReadRows(Func<Query, Func<DbDataReader, (long, Row)>, List<(long Report, Row Row)>> ask)
{
    private const int AtOnce = 64;

    /// <summary>Reports up to a number. Rows never change, so that what is added meanwhile does not matter.</summary>
    public IEnumerable<KeptRows> Reports(long last)
    {
        for (long first = 1; first <= last; first += AtOnce)
        {
            long until = Math.Min(last, first + AtOnce - 1);
            var rows = RecordTable.OfReports.SelectMany(t => ask(t.Select(first, until), t.Read)).ToLookup(r => r.Report, r => r.Row);
            var seals = Seals(Seal.Report, first, until);
            foreach (var report in rows.OrderBy(r => r.Key)) yield return new KeptRows(report.Key, [.. report], seals.GetValueOrDefault(report.Key));
        }
    }

    public IEnumerable<KeptRows> Decisions(long last)
    {
        for (long first = 1; first <= last; first += AtOnce)
        {
            var seals = Seals(Seal.Decision, first, first + AtOnce - 1);
            foreach (var (number, row) in ask(RecordTable.Decisions.Select(first, Math.Min(last, first + AtOnce - 1)), RecordTable.Decisions.Read))
                yield return new KeptRows(number, [row], seals.GetValueOrDefault(number));
        }
    }

    private Dictionary<long, string> Seals(string kind, long first, long last) => ask(RecordTable.Seals.Select(first, last), RecordTable.Seals.Read)
        .Where(s => Equals(s.Row["kind"], kind)).ToDictionary(s => s.Report, s => (string)s.Row["seal"]!);
}
