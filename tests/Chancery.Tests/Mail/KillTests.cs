using System.Diagnostics;
using Chancery.Desk.Mail;
using Chancery.Records.Post;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Mail;

/// <summary>The sender as a process of its own, killed with -9 again and again.</summary>
public sealed class KillTests : IDisposable
{
    private const int Readers = 40;
    private readonly MailServer _server = new(pause: 0.002);
    private readonly PostOffice _post;

    public KillTests() => _post = new PostOffice(_server);

    public void Dispose()
    {
        _post.Dispose();
        _server.Dispose();
    }

    [Fact]
    public void every_subscriber_has_each_issue_once_however_often_the_sender_is_killed_in_the_middle()
    {
        // The sender lives by the clock of this machine.
        _post.Clock.Now = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        var today = _post.Clock.Now.InUtc().Date;
        _post.Subscribe(Enumerable.Range(0, Readers).Select(i => $"reader{i}@post.example"));
        var settings = Path.Combine(_post.Folder, "mail.json");
        File.WriteAllText(settings, $$"""{"from": "Chancery <briefing@desk.example>", "site": "https://desk.example", "smtp": "smtp://127.0.0.1:{{_server.Port}}", "tls": "none", "connections": 3}""");
        int kills = Soak.Times(2, 100), expected = 0, killed = 0;
        for (int round = 0; round < kills; round++)
        {
            _post.Make(today.PlusDays(round));
            expected += Readers;
            int at = expected - Readers + 1 + round * 13 % (Readers - 2);
            using var sender = Start(settings);
            while (_server.CountTaken < at && !sender.HasExited) Thread.Sleep(1);
            sender.Kill();
            sender.WaitForExit();
            if (sender.ExitCode != 0) killed++;
            using var again = Start(settings);
            again.WaitForExit();
            Assert.Equal(0, again.ExitCode);
        }
        var letters = _server.Mailbox;
        var arrived = letters.Select(l => l.Message.MessageId!).ToHashSet();
        var tokens = Tokens.Of(_post.Ledger);
        var unsure = _post.Outbox.Latest(LetterState.Unsure, int.MaxValue).Select(l => $"briefing-{l.Issue}.{tokens.NameOfLetter(l.Issue, l.Subscriber)}@desk.example").ToList();
        // None twice; and what never left, because its sender died between the mark and the call that sends, is known by name.
        Assert.Equal(letters.Count, arrived.Count);
        int lost = unsure.Count(u => !arrived.Contains(u));
        Assert.Equal(expected, letters.Count + lost);
        Console.WriteLine($"{kills} rounds, {killed} senders killed before their end: {letters.Count} letters arrived once, none twice; {unsure.Count} unsure, of which {lost} never left");
        Assert.InRange(lost, 0, kills / 20 + 1);
        Assert.True(killed > kills / 2);
    }

    private Process Start(string settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in new[]
                 {
                     Path.Combine(AppContext.BaseDirectory, "chancery.dll"), "mail", "send", "--record", _post.Place, "--settings", settings, "--data", _post.Folder, "--due", "2100-01-01",
                 }) start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }
}
