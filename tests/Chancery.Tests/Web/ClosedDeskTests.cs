using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Chancery.Desk.Commands;
using Chancery.Desk.Web.Accounts;
using Chancery.Desk.Web.State;
using Xunit;

namespace Chancery.Tests.Web;

/// <summary>A desk whose reading is closed: programs read it with a key, and with nothing else.</summary>
public sealed class ClosedDeskTests : IAsyncLifetime
{
    private readonly RunningDesk _desk = new() { ReadingIsOpen = false };

    public async ValueTask InitializeAsync()
    {
        MadeNews.AddTo(_desk);
        await _desk.InitializeAsync();
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task a_key_reads_until_it_is_revoked_and_does_nothing_else()
    {
        var key = Key("create", "news wire").Trim();
        foreach (var path in (string[])["/api/v1/status", "/states/NOR-MWI/changes.atom", "/states/NOR-MWI/in-force.svg", "/states/NOR-MWI"]) Assert.Equal(HttpStatusCode.OK, await AskAsync(path, "Bearer " + key));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync("/accounts", "Bearer " + key, notSignedIn: HttpStatusCode.Forbidden));
        Assert.Contains("news wire", Key("list"), StringComparison.Ordinal);
        Assert.DoesNotContain(key, Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(_desk.Data, "desk.sqlite"))), StringComparison.Ordinal);
        Key("revoke", "news wire");
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync("/api/v1/status", "Bearer " + key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer ")]
    [InlineData("Bearer chancery_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Bearer ' OR 1=1 --")]
    [InlineData("Basic Y2hhbmNlcnk6Y2hhbmNlcnk=")]
    public async Task anything_else_is_refused_and_told_what_is_wanted(string shown)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/status");
        if (shown.Length > 0) request.Headers.TryAddWithoutValidation("Authorization", shown);
        using var answer = await _desk.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        Assert.DoesNotContain("budget support", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_desk_lets_people_sign_in_all_the_same() => Assert.Contains("Password", await _desk.ReadAsync("/sign-in"), StringComparison.Ordinal);

    [Fact]
    public void an_account_that_is_disabled_or_waits_for_a_role_does_not_enter()
    {
        var accounts = new AccountBook(new DeskFile(_desk.Data), _desk.Clock);
        accounts.Put("Ona", Role.Reader, "four quiet grey seals");
        accounts.SetDisabled("Ona", true);
        Assert.Null(accounts.SignIn("Ona", "four quiet grey seals"));
        accounts.SetDisabled("Ona", false);
        Assert.NotNull(accounts.SignIn("Ona", "four quiet grey seals"));
        var told = accounts.Reset("Ona")!;
        Assert.Null(accounts.SignIn("Ona", "four quiet grey seals"));
        Assert.Equal(Role.Reader, accounts.SignIn("Ona", told)!.Role);
    }

    private async Task<HttpStatusCode> AskAsync(string path, string shown, HttpStatusCode? notSignedIn = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = AuthenticationHeaderValue.Parse(shown);
        using var answer = await _desk.Client.SendAsync(request);
        return notSignedIn is { } one && answer.StatusCode is HttpStatusCode.Unauthorized ? one : answer.StatusCode;
    }

    private string Key(params string[] arguments)
    {
        var (output, errors) = (new MemoryStream(), new StringWriter());
        int status = RootOfCommands.Run(["key", .. arguments, "--data", _desk.Data], [KeyCommand.Create(() => new Terminal(() => Stream.Null, () => output, errors, 80, false))], errors);
        Assert.True(status == 0, errors.ToString());
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
