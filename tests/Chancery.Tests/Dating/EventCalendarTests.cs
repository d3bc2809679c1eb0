using Chancery.Reading.Dating;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Dating;

public class EventCalendarTests
{
    private static IEnumerable<PublicEvent> Table => EventCalendar.BuiltIn.Events.Where(e => e.Kind != EventKind.Office);

    [Fact]
    public void it_holds_four_hundred_events_since_1990_in_the_order_of_their_days()
    {
        var days = Table.Select(e => e.Day).ToList();
        Assert.True(days.Count >= 400);
        Assert.Equal(days.Order(), days);
        Assert.True(days[0] >= new LocalDate(1990, 1, 1));
    }

    [Fact]
    public void every_event_has_a_title_and_a_source() =>
        Assert.All(Table, e => Assert.True(e.Title.Length > 3 && e.Source.StartsWith("Wikipedia: ", StringComparison.Ordinal), e.Title));

    [Theory]
    [InlineData("2020-13-01\tdeath\tname\ttitle\tsource")]
    [InlineData("2020-01-01\tparty\tname\ttitle\tsource")]
    [InlineData("2020-01-01\tdeath\tname__\ttitle\tsource")]
    [InlineData("2020-01-01\tdeath\tname")]
    public void a_broken_row_is_refused(string row) =>
        Assert.Throws<FormatException>(() => EventCalendar.BuiltIn.With(new StringReader(row), "own events"));
}
