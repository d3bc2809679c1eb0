using System.Text;
using Chancery.Desk.Mail;
using Chancery.Records.Post;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Mail;

/// <summary>Mail that comes back.</summary>
public sealed class BounceTests : IDisposable
{
    private readonly MailServer _server = new();
    private readonly PostOffice _post;

    public BounceTests()
    {
        _post = new PostOffice(_server);
        _post.Subscribe(["reader@post.example"]);
        _post.Make(new LocalDate(2026, 3, 27));
        _post.Send();
    }

    public void Dispose()
    {
        _post.Dispose();
        _server.Dispose();
    }

    private string ReturnPath => _server.Mailbox[0].From;

    private ReturnedMail Read(string mail) => new ReadBounces(_post.Ledger, Tokens.Of(_post.Ledger), _post.Clock).Read(new MemoryStream(Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\r\n"))));

    private static string Report(string to, string action, string status) => $"""
        From: MAILER-DAEMON@post.example
        To: {to}
        Subject: Undelivered Mail
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        It could not be delivered.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; post.example

        Final-Recipient: rfc822; reader@post.example
        Action: {action}
        Status: {status}

        --b--
        """;

    [Fact]
    public void mail_that_comes_back_for_good_ends_the_subscription_and_nothing_more_is_sent()
    {
        Assert.Equal(ReturnedMail.Bounce, Read(Report(ReturnPath, "failed", "5.1.1")));
        Assert.Equal(SuppressionReason.Bounce, new Suppressions(_post.Ledger).Of("reader@post.example"));
        Assert.Null(_post.Subscribers.Of("reader@post.example"));
        _post.Make(new LocalDate(2026, 3, 28));
        _post.Clock.Now += Duration.FromDays(1);
        _post.Send();
        Assert.Single(_server.Mailbox);
    }

    [Theory]
    [InlineData("delayed", "4.4.1")]
    [InlineData("failed", "4.2.2")]
    [InlineData("delivered", "2.0.0")]
    public void a_delay_or_a_receipt_ends_nothing(string action, string status)
    {
        Assert.Equal(ReturnedMail.Delay, Read(Report(ReturnPath, action, status)));
        Assert.NotNull(_post.Subscribers.Of("reader@post.example"));
    }

    [Fact]
    public void a_stranger_cannot_end_a_subscription_by_a_report_of_his_own()
    {
        Assert.Equal(ReturnedMail.Other, Read(Report("bounces@desk.example", "failed", "5.1.1")));
        Assert.Equal(ReturnedMail.Other, Read("Subject: leave 123\nTo: bounces@desk.example\n\n"));
        Assert.NotNull(_post.Subscribers.Of("reader@post.example"));
    }

    [Fact]
    public void a_complaint_ends_the_subscription()
    {
        var letter = _server.Mailbox[0].Message;
        Assert.Equal(ReturnedMail.Complaint, Read($"""
            From: complaints@post.example
            To: abuse@desk.example
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=feedback-report; boundary="b"

            --b
            Content-Type: text/plain

            A complaint.
            --b
            Content-Type: message/feedback-report

            Feedback-Type: abuse
            User-Agent: x
            Version: 1

            --b
            Content-Type: message/rfc822

            Return-Path: <{ReturnPath}>
            Subject: x
            Message-ID: <{letter.MessageId}>

            x
            --b--
            """));
        Assert.Equal(SuppressionReason.Complaint, new Suppressions(_post.Ledger).Of("reader@post.example"));
    }

    [Fact]
    public void a_letter_that_asks_to_leave_is_heard()
    {
        var token = _server.Mailbox[0].Message.Headers["List-Unsubscribe"]!.Split("leave%20")[1].TrimEnd('>');
        Assert.Equal(ReturnedMail.Leave, Read($"From: reader@post.example\nTo: bounces@desk.example\nSubject: leave {token}\n\n"));
        Assert.Null(_post.Subscribers.Of("reader@post.example"));
        Assert.Null(new Suppressions(_post.Ledger).Of("reader@post.example"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0")]
    [InlineData("Content-Type: multipart/report; boundary=\"b\"\n\n--b\nContent-Type: message/delivery-status\n\n--b")]
    public void what_is_no_mail_at_all_does_no_harm(string mail) => Assert.Equal(ReturnedMail.Other, Read(mail));
}
