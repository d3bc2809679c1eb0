using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Chancery.Records;
using Chancery.Records.Claims;
using Xunit;

namespace Chancery.Tests.Web;

/// <summary>Requests that no page of the desk would send, and what comes of them: nothing.</summary>
public partial class ForgedRequestTests(DeskWithNews desk) : IClassFixture<DeskWithNews>
{
    /// <summary>What the form of a reviewer sends, and one thing wrong with it.</summary>
    public static readonly TheoryData<string, HttpStatusCode> Forged = new()
    {
        { "no cookie", HttpStatusCode.Unauthorized },
        { "a cookie of nobody", HttpStatusCode.Unauthorized },
        { "a reader's account", HttpStatusCode.Forbidden },
        { "no token", HttpStatusCode.BadRequest },
        { "an empty token", HttpStatusCode.BadRequest },
        { "a token of no desk", HttpStatusCode.BadRequest },
        { "the token of another account", HttpStatusCode.BadRequest },
        { "the token without its cookie", HttpStatusCode.BadRequest },
        { "the token in the address", HttpStatusCode.BadRequest },
        { "Origin of another site", HttpStatusCode.Forbidden },
        { "Origin null", HttpStatusCode.Forbidden },
        { "Sec-Fetch-Site cross-site", HttpStatusCode.Forbidden },
        { "Sec-Fetch-Site same-site", HttpStatusCode.Forbidden },
        { "as JSON", HttpStatusCode.UnsupportedMediaType },
        { "as text", HttpStatusCode.UnsupportedMediaType },
        { "by GET", HttpStatusCode.OK },
        { "by PUT", HttpStatusCode.MethodNotAllowed },
        { "under another host's name", HttpStatusCode.BadRequest },
        { "for a row that is none", HttpStatusCode.BadRequest },
        { "a decision that is none", HttpStatusCode.BadRequest },
        { "without what was seen", HttpStatusCode.BadRequest },
        { "a body of two megabytes", HttpStatusCode.RequestEntityTooLarge },
    };

    [Theory, MemberData(nameof(Forged))]
    public async Task a_forged_decision_is_not_taken(string wrong, HttpStatusCode expected)
    {
        int before = Decisions();
        var reviewer = await SignedInAsync(DeskWithNews.Reviewer);
        using var answer = await SendAsync(await ForgeAsync(wrong, reviewer));
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(before, Decisions());
    }

    [Fact]
    public async Task the_same_decision_with_nothing_wrong_is_taken()
    {
        int before = Decisions();
        using var answer = await SendAsync(Request(await SignedInAsync(DeskWithNews.Reviewer)));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(before + 1, Decisions());
    }

    [Fact]
    public async Task of_two_reviewers_who_decide_at_once_about_one_row_the_second_is_told()
    {
        var reviewer = await SignedInAsync(DeskWithNews.Reviewer);
        var other = await SignedInAsync(DeskWithNews.Admin);
        int before = Decisions();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => SendAsync(Request(i % 2 == 0 ? reviewer : other, row: "c3", act: i % 3 == 0 ? "reject" : "accept", seen: before))));
        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.SeeOther));
        Assert.Equal(7, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
        Assert.Equal(before + 1, Decisions());
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task signing_in_leads_nowhere_else(string then)
    {
        using var answer = await SignInAsync(DeskWithNews.Reader, DeskWithNews.Password, then);
        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("/assets/..%2f..%2fdesk.sqlite")]
    [InlineData("/assets/%2e%2e/desk.sqlite")]
    [InlineData("/assets/desk.css")]
    [InlineData("/reports/r999999999999999999999")]
    [InlineData("/reports/../../etc/passwd")]
    [InlineData("/states/NOR-MWI/measures/..%2F..%2Fetc%2Fpasswd")]
    [InlineData("/rows/c0")]
    [InlineData("/why/c999999")]
    [InlineData("/why/..%2f")]
    [InlineData("/api/v1/why?row=c999999")]
    [InlineData("/people/%20")]
    [InlineData("/api/v1/reports/r0")]
    [InlineData("/keys")]
    [InlineData("/desk.sqlite")]
    public async Task a_path_leads_to_nothing_but_pages(string path)
    {
        using var answer = await desk.Desk.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task a_password_is_not_guessed_by_trying()
    {
        await using var own = new RunningDesk();
        await own.InitializeAsync();
        var statuses = new List<HttpStatusCode>();
        for (int i = 0; i < 12; i++)
        {
            var (cookies, token) = await FormOfAsync(own.Client, "/sign-in", "");
            using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["token"] = token, ["name"] = "Astrid", ["password"] = "guess " + i }) };
            request.Headers.Add("Cookie", cookies);
            using var answer = await own.Client.SendAsync(request);
            statuses.Add(answer.StatusCode);
        }
        Assert.Equal(10, statuses.Count(s => s == HttpStatusCode.Forbidden));
        Assert.Equal(2, statuses.Count(s => s == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task a_proxy_on_this_machine_says_how_and_by_whom_the_desk_was_asked_and_nothing_else_is_believed()
    {
        await using var own = new RunningDesk();
        await own.InitializeAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/search.atom?q=aid");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        using var feed = await own.Client.SendAsync(request);
        var atom = await feed.Content.ReadAsStringAsync();
        Assert.Contains($"https://{own.Address.Authority}/search", atom, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", atom, StringComparison.Ordinal);

        // Who guesses behind a proxy is stopped alone: somebody else behind it may still sign in.
        Assert.Equal(HttpStatusCode.TooManyRequests, (await GuessAsync(own, "203.0.113.7", 11))[^1]);
        Assert.Equal(HttpStatusCode.Forbidden, (await GuessAsync(own, "203.0.113.8", 1))[^1]);
        // A chain of proxies is believed for its last step only: what a guesser writes before it gives no new address.
        Assert.Equal(HttpStatusCode.TooManyRequests, (await GuessAsync(own, "198.51.100.1, 203.0.113.7", 1))[^1]);
    }

    private static async Task<List<HttpStatusCode>> GuessAsync(RunningDesk own, string by, int times)
    {
        var statuses = new List<HttpStatusCode>();
        for (int i = 0; i < times; i++)
        {
            var (cookies, token) = await FormOfAsync(own.Client, "/sign-in", "");
            using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["token"] = token, ["name"] = $"{by} {i}", ["password"] = "guess" }) };
            request.Headers.Add("Cookie", cookies);
            request.Headers.Add("X-Forwarded-For", by);
            using var answer = await own.Client.SendAsync(request);
            statuses.Add(answer.StatusCode);
        }
        return statuses;
    }

    [Theory]
    [InlineData("/states")]
    [InlineData("/reports/r1")]
    [InlineData("/api/v1/status")]
    [InlineData("/states/NOR-MWI/changes.atom")]
    [InlineData("/states/NOR-MWI/in-force.svg")]
    [InlineData("/rows/c1")]
    [InlineData("/review")]
    public async Task where_reading_is_closed_nothing_is_read_without_an_account(string path)
    {
        await using var closed = new RunningDesk { ReadingIsOpen = false };
        await closed.InitializeAsync();
        using var answer = await closed.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.SeeOther, HttpStatusCode.Unauthorized]);
    }

    private sealed record Session(string Cookies, string Token);

    private async Task<HttpRequestMessage> ForgeAsync(string wrong, Session reviewer)
    {
        var request = Request(reviewer);
        switch (wrong)
        {
            case "no cookie": request.Headers.Remove("Cookie"); break;
            case "a cookie of nobody": return Request(reviewer with { Cookies = "chancery=CfDJ8AAAA" });
            case "a reader's account": return Request(await SignedInAsync(DeskWithNews.Reader));
            case "no token": return Request(reviewer, change: form => form.Remove("token"));
            case "an empty token": return Request(reviewer with { Token = "" });
            case "a token of no desk": return Request(reviewer with { Token = "CfDJ8" + new string('A', 150) });
            case "the token of another account": return Request(reviewer with { Token = (await SignedInAsync(DeskWithNews.Admin)).Token });
            case "the token without its cookie": return Request(reviewer with { Cookies = string.Join("; ", reviewer.Cookies.Split("; ").Where(c => !c.StartsWith("chancery-form", StringComparison.Ordinal))) });
            case "the token in the address":
                request = Request(reviewer, change: form => form.Remove("token"));
                request.RequestUri = new Uri("/review?token=" + Uri.EscapeDataString(reviewer.Token), UriKind.Relative);
                break;
            case "Origin of another site": request.Headers.Add("Origin", "https://evil.example"); break;
            case "Origin null": request.Headers.Add("Origin", "null"); break;
            case "Sec-Fetch-Site cross-site": request.Headers.Add("Sec-Fetch-Site", "cross-site"); break;
            case "Sec-Fetch-Site same-site": request.Headers.Add("Sec-Fetch-Site", "same-site"); break;
            case "as JSON": request.Content = new StringContent("{\"act\":\"reject\",\"row\":\"c1\"}", Encoding.UTF8, "application/json"); break;
            case "as text": request.Content = new StringContent("act=reject&row=c1", Encoding.UTF8, "text/plain"); break;
            case "by GET":
                request = new HttpRequestMessage(HttpMethod.Get, $"/review?act=reject&row=c1&seen=0&token={Uri.EscapeDataString(reviewer.Token)}");
                request.Headers.Add("Cookie", reviewer.Cookies);
                break;
            case "by PUT": request.Method = HttpMethod.Put; break;
            case "under another host's name": request.Headers.Host = "evil.example"; break;
            case "for a row that is none": return Request(reviewer, row: "c999999");
            case "a decision that is none": return Request(reviewer, act: "delete");
            case "without what was seen": return Request(reviewer, change: form => form.Remove("seen"));
            case "a body of two megabytes":
                request = Request(reviewer, change: form => form["note"] = new string('x', 2 << 20));
                // The desk says no before the body comes, and then hangs up: whoever still sends would hear of the hanging up only.
                request.Headers.ExpectContinue = true;
                return request;
            default: throw new NotSupportedException(wrong);
        }
        return request;
    }

    private HttpRequestMessage Request(Session session, string row = "c1", string act = "reject", int? seen = null, Action<Dictionary<string, string>>? change = null)
    {
        var form = new Dictionary<string, string> { ["token"] = session.Token, ["row"] = row, ["act"] = act, ["seen"] = (seen ?? Decisions()).ToString(System.Globalization.CultureInfo.InvariantCulture), ["back"] = "queue" };
        change?.Invoke(form);
        var request = new HttpRequestMessage(HttpMethod.Post, "/review") { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("Cookie", session.Cookies);
        return request;
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => desk.Desk.Client.SendAsync(request);

    private readonly Dictionary<string, Session> _sessions = new(StringComparer.Ordinal);

    private async Task<Session> SignedInAsync(string name)
    {
        if (_sessions.TryGetValue(name, out var known)) return known;
        using var answer = await SignInAsync(name, DeskWithNews.Password, "/");
        var account = CookiesOf(answer);
        var (cookies, token) = await FormOfAsync(desk.Desk.Client, "/review/c2", account);
        return _sessions[name] = new Session($"{account}; {cookies}", token);
    }

    private async Task<HttpResponseMessage> SignInAsync(string name, string password, string then)
    {
        // One desk for all these tests, and its limit is for people.
        desk.Desk.ForgetSignIns();
        var (cookies, token) = await FormOfAsync(desk.Desk.Client, "/sign-in", "");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["token"] = token, ["name"] = name, ["password"] = password, ["then"] = then }) };
        request.Headers.Add("Cookie", cookies);
        return await SendAsync(request);
    }

    private static async Task<(string Cookies, string Token)> FormOfAsync(HttpClient client, string path, string cookies)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookies.Length > 0) request.Headers.Add("Cookie", cookies);
        using var answer = await client.SendAsync(request);
        return (CookiesOf(answer), WebUtility.HtmlDecode(TokenField().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value));
    }

    private static string CookiesOf(HttpResponseMessage answer) =>
        string.Join("; ", answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.Select(c => c.Split(';')[0]) : []);

    private int Decisions()
    {
        using var ledger = desk.Open();
        return ledger.Decisions(AsOf.Now).Count;
    }

    [GeneratedRegex("name=\"token\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
