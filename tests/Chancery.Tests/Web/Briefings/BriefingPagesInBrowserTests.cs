using Chancery.Desk.Briefing;
using Chancery.Desk.Mail;
using Chancery.Records;
using Chancery.Records.Briefing;
using Chancery.Records.Post;
using Chancery.Tests.Briefing;
using Deque.AxeCore.Playwright;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Web.Briefings;

/// <summary>The briefing's pages in a real browser.</summary>
public class BriefingPagesInBrowserTests(RunningDesk desk, TheBrowser browser) : IClassFixture<RunningDesk>
{
    [Fact]
    public async Task the_pages_of_the_briefing_are_for_everybody()
    {
        string token;
        using (var ledger = OpenLedger.At(desk.Record, desk.Clock))
        {
            new Issues(ledger).Make(new EveningQuestion(new LocalDate(2026, 11, 23), null, desk.Clock.Now), desk.Clock.Now, null, MadeIssues.Busy.Fitted.Entries);
            var subscribers = new Subscribers(ledger);
            subscribers.Ask("reader@post.example", Choices.Usual, desk.Clock.Now);
            token = Tokens.Of(ledger).Make(TokenUse.Choose, subscribers.Of("reader@post.example")!.Number);
        }
        foreach (var (address, picture) in new[] { ("/briefings", "briefings"), ("/briefings/2026-11-23", "briefing"), ("/briefings/sign-up", "sign-up"), ($"/briefings/choices?t={token}", "") })
        {
            foreach (int width in new[] { 1200, 360 })
            {
                await using var window = await browser.OpenAsync(desk.Address, width);
                await window.Page.GotoAsync(address);
                var found = await window.Page.RunAxe();
                Assert.True(found.Violations.Length == 0, address + " " + string.Join("\n", found.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")));
                Assert.Empty(window.Wrong);
                int wide = await window.Page.EvaluateAsync<int>("document.scrollingElement.scrollWidth");
                Assert.True(wide <= width, $"{address} is {wide} px wide in a window of {width}");
                if (picture.Length > 0 && width > 1000) await Pictures.KeepAsync(window.Page, picture);
            }
        }
    }
}
