using System.Text;
using System.Text.Json;
using Chancery.Desk.Exports;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Exchange;
using Chancery.Records.Reviewing;
using Chancery.Records.Sqlite;
using Chancery.Reports;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Records.Exchange;

/// <summary>What leaves the record, read back by programs that are not ours.</summary>
public sealed class ExportTests : IDisposable
{
    private const string Text = "Peru 𝔞 said, “flood aid” to Laos ends on 30 June 2021; Peru cut rice aid, \"for now\".";

    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-export-").FullName;
    private readonly SqliteLedger _ledger;

    public ExportTests()
    {
        _ledger = SqliteLedger.Open(Path.Combine(_folder, "record.sqlite"), new SetClock(Instant.FromUtc(2026, 5, 1, 12, 0)));
        var end = new LocalDate(2021, 6, 30);
        _ledger.Append(MadeReading.Of("a", "2021-03-02", Text,
            Change("flood aid", ChangeKind.Expire, new DescribedTime("2021-06-30", end, end.PlusDays(1), TimeBasis.Stated), At("“flood aid”")),
            Change("rice aid", ChangeKind.Reduce, new DescribedTime("2021-03", new LocalDate(2021, 3, 1), new LocalDate(2021, 4, 1), TimeBasis.Computed), At("cut rice aid, \"for now\""))));
    }

    public void Dispose()
    {
        _ledger.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static Span At(string words) => new(Text.IndexOf(words, StringComparison.Ordinal), Text.IndexOf(words, StringComparison.Ordinal) + words.Length);

    private static MeasureChange Change(string measure, ChangeKind kind, DescribedTime date, Span at) =>
        new("c1", measure, Instrument.Aid, "PER", "LAO", kind, ClaimStatus.Happened, Stage.InEffect, date, true, null, null, [at], null);

    private byte[] Export(string format)
    {
        using var output = new MemoryStream();
        ExportFormat.Named(format).Write(ExportRows.Of(_ledger, null, AsOf.Now), output);
        return output.ToArray();
    }

    private List<object?[]> InDuckDb(string format, string select, string read)
    {
        var path = Path.Combine(_folder, "rows." + format);
        File.WriteAllBytes(path, Export(format));
        return DuckDb.Rows($"SELECT {select} FROM {read}('{path}') ORDER BY row");
    }

    [Fact]
    public void duckdb_reads_the_parquet_with_its_types()
    {
        var rows = InDuckDb("parquet", "row, measure, \"from\", \"to\", recorded, quote, typeof(\"from\"), actor, part_of", "read_parquet");
        Assert.Equal(["c1", "c2"], rows.Select(r => r[0]));
        Assert.Equal(new DateOnly(2021, 6, 30), rows[0][2]);
        Assert.Equal(new DateOnly(2021, 4, 1), rows[1][3]);
        Assert.Equal(new DateTime(2026, 5, 1, 12, 0, 0), Convert.ToDateTime(rows[0][4], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("“flood aid”", rows[0][5]);
        Assert.Equal(["DATE", "PER", null], rows[0][6..]);
    }

    [Fact]
    public void duckdb_reads_the_csv_with_its_quotation_marks()
    {
        var rows = InDuckDb("csv", "row, quote, passages", "read_csv");
        Assert.Equal(["c2", "cut rice aid, \"for now\"", $"{At("cut rice aid, \"for now\"").Start}-{At("cut rice aid, \"for now\"").End}"], rows[1]);
    }

    [Fact]
    public void duckdb_reads_the_json_lines()
    {
        var rows = InDuckDb("jsonl", "row, measure_name, quote, passages[1].start", "read_json");
        Assert.Equal(["c1", "flood aid", "“flood aid”", (long)At("“flood aid”").Start], rows[0]);
    }

    [Fact]
    public void a_calendar_program_finds_the_scheduled_end_and_only_that()
    {
        var calendar = Ical.Net.Calendar.Load(Encoding.UTF8.GetString(Export("ics")))!;
        var entry = Assert.Single(calendar.Events);
        Assert.Equal(new DateTime(2021, 6, 30), entry.DtStart!.Value);
        Assert.False(entry.DtStart.HasTime);
        Assert.Equal(new DateTime(2021, 7, 1), entry.DtEnd!.Value);
        Assert.Contains("flood aid (PER → LAO): expire", entry.Summary, StringComparison.Ordinal);
        Assert.Contains("“flood aid”” (a, 2021-03-02; 2021-06-30)", entry.Description, StringComparison.Ordinal);
        Assert.All(Encoding.UTF8.GetString(Export("ics")).Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
    }

    [Fact]
    public void an_annotation_counts_in_code_points_and_quotes_what_stands_there()
    {
        using var page = JsonDocument.Parse(Export("jsonld"));
        Assert.Equal("http://www.w3.org/ns/anno.jsonld", page.RootElement.GetProperty("@context")[0].GetString());
        var target = page.RootElement.GetProperty("items")[0].GetProperty("target")[0];
        var (quote, place) = (target.GetProperty("selector")[0], target.GetProperty("selector")[1]);
        int[] points = [.. Text.EnumerateRunes().Select(r => r.Value)];
        var there = points[place.GetProperty("start").GetInt32()..place.GetProperty("end").GetInt32()];
        Assert.Equal(quote.GetProperty("exact").GetString(), string.Concat(there.Select(char.ConvertFromUtf32)));
        Assert.EndsWith("said, ", quote.GetProperty("prefix").GetString(), StringComparison.Ordinal);
        Assert.Equal("expire", page.RootElement.GetProperty("items")[0].GetProperty("body").GetProperty("chancery:change").GetString());
    }

    [Fact]
    public void an_export_tells_what_people_decided()
    {
        new Review(_ledger, "Ana Reyes").Edit(new RowName(RowKind.Change, 2), new Dictionary<string, string> { ["quantity"] = "half" }, null);
        new Review(_ledger, "Ana Reyes").Reject(new RowName(RowKind.Change, 1), null);
        var row = Assert.Single(ExportRows.Of(_ledger, null, AsOf.Now));
        Assert.Equal(("edited", "half"), (row.Decision, row.Claim.Quantity));
    }

    [Fact]
    public void an_empty_record_gives_a_parquet_with_columns_and_no_rows()
    {
        using var empty = SqliteLedger.Open(Path.Combine(_folder, "empty.sqlite"), TimeProvider.System);
        var path = Path.Combine(_folder, "empty.parquet");
        using (var file = File.Create(path)) ExportFormat.Named("parquet").Write(ExportRows.Of(empty, null, AsOf.Now), file);
        Assert.Equal(0L, Convert.ToInt64(DuckDb.Rows($"SELECT count(*) + count(measure) + count(recorded) FROM read_parquet('{path}')")[0][0], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void a_processor_of_linked_data_takes_the_annotations_for_what_they_are()
    {
        var quads = Desk.Formats.WebAnnotationTests.Quads(Encoding.UTF8.GetString(Export("jsonld")));
        Assert.Contains("<urn:chancery:c1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/oa#Annotation> .", quads);
        Assert.Contains(quads, q => q.Contains("<urn:chancery:target> \"LAO\"", StringComparison.Ordinal));
        Assert.Equal(2, quads.Count(q => q.Contains("<http://www.w3.org/ns/oa#hasSource>", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    [InlineData("jsonld")]
    [InlineData("parquet")]
    [InlineData("ics")]
    public void the_same_record_gives_the_same_bytes(string format) => Assert.Equal(Export(format), Export(format));
}
