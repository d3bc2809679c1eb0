using Chancery.Records;
using Chancery.Records.Sqlite;
using Microsoft.Data.Sqlite;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Records;

/// <summary>What a file of the record promises.</summary>
public class LedgerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-record-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Place => Path.Combine(_folder, "record.sqlite");

    [Fact]
    public void the_same_reading_again_writes_nothing()
    {
        using var ledger = SqliteLedger.Open(Place, TimeProvider.System);
        var reading = MadeReading.Of("a", "2020-03-02", "Norway suspended aid to Malawi.");
        var first = ledger.Append(reading);
        Assert.True(first.IsNew);
        Assert.Equal(first with { IsNew = false }, ledger.Append(reading));
        Assert.Single(ledger.Reports(ClaimsWanted.All, AsOf.Now));
    }

    [Theory]
    [InlineData("UPDATE reports SET text = ''")]
    [InlineData("DELETE FROM reports")]
    [InlineData("INSERT OR REPLACE INTO reports SELECT * FROM reports")]
    [InlineData("INSERT OR REPLACE INTO reports SELECT 99, recorded, page, id, page_hash, reader, options, url, outlet, title, language, published, published_time, published_precision, published_basis, published_stated, known, likeness, text, reading FROM reports")]
    public void the_file_itself_refuses_what_would_change_a_row(string sql)
    {
        using (var ledger = SqliteLedger.Open(Place, TimeProvider.System)) ledger.Append(MadeReading.Of("a", "2020-03-02", "Norway suspended aid to Malawi."));
        using var connection = new SqliteConnection($"Data Source={Place};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.Contains("append-only", Assert.Throws<SqliteException>(() => { command.ExecuteNonQuery(); }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void recorded_time_never_goes_back_even_where_the_clock_does()
    {
        var clock = new SetClock(Instant.FromUtc(2026, 5, 1, 12, 0));
        using var ledger = SqliteLedger.Open(Place, clock);
        ledger.Append(MadeReading.Of("a", "2020-03-02", "One."));
        clock.Now -= Duration.FromDays(3);
        ledger.Append(MadeReading.Of("b", "2020-03-02", "Two."));
        var rows = ledger.Reports(ClaimsWanted.All, AsOf.Now);
        Assert.Equal(rows[0].Recorded, rows[1].Recorded);
    }
}
