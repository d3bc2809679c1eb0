using System.Data.Common;
using Chancery.Records.Claims;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Records.Sql;

/// <summary>Rows of the table of reports.</summary>
internal static class ReportRows
{
    public const string Columns =
        "r.number, r.recorded, r.id, r.page_hash, r.reader, r.options, r.url, r.outlet, r.title, r.language, r.published, r.published_time, "
        + "r.published_precision, r.published_basis, r.published_stated, r.likeness";
    public const int Count = 16;

    public const int TextsAtOnce = 64;

    /// <summary>Numbers and texts of so many reports at most. One statement serves many lengths of the list: its last is named again.</summary>
    public static Query Texts(long[] numbers)
    {
        int places = numbers.Length == 1 ? 1 : numbers.Length <= 8 ? 8 : TextsAtOnce;
        return new Query(
            $"SELECT number, text FROM reports WHERE number IN ({string.Join(", ", Enumerable.Range(0, places).Select(Query.Name))})",
            [.. Enumerable.Range(0, places).Select(i => (object)numbers[Math.Min(i, numbers.Length - 1)])]);
    }

    public static ReportRow Read(DbDataReader row) => new(
        row.GetInt64(0), Cells.ToInstant(row.GetInt64(1)), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5),
        row.Text(6), row.Text(7), row.Text(8), row.GetString(9),
        new Published(row.Day(10), row.IsDBNull(12) ? null : row.Word<DatePrecision>(12), row.IsDBNull(13) ? null : row.Word<PublishedBasis>(13), row.Text(14), [],
            row.Number(11) is { } minutes ? new LocalTime((int)minutes / 60, (int)minutes % 60) : null),
        unchecked((ulong)row.GetInt64(15)));

    public static KeptReport ReadKept(DbDataReader row) => new(Read(row), row.GetString(Count), row.GetFieldValue<byte[]>(Count + 1));
}
