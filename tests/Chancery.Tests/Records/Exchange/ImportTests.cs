using Chancery.Desk.Commands;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Exchange;
using Chancery.Records.Folding;
using Chancery.Records.Questions;
using Chancery.Records.Sqlite;
using Chancery.Reports;
using CsCheck;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Records.Exchange;

/// <summary>Measures kept by hand elsewhere.</summary>
public sealed class ImportTests : IDisposable
{
    private const string Table = "Title,Implementer,Affected,Kind,In force,Ends\r\n\"Rice, milled: import ban\",PER,LAO,ban,2019-03,2020-06-30\r\nmaize tariff,PER,LAO,tariff,2018,\r\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-import-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Place => Path.Combine(_folder, "record.sqlite");

    private (int Status, string Errors) Run(string table, params string[] more)
    {
        var file = Path.Combine(_folder, "table.csv");
        File.WriteAllText(file, table);
        var errors = new StringWriter();
        int status = RootOfCommands.Run(["import", file, "--record", Place, .. more], [ImportCommand.Create(() => new Terminal(() => Stream.Null, () => Stream.Null, errors, 80, false))], errors);
        return (status, errors.ToString().TrimEnd());
    }

    private static readonly string[] Map = ["--map", "measure=Title", "--map", "actor=Implementer", "--map", "target=affected", "--map", "instrument=Kind", "--map", "date=In force", "--map", "until=Ends"];

    [Fact]
    public void an_imported_measure_is_in_force_until_it_ends_and_rests_on_its_line()
    {
        Assert.Equal((0, "chancery: 3 changes added"), Run(Table, [.. Map, "--source", "Trade desk", "--published", "2019-05-01"]));
        using var ledger = SqliteLedger.Open(Place, TimeProvider.System);
        MeasureStatus On(int year, int month, int day) => Status.Ask(ledger, new StatusQuestion("Rice, milled: import ban", Dyad.Of("PER", "LAO"), new LocalDate(year, month, day), AsOf.Now)).Measures[0];
        Assert.Equal(MeasureState.Unknown, On(2019, 2, 1).State);
        var during = On(2019, 8, 1);
        Assert.Equal((MeasureState.InEffect, "2019-03"), (during.State, during.Since));
        Assert.Equal("\"Rice, milled: import ban\",PER,LAO,ban,2019-03,2020-06-30", during.Evidence[0].Quote);
        Assert.Equal("Trade desk", during.Evidence[0].Claim.Source.Name);
        Assert.Equal(MeasureState.Ended, On(2020, 7, 1).State);
    }

    [Fact]
    public void states_may_be_named_by_their_names()
    {
        Assert.Equal((0, "chancery: 1 change added"), Run("measure,actor,target,date\nrice ban,Peru,laos,2019-03\n"));
        using var ledger = SqliteLedger.Open(Place, TimeProvider.System);
        Assert.Single(Status.Ask(ledger, new StatusQuestion("rice ban", Dyad.Of("PER", "LAO"), new LocalDate(2020, 1, 1), AsOf.Now)).Measures);
    }

    [Fact]
    public void the_same_table_again_adds_nothing()
    {
        Run(Table, Map);
        Assert.Equal((0, "chancery: known already, nothing added"), Run(Table, Map));
    }

    [Theory]
    [InlineData("measure,actor\nrice ban,Perruvia\n", "line 2: actor is a state such as")]
    [InlineData("measure,date\nrice ban,2019-03\nmaize ban,spring\n", "line 3: “spring” is no date")]
    [InlineData("measure,change\nrice ban,vanish\n", "line 2: “vanish” is no change")]
    [InlineData("measure,date\n,2019\n", "line 2: the measure has no name")]
    [InlineData("measure,date\n\"rice,2019\n", "line 2: a quotation mark is opened and never closed")]
    [InlineData("name,date\nrice ban,2019\n", "--map measure=COLUMN")]
    [InlineData("measure,date\n", "at least one row")]
    [InlineData("", "at least one row")]
    public void a_faulty_table_is_refused_whole_and_the_line_is_named(string table, string words)
    {
        var (status, errors) = Run(table);
        Assert.Equal(2, status);
        Assert.Contains(words, errors, StringComparison.Ordinal);
        Assert.Single(errors.Split('\n'));
        Assert.False(File.Exists(Place));
    }

    [Fact]
    public void a_column_that_is_not_there_is_named() => Assert.Contains("no column “Begin”", Run(Table, "--map", "date=Begin").Errors, StringComparison.Ordinal);

    [Fact]
    public void a_tab_in_the_first_line_makes_it_tab_separated()
    {
        var records = ReadTable.Of("measure\tactor\n\"rice\" ban, milled\tPER\n");
        Assert.Equal(["\"rice\" ban, milled", "PER"], records[1].Cells);
    }

    private static readonly Gen<string> AnyCell = Gen.String[Gen.Char["ab\",;\n\r é"], 0, 6];

    [Fact]
    public void what_is_written_as_csv_is_read_back() => AnyCell.Array[2, 4].Array[1, 6].Sample(rows =>
    {
        var text = string.Join("\r\n", rows.Select(r => string.Join(',', r.Select(c => "\"" + c.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""))));
        var read = ReadTable.Of(text);
        return read.Count == rows.Length && read.Zip(rows).All(p => p.First.Cells.SequenceEqual(p.Second));
    }, iter: 1000);

    [Fact]
    public void any_text_is_read_or_refused_and_spans_stay_inside() => Gen.String[Gen.Char["ab\",\t\n\r"], 0, 30].Sample(text =>
    {
        try
        {
            return ReadTable.Of(text).All(r => r.Span.End <= text.Length && r.Cells.Count > 0);
        }
        catch (FormatException)
        {
            return true;
        }
    }, iter: 2000);
}
