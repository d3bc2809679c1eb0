using Chancery.Desk.Mail;
using Chancery.Records;
using Chancery.Records.Briefing;
using Chancery.Records.Claims;
using Chancery.Records.Post;
using Chancery.Tests.Briefing;
using Chancery.Tests.Records;
using MimeKit;
using NodaTime;

namespace Chancery.Tests.Mail;

/// <summary>A record with issues and subscribers, a mail server, and a clock.</summary>
internal sealed class PostOffice : IDisposable
{
    private readonly TestRecord _record;
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-post-").FullName;

    public PostOffice(MailServer server, Engine engine = Engine.Sqlite)
    {
        Server = server;
        _record = new TestRecord(engine);
        Ledger = _record.Open(Clock);
        Settings = new MailSettings(
            new MailboxAddress("Chancery", "briefing@desk.example"), new Uri("https://desk.example"), new Uri($"smtp://127.0.0.1:{server.Port}"), null, NoTls: true, null,
            new MailboxAddress("", "bounces@desk.example"), "briefing.desk.example", null, 2, new Dictionary<string, int>(), DateTimeZone.Utc, null);
    }

    public SetClock Clock { get; } = new(Instant.FromUtc(2026, 3, 27, 18, 0));
    public MailServer Server { get; }
    public Ledger Ledger { get; }
    public MailSettings Settings { get; set; }
    public string Folder => _folder;
    public string Place => _record.Place;
    public Subscribers Subscribers => new(Ledger);
    public Outbox Outbox => new(Ledger);
    public Issues Issues => new(Ledger);

    public HandOver HandOver => new(Ledger, Settings, _folder, Clock);

    /// <summary>An issue with one entry on Norway and Malawi, or a quiet one.</summary>
    public Issue Make(LocalDate date, bool quiet = false, Instant? waitsUntil = null) =>
        Issues.Make(new EveningQuestion(date, null, Clock.Now), Clock.Now, waitsUntil, quiet ? [] : [LetterTests.Entry("Budget support suspended (Norway → Malawi)")]);

    public void Subscribe(params (string Address, Choices Choices)[] readers) => Subscribers.Add(readers, Clock.Now);

    /// <summary>Readers whose hour is now.</summary>
    public void Subscribe(IEnumerable<string> addresses) => Subscribers.Add(addresses.Select(a => (a, Choices.Usual with { Evening = Clock.Now.InUtc().TimeOfDay })), Clock.Now);

    public HandOverResult Send() => HandOver.Run(Chancery.Desk.Mail.HandOver.NewSender());

    public LetterState StateOf(long issue, string address) => Outbox.Of(Subscribers.Of(address)!.Number).Single(l => l.Issue == issue).State;

    public void Dispose()
    {
        Ledger.Dispose();
        _record.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
