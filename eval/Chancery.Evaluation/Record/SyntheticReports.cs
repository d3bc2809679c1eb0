using System.Globalization;
using Chancery.Records.Claims;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Evaluation.Record;

/// <summary>
/// Reports that no reader read, for measuring the record: ten claims each (four changes, three events, two statements, a signal) of one pair of 190 states, ten years long.
/// Few pairs are told of much and most of little: the share of a pair falls with its rank, the first has 0.34 % of all. The same number gives the same report.
/// </summary>
internal sealed class SyntheticReports
{
    public const int ClaimsPerReport = 10;
    private const int States = 190, FlatRanks = 50, Days = 3650, TextLength = 700;
    private static readonly LocalDate FirstDay = new(2015, 1, 1);
    private static readonly string[] Kinds = ["food", "budget", "flood", "grain", "harvest", "border", "steel", "rice", "fuel", "vaccine", "police", "radar", "training", "school", "fishing"];
    private static readonly (string Noun, Instrument Instrument)[] Nouns =
        [("aid", Instrument.Aid), ("tariff", Instrument.Tariff), ("ban", Instrument.Ban), ("sanctions", Instrument.Sanctions), ("programme", Instrument.Training)];

    private readonly string[] _states = [.. Enumerable.Range(0, States).Select(n => $"{(char)('A' + n / 26)}{(char)('A' + n % 26)}X")];
    private readonly (string, string)[] _pairs;
    private readonly double[] _shares;

    public SyntheticReports()
    {
        var all = _states.SelectMany((a, i) => _states.Skip(i + 1), (a, b) => (a, b)).ToArray();
        new Random(1).Shuffle(all);
        _pairs = all;
        _shares = new double[all.Length];
        double sum = 0;
        for (int rank = 0; rank < all.Length; rank++) _shares[rank] = sum += 1.0 / (rank + FlatRanks);
        for (int rank = 0; rank < all.Length; rank++) _shares[rank] /= sum;
    }

    /// <summary>The pair most is told of.</summary>
    public Dyad Busiest => Dyad.Of(_pairs[0].Item1, _pairs[0].Item2);

    /// <summary>A pair, drawn by how much is told of it.</summary>
    public (string One, string Other) Pair(Random random)
    {
        int rank = Array.BinarySearch(_shares, random.NextDouble());
        return _pairs[Math.Min(rank < 0 ? ~rank : rank, _pairs.Length - 1)];
    }

    /// <summary>Some measure of a pair.</summary>
    public static (string Name, Instrument Instrument) Measure((string One, string Other) pair, Random random)
    {
        int at = Math.Abs(pair.One[0] * 31 + pair.One[1] * 7 + pair.Other[1]) + random.Next(6);
        var noun = Nouns[at / Kinds.Length % Nouns.Length];
        return ($"{Kinds[at % Kinds.Length]} {noun.Noun}", noun.Instrument);
    }

    public NewReading Report(long number)
    {
        var random = new Random((int)(number * 2_654_435_761 % int.MaxValue));
        var pair = Pair(random);
        var published = FirstDay.PlusDays(random.Next(Days));
        var id = "synthetic-" + number.ToString(CultureInfo.InvariantCulture);
        var text = Text(id, pair, random);
        var report = new Report(id, id, text, [new Paragraph(new Span(0, text.Length), ParagraphRole.Body)], new Published(published, DatePrecision.Day, PublishedBasis.Metadata, null, []))
        {
            Language = "en", Outlet = $"outlet {number % 40}", Fingerprint = (ulong)number * 0x9E37_79B9_7F4A_7C15,
        };
        var reading = new AnnotatedReport(report)
            .With(Layers.Changes, [.. Enumerable.Range(0, 4).Select(i => Change(i, pair, published, random))])
            .With(Layers.Events, [.. Enumerable.Range(0, 3).Select(i => Event(i, pair, published, random))])
            .With(Layers.Statements, [.. Enumerable.Range(0, 2).Select(i => Statement(i, random))])
            .With(Layers.Signals, [new RelationSignal(string.CompareOrdinal(pair.One, pair.Other) < 0 ? pair : (pair.Other, pair.One), (Signal)random.Next(2), [Place(random)], null)]);
        var kept = new byte[400];
        random.NextBytes(kept);
        return new NewReading(reading, "synthetic 1", "", kept);
    }

    private static MeasureChange Change(int at, (string One, string Other) pair, LocalDate published, Random random)
    {
        var (name, instrument) = Measure(pair, random);
        return new MeasureChange(
            "c" + at, name, instrument, pair.One, pair.Other, (ChangeKind)random.Next(15), (ClaimStatus)Math.Max(0, random.Next(9) - 3), random.Next(5) == 0 ? Stage.Authorised : Stage.InEffect,
            Time(published, random), random.Next(4) != 0, null, null, [Place(random)], null);
    }

    private static NewsEvent Event(int at, (string One, string Other) pair, LocalDate published, Random random) => new(
        "e" + at, random.Next(2) == 0, "CONSULT", ["visit"], [], "042", random.Next(-10, 11), [new Participant(null, pair.One, "GOV")], [new Participant(null, pair.Other, null)],
        [Place(random)], ClaimStatus.Happened, Time(published, random), null, []);

    private static Statement Statement(int at, Random random) => new(
        "s" + at, null, [Place(random)], [Place(random)], [Place(random)], StatementKind.Indirect, null, null, null);

    private static DescribedTime Time(LocalDate published, Random random)
    {
        var day = published.PlusDays(-random.Next(60));
        var month = new LocalDate(day.Year, day.Month, 1);
        return random.Next(3) == 0
            ? new DescribedTime($"{month.Year}-{month.Month:00}", month, month.PlusMonths(1), TimeBasis.Stated)
            : new DescribedTime(NodaTime.Text.LocalDatePattern.Iso.Format(day), day, day.PlusDays(1), TimeBasis.Computed);
    }

    private static Span Place(Random random)
    {
        int start = random.Next(TextLength - 80);
        return new Span(start, start + 20 + random.Next(50));
    }

    private static string Text(string id, (string One, string Other) pair, Random random)
    {
        var text = new System.Text.StringBuilder($"{id}: {pair.One} and {pair.Other}.", TextLength + 20);
        while (text.Length < TextLength) text.Append(' ').Append(Kinds[random.Next(Kinds.Length)]).Append(random.Next(500));
        return text.ToString(0, TextLength);
    }
}
