using System.CommandLine;
using Chancery.Desk.Formats;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Questions;

namespace Chancery.Desk.Commands;

/// <summary><c>chancery why</c>: what a row of the record rests on.</summary>
public static class WhyCommand
{
    public static Command Create(Func<Terminal> terminal)
    {
        var row = new Argument<RowName>("row")
        {
            Description = "A row as the other answers name it: c12 (change), e3 (event), s4 (statement), g5 (signal), r6 (report), d7 (decision).",
            CustomParser = result => QuestionOptions.Row(result.Tokens[0].Value, result.AddError),
        };
        var recorded = QuestionOptions.Recorded();
        var known = QuestionOptions.Known();
        var record = RecordOption.Create();
        var format = QuestionOptions.Format();
        var command = new Command("why", "Show every passage behind a row, which sources are copies, which reader read them, and what people decided.") { row, known, recorded, record, format };
        command.SetAction(parsed =>
        {
            using var ledger = RecordOption.OfThisProcess.Open(parsed.GetValue(record));
            var question = new WhyQuestion(parsed.GetValue(row), new AsOf(parsed.GetValue(known), parsed.GetValue(recorded)));
            return Answer.Print(terminal(), parsed.GetValue(format)!, new WhyFormat(Why.Ask(ledger, question)));
        });
        return command;
    }
}
