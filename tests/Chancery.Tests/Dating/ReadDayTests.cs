using Chancery.Reading.Dating;
using NodaTime.Text;
using Xunit;

namespace Chancery.Tests.Dating;

public class ReadDayTests
{
    public static TheoryData<string, string> Days => Table.Of("Dating/days.tsv");

    [Theory, MemberData(nameof(Days))]
    public void a_day_is_read_as_it_is_written(string written, string day) =>
        Assert.Equal(day, ReadDay.Of(written) is { } found ? LocalDatePattern.Iso.Format(found) : "-");

    [Fact]
    public void a_day_that_can_be_read_both_ways_follows_the_order_asked_for() =>
        Assert.Equal(new NodaTime.LocalDate(2017, 4, 5), ReadDay.Of("04/05/2017", DayOrder.MonthFirst));
}
