using System.Text;
using Chancery.Desk.Commands;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Reviewing;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Records.Keeping;

/// <summary>Checking, backing up and restoring the record.</summary>
public sealed class KeepingTests
{
    private const string First = "Norway suspended budget support to Malawi on Monday. “We shall wait for the audit,” foreign minister Kari Berg said.";
    private const string Second = "Malawi’s president Thandi Banda met Norwegian foreign minister Kari Berg in Lilongwe on Tuesday. Norway has threatened to cut food aid to Malawi.";

    public static TheoryData<Engine> Engines => TestRecord.Engines;

    private static void Fill(TestRecord record)
    {
        using var ledger = record.Open(new SetClock(Instant.FromUtc(2026, 5, 1, 12, 0)));
        ledger.Append(new NewReading(Readings.Of(First, "2020-06-02", "a"), "test 1", "", new byte[] { 0, 255, 7 }));
        ledger.Append(new NewReading(Readings.Of(Second, "2020-06-10", "b"), "test 1", "published=2020-06-10", new byte[] { 1 }));
        ledger.Append(new NewReading(Readings.Of(Second, "2020-06-10", "b"), "test 2", "published=2020-06-10", new byte[] { 2 }));
        Assert.NotEmpty(ledger.Changes(ClaimsWanted.All, AsOf.Now));
        Assert.NotEmpty(ledger.Events(ClaimsWanted.All, AsOf.Now));
        Assert.NotEmpty(ledger.Statements(ClaimsWanted.All, AsOf.Now));
        new Review(ledger, "Ana Reyes").Note(new RowName(RowKind.Change, 1), "asked the ministry");
        new Review(ledger, "Ana Reyes").Reject(new RowName(RowKind.Change, 1), null);
        record.Say("INSERT INTO issues VALUES (1, 18000, 5, NULL, 4, NULL, '{}'); INSERT INTO issue_rows VALUES (1, 0, 'c1', 'x'); INSERT INTO issue_rows VALUES (1, 0, 'c2', 'y')");
        record.Say("INSERT INTO suppressions VALUES ('abc', 'Bounce', 7)");
    }

    [Theory, MemberData(nameof(Engines))]
    public void a_record_as_it_was_written_is_sound(Engine engine)
    {
        using var record = new TestRecord(engine);
        Fill(record);
        using var ledger = record.Open();
        var found = ledger.Check();
        Assert.Empty(found.Faults);
        Assert.Equal((3, 2, 0), (found.Reports, found.Decisions, found.Unsealed));
    }

    [Theory]
    [InlineData("DROP TRIGGER changes_no_delete; DELETE FROM changes WHERE number = 1", "trigger changes_no_delete is missing|seal does not fit|changes 2 stands where 1 should")]
    [InlineData("DROP TRIGGER reports_no_update; UPDATE reports SET text = 'Peru ' || text WHERE number = 1", "r1: its rows are not those that were recorded|index of words does not fit")]
    [InlineData("DROP TRIGGER reports_no_update; UPDATE reports SET recorded = 5 WHERE number = 2", "r2: was recorded before the row before it")]
    [InlineData("DROP TRIGGER changes_no_update; UPDATE changes SET passages = '5-70000' WHERE number = 1", "changes 1: a passage (5-70000) lies outside its report")]
    [InlineData("DROP TRIGGER changes_no_update; UPDATE changes SET instrument = 'Magic' WHERE number = 1", "changes 1: “Magic” is no instrument")]
    [InlineData("DROP TRIGGER changes_no_update; UPDATE changes SET dyad = 'AAA-BBB' WHERE number = 1", "changes 1: is filed under AAA-BBB")]
    [InlineData("DROP TRIGGER reports_no_update; UPDATE reports SET page = 3 WHERE number = 3", "r3: is filed with the page of r3, not with that of r2")]
    [InlineData("DROP TRIGGER seals_no_delete; DELETE FROM seals WHERE kind = 'd' AND number = 2", "d2: has no seal")]
    [InlineData("DROP TRIGGER decisions_no_delete; DELETE FROM decisions WHERE number = 1", "d2: the row before it is missing")]
    [InlineData("CREATE TRIGGER sly AFTER INSERT ON changes BEGIN SELECT 1; END", "trigger sly does not belong here")]
    [InlineData("DROP INDEX changes_by_dyad", "index changes_by_dyad is missing")]
    public void a_check_of_a_file_tells_what_was_done_to_it(string deed, string told)
    {
        using var record = new TestRecord(Engine.Sqlite);
        Fill(record);
        record.Say(deed);
        using var ledger = record.Open();
        var faults = ledger.Check().Faults;
        Assert.All(told.Split('|'), words => Assert.Contains(faults, f => f.Contains(words, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("ALTER TABLE changes DISABLE TRIGGER append_only", "the trigger that refuses changes of changes is missing or disabled")]
    [InlineData("GRANT UPDATE ON reports TO chancery_app", "the application role may do more than add to reports")]
    [InlineData("ALTER TABLE reports DISABLE TRIGGER append_only; UPDATE reports SET title = 'x' WHERE number = 1", "r1: its rows are not those that were recorded")]
    [InlineData("ALTER TABLE words DISABLE TRIGGER append_only; DELETE FROM words WHERE report = 2", "r2 is missing in the index of words")]
    [InlineData("ALTER TABLE signals DROP CONSTRAINT signals_report_fkey", "signals may name reports or events that are not there")]
    public void a_check_of_a_database_tells_what_was_done_to_it(string deed, string told)
    {
        using var record = new TestRecord(Engine.Postgres);
        Fill(record);
        record.Say(deed);
        using var ledger = record.Open();
        Assert.Contains(ledger.Check().Faults, f => f.Contains(told, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Engine.Sqlite, Engine.Sqlite)]
    [InlineData(Engine.Sqlite, Engine.Postgres)]
    [InlineData(Engine.Postgres, Engine.Sqlite)]
    public void a_backup_of_either_engine_is_restored_into_either(Engine from, Engine to)
    {
        using TestRecord one = new(from), other = new(to);
        Fill(one);
        var backup = BackupOf(one);
        using (var ledger = other.Open()) Assert.Equal(3, ledger.Restore(new MemoryStream(backup)));
        Assert.Equal(backup, BackupOf(other));
        Assert.Contains("\n[\"issue_rows\",1,0,\"c2\",\"y\"]\n[\"suppressions\",\"abc\",\"Bounce\",7]\n", Encoding.UTF8.GetString(backup), StringComparison.Ordinal);
        using var restored = other.Open();
        Assert.Empty(restored.Check().Faults);
        Assert.Equal(["test 1", "test 2"], restored.Search("lilongwe", 5).Select(f => f.Report.Reader).Order(StringComparer.Ordinal));
        Assert.True(restored.Append(MadeReading.Of("z", "2021-01-01", "It rained.")).IsNew);
        Assert.Empty(restored.Check().Faults);
    }

    [Theory]
    [InlineData("cut", "cut off")]
    [InlineData("half", "cut off")]
    [InlineData("word", "damaged")]
    [InlineData("row", "damaged")]
    [InlineData("end", "checksum")]
    [InlineData("empty", "empty")]
    [InlineData("other", "no backup")]
    public void a_damaged_backup_is_refused_and_restores_nothing(string damage, string told)
    {
        using TestRecord one = new(Engine.Sqlite), other = new(Engine.Sqlite);
        Fill(one);
        var lines = Encoding.UTF8.GetString(BackupOf(one)).TrimEnd('\n').Split('\n').ToList();
        switch (damage)
        {
            case "cut": lines.RemoveAt(lines.Count - 1); break;
            case "half": lines = [.. lines.Take(3), lines[3][..20]]; break;
            case "word": lines = [.. lines.Select(l => l.Replace("NOR", "PER", StringComparison.Ordinal))]; break;
            case "row": lines.RemoveAt(2); break;
            case "end": lines[^1] = lines[^1].Replace("\"sha256\":\"", "\"sha256\":\"0", StringComparison.Ordinal); break;
            case "empty": lines = []; break;
            case "other": lines = ["{\"id\": \"a\"}"]; break;
        }
        using var ledger = other.Open();
        var text = damage == "half" ? string.Join('\n', lines) : string.Concat(lines.Select(l => l + "\n"));
        Assert.Contains(told, Assert.Throws<RecordException>(() => ledger.Restore(new MemoryStream(Encoding.UTF8.GetBytes(text)))).Message, StringComparison.Ordinal);
        Assert.Null(ledger.LastRecorded);
    }

    [Fact]
    public void a_backup_is_restored_into_an_empty_record_only()
    {
        using var record = new TestRecord(Engine.Sqlite);
        Fill(record);
        var backup = BackupOf(record);
        using var ledger = record.Open();
        Assert.Contains("not empty", Assert.Throws<RecordException>(() => ledger.Restore(new MemoryStream(backup))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void the_commands_say_what_they_did_and_a_failed_backup_leaves_the_one_before()
    {
        using TestRecord one = new(Engine.Sqlite), other = new(Engine.Sqlite);
        Fill(one);
        var file = Path.Combine(one.Folder, "backup.gz");
        Assert.Equal(0, Run(one, "backup", file).Status);
        Assert.Contains("3 reports restored", Run(other, "restore", file).Errors, StringComparison.Ordinal);
        Assert.Contains("sound", Run(other, "check").Output, StringComparison.Ordinal);
        other.Say("DROP TRIGGER reports_no_delete");
        var check = Run(other, "check", "--format", "json");
        Assert.Equal(1, check.Status);
        Assert.Contains("reports_no_delete is missing", check.Output, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => WholeFile.Write(file, output =>
        {
            output.WriteByte(1);
            throw new InvalidOperationException();
        }));
        using TestRecord third = new(Engine.Sqlite);
        Assert.Equal(0, Run(third, "restore", file).Status);
        Assert.Equal(2, Run(third, "restore", file + ".none").Status);
        Assert.Equal([file], Directory.GetFiles(one.Folder, "backup*"));
    }

    private static (int Status, string Output, string Errors) Run(TestRecord record, params string[] arguments)
    {
        var output = new MemoryStream();
        var errors = new StringWriter();
        int status = RootOfCommands.Run(["record", .. arguments, "--record", record.Place],
            [RecordCommand.Create(() => new Terminal(() => Stream.Null, () => output, errors, 100, false))], errors);
        return (status, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }

    private static byte[] BackupOf(TestRecord record)
    {
        using var ledger = record.Open();
        using var output = new MemoryStream();
        ledger.Backup(output);
        return output.ToArray();
    }
}
