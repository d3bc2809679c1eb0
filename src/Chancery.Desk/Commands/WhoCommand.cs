using System.CommandLine;
using Chancery.Desk.Formats;
using Chancery.Records;
using Chancery.Records.Questions;

namespace Chancery.Desk.Commands;

/// <summary><c>chancery who</c>: what a person said, and as what.</summary>
public static class WhoCommand
{
    public static Command Create(Func<Terminal> terminal)
    {
        var name = new Argument<string>("name") { Description = "A name, or its last part alone." };
        var on = QuestionOptions.Day("--on", "Say which role was last told by this day.");
        var from = QuestionOptions.Day("--from", "Only what was published on this day or later.");
        var to = QuestionOptions.Day("--to", "Only what was published on this day or earlier.");
        var known = QuestionOptions.Known();
        var recorded = QuestionOptions.Recorded();
        var record = RecordOption.Create();
        var format = QuestionOptions.Format();
        var command = new Command("who", "Show what a person said, in which roles, and who else bears the name.") { name, on, from, to, known, recorded, record, format };
        command.SetAction(parsed =>
        {
            using var ledger = RecordOption.OfThisProcess.Open(parsed.GetValue(record));
            var question = new WhoQuestion(
                parsed.GetValue(name)!, parsed.GetValue(on), parsed.GetValue(from), parsed.GetValue(to), new AsOf(parsed.GetValue(known), parsed.GetValue(recorded)));
            return Answer.Print(terminal(), parsed.GetValue(format)!, new WhoFormat(Who.Ask(ledger, question)));
        });
        return command;
    }
}
