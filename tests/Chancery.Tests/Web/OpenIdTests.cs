using System.Net;
using Chancery.Desk.Web.Accounts;
using Chancery.Desk.Web.State;
using Xunit;

namespace Chancery.Tests.Web;

/// <summary>Signing in at a closed desk with a real OpenID provider.</summary>
public sealed class OpenIdTests(TheProvider provider) : IClassFixture<TheProvider>, IAsyncLifetime
{
    private RunningDesk _desk = null!;
    private AccountBook _accounts = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = new RunningDesk { ReadingIsOpen = false, OpenId = new OpenIdProvider(provider.Address, TheProvider.Client, TheProvider.Secret, Role.Reader) };
        MadeNews.AddTo(_desk);
        await _desk.InitializeAsync();
        _accounts = new AccountBook(new DeskFile(_desk.Data), _desk.Clock);
        provider.Redirect = new Uri(_desk.Address, "/sign-in/openid/back").ToString();
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task who_comes_from_the_provider_gets_an_account_and_is_the_same_next_time()
    {
        provider.Person = ("7", "Nora Example");
        for (int i = 0; i < 2; i++)
        {
            var (address, page) = await SignInAsync("/states/NOR-MWI");
            Assert.Equal("/states/NOR-MWI", address.AbsolutePath);
            Assert.Contains("Nora Example, reader", page, StringComparison.Ordinal);
        }
        Assert.Equal(("Nora Example", Role.Reader), Assert.Single(_accounts.All()) is var a ? (a.Name, a.Role) : default);
    }

    [Fact]
    public async Task a_name_that_somebody_has_gives_nobody_their_account()
    {
        _accounts.Put("Astrid", Role.Admin, "four quiet grey seals");
        provider.Person = ("8", "Astrid");
        var page = (await SignInAsync("/states")).Page;
        Assert.True(page.Contains("Astrid (2), reader", StringComparison.Ordinal), page);
        Assert.Equal(Role.Admin, _accounts.SignIn("Astrid", "four quiet grey seals")!.Role);
        Assert.Null(_accounts.SignIn("Astrid (2)", ""));
        Assert.Null(_accounts.Reset("Astrid (2)"));
    }

    [Fact]
    public async Task who_was_disabled_or_is_refused_by_the_provider_does_not_enter()
    {
        provider.Person = ("9", "Odd");
        await SignInAsync("/states");
        _accounts.SetDisabled("Odd", true);
        Assert.Contains("did not sign you in", (await SignInAsync("/states")).Page, StringComparison.Ordinal);
        provider.Person = null;
        Assert.Contains("did not sign you in", (await SignInAsync("/states")).Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sign-in/openid/back")]
    [InlineData("/sign-in/openid/back?code=made-up&state=made-up")]
    [InlineData("/sign-in/openid/back?error=access_denied")]
    public async Task an_answer_that_nobody_asked_for_signs_nobody_in(string path)
    {
        using var answer = await _desk.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/sign-in?failed=openid", answer.Headers.Location!.ToString());
        Assert.DoesNotContain("chancery=", string.Join(';', answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    public async Task the_way_back_leads_nowhere_else(string then)
    {
        provider.Person = ("7", "Nora Example");
        Assert.Equal("/", (await SignInAsync(then)).Address.AbsolutePath);
    }

    [Fact]
    public async Task a_provider_that_is_not_there_is_told_of_in_a_sentence()
    {
        await using var alone = new RunningDesk { OpenId = new OpenIdProvider(new Uri("http://127.0.0.1:1/"), TheProvider.Client, TheProvider.Secret, Role.Nobody) };
        await alone.InitializeAsync();
        Assert.Contains("does not answer", await alone.ReadAsync("/sign-in/openid", HttpStatusCode.ServiceUnavailable), StringComparison.Ordinal);
    }

    private async Task<(Uri Address, string Page)> SignInAsync(string then)
    {
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = _desk.Address };
        using var answer = await browser.GetAsync(new Uri("/sign-in/openid?then=" + Uri.EscapeDataString(then), UriKind.Relative));
        return (answer.RequestMessage!.RequestUri!, await answer.Content.ReadAsStringAsync() + _desk.Errors);
    }
}
