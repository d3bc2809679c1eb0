using Chancery.Desk.Briefing;
using Chancery.Tests.Web;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Chancery.Tests.Briefing;

/// <summary>The HTML part of a letter in a real browser, as mail programs show it: light and dark, wide and narrow, without script.</summary>
public class LetterInBrowserTests(TheBrowser browser)
{
    [Theory]
    [InlineData("busy")]
    [InlineData("quiet")]
    [InlineData("correction")]
    public async Task a_letter_is_for_everybody(string kind)
    {
        var issue = kind switch { "busy" => MadeIssues.Busy, "quiet" => MadeIssues.Quiet, _ => MadeIssues.Corrected };
        var html = HtmlLetter.Of(issue, [new FootLine("Choose dossiers, hour and language:", new Uri("https://desk.example/briefings/choices?t=x"), "your briefing"), new FootLine("", new Uri("https://desk.example/briefings/leave?t=x"), "Leave")]);
        foreach (var (width, dark) in ((int, bool)[])[(800, false), (800, true), (360, false)])
        {
            await using var window = await browser.OpenAsync(new Uri("https://letter.example"), width, dark);
            await window.Page.SetContentAsync(html);
            var found = await window.Page.RunAxe();
            Assert.True(found.Violations.Length == 0, string.Join("\n", found.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")));
            Assert.Empty(window.Wrong);
            Assert.True(await window.Page.EvaluateAsync<int>("document.scrollingElement.scrollWidth") <= width);
            double smallest = await window.Page.EvaluateAsync<double>(
                "Math.min(...[...document.querySelectorAll('main *, footer *')].filter(e => e.innerText && e.children.length === 0).map(e => parseFloat(getComputedStyle(e).fontSize)))");
            Assert.True(smallest >= 16, $"{smallest} px");
            await Pictures.KeepAsync(window.Page, $"letter-{kind}{(dark ? "-dark" : width < 800 ? "-narrow" : "")}");
        }
    }
}
