using BenchmarkDotNet.Attributes;
using Chancery.Desk.Commands;
using Chancery.Desk.Formats;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Questions;
using NodaTime;

namespace Chancery.Evaluation.Benchmarks;

/// <summary>Questions to a record in a file, from the question to the last byte of the JSON, of ever other pairs; the baseline is what is in force now.</summary>
public class Asking : OverGrowingRecord
{
    [Benchmark(Baseline = true)]
    public byte[] StatusNow() => StatusAsOf(AsOf.Now);

    [Benchmark]
    public byte[] StatusKnownThen() => StatusAsOf(new AsOf(new LocalDate(2015, 6, 1).PlusDays(Chance.Next(3000))));

    [Benchmark]
    public byte[] TimelineOfAYear()
    {
        int year = Chance.Next(2015, 2024);
        return Answer.InJson(new TimelineFormat(Timeline.Ask(Record.Ledger, new TimelineQuestion(null, Pair(), new LocalDate(year, 1, 1), new LocalDate(year, 12, 31), AsOf.Now))));
    }

    [Benchmark]
    public object WordsSearched() => Record.Ledger.Search($"harvest {Chance.Next(500)}", 20);

    private byte[] StatusAsOf(AsOf asOf) => Answer.InJson(new StatusFormat(Status.Ask(Record.Ledger, new StatusQuestion(null, Pair(), new LocalDate(2024, 1, 1), asOf))));

    private Dyad Pair()
    {
        var (one, other) = Record.Reports.Pair(Chance);
        return Dyad.Of(one, other);
    }
}
