using BenchmarkDotNet.Attributes;
using Chancery.Desk.Briefing;
using Chancery.Records.Briefing;
using NodaTime;

namespace Chancery.Evaluation.Benchmarks;

/// <summary>The briefing of ever other evenings: what is told, and a reader's letter of it; the baseline only gathers what tonight's reports speak of.</summary>
public class Evenings : OverGrowingRecord
{
    [Benchmark(Baseline = true)]
    public object Gathered() => GatherEvening.From(Record.Ledger, Evening(), Sources());

    [Benchmark]
    public string Letter()
    {
        var evening = SelectEvening.Of(Record.Ledger, Evening(), Sources());
        return TextLetter.Of(new ReaderIssue(evening.Question.Date, 1, FitReading.To(evening.Entries, Interest.Everything), Dates.English, new Uri("https://desk.example"), _ => null), []);
    }

    private EveningQuestion Evening() => new(new LocalDate(2015, 1, 1).PlusDays(Chance.Next(3650)), null, null);

    private static EveningSources Sources() => new(KeptParts.Of, (_, _) => []);
}
