using System.CommandLine;

namespace Chancery.Desk.Commands;

/// <summary><c>chancery record</c>: care of the record itself.</summary>
public static class RecordCommand
{
    public static Command Create(Func<Terminal> terminal) => new("record", "Begin the record, or bring it to this version.") { Init(terminal) };

    private static Command Init(Func<Terminal> terminal)
    {
        var record = RecordOption.Create();
        var command = new Command("init", "Begin a record, or bring one of an older version to this one. On PostgreSQL its owner does this; all others then only add and ask.") { record };
        command.SetAction(parsed =>
        {
            using var ledger = RecordOption.OfThisProcess.Open(parsed.GetValue(record));
            terminal().Errors.WriteLine($"chancery: {ledger.Place} is ready");
            return 0;
        });
        return command;
    }
}
