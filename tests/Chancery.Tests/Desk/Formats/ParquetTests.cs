using System.Text;
using Xunit;

namespace Chancery.Tests.Desk.Formats;

/// <summary>Parquet out, read by DuckDB; and Parquet in, written by DuckDB.</summary>
public sealed class ParquetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-parquet-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string In(string name) => Path.Combine(_folder, name);

    [Fact]
    public void duckdb_joins_the_tables_of_a_reading()
    {
        var input = "{\"id\":\"r1\",\"published\":\"2021-03-05\",\"text\":\"Peru suspended its military aid to Laos, the foreign ministry said on Thursday.\"}\n{\"id\":\"r2\",\"text\":\"\"}\n";
        var result = CommandLine.RunOn(Encoding.UTF8.GetBytes(input), "read", "--format", "parquet", "--output", In("out"), "-");
        Assert.Equal(3, result.Status);
        var rows = DuckDb.Rows($"""
            SELECT c.report, measure, actor, c.target, change, r.published, quote, substring(text, c."start" + 1, c."end" - c."start"), s.kind
            FROM '{In("out")}/changes/*.parquet' c JOIN '{In("out")}/reports/*.parquet' r USING (report) LEFT JOIN '{In("out")}/statements/*.parquet' s ON s.report = c.report AND s.statement = c.statement
            """);
        Assert.Equal(["r1", "military aid", "PER", "LAO", "suspend", new DateOnly(2021, 3, 5)], rows[0][..6]);
        Assert.StartsWith("suspended", (string)rows[0][7]!, StringComparison.Ordinal);
        Assert.Equal([["r1", null], ["r2", "empty"]], DuckDb.Rows($"SELECT report, unread FROM '{In("out")}/reports/*.parquet' ORDER BY report"));
    }

    [Fact]
    public void the_documented_columns_are_the_columns()
    {
        CommandLine.RunOn("{\"id\":\"a\",\"text\":\"Chad met Sudan on Monday.\"}"u8.ToArray(), "read", "--format", "parquet", "-o", In("out"), "-");
        var documented = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "formats.md"));
        foreach (var table in (string[])["reports", "events", "changes", "statements"])
        {
            var columns = DuckDb.Rows($"DESCRIBE SELECT * FROM '{In("out")}/{table}/*.parquet'").Select(r => $"{r[0]} {r[1]}").ToArray();
            Assert.Equal(string.Join(", ", columns), documented.Single(l => l.StartsWith($"| `{table}` |", StringComparison.Ordinal)).Split('|')[2].Trim());
        }
    }

    [Fact]
    public void parquet_needs_a_folder() =>
        Assert.Equal(2, CommandLine.RunOn("x"u8.ToArray(), "read", "--format", "parquet", "-").Status);

    [Theory]
    [InlineData("'2021-03-05'", "zstd")]
    [InlineData("DATE '2021-03-05'", "snappy")]
    [InlineData("TIMESTAMP '2021-03-05 00:00:00'", "gzip")]
    public void reports_that_duckdb_wrote_are_read_as_if_they_were_json_lines(string date, string codec)
    {
        DuckDb.Rows($"COPY (SELECT 'r' || i AS id, 'Report ' || i || ': Chad met Sudan on Monday.' AS text, {date} AS published, NULL::VARCHAR AS url FROM range(300) t(i)) TO '{In("in.parquet")}' (FORMAT parquet, CODEC '{codec}', ROW_GROUP_SIZE 2048)");
        var lines = string.Concat(Enumerable.Range(0, 300).Select(i => $"{{\"id\":\"r{i}\",\"text\":\"Report {i}: Chad met Sudan on Monday.\",\"published\":\"2021-03-05\"}}\n"));
        var expected = CommandLine.RunOn(Encoding.UTF8.GetBytes(lines), "read", "--format", "jsonl", "--layers", "times", "-");
        var read = CommandLine.Run("read", "--format", "jsonl", "--layers", "times", In("in.parquet"));
        Assert.Equal((0, expected.Output), (read.Status, read.Output));
    }

    [Fact]
    public void rows_without_a_text_and_files_that_are_broken_are_named()
    {
        DuckDb.Rows($"COPY (SELECT 7 AS id, NULL::VARCHAR AS text UNION ALL SELECT 8, 'Chad met Sudan.') TO '{In("in.parquet")}' (FORMAT parquet)");
        var read = CommandLine.Run("read", "--format", "jsonl", In("in.parquet"));
        Assert.Equal(3, read.Status);
        Assert.Contains("\"id\":\"7\",\"unread\"", read.Output, StringComparison.Ordinal);
        DuckDb.Rows($"COPY (SELECT 1 AS amount) TO '{In("other.parquet")}' (FORMAT parquet)");
        Assert.Contains("without a column", CommandLine.Run("read", In("other.parquet")).Errors, StringComparison.Ordinal);
        var bytes = File.ReadAllBytes(In("in.parquet"));
        for (int cut = 4; cut < bytes.Length; cut += 37)
        {
            File.WriteAllBytes(In("cut.parquet"), bytes[..cut]);
            Assert.Equal(3, CommandLine.Run("read", "--format", "jsonl", "--layers", "pages", In("cut.parquet")).Status);
        }
    }
}
