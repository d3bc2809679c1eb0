using System.CommandLine;
using Chancery.Desk.Briefing;
using Chancery.Desk.Mail;
using Chancery.Records;
using Chancery.Records.Briefing;
using Chancery.Records.Post;
using NodaTime;

namespace Chancery.Desk.Commands;

/// <summary><c>chancery mail</c>: makes the evening's issue and sends it.</summary>
public static class MailCommand
{
    public static Command Create(Func<Terminal> terminal) => new("mail", "Make the evening's issue and send it to its subscribers.")
    {
        Make(terminal), Decide(terminal, "release", "Let an issue that waits for a reviewer go out.", IssueVerdict.Release),
        Decide(terminal, "hold", "Keep an issue back until it is released.", IssueVerdict.Hold), Strike(terminal), Send(terminal), Status(terminal), Bounces(terminal),
        SubscribersCommand.Create(terminal),
    };

    public static Option<string?> SettingsOption() => new("--settings") { Description = "How mail is sent: a JSON file (default: $CHANCERY_MAIL); docs/briefing.md shows one." };

    private static Instant Now() => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());

    private static Command Make(Func<Terminal> terminal)
    {
        var date = QuestionOptions.Day("--date", "The evening (default: today by the desk's clock).");
        var settings = SettingsOption();
        var record = RecordOption.Create();
        var command = new Command("make", "Make the issue of an evening: once, numbered, and kept as it is.") { date, settings, record };
        command.SetAction(parsed =>
        {
            var mail = MailSettings.Read(parsed.GetValue(settings));
            using var ledger = RecordOption.OfThisProcess.Open(parsed.GetValue(record));
            var day = parsed.GetValue(date) ?? Now().InZone(mail.Zone).Date;
            var waits = mail.ReviewUntil is { } hour ? mail.Zone.ResolveLocal(day.At(hour), NodaTime.TimeZones.Resolvers.LenientResolver).ToInstant() : (Instant?)null;
            var issue = MakeIssue.Of(ledger, day, Now(), waits, KeptParts.Of);
            terminal().Errors.WriteLine(issue.WaitsUntil is { } until && until > issue.Made
                ? $"chancery: issue {issue.Number} waits for a reviewer until {until}: chancery brief --date {QuestionOptions.Iso(day)}, then chancery mail release {issue.Number} --as NAME (or hold, strike)"
                : $"chancery: issue {issue.Number} is made; chancery mail send sends it");
            return 0;
        });
        return command;
    }

    private static Command Decide(Func<Terminal> terminal, string name, string description, IssueVerdict verdict)
    {
        var (number, by, note, record) = (Number(), By(), Note(), RecordOption.Create());
        var command = new Command(name, description) { number, by, note, record };
        command.SetAction(parsed => Decided(terminal(), parsed.GetValue(record), parsed.GetValue(number), verdict, parsed.GetValue(by)!, null, parsed.GetValue(note)));
        return command;
    }

    private static Command Strike(Func<Terminal> terminal)
    {
        var (number, by, note, record) = (Number(), By(), Note(), RecordOption.Create());
        var place = new Argument<int>("entry") { Description = "Which entry is left out: its place in the whole issue, from 1." };
        var command = new Command("strike", "Leave an entry out of an issue before it goes out.") { number, place, by, note, record };
        command.SetAction(parsed => Decided(terminal(), parsed.GetValue(record), parsed.GetValue(number), IssueVerdict.Strike, parsed.GetValue(by)!, parsed.GetValue(place), parsed.GetValue(note)));
        return command;
    }

    private static int Decided(Terminal terminal, string? record, long number, IssueVerdict verdict, string by, int? place, string? note)
    {
        using var ledger = RecordOption.OfThisProcess.Open(record);
        var issues = new Issues(ledger);
        if (issues.Of(number) is not { } issue) throw new UsageException($"there is no issue {number}");
        if (place is { } at && (at < 1 || at > issue.Entries.Count)) throw new UsageException($"issue {number} has entries 1 to {issue.Entries.Count}");
        if (new Outbox(ledger).IsFilled(number)) throw new UsageException($"issue {number} has gone out; correct the record with chancery review, and the next issue says so");
        issues.Decide(number, verdict, by, place, note, Now());
        terminal.Errors.WriteLine($"chancery: issue {number}: {verdict.ToString().ToLowerInvariant()}{(place is { } p ? $" entry {p}" : "")} by {by}");
        return 0;
    }

    private static Command Send(Func<Terminal> terminal)
    {
        var settings = SettingsOption();
        var record = RecordOption.Create();
        var data = DataFolder.Create();
        var due = new Option<Instant?>("--due") { Description = "Send also what falls due up to this instant: 2026-11-24T18:00:00Z.", CustomParser = QuestionOptions.InstantOf };
        var unsure = new Option<bool>("--unsure-too") { Description = "Send again the letters of which nobody knows whether they arrived." };
        var watch = new Option<bool>("--watch") { Description = "Stay, and send every minute what has fallen due." };
        var command = new Command("send", "Send all letters that are due.") { settings, record, data, due, unsure, watch };
        command.SetAction(parsed =>
        {
            var mail = MailSettings.Read(parsed.GetValue(settings));
            using var ledger = RecordOption.OfThisProcess.Open(parsed.GetValue(record));
            var folder = Path.Combine(DataFolder.Of(parsed.GetValue(data), parsed.GetValue(record)), "handover");
            if (parsed.GetValue(unsure)) new Outbox(ledger).SendUnsureAgain(Now());
            var hand = new HandOver(ledger, mail, folder, TimeProvider.System);
            while (true)
            {
                int status = Report(terminal(), hand.Run(HandOver.NewSender(), parsed.GetValue(due)), parsed.GetValue(watch));
                if (!parsed.GetValue(watch)) return status;
                Thread.Sleep(TimeSpan.FromMinutes(1));
            }
        });
        return command;
    }

    private static int Report(Terminal terminal, HandOverResult result, bool quiet)
    {
        if (!quiet || result != HandOverResult.None)
            terminal.Errors.WriteLine($"chancery: {result.Sent} sent{Also(result.WaitAgain, "wait for another try")}{Also(result.Refused, "refused")}{Also(result.Unsure, "unsure (chancery mail status)")}");
        if (result.Trouble is { } trouble) terminal.Errors.WriteLine($"chancery: {trouble}");
        return result.Trouble is null ? 0 : 1;
    }

    private static string Also(int count, string words) => count == 0 ? "" : $", {count} {words}";

    private static Command Status(Func<Terminal> terminal)
    {
        var record = RecordOption.Create();
        var format = QuestionOptions.Format();
        var command = new Command("status", "Say which letters wait, were sent, were refused, and what servers said.") { record, format };
        command.SetAction(parsed =>
        {
            using var ledger = RecordOption.OfThisProcess.Open(parsed.GetValue(record));
            return Answer.Print(terminal(), parsed.GetValue(format)!, new Formats.MailStatusFormat(MailStatus.Of(ledger)));
        });
        return command;
    }

    private static Command Bounces(Func<Terminal> terminal)
    {
        var inputs = new Argument<string[]>("input") { Description = "Mail that came back: files, folders (a Maildir's new/), or - for one letter on standard input.", Arity = ArgumentArity.OneOrMore };
        var record = RecordOption.Create();
        var command = new Command("bounces", "Read mail that came back: addresses that do not exist, complaints, and letters that ask to leave.") { inputs, record };
        command.SetAction(parsed =>
        {
            using var ledger = RecordOption.OfThisProcess.Open(parsed.GetValue(record));
            var bounces = new ReadBounces(ledger, Tokens.Of(ledger), TimeProvider.System);
            var counts = Opened(parsed.GetValue(inputs)!, terminal()).Select(bounces.Read).CountBy(k => k).OrderBy(c => c.Key);
            terminal().Errors.WriteLine("chancery: " + string.Join(", ", counts.Select(c => $"{c.Value} {c.Key.ToString().ToLowerInvariant()}")));
            return 0;
        });
        return command;
    }

    private static IEnumerable<Stream> Opened(string[] inputs, Terminal terminal)
    {
        foreach (var input in inputs)
        {
            if (input == "-")
            {
                using var stdin = terminal.Input();
                yield return stdin;
                continue;
            }
            if (!File.Exists(input) && !Directory.Exists(input)) throw new UsageException($"{input}: there is no such file or folder");
            foreach (var file in Directory.Exists(input) ? Directory.GetFiles(input).Order(StringComparer.Ordinal).ToArray() : [input])
            {
                using var stream = File.OpenRead(file);
                yield return stream;
            }
        }
    }

    private static Argument<long> Number() => new("issue") { Description = "The issue's number." };
    private static Option<string> By() => new("--as") { Description = "The reviewer's name.", Required = true };
    private static Option<string?> Note() => new("--note") { Description = "Why." };
}
