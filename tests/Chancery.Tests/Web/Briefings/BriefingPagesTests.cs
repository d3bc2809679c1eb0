using System.Net;
using System.Text;
using System.Xml.Linq;
using Chancery.Desk.Briefing;
using Chancery.Desk.Mail;
using Chancery.Records;
using Chancery.Records.Briefing;
using Chancery.Records.Claims;
using Chancery.Records.Post;
using Chancery.Records.Reviewing;
using Chancery.Reports;
using Chancery.Tests.Mail;
using Chancery.Tests.Records;
using MimeKit;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Web.Briefings;

/// <summary>The briefing in the browser, and what letters' links do.</summary>
public sealed class BriefingPagesTests(RunningDesk desk) : IClassFixture<RunningDesk>
{
    private static readonly Lock Making = new();

    [Fact]
    public async Task an_issue_is_on_the_web_and_in_the_feed_and_a_correction_is_marked_in_both()
    {
        using var ledger = OpenLedger.At(desk.Record, desk.Clock);
        long row = Told(ledger, "2026-10-05");
        lock (Making) MakeIssue.Of(ledger, new LocalDate(2026, 10, 5), desk.Clock.Now, null, KeptParts.Of);
        var page = await desk.ReadAsync("/briefings/2026-10-05");
        Assert.Contains("Harvest credit suspended (Norway → Malawi)", page, StringComparison.Ordinal);
        Assert.Contains("/states/MWI-NOR?known=2026-10-05", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Corrected", page, StringComparison.Ordinal);
        Assert.Contains("/briefings/2026-10-05", await desk.ReadAsync("/briefings"), StringComparison.Ordinal);
        Assert.DoesNotContain("Corrected: ", await Titles(), StringComparison.Ordinal);
        desk.Clock.Now += Duration.FromMinutes(1);
        new Review(ledger, "Ana Reyes").Reject(new RowName(RowKind.Change, row), "a plan, no decision");
        Assert.Contains("Corrected on 24 November 2026. That was read wrongly and is taken back (Ana Reyes: a plan, no decision).", await desk.ReadAsync("/briefings/2026-10-05"), StringComparison.Ordinal);
        Assert.Contains("Corrected: 5 October 2026", await Titles(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_waits_for_a_reviewer_is_not_seen()
    {
        using var ledger = OpenLedger.At(desk.Record, desk.Clock);
        lock (Making) new Issues(ledger).Make(new EveningQuestion(new LocalDate(2026, 10, 7), null, desk.Clock.Now), desk.Clock.Now, desk.Clock.Now + Duration.FromHours(5), []);
        await desk.ReadAsync("/briefings/2026-10-07", HttpStatusCode.NotFound);
        new Issues(ledger).Decide(new Issues(ledger).Of(new LocalDate(2026, 10, 7))!.Number, IssueVerdict.Release, "Ana Reyes", null, null, desk.Clock.Now);
        await desk.ReadAsync("/briefings/2026-10-07");
    }

    [Fact]
    public async Task from_sign_up_to_leaving_by_one_click_with_a_real_mailbox_between()
    {
        using var server = new MailServer();
        using var ledger = OpenLedger.At(desk.Record, desk.Clock);
        var folder = Directory.CreateTempSubdirectory("chancery-web-post-").FullName;
        var settings = new MailSettings(new MailboxAddress("Chancery", "briefing@desk.example"), desk.Address, new Uri($"smtp://127.0.0.1:{server.Port}"), null, true, null,
            new MailboxAddress("", "bounces@desk.example"), "briefing.desk.example", null, 1, new Dictionary<string, int>(), DateTimeZone.Utc, null);
        void Send() => new HandOver(ledger, settings, folder, desk.Clock).Run(HandOver.NewSender());

        await SendForm("/briefings/sign-up", ("address", "reader@post.example"), ("zone", "Africa/Nairobi"), ("evening", "19:30"), ("language", "fr"), ("dossiers", "nor-mwi"), ("quiet", "yes"));
        Send();
        var confirm = Link(Assert.Single(server.Mailbox, l => l.To == "reader@post.example").Message, "/briefings/confirm");
        Assert.Contains("Yes, send it", await desk.ReadAsync(confirm), StringComparison.Ordinal);
        Assert.Null(new Subscribers(ledger).Of("reader@post.example")!.Confirmed);
        await SendForm(confirm);
        Assert.NotNull(new Subscribers(ledger).Of("reader@post.example")!.Confirmed);

        lock (Making) new Issues(ledger).Make(new EveningQuestion(new LocalDate(2026, 11, 23), null, desk.Clock.Now), desk.Clock.Now, null, []);
        new HandOver(ledger, settings, folder, desk.Clock).Run(HandOver.NewSender(), desk.Clock.Now + Duration.FromDays(1));
        var letter = server.Mailbox.Single(l => l.To == "reader@post.example" && l.Message.Subject != "Do you want the evening briefing?").Message;
        Assert.Equal(new LocalTime(19, 30), OffsetDateTime.FromDateTimeOffset(letter.Date).TimeOfDay);
        Assert.StartsWith("23 novembre 2026", letter.Subject, StringComparison.Ordinal);

        var choices = Link(letter, "/briefings/choices");
        await SendForm(choices, ("do", "save"), ("evening", "20:00"), ("zone", "Asia/Tokyo"), ("language", "de"), ("only", "yes"), ("dossiers", "SWE-TZA"));
        Assert.Equal(("Asia/Tokyo", "SWE-TZA"), new Subscribers(ledger).Of("reader@post.example")!.Choices is var c ? (c.Zone, c.Dossiers) : default);
        Assert.Contains("reader@post.example", await desk.ReadAsync(choices.Replace("choices", "mine", StringComparison.Ordinal)), StringComparison.Ordinal);

        var leave = letter.Headers["List-Unsubscribe"]!.Split('>')[0].TrimStart('<')[desk.Address.AbsoluteUri.TrimEnd('/').Length..];
        Assert.Contains("<button class=\"main\">Leave</button>", await desk.ReadAsync(leave), StringComparison.Ordinal);
        Assert.NotNull(new Subscribers(ledger).Of("reader@post.example"));
        // RFC 8058: nothing but the address and this body.
        await SendForm(leave, ("List-Unsubscribe", "One-Click"));
        Assert.Null(new Subscribers(ledger).Of("reader@post.example"));
        await SendForm(leave, ("List-Unsubscribe", "One-Click"));
        Assert.Contains("Not subscribed", await desk.ReadAsync(choices), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("address=reader")]
    [InlineData("address=a%40b.example%0d%0aBcc%3a+c%40d.example")]
    [InlineData("address=a%40b.example%2cc%40d.example")]
    [InlineData("address=a%40b.example&zone=Mars%2fBase")]
    [InlineData("address=a%40b.example&evening=25%3a00")]
    [InlineData("address=a%40b.example&dossiers=Norway")]
    [InlineData("")]
    public async Task what_cannot_be_subscribed_is_refused_in_words(string form)
    {
        using var content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await desk.Client.PostAsync(new Uri("/briefings/sign-up", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task programs_sign_up_too()
    {
        using var content = new StringContent("""{"address": "api@post.example", "zone": "Europe/Oslo", "evening": "18:15", "dossiers": ["NOR-MWI"], "only_these": true, "quiet_evenings": false}""", Encoding.UTF8, "application/json");
        using var answer = await desk.Client.PostAsync(new Uri("/api/v1/briefings/subscribers", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        using var ledger = OpenLedger.At(desk.Record, desk.Clock);
        Assert.Equal(("Europe/Oslo", true, false), new Subscribers(ledger).Of("api@post.example")!.Choices is var c ? (c.Zone, c.Interest.OnlyThese, c.Quiet) : default);
        using var wrong = new StringContent("[1]", Encoding.UTF8, "application/json");
        using var refused = await desk.Client.PostAsync(new Uri("/api/v1/briefings/subscribers", UriKind.Relative), wrong);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task nobody_signs_up_a_list_of_addresses()
    {
        await using var own = new RunningDesk();
        await own.InitializeAsync();
        HttpStatusCode last = default;
        for (int i = 0; i < 25; i++)
        {
            using var content = new FormUrlEncodedContent([KeyValuePair.Create("address", $"victim{i}@post.example")]);
            using var answer = await own.Client.PostAsync(new Uri("/briefings/sign-up", UriKind.Relative), content);
            last = answer.StatusCode;
        }
        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        using var ledger = OpenLedger.At(own.Record, own.Clock);
        Assert.NotNull(new Subscribers(ledger).Of("victim19@post.example"));
        Assert.Null(new Subscribers(ledger).Of("victim20@post.example"));
    }

    [Theory]
    [InlineData("/briefings/leave?t=nonsense")]
    [InlineData("/briefings/choices")]
    [InlineData("/briefings/confirm?t=")]
    public async Task a_link_that_is_not_whole_does_nothing(string path) => await desk.ReadAsync(path, HttpStatusCode.BadRequest);

    private static long Told(Ledger ledger, string day)
    {
        var date = MadeReading.Day(day);
        ledger.Append(MadeReading.Of("told-" + day, day, "Norway suspended harvest credit to Malawi.", new MeasureChange(
            "c1", "harvest credit", Instrument.Aid, "NOR", "MWI", ChangeKind.Suspend, ClaimStatus.Happened, Stage.InEffect, new DescribedTime(day, date, date.PlusDays(1), TimeBasis.Stated), true, null, null, [new Span(0, 20)], null)));
        return ledger.Changes(ClaimsWanted.All, AsOf.Now).Max(c => c.Number);
    }

    private async Task<string> Titles() =>
        string.Join('\n', XDocument.Parse(await desk.ReadAsync("/briefings/feed.atom")).Descendants().Where(e => e.Name.LocalName == "title").Select(e => e.Value));

    private string Link(MimeMessage letter, string path) =>
        letter.TextBody!.Split('\n').Select(l => l.Trim()).Single(l => l.Contains(path + "?t=", StringComparison.Ordinal))[desk.Address.AbsoluteUri.TrimEnd('/').Length..];

    private async Task SendForm(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await desk.Client.PostAsync(new Uri(path, UriKind.Relative), content);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }
}
