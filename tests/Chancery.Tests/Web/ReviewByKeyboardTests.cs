using Chancery.Records;
using Chancery.Records.Claims;
using Microsoft.Playwright;
using Xunit;

namespace Chancery.Tests.Web;

/// <summary>The review queue worked through with the keyboard alone: no click anywhere.</summary>
public class ReviewByKeyboardTests(TheBrowser browser) : IAsyncLifetime
{
    private readonly DeskWithNews _desk = new();
    private Window _window = null!;

    private IKeyboard Keys => _window.Page.Keyboard;

    public async ValueTask InitializeAsync()
    {
        await _desk.InitializeAsync();
        _window = await browser.OpenAsync(_desk.Address);
        await _window.SignInAsync(DeskWithNews.Reviewer, DeskWithNews.Password);
    }

    public async ValueTask DisposeAsync()
    {
        await _window.DisposeAsync();
        await _desk.DisposeAsync();
    }

    [Fact]
    public async Task new_claims_are_accepted_rejected_noted_and_taken_back()
    {
        await _window.Page.GotoAsync("/review?show=new");
        var first = await RowInFocusAsync();
        await PressAsync("r");
        Assert.Equal((DecisionKind.Reject, first), Last());
        var second = await RowInFocusAsync();
        Assert.NotEqual(first, second);
        await Keys.PressAsync("n");
        await Keys.TypeAsync("seen in print too");
        await Keys.PressAsync("Escape");
        await PressAsync("a");
        Assert.Equal((DecisionKind.Accept, second), Last());
        Assert.Contains("seen in print too", LastPayload(), StringComparison.Ordinal);
        await Keys.PressAsync("j");
        await Keys.PressAsync("k");
        await PressAsync("r");
        var third = Last().Row;
        await PressAsync("u");
        Assert.Equal((DecisionKind.Accept, third), Last());
        Assert.Contains("takes back d3", LastPayload(), StringComparison.Ordinal);
        Assert.Empty(_window.Wrong);
    }

    [Fact]
    public async Task a_contradiction_is_settled_and_a_claim_edited()
    {
        await _window.Page.GotoAsync("/review");
        for (int i = 0; i < 25 && !(await _window.Page.EvaluateAsync<string>("document.activeElement.innerText")).Contains("hospital aid?", StringComparison.Ordinal); i++) await Keys.PressAsync("j");
        await PressAsync("2");
        Assert.Equal(DecisionKind.Settle, Last().Kind);
        await _window.Page.GotoAsync("/review?show=new");
        var row = await RowInFocusAsync();
        await Keys.PressAsync("e");
        await _window.Page.WaitForURLAsync($"**/review/{row}");
        await _window.Page.FocusAsync("#set-date");
        await Keys.PressAsync("Control+A");
        await Keys.TypeAsync("2021-01");
        await PressAsync("Enter");
        Assert.Equal((DecisionKind.Edit, row), Last());
        Assert.Contains("\"date\":\"2021-01\"", LastPayload(), StringComparison.Ordinal);
        Assert.Contains(DeskWithNews.Reviewer, await _window.Page.InnerTextAsync(".decisions"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_claim_that_leaves_a_side_unsaid_is_given_the_side_that_others_name_or_left_as_it_is()
    {
        int asked = await ToUnsaidAsync();
        await PressAsync("m");
        Assert.Equal(DecisionKind.Edit, Last().Kind);
        Assert.Contains("\"actor\":\"NOR\"", LastPayload(), StringComparison.Ordinal);
        await PressAsync("u");
        Assert.Contains("takes back", LastPayload(), StringComparison.Ordinal);
        Assert.Equal(asked, await ToUnsaidAsync());
        await PressAsync("a");
        Assert.Equal(DecisionKind.Accept, Last().Kind);
        Assert.InRange(await ToUnsaidAsync(), 0, asked - 1);
        Assert.Empty(_window.Wrong);
    }

    private const string Unsaid = "leaves a side unsaid";

    /// <summary>Goes to the first such question.</summary>
    /// <returns>How many there are.</returns>
    private async Task<int> ToUnsaidAsync()
    {
        await _window.Page.GotoAsync("/review");
        int asked = await _window.Page.Locator($"h2:has-text('{Unsaid}')").CountAsync();
        for (int i = 0; asked > 0 && i < 25 && !(await _window.Page.EvaluateAsync<string>("document.activeElement.innerText")).Contains(Unsaid, StringComparison.Ordinal); i++) await Keys.PressAsync("j");
        return asked;
    }

    private async Task PressAsync(string key)
    {
        // The page that comes next is another document.
        await _window.Page.EvaluateAsync("document.documentElement.dataset.before = 'yes'");
        await Keys.PressAsync(key);
        await Assertions.Expect(_window.Page.Locator("html:not([data-before]) .foot")).ToHaveCountAsync(1, new LocatorAssertionsToHaveCountOptions { Timeout = 60_000 });
        await _window.Page.WaitForLoadStateAsync();
    }

    private async Task<string> RowInFocusAsync() => (await _window.Page.EvaluateAsync<string>("document.activeElement.querySelector('[name=row]').value"))!;

    private (DecisionKind Kind, string? Row) Last()
    {
        using var ledger = _desk.Open();
        var last = ledger.Decisions(AsOf.Now)[^1];
        Assert.Equal(DeskWithNews.Reviewer, last.By);
        return (last.Kind, last.About?.ToString());
    }

    private string LastPayload()
    {
        using var ledger = _desk.Open();
        return ledger.Decisions(AsOf.Now)[^1].Payload;
    }
}
