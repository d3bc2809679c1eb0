using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Chancery.Tests.Records.Faults;

/// <summary>Disks, folders and files that fail: one sentence, and nothing that was recorded is lost.</summary>
public sealed class DiskTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-disk-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Place => Path.Combine(_folder, "record.sqlite");

    [Fact]
    public void a_full_disk_is_said_in_one_sentence_and_what_was_added_before_stays()
    {
        var input = ManyReports.Write(_folder, 1, 400);
        var (small, kept) = (Directory.CreateDirectory(Path.Combine(_folder, "small")).FullName, Directory.CreateDirectory(Path.Combine(_folder, "kept")).FullName);
        var (status, errors) = ChanceryProcess.InOwnMounts("""
            mount -t tmpfs -o size=1400k none "$1" || exit 99
            chancery add --record "$1/record.sqlite" "$3"
            status=$?
            cp "$1"/record.sqlite* "$2"/
            exit $status
            """, small, kept, input);
        Assert.Equal((1, 1), (status, errors.TrimEnd().Split('\n').Length));
        Assert.Contains("full", errors, StringComparison.Ordinal);
        using var ledger = SqliteLedger.Open(Path.Combine(kept, "record.sqlite"), TimeProvider.System);
        Assert.Empty(ledger.Check().Faults);
        int held = ledger.Reports(ClaimsWanted.All, AsOf.Now).Count;
        Assert.InRange(held, 1, 399);
        Assert.Equal(0, ManyReports.Add(Path.Combine(kept, "record.sqlite"), input));
        Assert.Equal(Enumerable.Range(1, 400).Select(ManyReports.Id), ledger.Reports(ClaimsWanted.All, AsOf.Now).Select(r => r.ReportId));
    }

    [Fact]
    public void a_folder_that_may_only_be_read_is_said_in_one_sentence_and_the_record_stays_as_it_was()
    {
        var (first, second) = (ManyReports.Write(_folder, 1, 2), ManyReports.Write(_folder, 3, 2));
        var (mount, kept) = (Directory.CreateDirectory(Path.Combine(_folder, "mount")).FullName, Directory.CreateDirectory(Path.Combine(_folder, "kept")).FullName);
        var (status, errors) = ChanceryProcess.InOwnMounts("""
            mount -t tmpfs -o size=20m none "$1" || exit 99
            chancery add --record "$1/record.sqlite" "$3" 2>/dev/null || exit 98
            mount -o remount,ro none "$1" || exit 97
            chancery add --record "$1/record.sqlite" "$4"
            status=$?
            cp "$1"/record.sqlite* "$2"/
            exit $status
            """, mount, kept, first, second);
        Assert.Equal((1, 1), (status, errors.TrimEnd().Split('\n').Length));
        Assert.Contains("write", errors, StringComparison.Ordinal);
        using var ledger = SqliteLedger.Open(Path.Combine(kept, "record.sqlite"), TimeProvider.System);
        Assert.Equal([ManyReports.Id(1), ManyReports.Id(2)], ledger.Reports(ClaimsWanted.All, AsOf.Now).Select(r => r.ReportId));
    }

    [Theory, MemberData(nameof(Engines))]
    public void a_record_held_by_another_writer_is_waited_for_and_then_said_to_be_held(Engine engine)
    {
        using var record = new TestRecord(engine);
        using var holder = record.Open();
        holder.Append(MadeReading.Of("a", "2020-03-02", "One."));
        using (record.Hold())
        {
            using var other = OpenLedger.At(record.Place, TimeProvider.System, TimeSpan.FromSeconds(1));
            Assert.Contains("held it locked", Assert.Throws<RecordException>(() => other.Append(MadeReading.Of("b", "2020-03-02", "Two."))).Message, StringComparison.Ordinal);
            Assert.Single(other.Reports(ClaimsWanted.All, AsOf.Now));
        }
        Assert.True(holder.Append(MadeReading.Of("b", "2020-03-02", "Two.")).IsNew);
    }

    public static TheoryData<Engine> Engines => TestRecord.Engines;

    [Theory]
    [InlineData("newer", "newer Chancery")]
    [InlineData("other", "no record of Chancery")]
    [InlineData("text", "no record of Chancery")]
    [InlineData("folder", "cannot be opened")]
    [InlineData("nowhere", "cannot be opened")]
    public void what_is_no_record_of_this_version_is_left_alone(string what, string told)
    {
        var place = what == "nowhere" ? Path.Combine(_folder, "no", "such", "folder", "record.sqlite") : Place;
        if (what == "newer") using (SqliteLedger.Open(Place, TimeProvider.System)) { }
        if (what is "newer" or "other") Say(what == "newer" ? "PRAGMA user_version = 1000" : "CREATE TABLE other (x)");
        if (what == "text") File.WriteAllText(Place, string.Concat(Enumerable.Repeat("not a database, but a file of somebody's. ", 200)));
        if (what == "folder") Directory.CreateDirectory(Place);
        var before = File.Exists(Place) ? File.ReadAllBytes(Place) : [];
        Assert.Contains(told, Assert.Throws<RecordException>(() => SqliteLedger.Open(place, TimeProvider.System)).Message, StringComparison.Ordinal);
        Assert.Equal(before, File.Exists(Place) ? File.ReadAllBytes(Place) : []);
    }

    [Fact]
    public void every_damaged_page_is_found_and_told_in_words()
    {
        using (var ledger = SqliteLedger.Open(Place, TimeProvider.System))
            for (int n = 0; n < 30; n++) ledger.Append(MadeReading.Of("report " + n, "2020-03-02", string.Concat(Enumerable.Repeat($"Norway suspended aid {n} to Malawi. ", 30))));
        var sound = File.ReadAllBytes(Place);
        const int PageSize = 4096;
        var random = new Random(1);
        int pages = sound.Length / PageSize;
        var chosen = Enumerable.Range(1, pages - 1).Where(_ => random.Next(pages) < Soak.Times(15, pages)).ToList();
        foreach (int page in chosen)
        {
            var damaged = sound.ToArray();
            random.NextBytes(damaged.AsSpan(page * PageSize, PageSize));
            File.WriteAllBytes(Place, damaged);
            Assert.True(FindsDamage(), $"page {page} of {pages}");
            Assert.Equal(damaged, File.ReadAllBytes(Place));
        }
        File.WriteAllBytes(Place, sound[..(pages / 2 * PageSize)]);
        Assert.True(FindsDamage(), "cut off");
    }

    private bool FindsDamage()
    {
        try
        {
            using var ledger = SqliteLedger.Open(Place, TimeProvider.System);
            var faults = ledger.Check().Faults;
            Assert.DoesNotContain(faults, f => f.Contains("Exception", StringComparison.Ordinal));
            return faults.Count > 0;
        }
        catch (RecordException e)
        {
            return e.Message.Contains(Place, StringComparison.Ordinal);
        }
    }

    private void Say(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Place};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
