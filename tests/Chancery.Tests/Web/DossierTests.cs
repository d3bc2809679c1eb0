using System.Net;
using Chancery.Tests.Records;
using Xunit;

namespace Chancery.Tests.Web;

/// <summary>The dossier of two states, as anybody's program may fetch it.</summary>
public class DossierTests(RunningDesk desk) : IClassFixture<RunningDesk>, IAsyncLifetime
{
    public ValueTask InitializeAsync()
    {
        MadeNews.AddTo(desk);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("?on=2019-06-01", "state suspended")]
    [InlineData("?on=2020-02-01", "not yet in effect")]
    [InlineData("?on=2020-04-01", "state in-effect")]
    public async Task a_measure_stands_as_it_stood_on_the_day_in_the_address(string query, string shown) =>
        Assert.Contains(shown, Standing(await desk.ReadAsync("/states/NOR-MWI" + query)), StringComparison.Ordinal);

    [Fact]
    public async Task what_was_not_public_by_then_is_not_shown()
    {
        var page = await desk.ReadAsync("/states/MWI-NOR?on=2020-04-01&known=2019-12-31");
        Assert.Contains("state suspended", Standing(page), StringComparison.Ordinal);
        Assert.DoesNotContain("flowing again", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/states/nor-mwi?on=tomorrow", HttpStatusCode.BadRequest)]
    [InlineData("/states/nor-mwi?known=2020-02-30", HttpStatusCode.BadRequest)]
    [InlineData("/states/norway", HttpStatusCode.NotFound)]
    [InlineData("/states/..%2f..%2fetc", HttpStatusCode.NotFound)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    public async Task what_cannot_be_asked_is_answered_in_a_sentence_and_a_status(string path, HttpStatusCode status) =>
        Assert.Contains("<h1>", await desk.ReadAsync(path, status), StringComparison.Ordinal);

    [Fact]
    public async Task a_page_that_the_browser_has_is_not_sent_again_until_the_record_grows()
    {
        using var first = await desk.Client.GetAsync(new Uri("/states/NOR-MWI", UriKind.Relative));
        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri("/states/NOR-MWI", UriKind.Relative)) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var second = await desk.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        desk.Add(MadeNews.Report("fjord-herald/9", "2021-05-05", "Norway cut budget support for Malawi.", Chancery.Reports.ChangeKind.Reduce, "2021-05"));
        using var later = new HttpRequestMessage(HttpMethod.Get, new Uri("/states/NOR-MWI", UriKind.Relative)) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var third = await desk.Client.SendAsync(later);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Fact]
    public async Task what_is_added_about_others_changes_nothing_and_what_is_added_about_them_shows_at_once()
    {
        var before = await desk.ReadAsync("/states/NOR-MWI?on=2026-01-01");
        desk.Add(MadeReading.Of("elsewhere/1", "2022-01-01", "It rained."));
        Assert.Equal(before, await desk.ReadAsync("/states/NOR-MWI?on=2026-01-01"));
        desk.Add(MadeNews.Report("fjord-herald/20", "2022-02-02", "Norway cancelled its school aid for Malawi.", Chancery.Reports.ChangeKind.Cancel, "2022-02", "school aid"));
        Assert.Contains("school aid", await desk.ReadAsync("/states/NOR-MWI?on=2026-01-01"), StringComparison.Ordinal);
        desk.Add(MadeNews.Report("fjord-herald/20", "2022-02-02", "Norway cancelled its school aid for Malawi.", Chancery.Reports.ChangeKind.Cancel, "2022-02", "harvest aid") with { Reader = "test 2" });
        Assert.DoesNotContain("school aid</a>", await desk.ReadAsync("/states/NOR-MWI?on=2026-01-01"), StringComparison.Ordinal);
    }

    private static string Standing(string page)
    {
        int start = page.IndexOf("id=\"standing\"", StringComparison.Ordinal);
        return page[start..page.IndexOf("</section>", start, StringComparison.Ordinal)];
    }
}
