using Chancery.Reading.Pages;
using Chancery.Reports;
using NodaTime.Text;
using Xunit;

namespace Chancery.Tests.Pages;

/// <summary>Which of the days a page names is its day of publication.</summary>
public class PublishedDayTests
{
    private static readonly ReadHtml Reader = ReadHtml.Compose(Path.Combine(AppContext.BaseDirectory, "models"));

    private const string Body = """
        <p>Ministers of Laos and Cambodia met in Vientiane and agreed to reopen the bridge at the border, which floods had damaged two years ago, officials said.</p>
        <p>The bridge will carry lorries again once the customs house is staffed; traders on both banks had asked for that again and again, and the ministry gave way.</p>
        <p>Cambodia will pay for the road that leads to it. Laos will pay for the lights, the fence and a new pier for the boats that crossed here for so long.</p>
        """;

    /// <param name="before">What stands between headline and body.</param>
    /// <param name="after">What follows the body.</param>
    [Theory]
    [InlineData("<time class='published' datetime='2019-06-28T11:32:59+02:00'>28 June 2019</time> <time class='updated' datetime='2020-01-14T09:14:33+01:00'>14 January 2020</time>", "", "2019-06-28")]
    [InlineData("<p class='date'><span class='month'>Apr</span> <span class='day'>04</span><span class='year'>2013</span></p>", "", "2013-04-04")]
    [InlineData("<p class='date'>26 | 01 | 2022</p>", "", "2022-01-26")]
    [InlineData("<p class='meta'>Published 3 May 2018</p>", "<blockquote><p>A post of the ministry</p><time datetime='2017-01-02T10:00:00Z'>2 January 2017</time></blockquote>", "2018-05-03")]
    [InlineData("<abbr class='date published' title='2009-08-06T14:12:32+02:00'>Thursday</abbr>", "", "2009-08-06")]
    [InlineData("", "", "")]
    public void the_day_of_publication_is_told_from_other_days(string before, string after, string day)
    {
        string html = $"<html><head><title>Bridge to reopen</title></head><body><article><h1>Bridge to reopen</h1>{before}{Body}{after}</article></body></html>";
        var published = Reader.Read(new Page("p", "", PageKind.Html, html)).Witnessed;
        Assert.Equal(day, published.Date is { } found ? LocalDatePattern.Iso.Format(found) : "");
    }
}
