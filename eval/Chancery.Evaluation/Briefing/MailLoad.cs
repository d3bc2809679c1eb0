using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;
using Chancery.Desk.Briefing;
using Chancery.Desk.Mail;
using Chancery.Records;
using Chancery.Records.Briefing;
using Chancery.Records.Claims;
using Chancery.Records.Post;
using Chancery.Reports;
using MimeKit;
using NodaTime;

namespace Chancery.Evaluation.Briefing;

/// <summary>
/// <c>mail [SUBSCRIBERS] [dkim] [postgres://…]</c>: how long an issue for 50,000 subscribers takes to be made, and how fast it is handed over to postfix's smtp-sink on this machine.
/// </summary>
internal static class MailLoad
{
    private const int Reports = 400, Connections = 8;
    private static readonly string[] States = ["NOR", "MWI", "SWE", "TZA", "PER", "ECU", "JPN", "THA", "KEN", "UGA", "CAN", "IDN", "MAR", "SEN", "ETH", "DJI"];
    private static readonly LocalDate Evening = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()).InUtc().Date;

    public static int Run(string[] arguments)
    {
        int readers = arguments.Select(a => int.TryParse(a, CultureInfo.InvariantCulture, out int n) ? n : 0).FirstOrDefault(n => n > 0, 50_000);
        var folder = Directory.CreateTempSubdirectory("chancery-mail-load-").FullName;
        int port = FreePort();
        using var sink = Process.Start(new ProcessStartInfo("/usr/sbin/smtp-sink", ["-u", "nobody", $"127.0.0.1:{port}", "1000"]))
            ?? throw new InvalidOperationException("smtp-sink did not start (apt-get install postfix)");
        try
        {
            using var ledger = OpenLedger.At(arguments.FirstOrDefault(a => a.StartsWith("postgres", StringComparison.Ordinal)) ?? Path.Combine(folder, "record.sqlite"), TimeProvider.System);
            Fill(ledger, readers);
            var settings = new MailSettings(new MailboxAddress("Chancery", "briefing@desk.example"), new Uri("https://desk.example"), new Uri($"smtp://127.0.0.1:{port}"), null, true, null,
                new MailboxAddress("", "bounces@desk.example"), "briefing.desk.example", arguments.Contains("dkim") ? Key(folder) : null, Connections, new Dictionary<string, int>(), DateTimeZone.Utc, null);
            Send(ledger, settings, folder, readers);
            return 0;
        }
        finally
        {
            sink.Kill();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Send(Ledger ledger, MailSettings settings, string folder, int readers)
    {
        var hand = new HandOver(ledger, settings, folder, TimeProvider.System);
        var now = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        var clock = Stopwatch.StartNew();
        var busy = Busy();
        var issue = MakeIssue.Of(ledger, Evening, now, null, KeptParts.Of);
        var (made, madeBusy) = (clock.Elapsed, Busy() - busy);
        hand.FillReleased();
        Console.WriteLine($"issue of {issue.Entries.Count} entries from {Reports} reports made in {made.TotalSeconds:0.00} s ({madeBusy.TotalSeconds:0.00} s of one processor); "
            + $"outbox for {readers:N0} filled in {(clock.Elapsed - made).TotalSeconds:0.00} s ({(Busy() - busy - madeBusy).TotalSeconds:0.00} s)");
        using var stop = new CancellationTokenSource();
        var memory = new List<long>();
        var watch = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                using var self = Process.GetCurrentProcess();
                memory.Add(self.WorkingSet64 >> 20);
                try
                {
                    await Task.Delay(2000, stop.Token).ConfigureAwait(false);
                }
                catch (OperationCanceledException)
                {
                    return;
                }
            }
        });
        clock.Restart();
        busy = Busy();
        var result = hand.Run(HandOver.NewSender(), now + Duration.FromDays(2));
        var took = clock.Elapsed;
        stop.Cancel();
        watch.Wait();
        double worked = (Busy() - busy).TotalSeconds;
        Console.WriteLine($"{result.Sent:N0} sent in {took.TotalSeconds:0.0} s: {result.Sent / took.TotalSeconds:0} a second, {result.Sent / worked:0} a second of one processor{(result.Trouble is { } t ? "; " + t : "")}");
        Console.WriteLine($"memory (MiB, every 2 s): {string.Join(' ', memory.Where((_, i) => i % Math.Max(1, memory.Count / 15) == 0))}");
        foreach (var count in new Outbox(ledger).Counts()) Console.WriteLine($"issue {count.Issue}: {count.Letters:N0} {count.State.ToString().ToLowerInvariant()}");
    }

    /// <summary>Processor time of this program so far: what a machine that others use does not blur.</summary>
    private static TimeSpan Busy()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime;
    }

    private static void Fill(Ledger ledger, int readers)
    {
        for (int r = 0; r < Reports; r++)
        {
            string actor = States[r % States.Length], target = States[(r / States.Length + r + 1) % States.Length];
            if (actor == target) target = "FRA";
            var text = $"The government suspended programme {r} on Friday, the ministry said. It gave no reason for this step, and the other side spoke of a mistake that could be mended.";
            var date = new Published(Evening, DatePrecision.Day, PublishedBasis.Stated, null, []);
            var report = new Report($"report-{r}", Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(r))), text, [new Paragraph(new Span(0, text.Length), ParagraphRole.Body)], date) { Language = "en" };
            MeasureChange[] changes =
            [
                new("c1", $"programme {r}", Instrument.Aid, actor, target, ChangeKind.Suspend, ClaimStatus.Happened, Stage.InEffect,
                    new DescribedTime(NodaTime.Text.LocalDatePattern.Iso.Format(Evening), Evening, Evening.PlusDays(1), TimeBasis.Stated), true, null, null, [new Span(4, 40)], null),
            ];
            ledger.Append(new NewReading(new AnnotatedReport(report).With(Layers.Changes, changes), "load 1", "", new byte[] { 1 }));
        }
        var languages = Dates.Languages;
        new Subscribers(ledger).Add(Enumerable.Range(0, readers).Select(i => ($"reader{i}@host{i % 500}.example", Choices.Usual with
        {
            Language = languages[i % languages.Count].Language,
            Zone = i % 3 == 0 ? "Europe/Berlin" : i % 3 == 1 ? "America/New_York" : "Asia/Tokyo",
            Interest = i % 4 == 0 ? new Interest(new HashSet<Dyad> { Dyad.Of(States[i % 7], States[i % 5 + 8]) }, OnlyThese: false) : Interest.Everything,
        })), Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()));
    }

    private static DkimKey Key(string folder)
    {
        using var rsa = RSA.Create(2048);
        File.WriteAllText(Path.Combine(folder, "key.pem"), rsa.ExportRSAPrivateKeyPem());
        using var json = JsonDocument.Parse("""{"domain": "desk.example", "selector": "load", "key-file": "key.pem"}""");
        return DkimKey.Read(json.RootElement, folder);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
