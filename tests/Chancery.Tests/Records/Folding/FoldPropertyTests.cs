using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Folding;
using Chancery.Reports;
using CsCheck;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Records.Folding;

/// <summary>What holds of the fold whatever is told.</summary>
public class FoldPropertyTests
{
    private static readonly LocalDate Start = new(2018, 1, 1);
    private static readonly ChangeKind[] Kinds = [.. NaiveFold.Kinds];
    private static readonly string[] Names = ["flood aid", "school meals", "budget support"];

    private static readonly Gen<(int Kind, int Status, int Stage, bool Whole, int Day, int Width, bool OwnDay)> AnyChange =
        Gen.Select(Gen.Int[0, Kinds.Length - 1], Gen.Int[0, 5], Gen.Int[0, 3], Gen.Bool, Gen.Int[0, 50], Gen.Int[-1, 12], Gen.Bool);

    private static readonly Gen<ChangeClaim[]> AnyHistory = Gen.Select(AnyChange, Gen.Int[0, 6], Gen.Int[0, 2]).Array[0, 9].Select(drawn => drawn.Select((d, i) => Claim(i + 1, d.Item1, $"report {d.Item2}", Names[0])).ToArray());

    private static readonly Gen<ChangeClaim[]> AnyDossier =
        Gen.Select(AnyChange, Gen.Int[0, 6], Gen.Int[0, 2]).Array[0, 9].Select(drawn => drawn.Select((d, i) => Claim(i + 1, d.Item1, $"report {d.Item2}", Names[d.Item3], i)).ToArray());

    [Fact]
    public void the_fold_says_on_every_day_what_a_plain_one_says() => AnyHistory.Sample(claims =>
    {
        var history = FoldMeasure.Of(claims);
        for (int day = -2; day <= 66; day++)
        {
            var on = Start.PlusDays(day);
            var standing = history.At(on);
            Assert.Equal(NaiveFold.At(claims, on), (standing.State, standing.Period?.Stage, standing.Uncertain));
        }
    }, iter: Soak.Times(1000, 100_000));

    [Fact]
    public void the_order_in_which_claims_are_recorded_does_not_matter() => Gen.Select(AnyDossier, Gen.Int).Sample((claims, seed) =>
    {
        var shuffled = claims.ToArray();
        new Random(seed).Shuffle(shuffled);
        return Told(claims) == Told(shuffled.Select((c, i) => c with { Number = i + 1 }));
    }, iter: Soak.Times(500, 100_000));

    [Fact]
    public void a_measure_suspended_and_reinstated_again_and_again_keeps_every_interval() => Gen.Select(Gen.Int[1, 40].Array[1, 12], Gen.Int).Sample((gaps, seed) =>
    {
        var days = gaps.Aggregate(new List<LocalDate> { Start }, (all, gap) => [.. all, all[^1].PlusDays(gap)]);
        var claims = days.Select((d, i) => Exact(i + 1, i % 2 == 0 ? ChangeKind.Suspend : ChangeKind.Reinstate, d)).ToArray();
        new Random(seed).Shuffle(claims);
        var periods = FoldMeasure.Of(claims).Periods;
        return periods.Select(p => (p.Surely, p.State)).SequenceEqual(days.Select((d, i) => (d, i % 2 == 0 ? MeasureState.Suspended : MeasureState.InEffect)));
    }, iter: Soak.Times(500, 100_000));

    [Fact]
    public void an_authorisation_never_moves_how_a_measure_operates() => AnyHistory.Sample(claims =>
    {
        var without = FoldMeasure.Of(claims.Where(c => c.Stage == Stage.InEffect && c.Change != ChangeKind.Authorise));
        var with = FoldMeasure.Of(claims);
        return with.Periods.Select(p => p.State).Where(s => s != MeasureState.Unknown).Aggregate("", Unlike) == without.Periods.Select(p => p.State).Where(s => s != MeasureState.Unknown).Aggregate("", Unlike);

        static string Unlike(string all, MeasureState state) => all.EndsWith(state.Name(), StringComparison.Ordinal) ? all : all + " " + state.Name();
    }, iter: Soak.Times(500, 100_000));

    /// <summary>All of a dossier but the numbers of its rows.</summary>
    private static string Told(IEnumerable<ChangeClaim> claims) => string.Join('\n', Dossier.Of(Dyad.Of("NOR", "MWI"), AsOf.Now, claims, []).Measures.Select(m =>
        $"{m.Name} in {m.Whole?.Name}: {string.Join("; ", m.History.Periods.Select(p => $"{p.State} {p.Stage} {p.Surely} {string.Join(',', p.Confirmations.SelectMany(c => c.Claims).Select(Words))}"))}"
        + $" told {string.Join("; ", m.History.Told.Select(t => $"{t.Change} {t.Window} {t.IndependentSources} {string.Join(',', t.Claims.Select(Words))}"))} against {m.History.Contradictions.Count}"));

    private static string Words(ChangeClaim claim) => $"{claim.Source.ReportId}@{claim.Passages[0].Start}";

    private static ChangeClaim Claim(int number, (int Kind, int Status, int Stage, bool Whole, int Day, int Width, bool OwnDay) drawn, string report, string name, int? place = null)
    {
        var first = Start.PlusDays(drawn.Day);
        // One day, several, or open: "by then".
        var date = drawn.Width < 0 ? new DescribedTime(null, null, first.PlusDays(1), TimeBasis.Stated) : new DescribedTime(null, first, first.PlusDays(1 + (drawn.Width > 6 ? drawn.Width : 0)), drawn.OwnDay ? TimeBasis.Published : TimeBasis.Stated);
        var status = drawn.Status == 0 ? ClaimStatus.Denied : drawn.Status == 1 ? ClaimStatus.Announced : ClaimStatus.Happened;
        return new ChangeClaim(
            number, MadeClaim.Source(report, Start.PlusDays(80)), null, [new Span(place ?? number, (place ?? number) + 1)], name, Instrument.Aid, "NOR", "MWI", Kinds[drawn.Kind], status,
            drawn.Stage == 0 ? Stage.Authorised : Stage.InEffect, date, drawn.Whole, null, name == Names[1] ? Names[0] : null);
    }

    private static ChangeClaim Exact(int number, ChangeKind kind, LocalDate day) => new(
        number, MadeClaim.Source($"report {number}", day), null, [new Span(number, number + 1)], Names[0], Instrument.Aid, "NOR", "MWI", kind, ClaimStatus.Happened, Stage.InEffect,
        new DescribedTime(null, day, day.PlusDays(1), TimeBasis.Stated), true, null, null);
}
