using System.CommandLine;
using Chancery.Desk.Formats;
using Chancery.Records;
using Chancery.Records.Questions;
using Chancery.Reports;

namespace Chancery.Desk.Commands;

/// <summary><c>chancery timeline</c>: what was told of measures, in the order in which it happened.</summary>
public static class TimelineCommand
{
    public static Command Create(Func<Terminal> terminal)
    {
        var measure = new Argument<string?>("measure") { Description = "A measure's name, or one it also goes by; all where left out.", Arity = ArgumentArity.ZeroOrOne };
        var between = QuestionOptions.Between();
        var from = QuestionOptions.Day("--from", "Only what happened on this day or later.");
        var to = QuestionOptions.Day("--to", "Only what happened on this day or earlier.");
        var changes = new Option<ChangeKind[]>("--change") { Description = "Only such changes: suspend, reinstate, lift …; may be given several times." };
        var instrument = new Option<Instrument?>("--instrument") { Description = "Only measures of this kind: aid, training, sanctions …" };
        var moves = new Option<bool>("--moves") { Description = "Only what moved a state or its stage: no plans, denials or confirmations." };
        var known = QuestionOptions.Known();
        var recorded = QuestionOptions.Recorded();
        var record = RecordOption.Create();
        var format = QuestionOptions.Format();
        var command = new Command("timeline", "Show what changed, in order, with the words behind every line.") { measure, between, from, to, changes, instrument, moves, known, recorded, record, format };
        command.SetAction(parsed =>
        {
            using var ledger = RecordOption.OfThisProcess.Open(parsed.GetValue(record));
            var question = new TimelineQuestion(
                parsed.GetValue(measure), parsed.GetValue(between), parsed.GetValue(from), parsed.GetValue(to),
                new AsOf(parsed.GetValue(known), parsed.GetValue(recorded)))
            {
                Changes = parsed.GetValue(changes) ?? [], Instrument = parsed.GetValue(instrument), OnlyMoves = parsed.GetValue(moves),
            };
            return Answer.Print(terminal(), parsed.GetValue(format)!, new TimelineFormat(Timeline.Ask(ledger, question)));
        });
        return command;
    }
}
