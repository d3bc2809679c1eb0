using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Chancery.Desk.Briefing;
using Chancery.Records.Briefing;
using Chancery.Records.Post;
using MimeKit;
using MimeKit.Text;
using NodaTime;

namespace Chancery.Desk.Mail;

/// <summary>
/// Makes the letter a subscriber gets: always the same bytes for the same issue and subscriber, but for the signature's time. Readers with the same interest and language share the
/// text; each has links of their own under it. Thread-safe.
/// </summary>
public sealed class ComposeLetter(MailSettings settings, Tokens tokens, Func<long, Issue> issueOf, Func<Issue, IReadOnlyList<BriefingEntry>> entriesOf)
{
    private const int MostKept = 500;
    private const string Place = "\u0001links\u0001";

    private sealed record Body(string Subject, string Text, string Html, LocalDate Date);

    private readonly ConcurrentDictionary<(long, string, string, bool), Body> _bodies = new();

    public MimeMessage Of(Letter letter) => letter.Issue == Outbox.Question ? Question(letter) : Issue(letter);

    /// <summary>Where mail that comes back goes: the address tells whose it was.</summary>
    public MailboxAddress ReturnPath(Letter letter)
    {
        var local = settings.Bounces.LocalPart;
        return new MailboxAddress("", $"{local}+{tokens.MakeCaseless(TokenUse.Bounce, letter.To.Number)}@{settings.Bounces.Domain}");
    }

    private MimeMessage Issue(Letter letter)
    {
        var choices = letter.To.Choices;
        var body = BodyOf(letter.Issue, choices);
        Uri leave = Link("leave", TokenUse.Leave, letter), choose = Link("choices", TokenUse.Choose, letter);
        var message = Frame(letter, body.Subject);
        message.Headers.Add(HeaderId.ListId, $"{ReaderIssue.Name} <{settings.ListId}>");
        message.Headers.Add(HeaderId.ListUnsubscribe, $"<{leave.AbsoluteUri}>, <mailto:{settings.Bounces.Address}?subject=leave%20{tokens.Make(TokenUse.Leave, letter.To.Number)}>");
        message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        message.Headers.Add(HeaderId.ListArchive, $"<{new Uri(settings.Site, "/briefings").AbsoluteUri}>");
        message.Headers.Add(HeaderId.ContentLanguage, "en");
        var name = tokens.NameOfLetter(letter.Issue, letter.To.Number);
        message.Body = Alternative(name,
            body.Text.Replace(Place, $"Choose dossiers, hour and language:\n{choose.AbsoluteUri}\nLeave:\n{leave.AbsoluteUri}\n", StringComparison.Ordinal),
            body.Html.Replace(Place, $"<p><a href=\"{choose.AbsoluteUri}\">Choose dossiers, hour and language</a> · <a href=\"{leave.AbsoluteUri}\">Leave</a></p>\n", StringComparison.Ordinal));
        settings.Dkim?.Sign(message);
        return message;
    }

    private MimeMessage Question(Letter letter)
    {
        var confirm = Link("confirm", TokenUse.Confirm, letter);
        var message = Frame(letter, "Do you want the evening briefing?");
        const string Why = "Somebody, you we hope, asked for the evening briefing to be sent to this address. It comes once an evening and says what changed between states, and on whose word.";
        const string Else = "If it was not you, do nothing: without your yes nothing is sent, and this address is forgotten within a week.";
        var text = new StringBuilder();
        foreach (var line in PlainWords.Wrap(Why, TextLetter.Width)) text.Append(line).Append('\n');
        text.Append("\nYes, send it:\n").Append(confirm.AbsoluteUri).Append("\n\n");
        foreach (var line in PlainWords.Wrap(Else, TextLetter.Width)) text.Append(line).Append('\n');
        message.Body = Alternative(tokens.NameOfLetter(letter.Issue, letter.To.Number), text.ToString(), HtmlLetter.Plain("Do you want the evening briefing?", [Why, Else], new FootLine("", confirm, "Yes, send it")));
        settings.Dkim?.Sign(message);
        return message;
    }

    private MimeMessage Frame(Letter letter, string subject)
    {
        var message = new MimeMessage { Subject = subject, MessageId = $"briefing-{letter.Issue.ToString(CultureInfo.InvariantCulture)}.{tokens.NameOfLetter(letter.Issue, letter.To.Number)}@{settings.Domain}" };
        // one of its own: an address keeps all letters it stands in, to tell them when it changes
        message.From.Add(settings.From.Clone());
        message.To.Add(new MailboxAddress("", letter.To.Address));
        message.Date = letter.Due.InZone(DueTime.Zone(letter.To.Choices.Zone)).ToDateTimeOffset();
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    private static Multipart Alternative(string name, string text, string html)
    {
        var parts = new MultipartAlternative { Boundary = "=_" + name };
        parts.Add(SampleLetter.Part(TextFormat.Plain, text));
        parts.Add(SampleLetter.Part(TextFormat.Html, html));
        return parts;
    }

    private Body BodyOf(long number, Choices choices)
    {
        var key = (number, choices.Language, choices.Dossiers, choices.Interest.OnlyThese);
        if (_bodies.TryGetValue(key, out var kept)) return kept;
        var issue = issueOf(number);
        var reader = new ReaderIssue(issue.Date, number, FitReading.To(entriesOf(issue), choices.Interest), Dates.Of(choices.Language), settings.Site, _ => null);
        if (_bodies.Count >= MostKept) _bodies.Clear();
        return _bodies[key] = new Body(reader.Subject, TextLetter.Of(reader, [Place]), HtmlLetter.Of(reader, [new FootLine(Place)]).Replace($"<p>{Place}</p>\n", Place, StringComparison.Ordinal), issue.Date);
    }

    private Uri Link(string step, TokenUse use, Letter letter) => new(settings.Site, $"/briefings/{step}?t={tokens.Make(use, letter.To.Number)}");
}
