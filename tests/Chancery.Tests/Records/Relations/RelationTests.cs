using System.Xml.Linq;
using Chancery.Records;
using Chancery.Records.Charts;
using Chancery.Records.Claims;
using Chancery.Records.Questions;
using Chancery.Records.Relations;
using Chancery.Reports;
using CsCheck;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Records.Relations;

/// <summary>How a relation is told month by month.</summary>
public class RelationTests
{
    private static readonly LocalDate Start = new(2015, 1, 1);

    [Fact]
    public void an_event_told_by_ten_reports_counts_once_and_a_copied_report_speaks_once()
    {
        var told = Enumerable.Range(0, 10).Select(i => Event("CONSULT", 2.5, "2019-03-07", report: $"r{i}", likeness: i < 4 ? 77UL : (ulong)(i * 0x123456789L)));
        var month = Assert.Single(Ask(told).Months);
        Assert.Single(month.Events);
        Assert.Equal(7, month.Reports);
    }

    [Fact]
    public void the_papers_of_the_next_days_tell_the_same_event_and_those_of_the_next_week_another()
    {
        EventClaim Paper(string day, string report) => Event("CONSULT", 2.5, day, report, basis: TimeBasis.Published);
        Assert.Equal(2, Assert.Single(Ask([Paper("2019-03-07", "a"), Paper("2019-03-08", "b"), Paper("2019-03-15", "c")]).Months).Events.Count);
    }

    [Theory]
    [InlineData(ClaimStatus.Threatened)]
    [InlineData(ClaimStatus.Denied)]
    public void only_what_happened_is_scored(ClaimStatus status) => Assert.Empty(Ask([Event("ASSAULT", -9, "2019-03-07", "a", status: status)]).Months);

    [Fact]
    public void a_lasting_turn_is_found_with_its_reason_and_its_evidence()
    {
        var claims = Months(48, m => m < 24 ? 3 : -5);
        var turn = Assert.Single(Ask(claims).TurningPoints);
        Assert.Equal(new YearMonth(2017, 1), turn.Month);
        Assert.Equal(Signal.Freeze, turn.Direction);
        Assert.Contains("falls from", turn.Reason, StringComparison.Ordinal);
        Assert.All(turn.Evidence, e => Assert.True(((EventClaim)e.Claim).Date.From >= new LocalDate(2017, 1, 1)));
    }

    [Fact]
    public void one_bad_month_is_no_turn() => Assert.Empty(Ask(Months(36, m => m == 17 ? -9 : 2)).TurningPoints);

    [Fact]
    public void a_steady_rise_is_a_trend() => Assert.True(Ask(Months(36, m => -4 + (m / 5.0))).Trend is { IsClear: true, PerYear: > 2 });

    [Fact]
    public void months_without_events_stand_in_the_series_without_a_score()
    {
        var months = Ask([Event("AID", 6, "2019-01-07", "a"), Event("AID", 6, "2019-04-07", "b")]).Months;
        Assert.Equal([true, false, false, true], months.Select(m => m.Mean is not null));
    }

    [Fact]
    public void the_chart_is_the_same_for_the_same_answer_and_numbers_its_turns()
    {
        var answer = Ask(Months(48, m => m < 24 ? 3 : -5));
        var svg = RelationChart.Svg(answer, "MWI and NOR");
        Assert.Equal(svg, RelationChart.Svg(Ask(Months(48, m => m < 24 ? 3 : -5).Reverse()), "MWI and NOR"));
        Assert.Contains(XDocument.Parse(svg).Descendants(), e => e.Name.LocalName == "text" && e.Value == "1");
    }

    [Fact]
    public void noise_seldom_turns()
    {
        var random = new Random(7);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        int turned = Enumerable.Range(0, 400).Count(_ => FindTurningPoints.In([.. Enumerable.Range(0, 60).Select(_ =>
        {
            int events = 1 + random.Next(8);
            return new Weighted(1.5 + (3 * Normal() / Math.Sqrt(events)), events / (events + 4.0));
        })]).Count > 0);
        Assert.True(turned <= 20, $"{turned} of 400 series of noise");
    }

    private static readonly Gen<Weighted[]> AnySeries =
        Gen.Select(Gen.Int[-10, 10], Gen.Int[1, 4]).Select((v, w) => new Weighted(v, w / 4.0)).Array[0, 24];

    [Fact]
    public void pruning_loses_nothing() => Gen.Select(AnySeries, Gen.Int[1, 60]).Sample((series, penalty) =>
        Math.Abs(Cost(series, [.. FindTurningPoints.In(series, penalty)], penalty) - Best(series, penalty)) < 1e-6, iter: Soak.Times(500, 100_000));

    [Fact]
    public void events_are_gathered_alike_in_any_order() =>
        Gen.Select(Gen.Select(Gen.Int[0, 40], Gen.Int[0, 2], Gen.Bool).Array[0, 12], Gen.Int).Sample((drawn, seed) =>
        {
            var claims = drawn.Select((d, i) => Event(d.Item2 == 0 ? "AID" : "CONSULT", d.Item1 % 7, NodaTime.Text.LocalDatePattern.Iso.Format(Start.PlusDays(d.Item1)), $"r{i}",
                basis: d.Item3 ? TimeBasis.Published : TimeBasis.Stated)).ToArray();
            var shuffled = claims.ToArray();
            new Random(seed).Shuffle(shuffled);
            return Told(claims) == Told(shuffled);
        }, iter: Soak.Times(500, 100_000));

    private static string Told(IEnumerable<EventClaim> claims) =>
        string.Join(';', GatherEvents.Of(claims).Events.Select(e => $"{e.Type} {e.Window} {string.Join(',', e.Claims.Select(c => c.Source.ReportId))}"));

    private static double Cost(Weighted[] series, int[] turns, double penalty)
    {
        int[] ends = [0, .. turns, series.Length];
        return Enumerable.Range(0, ends.Length - 1).Sum(i => Squares(series[ends[i]..ends[i + 1]])) + (penalty * turns.Length);
    }

    /// <summary>The least cost by trying every division.</summary>
    private static double Best(Weighted[] series, double penalty)
    {
        if (series.Length < FindTurningPoints.Shortest) return Cost(series, [], penalty);
        var best = new double[series.Length + 1];
        best[0] = -penalty;
        for (int end = 1; end <= series.Length; end++)
            best[end] = Enumerable.Range(0, Math.Max(0, end - FindTurningPoints.Shortest + 1)).Select(at => best[at] + Squares(series[at..end]) + penalty).DefaultIfEmpty(double.PositiveInfinity).Min();
        return best[^1];
    }

    private static double Squares(Weighted[] series)
    {
        if (series.Length == 0) return 0;
        double mean = series.Sum(w => w.Value * w.Weight) / series.Sum(w => w.Weight);
        return series.Sum(w => w.Weight * (w.Value - mean) * (w.Value - mean));
    }

    private static RelationAnswer Ask(IEnumerable<EventClaim> claims) =>
        Relation.Of(new RelationQuestion(Dyad.Of("NOR", "MWI"), null, null, AsOf.Now), GatherEvents.Of(claims), []);

    /// <summary>Three events each month around a score, a little apart.</summary>
    private static EventClaim[] Months(int count, Func<int, double> score) =>
        [.. Enumerable.Range(0, count).SelectMany(m => Enumerable.Range(0, 3).Select(e => Event(
            e == 0 ? "AID" : e == 1 ? "CONSULT" : "AGREE", score(m) + (((m * 7) + (e * 3)) % 5 * 0.3), NodaTime.Text.LocalDatePattern.Iso.Format(Start.PlusMonths(m).PlusDays(e * 6)), $"m{m}e{e}")))];

    private static EventClaim Event(
        string type, double score, string day, string report, ulong? likeness = null, TimeBasis basis = TimeBasis.Stated, ClaimStatus status = ClaimStatus.Happened)
    {
        var date = MadeClaim.Date(day) with { Basis = basis };
        return new EventClaim(1, MadeClaim.Source(report, date.From!.Value, likeness), null, [new Span(0, 1)], true, type, null, null, score, status, date,
            [new Party(null, "NOR", "GOV")], [new Party(null, "MWI", null)]);
    }
}
