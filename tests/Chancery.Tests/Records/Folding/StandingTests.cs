using Chancery.Records.Folding;
using Xunit;

namespace Chancery.Tests.Records.Folding;

/// <summary>How a measure stands on a day, by what is told of it.</summary>
public class StandingTests
{
    [Theory]
    [InlineData("2018-08-31", MeasureState.Suspended, true)]
    [InlineData("2018-09-29", MeasureState.Suspended, true)]
    [InlineData("2018-09-30", MeasureState.InEffect, false)]
    public void a_later_change_with_an_open_beginning_may_already_have_come(string day, MeasureState state, bool uncertain) =>
        Assert.Equal((state, uncertain), At(day, "suspend 2018-08-15 of aid by a", "reinstate ..2018-09-30 of aid by b"));

    [Theory]
    [InlineData("2018-07-31", MeasureState.Unknown, false)]
    [InlineData("2018-08-15", MeasureState.Unknown, true)]
    [InlineData("2018-08-31", MeasureState.Suspended, false)]
    public void inside_an_imprecise_interval_the_state_before_holds_and_is_uncertain(string day, MeasureState state, bool uncertain) =>
        Assert.Equal((state, uncertain), At(day, "suspend 2018-08 of aid by a"));

    [Theory]
    [InlineData("2018-10-01", true)]
    [InlineData("2018-12-31", false)]
    public void a_change_told_for_a_whole_year_may_come_after_one_told_to_the_day(string day, bool uncertain) =>
        Assert.Equal((MeasureState.Suspended, uncertain), At(day, "reinstate 2018 of aid by a", "suspend 2018-08-15 of aid by b"));

    [Fact]
    public void what_was_reinstated_had_surely_been_suspended_before() =>
        Assert.Equal((MeasureState.InEffect, false), At("2018-07-01", "suspend 2018 of aid by a", "reinstate 2018-06-10 of aid by b"));

    [Fact]
    public void a_measure_suspended_twice_keeps_both_intervals()
    {
        var history = FoldMeasure.Of(MadeClaim.Changes("suspend 2018-01-10 of aid by a", "reinstate 2018-06-10 of aid by b", "suspend 2019-01-10 of aid by c"));
        Assert.Equal([MeasureState.Suspended, MeasureState.InEffect, MeasureState.Suspended], history.Periods.Select(p => p.State));
    }

    [Fact]
    public void a_reinstatement_that_was_authorised_moves_the_stage_and_not_the_state()
    {
        var history = FoldMeasure.Of(MadeClaim.Changes("suspend 2018-01-10 of aid by a", "reinstate 2019-06-10 authorised of aid by b"));
        var standing = history.At(MadeReading.Day("2019-07-01"));
        Assert.Equal((MeasureState.Suspended, Chancery.Reports.Stage.Authorised), (standing.State, standing.Period!.Stage));
    }

    private static (MeasureState, bool) At(string day, params string[] claims)
    {
        var standing = FoldMeasure.Of(MadeClaim.Changes(claims)).At(MadeReading.Day(day));
        return (standing.State, standing.Uncertain);
    }
}
