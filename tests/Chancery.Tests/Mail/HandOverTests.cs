using Chancery.Desk.Mail;
using Chancery.Records.Claims;
using Chancery.Records.Post;
using Chancery.Records.Briefing;
using MimeKit;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Mail;

/// <summary>Letters on their way, to a real mail server.</summary>
public sealed class HandOverTests : IDisposable
{
    private readonly MailServer _server = new();
    private readonly PostOffice _post;

    public HandOverTests() => _post = new PostOffice(_server);

    public void Dispose()
    {
        _post.Dispose();
        _server.Dispose();
    }

    [Fact]
    public void twelve_time_zones_get_each_issue_once_at_their_own_hour_across_a_night_that_jumps()
    {
        string[] zones =
        [
            "Pacific/Kiritimati", "Pacific/Auckland", "Australia/Lord_Howe", "Asia/Tokyo", "Asia/Kathmandu", "Asia/Karachi", "Africa/Nairobi", "Europe/Berlin", "Europe/London",
            "America/St_Johns", "America/New_York", "Pacific/Honolulu",
        ];
        var hours = new Dictionary<string, LocalTime> { ["Europe/Berlin"] = new(2, 30) };
        _post.Subscribe([.. zones.Select((z, i) => ($"reader{i}@post.example", Choices.Usual with { Zone = z, Evening = hours.GetValueOrDefault(z, new LocalTime(18, 30)) }))]);
        // Europe loses an hour in the night to 29 March 2026; the issues of three days.
        var end = _post.Clock.Now + Duration.FromDays(3) + Duration.FromHours(6);
        var made = _post.Clock.Now;
        for (int day = 0; _post.Clock.Now < end; _post.Clock.Now += Duration.FromMinutes(15))
        {
            if (day < 3 && _post.Clock.Now == made + Duration.FromDays(day)) _post.Make(new LocalDate(2026, 3, 27).PlusDays(day++));
            if (_post.Outbox.NextDue() is not { } next || next <= _post.Clock.Now || !_post.Outbox.IsFilled(day)) _post.Send();
        }
        var letters = _server.Mailbox;
        Assert.Equal(3 * zones.Length, letters.Count);
        Assert.All(letters.GroupBy(l => l.To), g => Assert.Equal(3, g.Select(l => l.Message.MessageId).Distinct().Count()));
        Assert.All(letters, l =>
        {
            var zone = zones[int.Parse(l.To["reader".Length..l.To.IndexOf('@', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture)];
            var expected = hours.GetValueOrDefault(zone, new LocalTime(18, 30));
            if (zone == "Europe/Berlin" && l.Message.Date.Day == 29) expected = new LocalTime(3, 30);
            Assert.Equal((zone, expected), (zone, OffsetDateTime.FromDateTimeOffset(l.Message.Date).TimeOfDay));
        });
    }

    [Fact]
    public void a_busy_server_is_tried_again_later_and_a_letter_it_refuses_is_not()
    {
        _post.Subscribe(["busy-a@post.example", "shut-b@post.example", "gone-c@post.example", "spam-d@post.example", "plain@post.example"]);
        _post.Make(new LocalDate(2026, 3, 27));
        var first = _post.Send();
        Assert.Equal((1, 2, 2), (first.Sent, first.WaitAgain, first.Refused));
        Assert.Equal(0, _post.Send().Sent);
        _post.Clock.Now += Duration.FromMinutes(2);
        Assert.Equal(2, _post.Send().Sent);
        Assert.Equal(["busy-a@post.example", "plain@post.example", "shut-b@post.example"], _server.Mailbox.Select(l => l.To).Order());
        Assert.Null(_post.Subscribers.Of("gone-c@post.example"));
        Assert.Equal(SuppressionReason.Refused, new Suppressions(_post.Ledger).Of("Gone-C@post.example"));
        Assert.Equal(LetterState.Refused, _post.StateOf(1, "spam-d@post.example"));
    }

    [Fact]
    public void a_letter_lapses_that_no_server_wants_for_two_days()
    {
        _post.Subscribe(["reader@post.example"]);
        _post.Make(new LocalDate(2026, 3, 27));
        Assert.All(Enumerable.Range(1, 7), n => Assert.NotNull(Backoff.NextTry(n, _post.Clock.Now, _post.Clock.Now)));
        Assert.Null(Backoff.NextTry(20, _post.Clock.Now - Duration.FromHours(46), _post.Clock.Now));
    }

    [Fact]
    public void nobody_gets_a_letter_twice_when_the_server_is_killed_in_the_middle()
    {
        using var slow = new MailServer(pause: -0.005);
        using var post = new PostOffice(slow);
        post.Subscribe(Enumerable.Range(0, 60).Select(i => $"reader{i}@post.example"));
        post.Make(new LocalDate(2026, 3, 27));
        var killer = new Thread(() =>
        {
            while (slow.CountTaken < 20) Thread.Sleep(1);
            slow.Kill();
        });
        killer.Start();
        var first = post.Send();
        killer.Join();
        Assert.NotNull(first.Trouble);
        slow.StartAgain();
        post.Clock.Now += Duration.FromMinutes(5);
        Assert.Null(post.Send().Trouble);
        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"reader{i}@post.example").Order(), slow.Mailbox.Select(l => l.To).Order());
    }

    [Fact]
    public void an_issue_sent_twice_is_sent_once()
    {
        _post.Subscribe(["reader@post.example"]);
        var issue = _post.Make(new LocalDate(2026, 3, 27));
        _post.Send();
        _post.Send();
        Assert.False(_post.Outbox.Fill(issue, issue.Entries, issue.Made, _post.Clock.Now));
        Assert.Single(_server.Mailbox);
    }

    [Fact]
    public void a_quiet_evening_sends_a_line_or_nothing_as_the_reader_chose()
    {
        _post.Subscribe(
            ("line@post.example", Now with { Quiet = true }), ("nothing@post.example", Now with { Quiet = false }),
            ("elsewhere@post.example", Now with { Quiet = false, Interest = new Interest(new HashSet<Dyad> { Dyad.Of("SWE", "TZA") }, OnlyThese: true) }));
        _post.Make(new LocalDate(2026, 3, 26), quiet: true);
        _post.Send();
        Assert.Equal(["line@post.example"], _server.Mailbox.Select(l => l.To));
        Assert.Contains("Nothing changed", _server.Mailbox[0].Message.TextBody, StringComparison.Ordinal);
        _post.Make(new LocalDate(2026, 3, 27));
        _post.Send();
        Assert.Equal(["line@post.example", "line@post.example", "nothing@post.example"], _server.Mailbox.Select(l => l.To).Order());
    }

    private Choices Now => Choices.Usual with { Evening = _post.Clock.Now.InUtc().TimeOfDay };

    [Fact]
    public void an_address_is_asked_first_and_gets_nothing_before_its_owner_says_yes()
    {
        Assert.True(_post.Subscribers.Ask("Reader@post.example", Now, _post.Clock.Now));
        _post.Make(new LocalDate(2026, 3, 27));
        _post.Send();
        var question = Assert.Single(_server.Mailbox).Message;
        Assert.Equal("Do you want the evening briefing?", question.Subject);
        var tokens = Tokens.Of(_post.Ledger);
        var token = question.TextBody!.Split("confirm?t=")[1].Split('\n')[0].Trim();
        Assert.Null(tokens.Read(token, TokenUse.Leave));
        Assert.True(_post.Subscribers.Confirm(tokens.Read(token, TokenUse.Confirm)!.Value, _post.Clock.Now));
        _post.Make(new LocalDate(2026, 3, 28));
        _post.Send();
        Assert.Equal(2, _server.CountTaken);
        Assert.False(_post.Subscribers.Ask("reader@POST.example", Now, _post.Clock.Now));
    }

    [Fact]
    public void a_stranger_cannot_fill_a_mailbox_with_questions()
    {
        for (int i = 0; i < 10; i++)
        {
            _post.Subscribers.Ask("victim@post.example", Now, _post.Clock.Now);
            _post.Send();
        }
        Assert.Equal(3, _server.CountTaken);
    }

    [Fact]
    public void an_issue_waits_for_its_reviewer_until_the_hour_and_goes_without_what_was_struck()
    {
        _post.Subscribe([("reader@post.example", Now with { Evening = new LocalTime(19, 0) })]);
        var issue = _post.Make(new LocalDate(2026, 3, 27), waitsUntil: _post.Clock.Now + Duration.FromHours(1));
        _post.Send();
        Assert.False(_post.Outbox.IsFilled(issue.Number));
        _post.Issues.Decide(issue.Number, IssueVerdict.Hold, "Ana Reyes", null, "asks back", _post.Clock.Now);
        _post.Clock.Now += Duration.FromHours(3);
        _post.Send();
        Assert.False(_post.Outbox.IsFilled(issue.Number));
        _post.Issues.Decide(issue.Number, IssueVerdict.Strike, "Ana Reyes", 1, null, _post.Clock.Now);
        _post.Issues.Decide(issue.Number, IssueVerdict.Release, "Ana Reyes", null, null, _post.Clock.Now);
        _post.Clock.Now += Duration.FromDays(1);
        _post.Send();
        Assert.Contains("Nothing changed", Assert.Single(_server.Mailbox).Message.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public void each_host_gets_so_many_letters_a_minute()
    {
        _post.Settings = _post.Settings with { Rates = new Dictionary<string, int> { ["slow.example"] = 2 } };
        _post.Subscribe(Enumerable.Range(0, 5).Select(i => $"r{i}@slow.example").Append("r@fast.example"));
        _post.Make(new LocalDate(2026, 3, 27));
        var hand = _post.HandOver;
        int Sent() => hand.Run(Chancery.Desk.Mail.HandOver.NewSender()).Sent;
        Assert.Equal(2, Sent());
        Assert.Equal(0, Sent());
        for (int half = 1; half < 5; half++)
        {
            _post.Clock.Now += Duration.FromSeconds(30);
            Assert.Equal(1, Sent());
        }
        Assert.Equal(6, _server.CountTaken);
    }
}
