using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Xunit;

namespace Chancery.Tests.Web;

/// <summary>Every page in a real browser: light and dark, wide and narrow, with script and without.</summary>
public class PageTests(DeskWithNews desk, PageTests.OpenWindows windows, TheBrowser browser) : IClassFixture<DeskWithNews>, IClassFixture<PageTests.OpenWindows>
{
    /// <summary>Address and, where it is kept in docs, the picture's name; a star before it for who is signed in.</summary>
    public static readonly TheoryData<string, string> Pages = new()
    {
        { "/?since=2026-01-01", "today" },
        { "/?since=2026-11-25", "today-quiet" },
        { "/states", "dossiers" },
        { "/states/NOR-MWI", "dossier" },
        { "/states/NOR-MWI?on=2019-06-01&known=2019-12-31", "" },
        { "/states/NOR-CHE", "dossier-empty" },
        { "{measure}", "measure" },
        { "/states/NOR-MWI/diff?first=2019-12-31&second=2020-04-01", "diff" },
        { "/states/NOR-MWI/diff?first=2000-01-01&second=2000-02-01", "" },
        { "/why/c1", "why" },
        { "/people/Ingrid%20Solheim?on=2020-03-01", "person" },
        { "/reports", "reports" },
        { "/reports/r5", "report" },
        { "/reports/r9", "report-page" },
        { "/search", "" },
        { "/search?q=budget%20support", "search" },
        { "/search?q=nowhereland", "search-empty" },
        { "/review", "" },
        { "/review/c1", "" },
        { "/review/decisions", "decisions" },
        { "/sign-in", "sign-in" },
        { "/nowhere", "not-found" },
        { "/states/NOR-MWI?on=tomorrow", "bad-request" },
        { "*/review", "review" },
        { "*/review?show=new", "review-new" },
        { "*/review/c1", "claim" },
        { "*/add", "add" },
        { "*/accounts", "accounts" },
        { "*/work", "work" },
    };

    [Theory, MemberData(nameof(Pages))]
    public async Task a_page_is_for_everybody(string address, string picture)
    {
        foreach (var (width, dark) in ((int, bool)[])[(1200, false), (360, true)])
        {
            var window = await windows.OfAsync(browser, desk.Address, isSignedIn: address[0] == '*', width, dark);
            window.Forget();
            await window.Page.GotoAsync(Path(address));
            // All rules once; of the dark page those that colours can break.
            var found = await window.Page.RunAxe(dark ? new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } } : null);
            Assert.True(found.Violations.Length == 0, string.Join("\n", found.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")));
            Assert.Empty(window.Wrong);
            int wide = await window.Page.EvaluateAsync<int>("document.scrollingElement.scrollWidth");
            Assert.True(wide <= width, $"{wide} px wide in a window of {width}");
            if (picture.Length > 0) await Pictures.KeepAsync(window.Page, dark ? picture + "-narrow" : picture);
        }
    }

    [Theory]
    [InlineData("/?since=2026-01-01")]
    [InlineData("/states/NOR-MWI")]
    [InlineData("{measure}")]
    [InlineData("/states/NOR-MWI/diff?first=2019-12-31&second=2020-04-01")]
    [InlineData("/why/c1")]
    [InlineData("/people/Ingrid%20Solheim")]
    [InlineData("/reports/r5")]
    [InlineData("/search?q=malawi")]
    public async Task reading_needs_no_script(string address)
    {
        await using var with = await OpenAsync(address, 1200, dark: false);
        await using var without = await OpenAsync(address, 1200, dark: false, script: false);
        Assert.Equal(await with.Page.InnerTextAsync("main"), await without.Page.InnerTextAsync("main"));
    }

    [Fact]
    public async Task dark_is_dark_and_light_is_light()
    {
        await using var light = await OpenAsync("/states/NOR-MWI", 1200, dark: false);
        await using var dark = await OpenAsync("/states/NOR-MWI", 1200, dark: true);
        const string Ground = "getComputedStyle(document.documentElement).backgroundColor";
        Assert.Equal("rgb(251, 250, 246)", await light.Page.EvaluateAsync<string>(Ground));
        Assert.Equal("rgb(21, 23, 26)", await dark.Page.EvaluateAsync<string>(Ground));
    }

    [Fact]
    public async Task a_slider_moves_the_day_in_the_address_and_the_address_moves_the_page()
    {
        await using var window = await OpenAsync("/states/NOR-MWI", 1200, dark: false);
        await window.Page.FocusAsync("input[data-for=on]");
        await window.Page.Keyboard.PressAsync("Home");
        await window.Page.WaitForURLAsync("**/states/MWI-NOR?on=**");
        var first = await window.Page.InputValueAsync("#on");
        Assert.Contains($"on={first}", window.Page.Url, StringComparison.Ordinal);
        Assert.StartsWith("201", first, StringComparison.Ordinal);
        await window.Page.GotoAsync("/states/NOR-MWI?on=2019-06-01&known=2019-12-31");
        Assert.Equal("2019-06-01", await window.Page.InputValueAsync("#on"));
        Assert.Contains("suspended", await window.Page.InnerTextAsync("table.standing"), StringComparison.Ordinal);
        Assert.DoesNotContain("2020", await window.Page.InnerTextAsync("ol.timeline"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_layer_is_switched_off_and_a_row_leads_to_its_words_and_back()
    {
        await using var window = await OpenAsync("/reports/r5", 1200, dark: false);
        const string Ground = "getComputedStyle(document.querySelector('.text .change')).backgroundColor";
        var marked = await window.Page.EvaluateAsync<string>(Ground);
        await window.Page.UncheckAsync("#show-change");
        await window.Page.UncheckAsync("#show-statement");
        await window.Page.UncheckAsync("#show-signal");
        Assert.NotEqual(marked, await window.Page.EvaluateAsync<string>(Ground));
        Assert.False(await window.Page.IsVisibleAsync(".rows-change"));
        await window.Page.CheckAsync("#show-change");
        await window.Page.ClickAsync(".rows-change li .to-text");
        var place = new Uri(window.Page.Url).Fragment[1..];
        Assert.Equal(1, await window.Page.Locator($".text #{place}").CountAsync());
        await window.Page.Locator($".text #{place} + a, .text #{place} ~ a").First.ClickAsync();
        Assert.Equal(1, await window.Page.Locator($".rows {new Uri(window.Page.Url).Fragment}").CountAsync());
    }

    private async Task<Window> OpenAsync(string address, int width, bool dark, bool script = true)
    {
        var window = await browser.OpenAsync(desk.Address, width, dark, script);
        await window.Page.GotoAsync(Path(address));
        return window;
    }

    private string Path(string address) => address.TrimStart('*').Replace("{measure}", desk.MeasureAddress, StringComparison.Ordinal);

    /// <summary>Windows that one page after the other is opened in: to open one takes longer than to look at a page.</summary>
    public sealed class OpenWindows : IAsyncDisposable
    {
        private readonly Dictionary<(bool, int), Window> _open = [];

        internal async Task<Window> OfAsync(TheBrowser browser, Uri desk, bool isSignedIn, int width, bool dark)
        {
            if (_open.TryGetValue((isSignedIn, width), out var window)) return window;
            window = _open[(isSignedIn, width)] = await browser.OpenAsync(desk, width, dark);
            if (isSignedIn) await window.SignInAsync(DeskWithNews.Admin, DeskWithNews.Password);
            return window;
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var window in _open.Values) await window.DisposeAsync();
        }
    }
}
