using BenchmarkDotNet.Attributes;
using Chancery.Desk.Briefing;
using Chancery.Records.Briefing;
using NodaTime;

namespace Chancery.Evaluation.Benchmarks;

/// <summary>The briefing of ever other evenings: what is told, and a reader's letter of it; the baseline only gathers what tonight's reports speak of.</summary>
public class Evenings
{
    private readonly Random _random = new(7);
    private FilledRecord _record = null!;

    [Params(1_000, 10_000, 100_000)]
    public int Claims { get; set; }

    [GlobalSetup]
    public void Fill() => _record = new FilledRecord(Claims, onPostgres: false);

    [GlobalCleanup]
    public void Close() => _record.Dispose();

    [Benchmark(Baseline = true)]
    public object Gathered() => GatherEvening.From(_record.Ledger, Evening(), Sources());

    [Benchmark]
    public string Letter()
    {
        var evening = SelectEvening.Of(_record.Ledger, Evening(), Sources());
        return TextLetter.Of(new ReaderIssue(evening.Question.Date, 1, FitReading.To(evening.Entries, Interest.Everything), Dates.English, new Uri("https://desk.example"), _ => null), []);
    }

    private EveningQuestion Evening() => new(new LocalDate(2015, 1, 1).PlusDays(_random.Next(3650)), null, null);

    private static EveningSources Sources() => new(KeptParts.Of, (_, _) => []);
}
