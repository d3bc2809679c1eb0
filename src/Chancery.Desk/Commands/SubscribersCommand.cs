using System.CommandLine;
using System.Text;
using Chancery.Desk.Mail;
using Chancery.Records;
using Chancery.Records.Post;

namespace Chancery.Desk.Commands;

/// <summary><c>chancery mail subscriber</c>: what is kept of a person, given to them or erased.</summary>
public static class SubscribersCommand
{
    public static Command Create(Func<Terminal> terminal) => new("subscriber", "What is kept of a person: shown, erased, or an address that is no longer kept back.")
    {
        One(terminal, "export", "Print all that is kept of an address.", (ledger, address) =>
            SubscriberExport.Of(ledger, address) ?? throw new UsageException("nothing is kept of that address")),
        One(terminal, "erase", "Erase all that is kept of an address.", (ledger, address) =>
            new Subscribers(ledger) is var subscribers && subscribers.Of(address) is { } known && subscribers.Erase(known.Number) ? null : throw new UsageException("nothing is kept of that address")),
        One(terminal, "lift", "Send to an address again that bounced or complained.", (ledger, address) =>
            new Suppressions(ledger).Lift(address) ? null : throw new UsageException("that address is not kept back")),
    };

    private static Command One(Func<Terminal> terminal, string name, string description, Func<Ledger, string, string?> work)
    {
        var address = new Argument<string>("address") { Description = "A mail address." };
        var record = RecordOption.Create();
        var command = new Command(name, description) { address, record };
        command.SetAction(parsed =>
        {
            using var ledger = RecordOption.OfThisProcess.Open(parsed.GetValue(record));
            if (work(ledger, parsed.GetValue(address)!) is { } printed)
            {
                using var output = terminal().Output();
                output.Write(Encoding.UTF8.GetBytes(printed));
            }
            return 0;
        });
        return command;
    }
}
