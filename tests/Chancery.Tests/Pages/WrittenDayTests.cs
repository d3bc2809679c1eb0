using Chancery.Reading.Pages.Dates;
using NodaTime.Text;
using Xunit;

namespace Chancery.Tests.Pages;

public class WrittenDayTests
{
    public static TheoryData<string, string> Days => Table.Of("Pages/Samples/written-days.tsv");

    [Theory]
    [MemberData(nameof(Days))]
    public void a_written_day_is_found_in_any_language(string written, string day)
    {
        var found = new List<WrittenDay>();
        ScanDates.Find(written, monthFirst: false, found);
        Assert.Equal(day, found.Count == 0 ? "" : LocalDatePattern.Iso.Format(found[0].Day));
    }

    [Fact]
    public void month_and_day_change_places_in_american_dates()
    {
        var found = new List<WrittenDay>();
        ScanDates.Find("04/05/2020", monthFirst: true, found);
        Assert.Equal(new NodaTime.LocalDate(2020, 4, 5), found[0].Day);
        Assert.Equal(new NodaTime.LocalDate(2020, 5, 4), found[0].Other);
    }

    [Fact]
    public void a_time_beside_the_day_is_read_with_its_zone()
    {
        var found = new List<WrittenDay>();
        ScanDates.Find("2021-06-08T22:10:00Z and Oct. 18, 2019 at 6:30 p.m.", monthFirst: false, found);
        Assert.Equal((new NodaTime.LocalTime(22, 10), true), (found[0].Time!.Value, found[0].IsUtc));
        Assert.Equal((new NodaTime.LocalTime(18, 30), false), (found[1].Time!.Value, found[1].IsUtc));
    }
}
