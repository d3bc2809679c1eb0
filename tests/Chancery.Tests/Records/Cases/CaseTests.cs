using Xunit;

namespace Chancery.Tests.Records.Cases;

/// <summary>The cases of this folder, each on both engines. With CHANCERY_ACCEPT=1 the answers given become the answers expected: look at the difference.</summary>
public class CaseTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Records", "Cases");

    public static IEnumerable<TheoryDataRow<string, Engine>> Cases() =>
        from file in Directory.GetFiles(Folder, "*.case.txt").Order(StringComparer.Ordinal)
        from engine in new[] { Engine.Sqlite, Engine.Postgres }
        select new TheoryDataRow<string, Engine>(Path.GetFileName(file), engine);

    [Theory, MemberData(nameof(Cases))]
    public void the_record_answers_as_the_case_says(string file, Engine engine)
    {
        var expected = File.ReadAllText(Path.Combine(Folder, file));
        using var record = new TestRecord(engine);
        var clock = new SetClock(default);
        using var ledger = record.Open(clock);
        var given = new RecordCase(ledger, clock).Play(expected);
        if (Environment.GetEnvironmentVariable("CHANCERY_ACCEPT") == "1")
            File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "Records", "Cases", file), given);
        else Assert.Equal(expected, given);
        Assert.Empty(ledger.Check().Faults);
    }
}
