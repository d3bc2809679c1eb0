using Chancery.Records;
using Chancery.Records.Post;
using MimeKit;
using NodaTime;

namespace Chancery.Desk.Mail;

/// <summary>What came back.</summary>
public enum ReturnedMail { Bounce, Delay, Complaint, Leave, Other }

/// <summary>
/// Reads mail that comes back: reports of delivery (RFC 3464), complaints (RFC 5965) and letters whose subject asks to leave. Whose letter it was is told by the return path's own mark
/// or by the address the report names, never by what a stranger writes.
/// </summary>
public sealed class ReadBounces(Ledger ledger, Tokens tokens, TimeProvider time)
{
    private readonly Subscribers _subscribers = new(ledger);
    private readonly Suppressions _suppressions = new(ledger);

    public ReturnedMail Read(Stream mail)
    {
        MimeMessage message;
        try
        {
            message = MimeMessage.Load(mail);
        }
        catch (FormatException)
        {
            return ReturnedMail.Other;
        }
        if (Leaves(message)) return ReturnedMail.Leave;
        if (IsComplaint(message)) return Suppress(Whose(message), SuppressionReason.Complaint, ReturnedMail.Complaint);
        var failed = message.BodyParts.OfType<MessageDeliveryStatus>().SelectMany(s => s.StatusGroups.Skip(1)).ToList();
        if (failed.Count == 0) return ReturnedMail.Other;
        bool forGood = failed.Any(g => g["Action"]?.Trim().Equals("failed", StringComparison.OrdinalIgnoreCase) == true && g["Status"]?.Trim().StartsWith('5') == true);
        return forGood ? Suppress(Whose(message), SuppressionReason.Bounce, ReturnedMail.Bounce) : ReturnedMail.Delay;
    }

    private ReturnedMail Suppress(Subscriber? whose, SuppressionReason reason, ReturnedMail kind)
    {
        if (whose is null) return ReturnedMail.Other;
        _suppressions.Add(whose.Address, reason, Instant.FromDateTimeOffset(time.GetUtcNow()));
        return kind;
    }

    private bool Leaves(MimeMessage message) =>
        message.Subject?.Trim() is { } subject && subject.StartsWith("leave ", StringComparison.OrdinalIgnoreCase)
        && tokens.Read(subject[6..].Trim(), TokenUse.Leave) is { } number && _subscribers.Erase(number);

    private static bool IsComplaint(MimeMessage message) =>
        message.BodyParts.Any(p => p.ContentType.IsMimeType("message", "feedback-report"));

    /// <summary>By the mark in the address the report came to, or in the return path of the letter it holds.</summary>
    private Subscriber? Whose(MimeMessage message)
    {
        var returned = message.BodyParts.SelectMany(HeadersOf);
        var addresses = message.To.Mailboxes.Select(m => m.Address)
            .Concat(message.Headers.Where(h => h.Field is "Delivered-To" or "X-Original-To" or "Envelope-To").Select(h => h.Value))
            .Concat(returned.Where(h => h.Id == HeaderId.ReturnPath || h.Id == HeaderId.ListUnsubscribe).Select(h => h.Value));
        return addresses.SelectMany(Marks).Select(n => _subscribers.Of(n)).FirstOrDefault(s => s is not null);
    }

    private static IEnumerable<Header> HeadersOf(MimeEntity part) => part switch
    {
        TextRfc822Headers { Message: { } inner } => inner.Headers,
        MessagePart { Message: { } inner } => inner.Headers,
        _ => [],
    };

    private IEnumerable<long> Marks(string address)
    {
        foreach (var word in address.Split(['+', '@', '<', '>', '?', '=', '&', ',', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (tokens.Read(word, TokenUse.Bounce) is { } bounced) yield return bounced;
            if (tokens.Read(word, TokenUse.Leave) is { } left) yield return left;
        }
    }
}
