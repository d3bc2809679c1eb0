using Chancery.Desk.Web.Accounts;
using Chancery.Desk.Web.State;
using Microsoft.Playwright;
using Xunit;

namespace Chancery.Tests.Web;

/// <summary>Accounts as an admin changes them in the browser.</summary>
public class AccountsTests(DeskWithNews desk, TheBrowser browser) : IClassFixture<DeskWithNews>
{
    [Fact]
    public async Task an_admin_makes_changes_disables_and_resets_an_account_and_never_their_own()
    {
        var accounts = new AccountBook(new DeskFile(desk.Desk.Data), desk.Desk.Clock);
        await using var window = await browser.OpenAsync(desk.Address);
        await window.SignInAsync(DeskWithNews.Admin, DeskWithNews.Password);
        await window.Page.GotoAsync("/accounts");
        await window.Page.FillAsync("#new-name", "Tor");
        await window.Page.ClickAsync("button[value=make]");
        var password = await window.Page.InnerTextAsync(".told-once code");
        Assert.Equal(Role.Reviewer, accounts.SignIn("Tor", password)!.Role);

        await window.Page.SelectOptionAsync("[aria-label='Role of Tor']", "reader");
        await PressAsync(window, "Set the role of Tor");
        Assert.Equal(Role.Reader, accounts.Find("Tor")!.Role);
        await PressAsync(window, "Disable Tor");
        Assert.Null(accounts.SignIn("Tor", password));
        await PressAsync(window, "Enable Tor");
        Assert.NotNull(accounts.SignIn("Tor", password));
        await PressAsync(window, "New password for Tor");
        Assert.Null(accounts.SignIn("Tor", password));
        Assert.NotNull(accounts.SignIn("Tor", await window.Page.InnerTextAsync(".told-once code")));
        Assert.Equal(0, await window.Page.Locator($"[aria-label='Disable {DeskWithNews.Admin}']").CountAsync());
        Assert.Empty(window.Wrong);
    }

    [Fact]
    public async Task whoever_is_disabled_is_out_at_once()
    {
        await using var window = await browser.OpenAsync(desk.Address);
        await window.SignInAsync(DeskWithNews.Reader, DeskWithNews.Password);
        var accounts = new AccountBook(new DeskFile(desk.Desk.Data), desk.Desk.Clock);
        accounts.SetDisabled(DeskWithNews.Reader, true);
        await window.Page.GotoAsync("/states");
        await Assertions.Expect(window.Page.Locator(".who")).ToHaveTextAsync("Sign in");
        accounts.SetDisabled(DeskWithNews.Reader, false);
    }

    private static async Task PressAsync(Window window, string button)
    {
        await window.Page.ClickAsync($"[aria-label='{button}']");
        await window.Page.WaitForLoadStateAsync();
    }
}
