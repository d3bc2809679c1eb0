using System.CommandLine;
using Chancery.Desk.Formats;
using Chancery.Records.Questions;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Desk.Commands;

/// <summary><c>chancery diff</c>: what was learned between two days.</summary>
public static class DiffCommand
{
    public static Command Create(Func<Terminal> terminal)
    {
        var known = new Option<LocalDate[]>("--known")
        {
            Description = "Two days: what was public by the first, and what by the second.", Required = true, Arity = new ArgumentArity(2, 2), AllowMultipleArgumentsPerToken = true,
            CustomParser = result =>
            {
                var days = result.Tokens.Select(t => LocalDatePattern.Iso.Parse(t.Value)).ToArray();
                if (days.Length == 2 && days.All(d => d.Success) && days[0].Value <= days[1].Value) return [.. days.Select(d => d.Value)];
                result.AddError("--known takes two days, the earlier first: --known 2020-01-01 2020-02-01.");
                return [];
            },
        };
        var between = QuestionOptions.Between();
        var on = QuestionOptions.Day("--on", "Compare states at the end of this day (default: the second day).");
        var recorded = QuestionOptions.Recorded();
        var record = RecordOption.Create();
        var format = QuestionOptions.Format();
        var command = new Command("diff", "Show what was learned between two days: states that differ, changes newly known, and, apart from them, corrections of the record.")
        {
            known, between, on, recorded, record, format,
        };
        command.SetAction(parsed =>
        {
            using var ledger = RecordOption.OfThisProcess.Open(parsed.GetValue(record));
            var days = parsed.GetValue(known)!;
            var question = new DifferenceQuestion(days[0], days[1], parsed.GetValue(between), parsed.GetValue(on) ?? days[1], parsed.GetValue(recorded));
            return Answer.Print(terminal(), parsed.GetValue(format)!, new DiffFormat(Difference.Ask(ledger, question)));
        });
        return command;
    }
}
