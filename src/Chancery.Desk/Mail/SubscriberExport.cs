using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Records;
using Chancery.Records.Post;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Desk.Mail;

/// <summary>All that is kept of a person, as JSON: for the person.</summary>
public static class SubscriberExport
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>Null where nothing is kept.</summary>
    public static string? Of(Ledger ledger, string address) => new Subscribers(ledger).Of(address) is { } known ? Of(ledger, known) : null;

    public static string Of(Ledger ledger, Subscriber s) => JsonSerializer.Serialize(new
    {
        address = s.Address,
        asked = Moment(s.Asked),
        confirmed = s.Confirmed is { } at ? Moment(at) : null,
        zone = s.Choices.Zone,
        evening = LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(s.Choices.Evening),
        language = s.Choices.Language,
        dossiers = s.Choices.Interest.Dossiers.Select(d => d.ToString()).Order(StringComparer.Ordinal),
        only_these = s.Choices.Interest.OnlyThese,
        quiet_evenings = s.Choices.Quiet,
        letters = new Outbox(ledger).Of(s.Number).Select(l => new { issue = l.Issue, state = l.State.ToString().ToLowerInvariant(), changed = Moment(l.Changed) }),
    }, Options) + "\n";

    private static string Moment(Instant at) => InstantPattern.ExtendedIso.Format(at);
}
