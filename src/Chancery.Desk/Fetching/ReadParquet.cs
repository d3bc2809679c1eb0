using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Chancery.Reading.Pages;
using Chancery.Reports;
using NodaTime.Text;
using Parquet;
using Parquet.Schema;

namespace Chancery.Desk.Fetching;

/// <summary>
/// Reports in a Parquet file, with the columns of our JSON Lines: <c>id</c>, <c>text</c> or <c>html</c>, and where they are there <c>published</c> (text, a date or a timestamp),
/// <c>url</c>, <c>title</c>. One group of rows is held at a time.
/// </summary>
internal static class ReadParquet
{
    /// <summary>Unpacked bytes of a group of rows.</summary>
    private const long GroupBytes = 1L << 30;
    private const int Cap = 10_000_000;

    public static bool Is(ReadOnlySpan<byte> head) => head.StartsWith("PAR1"u8);

    /// <param name="file">Must be able to seek. Owned.</param>
    public static IEnumerable<Received> Read(Stream file, string name)
    {
        using var owned = file;
        if (Try(() => ParquetReader.CreateAsync(file), out var opened, out var reason) is false)
        {
            yield return Received.None(name, reason!);
            yield break;
        }
        var fields = opened!.Schema.GetDataFields();
        if (Column(fields, "text") is null && Column(fields, "html") is null)
        {
            yield return Received.None(name, "a Parquet file without a column \"text\" or \"html\"");
            yield break;
        }
        long row = 0;
        for (int i = 0; i < opened.RowGroupCount; i++)
        {
            using var group = opened.OpenRowGroupReader(i);
            long first = row;
            row += group.RowCount;
            if (group.RowCount is < 0 or > Cap || group.RowGroup.TotalByteSize > GroupBytes)
                yield return Received.None($"{name}#{first + 1}", $"a group of rows larger than {GroupBytes >> 20} MiB; write the file with smaller groups");
            else if (!Try(() => Columns(group, fields), out var columns, out var broken))
                yield return Received.None($"{name}#{first + 1}", broken!);
            else
                for (int r = 0; r < group.RowCount; r++) yield return Row(columns!, r, $"{name}#{first + r + 1}");
        }
    }

    private static Received Row(Dictionary<string, string?[]> columns, int row, string fallback)
    {
        string? Cell(string column) => columns.TryGetValue(column, out var cells) ? cells[row] : null;
        var id = Cell("id") ?? fallback;
        var text = Cell("text");
        var html = text is null ? Cell("html") : null;
        if ((text ?? html) is not { } content) return Received.None(id, "neither text nor html in the row");
        if (string.IsNullOrWhiteSpace(content)) return Received.None(id, "empty");
        if (content.Length > InputLimits.PageBytes) return Received.None(id, $"larger than {InputLimits.PageBytes >> 20} MiB");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id + "\n" + content)));
        return Received.Of(new Page(id, hash, html is null ? PageKind.Text : PageKind.Html, content, Cell("url"), Cell("published"), Cell("title")));
    }

    private static async Task<Dictionary<string, string?[]>> Columns(ParquetRowGroupReader group, DataField[] fields)
    {
        var columns = new Dictionary<string, string?[]>(StringComparer.Ordinal);
        foreach (var name in (string[])["id", "text", "html", "published", "url", "title"])
            if (Column(fields, name) is { } field) columns.Add(name, await Cells(group, field));
        return columns;
    }

    private static DataField? Column(DataField[] fields, string name) => Array.Find(fields, f => f.Path.ToString() == name);

    private static async Task<string?[]> Cells(ParquetRowGroupReader group, DataField field)
    {
        var type = field.ClrType;
        if (type == typeof(string) || type == typeof(ReadOnlyMemory<char>))
        {
            var cells = new string[group.RowCount];
            await group.ReadAsync(field, cells);
            return cells;
        }
        return type == typeof(long) ? await Typed<long>(group, field, n => n.ToString(CultureInfo.InvariantCulture))
            : type == typeof(int) ? await Typed<int>(group, field, n => n.ToString(CultureInfo.InvariantCulture))
            : type == typeof(DateOnly) ? await Typed<DateOnly>(group, field, d => LocalDatePattern.Iso.Format(NodaTime.LocalDate.FromDateOnly(d)))
            : type == typeof(DateTime) ? await Typed<DateTime>(group, field, d => d.ToString(d.TimeOfDay == default ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture))
            : throw new InvalidDataException($"the column {field.Name} is neither text nor a date");
    }

    private static async Task<string?[]> Typed<T>(ParquetRowGroupReader group, DataField field, Func<T, string> print) where T : struct
    {
        if (!field.IsNullable)
        {
            var sure = new T[group.RowCount];
            await group.ReadAsync<T>(field, sure);
            return [.. sure.Select(print)];
        }
        var cells = new T?[group.RowCount];
        await group.ReadAsync<T>(field, cells);
        return [.. cells.Select(c => c is { } value ? print(value) : null)];
    }

    /// <summary>A file from outside may be broken anywhere, and the package then throws whatever it stumbled on.</summary>
    private static bool Try<T>(Func<Task<T>> work, out T? result, out string? reason)
    {
        try
        {
            (result, reason) = (work().GetAwaiter().GetResult(), null);
            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            (result, reason) = (default, "broken Parquet: " + e.Message.ReplaceLineEndings(" "));
            return false;
        }
    }
}
