using System.Text;
using Chancery.Desk.Briefing;
using MimeKit;
using MimeKit.Text;
using NodaTime;

namespace Chancery.Desk.Mail;

/// <summary>An issue as a letter to nobody: to look at in a mail program.</summary>
public static class SampleLetter
{
    public static MimeMessage Of(ReaderIssue issue)
    {
        var message = new MimeMessage { Subject = issue.Subject, MessageId = $"sample-{Iso(issue.Date)}@{issue.Site.Host}" };
        message.From.Add(new MailboxAddress("Chancery", "briefing@" + issue.Site.Host));
        message.To.Add(new MailboxAddress("", "reader@" + issue.Site.Host));
        message.Date = issue.Date.At(new LocalTime(18, 0)).InUtc().ToDateTimeOffset();
        var parts = new MultipartAlternative { Boundary = "=_sample" };
        parts.Add(Part(TextFormat.Plain, TextLetter.Of(issue, [])));
        parts.Add(Part(TextFormat.Html, HtmlLetter.Of(issue, [])));
        message.Body = parts;
        return message;
    }

    public static TextPart Part(TextFormat format, string text)
    {
        var part = new TextPart(format) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText(Encoding.UTF8, text);
        return part;
    }

    private static string Iso(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
}
