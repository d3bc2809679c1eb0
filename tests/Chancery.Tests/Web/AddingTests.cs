using System.Text;
using Chancery.Records;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Chancery.Tests.Web;

/// <summary>Handing in at the desk: text, file, address, feed.</summary>
public class AddingTests(DeskWithNews desk, TheBrowser browser) : IClassFixture<DeskWithNews>
{
    [Fact]
    public async Task a_pasted_text_is_read_and_its_report_shown()
    {
        await using var window = await SignedInAsync();
        await window.Page.FillAsync("#what", "Iceland imposed a tariff on wool from Chile on Monday, the Foreign Ministry in Reykjavik said.");
        await window.Page.FillAsync("#published-text", "2022-05-03");
        await window.Page.ClickAsync("form[action='/add'] button");
        await ShowsAsync(window, "1 added");
        await window.Page.ClickAsync("main ul.plain a");
        Assert.Contains("tariff on wool", await window.Page.InnerTextAsync(".text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_uploaded_file_is_read_and_known_the_second_time()
    {
        await using var window = await SignedInAsync();
        foreach (var outcome in (string[])["1 added", "1 known already"])
        {
            await window.Page.GotoAsync("/add");
            await window.Page.SetInputFilesAsync("#upload", new FilePayload { Name = "../../etc/passwd", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes("Fiji and Tonga signed a fisheries treaty on Friday.") });
            await window.Page.ClickAsync("form[action='/add/file'] button");
            await ShowsAsync(window, outcome);
        }
        using var ledger = desk.Open();
        Assert.Contains(ledger.Reports(ClaimsWanted.All, AsOf.Now), r => r.ReportId == "passwd");
    }

    [Fact]
    public async Task an_uploaded_page_is_kept_as_it_was_received_and_shown_as_words_with_the_place_marked()
    {
        await using var window = await SignedInAsync();
        const string Html = "<html><head><title>Samoa</title></head><body><script>window.hacked=1</script><article><h1>Samoa bans shark fishing near Nauru</h1><p>Samoa banned shark fishing in waters off Nauru on Friday, the ministry in Apia said.</p><p>The ban takes effect in March.</p></article></body></html>";
        await window.Page.SetInputFilesAsync("#upload", new FilePayload { Name = "samoa.html", MimeType = "text/html", Buffer = Encoding.UTF8.GetBytes(Html) });
        await window.Page.ClickAsync("form[action='/add/file'] button");
        await ShowsAsync(window, "1 added");
        await window.Page.ClickAsync("main ul.plain a");
        await window.Page.Locator(".paragraph:has-text('shark fishing in waters') .place a").First.ClickAsync();
        Assert.Contains("Samoa banned shark fishing in waters off Nauru", await window.Page.InnerTextAsync("#place"), StringComparison.Ordinal);
        Assert.Contains("<script>window.hacked=1</script>", await window.Page.InnerTextAsync(".source"), StringComparison.Ordinal);
        Assert.False(await window.Page.EvaluateAsync<bool>("'hacked' in window"));
        var found = await window.Page.RunAxe();
        Assert.Empty(found.Violations.Select(v => v.Id));
        await Pictures.KeepAsync(window.Page, "page-received");
        Assert.Empty(window.Wrong);
    }

    [Fact]
    public async Task a_feed_is_followed_asked_with_its_tag_and_left()
    {
        using var server = new FeedServer();
        await using var window = await SignedInAsync();
        await window.Page.FillAsync("#feed", server.Address + "news.xml");
        await window.Page.ClickAsync("form[action='/feeds'] button");
        for (int i = 0; i < 200 && !(await window.Page.InnerTextAsync(".feeds")).Contains("1 new", StringComparison.Ordinal); i++)
        {
            await Task.Delay(100);
            await window.Page.ReloadAsync();
        }
        Assert.Contains("1 report", await window.Page.InnerTextAsync(".feeds"), StringComparison.Ordinal);
        Assert.Equal(["/robots.txt", "/news.xml"], server.Asked);
        await window.Page.ClickAsync(".feeds button");
        Assert.Contains("No feed is followed", await window.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private async Task<Window> SignedInAsync()
    {
        var window = await browser.OpenAsync(desk.Address);
        await window.SignInAsync(DeskWithNews.Reviewer, DeskWithNews.Password);
        await window.Page.GotoAsync("/add");
        return window;
    }

    private static async Task ShowsAsync(Window window, string outcome)
    {
        await window.Page.WaitForURLAsync("**/add/*");
        await Assertions.Expect(window.Page.Locator("[role=status]")).ToHaveTextAsync(outcome, new LocatorAssertionsToHaveTextOptions { Timeout = 60_000 });
        Assert.Empty(window.Wrong);
    }
}
