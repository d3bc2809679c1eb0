using System.Text.RegularExpressions;
using Chancery.Reading.Times;
using Chancery.Reports;
using CsCheck;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Times;

public partial class EdtfTests
{
    public static TheoryData<string, string> Values => Table.Of("Times/edtf.tsv");

    [Theory, MemberData(nameof(Values))]
    public void a_timex_value_is_written_as_edtf(string timex, string edtf)
    {
        var parts = timex.Split(' ');
        Assert.Equal(edtf == "-" ? null : edtf, Edtf.Of(parts[0], TimexInterval.Of(parts[0]), parts.Length > 1 ? parts[1] : null));
    }

    [Fact]
    public void days_told_by_their_ends_are_written_in_the_coarsest_form_that_says_the_same()
    {
        var (may, july) = (new LocalDate(2017, 5, 1), new LocalDate(2017, 7, 1));
        Assert.Equal("2017-05/2017-06", Edtf.Between(may, july));
        Assert.Equal("2017-05", Edtf.Between(may, new LocalDate(2017, 6, 1)));
        Assert.Equal("2017/2018", Edtf.Between(new LocalDate(2017, 1, 1), new LocalDate(2019, 1, 1)));
        Assert.Equal("2017-05-01/2017-05-25", Edtf.Between(may, new LocalDate(2017, 5, 26)));
        Assert.Equal("../2018-12-31", Edtf.Between(null, new LocalDate(2019, 1, 1)));
        Assert.Equal("2017-05-01/..", Edtf.Between(may, null));
        Assert.Null(Edtf.Between(null, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => Edtf.Between(july, may));
    }

    [Fact]
    public void a_length_with_known_ends_is_an_interval()
    {
        var time = Assert.Single(TimesOf.Text("Exports fell in the past two months.", new LocalDate(2015, 3, 4)));
        Assert.Equal("2015-01-04/2015-03-03", Edtf.Of(time));
    }

    [Fact]
    public void what_is_repeated_has_no_edtf() =>
        Assert.Null(Edtf.Of(Assert.Single(TimesOf.Text("The council meets every Friday.", new LocalDate(2015, 3, 4)))));

    /// <summary>All that is written is level 0 or 1, and says the days of the interval it was written for.</summary>
    [Fact]
    public void every_time_found_is_level_0_or_1_and_says_the_same_days() => Gen.Select(TimePropertyTests.Soup, TimePropertyTests.Day).Sample((text, day) =>
    {
        foreach (var time in TimesOf.Text(text, day, syntax: false))
        {
            if (Edtf.Of(time) is not { } edtf) continue;
            Assert.Matches(LevelOne(), edtf);
            if (time.Interval is not { } interval || edtf.Contains('X', StringComparison.Ordinal) || edtf.Contains('T', StringComparison.Ordinal) || time.Mod is "BEFORE" or "AFTER") continue;
            var ends = edtf.TrimEnd('~').Split('/');
            var (from, to) = (Days(ends[0]).From, Days(ends[^1]).To);
            Assert.Equal(interval.From.Date, from);
            if (time.Type == TimexType.Date) Assert.Equal(interval.To.Date, to);
        }
    }, iter: Soak.Times(300, 50_000), seed: "0000KOIPwYx4");

    private static (LocalDate From, LocalDate To) Days(string date)
    {
        bool before = date[0] == '-';
        var parts = date[(before ? 1 : 0)..].Split('-').Select(int.Parse).ToArray();
        int year = before ? -parts[0] : parts[0];
        if (parts.Length == 1) return (new LocalDate(year, 1, 1), new LocalDate(year, 1, 1).PlusYears(1));
        // a winter begins in the year before the one it is called by
        var first = parts[1] > 20 ? new LocalDate(year, 1, 1).PlusMonths((parts[1] - 21) * 3 + 2 - (parts[1] == 24 ? 12 : 0)) : new LocalDate(year, parts[1], 1);
        if (parts.Length == 2) return (first, first.PlusMonths(parts[1] > 20 ? 3 : 1));
        var day = new LocalDate(year, parts[1], parts[2]);
        return (day, day.PlusDays(1));
    }

    private const string Date = @"-?\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?";

    [GeneratedRegex($@"^({Date}~?|{Date}T\d\d:\d\d:\d\d([+-]\d\d)?|-?\d{{4}}-2[1-4]|\d{{2}}XX|\d{{3}}X|-?\d{{4}}(-\d\d)?-XX|-?\d{{4}}-XX-XX|({Date}|\.\.)/({Date}|\.\.))$", RegexOptions.NonBacktracking)]
    private static partial Regex LevelOne();
}
