using System.Text.Json;
using Chancery.Desk.Commands;
using MimeKit;
using NodaTime;

namespace Chancery.Desk.Mail;

/// <summary>How the briefing is sent: read from a JSON file, checked as a whole before anything is done. See docs/briefing.md.</summary>
/// <param name="From">Whose letters they are.</param>
/// <param name="Site">The desk's public address: links, sign-up and leaving.</param>
/// <param name="Smtp">Where letters are handed over: <c>smtp://</c> (TLS by STARTTLS) or <c>smtps://</c>, with a user where the server wants one.</param>
/// <param name="NoTls">Only by saying so: for a server on the same machine.</param>
/// <param name="CertificateAuthority">A PEM file of the authority that signed the server's certificate, where the system does not know it.</param>
/// <param name="Bounces">Where mail that comes back goes; each letter's own mark is put before the @.</param>
/// <param name="ListId">RFC 2919.</param>
/// <param name="Dkim">Null for no signature.</param>
/// <param name="Rates">Letters a minute by receiving host; * for all together.</param>
/// <param name="Zone">The desk's own time zone.</param>
/// <param name="ReviewUntil">Until when an issue waits for a reviewer, by the desk's clock; null where it does not.</param>
public sealed record MailSettings(
    MailboxAddress From, Uri Site, Uri Smtp, string? Password, bool NoTls, string? CertificateAuthority, MailboxAddress Bounces, string ListId, DkimKey? Dkim, int Connections,
    IReadOnlyDictionary<string, int> Rates, DateTimeZone Zone, LocalTime? ReviewUntil)
{
    private const string Variable = "CHANCERY_MAIL", PasswordVariable = "CHANCERY_SMTP_PASSWORD";
    private static readonly string[] Known =
        ["from", "site", "smtp", "password-file", "tls", "ca-file", "bounces", "list-id", "dkim", "connections", "rates", "zone", "review-until"];

    public string Domain => From.Domain;

    /// <exception cref="UsageException">The file is missing or wrong; the sentence says what to write.</exception>
    public static MailSettings Read(string? file)
    {
        file ??= Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(file)) throw new UsageException($"how mail is sent is told by a file: --settings mail.json (or ${Variable}); docs/briefing.md shows one.");
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return Of(json.RootElement, Path.GetDirectoryName(Path.GetFullPath(file))!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or FormatException or InvalidOperationException)
        {
            throw new UsageException($"{file}: {e.Message.ReplaceLineEndings(" ")}");
        }
    }

    private static MailSettings Of(JsonElement json, string folder)
    {
        foreach (var key in json.EnumerateObject())
            if (!Known.Contains(key.Name)) throw new FormatException($"“{key.Name}” is no setting; the settings are {string.Join(", ", Known)}");
        var from = Mailbox(json, "from");
        var bounces = json.TryGetProperty("bounces", out _) ? Mailbox(json, "bounces") : new MailboxAddress("", "bounces@" + from.Domain);
        var smtp = Address(json, "smtp", "smtp", "smtps");
        var password = Text(json, "password-file") is { } file ? File.ReadAllText(Path.Combine(folder, file)).Trim() : Environment.GetEnvironmentVariable(PasswordVariable);
        return new MailSettings(
            from, Address(json, "site", "https", "http"), smtp, password, Text(json, "tls") switch
            {
                null or "required" => false, "none" => true, var other => throw new FormatException($"“tls” is required or none, not “{other}”"),
            },
            Text(json, "ca-file") is { } ca ? Path.Combine(folder, ca) : null, bounces, Text(json, "list-id") ?? "briefing." + from.Domain,
            json.TryGetProperty("dkim", out var dkim) ? DkimKey.Read(dkim, folder) : null, Number(json, "connections", 4, 64),
            json.TryGetProperty("rates", out var rates) ? rates.EnumerateObject().ToDictionary(r => r.Name.ToLowerInvariant(), r => Positive(r.Name, r.Value), StringComparer.Ordinal) : new Dictionary<string, int>(),
            ZoneOf(Text(json, "zone") ?? "Etc/UTC"), Text(json, "review-until") is { } hour ? Hour(hour) : null);
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static MailboxAddress Mailbox(JsonElement json, string name) =>
        MailboxAddress.TryParse(Text(json, name) ?? "", out var box) && box.Domain.Length > 0 ? box : throw new FormatException($"“{name}” takes a mail address such as Chancery <briefing@desk.example>");

    private static Uri Address(JsonElement json, string name, params string[] schemes) =>
        Uri.TryCreate(Text(json, name), UriKind.Absolute, out var uri) && schemes.Contains(uri.Scheme) ? uri : throw new FormatException($"“{name}” takes an address that begins with {string.Join(" or ", schemes.Select(s => s + "://"))}");

    private static int Number(JsonElement json, string name, int otherwise, int most) =>
        !json.TryGetProperty(name, out var value) ? otherwise : Positive(name, value) is var n && n <= most ? n : throw new FormatException($"“{name}” takes a number up to {most}");

    private static int Positive(string name, JsonElement value) => value.TryGetInt32(out int n) && n > 0 ? n : throw new FormatException($"“{name}” takes a number above 0");

    private static DateTimeZone ZoneOf(string name) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) ?? throw new FormatException($"“{name}” is no time zone; write one such as Europe/Berlin");

    private static LocalTime Hour(string text) =>
        NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text) is { Success: true } hour ? hour.Value : throw new FormatException($"“review-until” takes an hour such as 18:00, not “{text}”");
}
