using Chancery.Reading.Dating;
using Chancery.Reading.Pages;
using Chancery.Reading.Times;
using Chancery.Reports;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Dating;

public class CheckDateTests
{
    private static readonly Pipeline Reading = new([new FindTimes(TimeFilter.Open), new CheckDate(EventCalendar.BuiltIn)]);

    public static TheoryData<string, string> Reports => Table.Of("Dating/reports.tsv");

    [Theory, MemberData(nameof(Reports))]
    public void a_report_is_dated_by_its_own_words(string name, string expected)
    {
        var report = Recover(name);
        var published = Read(report);
        var stated = report.Witnessed.Value;
        switch (expected)
        {
            case "believed":
                Assert.Empty(published.Doubts);
                Assert.Equal(stated, published.Value);
                break;
            case "unknown":
                Assert.Null(published.Value);
                break;
            case [.. var day, '+']:
                Assert.Equal(day, published.Value);
                Assert.NotEmpty(published.Doubts);
                break;
            default:
                Assert.StartsWith(expected, published.Value);
                Assert.Equal(PublishedBasis.Inferred, published.Basis);
                Assert.Equal(stated, published.Stated);
                Assert.NotEmpty(published.Doubts);
                break;
        }
    }

    [Theory, MemberData(nameof(Reports))]
    public void every_doubt_shows_words_of_the_report(string name, string _)
    {
        var report = Recover(name);
        foreach (var doubt in Read(report).Doubts)
        {
            Assert.NotEmpty(doubt.Evidence);
            Assert.All(doubt.Evidence, e => Assert.False(string.IsNullOrWhiteSpace(e.Cut(report.Text))));
        }
    }

    [Fact]
    public void the_sample_with_a_wrong_date_is_of_January_2020()
    {
        var published = Read(Recover(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples/wrong-date.txt")), null));
        Assert.StartsWith("2020-01", published.Value);
        Assert.Equal("2018-06-12", published.Stated);
        Assert.True(published.Doubts.Count >= 2);
    }

    [Fact]
    public void a_date_given_by_the_user_is_checked_like_a_stated_one()
    {
        var published = Read(Recover("The truce was made after the killing of Rabin, the ministry said.", "1994-02-03"));
        Assert.Equal("1994-02-03", published.Stated);
        Assert.NotEmpty(published.Doubts);
    }

    [Fact]
    public void a_page_filled_with_newer_links_is_still_believed()
    {
        var report = Recover("story-later");
        var page = report with { Map = new TextMap([new TextRun(new Span(0, 5), new PageRange(0, 5))]) };
        Assert.NotEmpty(Read(report).Doubts);
        Assert.DoesNotContain(Read(page).Doubts, d => d.Reason.Contains("2010-09-28", StringComparison.Ordinal));
    }

    [Fact]
    public void a_desk_dates_reports_by_events_of_its_own()
    {
        const string Text = "Samoa has closed its harbours.\nThe order came days after the sinking of the Moana Star, the port authority said.";
        var own = EventCalendar.BuiltIn.With(
            new StringReader("1997-08-02\tdisaster\tmoana_star sinking|sank\tsinking of the Moana Star\tport authority"), "own events");
        var pipeline = new Pipeline([new FindTimes(TimeFilter.Open), new CheckDate(own)]);
        Assert.Equal("1997-08-02", pipeline.Read(Recover(Text, null)).Reading!.Published.Value);
        Assert.Null(Read(Recover(Text, null)).Value);
    }

    [Theory]
    [InlineData("The minister warned that a plot to assassinate Shinzo Abe could be under way.")]
    [InlineData("He would not say whether Shinzo Abe was dead.")]
    [InlineData("Guards were killed. Shinzo Abe said he was shaken.")]
    [InlineData("He asked what would happen if the Brexit referendum was won by the leavers.")]
    [InlineData("Former president Ellen Johnson Sirleaf spoke. The future Prime Minister Boris Johnson listened.")]
    [InlineData("The NATO summit in Vilnius is expected to last two days.")]
    public void what_may_happen_raises_no_doubt(string sentence) => Assert.Empty(Read(Recover(sentence, "2006-06-01")).Doubts);

    [Fact]
    public void a_long_run_of_dates_and_names_is_read_in_time()
    {
        var text = string.Concat(Enumerable.Repeat("On 3 March 2015 and last year, two years after the killing of Rabin, President Joe Biden, 61, was born in May 1950. ", 4000));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Read(Recover(text, "2016-01-01"));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    private static Report Recover(string name) =>
        Recover(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Dating/Reports", name + ".txt")), null);

    private static Report Recover(string text, string? stated) => ReadPlainText.Read(new Page("r", "", PageKind.Text, text, StatedDate: stated));

    private static Published Read(Report report) => Reading.Read(report).Reading!.Published;
}
