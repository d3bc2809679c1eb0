using System.Diagnostics;
using Chancery.Reading.Times;
using Chancery.Reports;
using CsCheck;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Times;

public class TimePropertyTests
{
    private const string Seed = "0000KOIPwYx4";

    private static readonly string[] Words =
        ("the last next this past two three 15 1998 2003 May March early late end of at more than week weeks month months year years day days ago later " +
         "earlier Monday Friday night morning yesterday today every a an and to in on by - , . first second third quarter summer 6 a.m. BC 1990s century " +
         "fiscal same following before after ended since Christmas Ramadan now recently future 3:15 p.m. 10/12/1999 'tis 480 9000 999999999 twenty four thousand hundred half decades centuries Easter").Split(' ');

    private static Gen<string> OneOf(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    internal static readonly Gen<string> Soup = Gen.Select(OneOf(Words).Array[1, 40], OneOf(" ", " ", " ", "", "\n"))
        .Select((words, glue) => string.Join(glue.Length == 0 ? " " : glue, words));

    internal static readonly Gen<LocalDate> Day = Gen.Int[0, 36_000].Select(n => new LocalDate(1930, 1, 1).PlusDays(n));

    [Fact]
    public void spans_lie_in_the_text_in_order_and_apart() => Soup.Sample(text =>
    {
        int end = 0;
        foreach (var time in TimesOf.Text(text, new LocalDate(2015, 3, 4), syntax: false))
        {
            Assert.True(time.Span.Start >= end && time.Span.End <= text.Length && !time.Span.IsEmpty);
            end = time.Span.End;
        }
    }, iter: Soak.Times(400, 100_000), seed: Seed);

    [Fact]
    public void value_and_interval_agree() => Gen.Select(Soup, Day).Sample((text, day) =>
    {
        foreach (var time in TimesOf.Text(text, day, syntax: false))
        {
            if (time.Interval is not { } interval) continue;
            Assert.True(interval.From < interval.To, time.Value);
            if (time.Type is TimexType.Date or TimexType.Time && !time.Value.StartsWith("BC", StringComparison.Ordinal))
                Assert.StartsWith(Begins(time.Value, interval.From.Date), time.Value, StringComparison.Ordinal);
        }
    }, iter: Soak.Times(400, 100_000), seed: Seed);

    [Fact]
    public void a_later_publication_by_whole_weeks_moves_weekdays_by_whole_weeks() =>
        Gen.Select(Day, Gen.Int[-200, 200], OneOf("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
            OneOf("Peru closed the pass on {0}.", "Peru will close the pass on {0}.", "Peru closed the pass last {0}.", "Peru closed the pass {0} night."))
        .Sample((day, weeks, weekday, sentence) =>
        {
            var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, weekday);
            var first = Assert.Single(TimesOf.Text(text, day)).Interval!.Value;
            var second = Assert.Single(TimesOf.Text(text, day.PlusWeeks(weeks))).Interval!.Value;
            Assert.Equal(first.From.PlusWeeks(weeks), second.From);
            Assert.Equal(weekday, first.From.DayOfWeek.ToString());
        }, iter: Soak.Times(60, 20_000), seed: Seed);

    [Fact]
    public void a_date_told_in_any_form_is_the_same_day() => Day.Sample(day =>
    {
        foreach (var form in (string[])["d MMMM yyyy", "MMMM d, yyyy", "yyyy-MM-dd", "dddd, d MMMM yyyy", "dd.MM.yyyy"])
        {
            var told = day.ToDateTimeUnspecified().ToString(form, System.Globalization.CultureInfo.InvariantCulture);
            var time = Assert.Single(TimesOf.Text($"The accord of {told} has lapsed.", new LocalDate(2015, 3, 4), syntax: false));
            Assert.Equal(TimeInterval.Days(day, day.PlusDays(1)), time.Interval);
        }
    }, iter: Soak.Times(60, 20_000), seed: Seed);

    [Fact]
    public void an_expression_read_alone_is_the_expression_read_in_its_text() => Soup.Sample(text =>
    {
        var all = new List<TimePhrase>();
        foreach (var line in Lines(text)) TimeReader.BuiltIn.Read(text, line, all);
        foreach (var phrase in all)
        {
            var alone = new List<TimePhrase>();
            TimeReader.BuiltIn.Read(text, phrase.Span, alone);
            Assert.Equal((phrase.Span, phrase.Signature), (Assert.Single(alone).Span, alone[0].Signature));
        }
    }, iter: Soak.Times(400, 100_000), seed: Seed);

    [Theory]
    [InlineData("the last ")]
    [InlineData("two or ")]
    [InlineData("twenty-")]
    [InlineData("1998-")]
    [InlineData("early in the end of the ")]
    [InlineData("a year and a half ")]
    [InlineData("9")]
    [InlineData("'98 ")]
    public void time_grows_with_the_text_and_no_faster(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length));
        var watch = Stopwatch.StartNew();
        TimeReader.BuiltIn.Read(text, new Span(0, text.Length), []);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    /// <summary>How the value of a place in the calendar that begins on a day begins itself.</summary>
    private static string Begins(string value, LocalDate from)
    {
        if (value.Length <= 3) return value.Length == 2 ? $"{from.Year / 100:00}" : $"{from.Year / 10:000}";
        if (value.EndsWith("-WI", StringComparison.Ordinal)) return $"{from.Year + 1:0000}-WI";
        if (value.Length > 5 && value[5] == 'W' && char.IsAsciiDigit(value[6])) return $"{NodaTime.Calendars.WeekYearRules.Iso.GetWeekYear(from):0000}-W{NodaTime.Calendars.WeekYearRules.Iso.GetWeekOfWeekYear(from):00}";
        if (value.Length > 5 && value[5] == 'Q') return $"{from.Year:0000}-Q{(from.Month + 2) / 3}";
        if (value.Length > 5 && value[5] == 'H') return $"{from.Year:0000}-H{(from.Month + 5) / 6}";
        if (value.Length > 5 && char.IsLetter(value[5]) || value.Length == 4) return $"{from.Year:0000}";
        if (value.Length == 7) return $"{from.Year:0000}-{from.Month:00}";
        return value.EndsWith("T24:00", StringComparison.Ordinal) ? value[..10] : $"{from.Year:0000}-{from.Month:00}-{from.Day:00}";
    }

    private static IEnumerable<Span> Lines(string text)
    {
        int at = 0;
        foreach (var line in text.Split('\n'))
        {
            yield return new Span(at, at + line.Length);
            at += line.Length + 1;
        }
    }
}
