using Chancery.Reports;
using Xunit;

namespace Chancery.Tests.Measures;

/// <summary>What sentences of our own claim of measures, read through the whole pipeline.</summary>
public class ChangeTests
{
    public static TheoryData<string, string> Cases => Table.Of("Measures/changes.tsv");

    [Theory, MemberData(nameof(Cases))]
    public void a_sentence_tells_its_changes(string sentence, string expected) =>
        Assert.Equal(expected, string.Join("; ", Read(sentence).Select(Describe).Order(StringComparer.Ordinal)) is { Length: > 0 } told ? told : "-");

    [Fact]
    public void a_party_left_unsaid_is_the_one_named_for_the_same_measure()
    {
        var changes = Read("Norway suspended its budget support to Malawi in March. Oslo said that the suspension of the budget support remains in effect.");
        Assert.Contains(changes, c => c is { Change: ChangeKind.Reaffirm, Target: "MWI" });
    }

    [Fact]
    public void a_pronoun_stands_for_the_measure_last_named()
    {
        var changes = Read("Denmark resumed its training program in Mali a year after suspending it.");
        Assert.Contains(changes, c => c is { Change: ChangeKind.Reinstate, Instrument: Instrument.Training });
        Assert.Contains(changes, c => c is { Change: ChangeKind.Suspend, Instrument: Instrument.Training, Target: "MLI" });
    }

    [Fact]
    public void the_same_change_told_twice_is_one_with_two_passages()
    {
        var changes = Read("Japan lifted its sanctions on Myanmar. The government said on Monday that Japan lifted its sanctions on Myanmar.");
        Assert.Equal(2, Assert.Single(changes, c => c.Change == ChangeKind.Lift).Evidence.Count);
    }

    [Fact]
    public void a_programme_has_its_own_name_and_its_whole()
    {
        var changes = Read("The United States suspended Foreign Military Financing for Honduras in 2009.");
        Assert.Contains(changes, c => c is { Measure: "Foreign Military Financing", PartOf: "security assistance", Change: ChangeKind.Suspend });
    }

    [Fact]
    public void the_time_of_speaking_is_not_the_time_of_the_change()
    {
        var change = Assert.Single(Read("The minister said on Monday that Kenya had suspended its aid to Somalia in January 2016."));
        Assert.Equal("2016-01", change.Date.Value);
    }

    [Theory]
    [InlineData("Norway suspended its aid to Malawi in March 2012 after Malawi expelled the British ambassador.", "2012-04-01")]
    [InlineData("Norway suspended its aid to Malawi after Malawi expelled the British ambassador.", "2016-05-12")]
    public void what_stands_under_after_was_over_by_the_time_of_the_main_clause(string text, string by)
    {
        var change = Assert.Single(Read(text), c => c.Instrument == Instrument.Relations);
        Assert.Equal((null, null, TimeBasis.Inferred), (change.Date.Value, change.Date.From, change.Date.Basis));
        Assert.Equal(NodaTime.Text.LocalDatePattern.Iso.Parse(by).Value, change.Date.To);
    }

    [Fact]
    public void what_a_participle_adds_is_news_like_its_clause() =>
        Assert.Equal("2016-05-11", Assert.Single(Read("Norway punished Malawi on Wednesday, suspending its aid to the country."), c => c.Change == ChangeKind.Suspend).Date.Value);

    [Fact]
    public void a_number_of_troops_is_a_part_and_a_quantity()
    {
        var change = Assert.Single(Read("Poland pulled 900 troops out of Chad."));
        Assert.Equal((ChangeKind.Reduce, "900 troops", false), (change.Change, change.Quantity, change.WholeExtent));
    }

    [Theory]
    [InlineData("The Taliban has said it will not begin talks with the Afghan government.", "AFGREB")]
    [InlineData("Norway suspended its aid to the Taliban.", "AFG")]
    public void a_movement_beside_a_government_of_its_state_is_no_government_where_no_day_is_known(string text, string code) =>
        Assert.Contains(Readings.Of(text, null).Get(Layers.Changes), c => c.Actor == code || c.Target == code);

    private static IReadOnlyList<MeasureChange> Read(string text) => Readings.Of(text, "2016-05-11").Get(Layers.Changes);

    private static string Describe(MeasureChange c) => string.Join(' ', new[]
    {
        c.Instrument.ToString().ToLowerInvariant(), c.Actor ?? "-", c.Target ?? "-", c.Change.ToString().ToLowerInvariant(), c.Status.Name(),
        c.Stage == Stage.Authorised ? "authorised" : null,
    }.Where(x => x is not null));
}
