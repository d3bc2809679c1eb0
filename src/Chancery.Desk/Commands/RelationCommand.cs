using System.CommandLine;
using Chancery.Desk.Formats;
using Chancery.Records;
using Chancery.Records.Charts;
using Chancery.Records.Questions;

namespace Chancery.Desk.Commands;

/// <summary><c>chancery relation</c>: whether the relation of two states thaws or freezes, month by month.</summary>
public static class RelationCommand
{
    public static Command Create(Func<Terminal> terminal)
    {
        var between = QuestionOptions.Pair();
        var from = QuestionOptions.Day("--from", "Only what happened on this day or later.");
        var to = QuestionOptions.Day("--to", "Only what happened on this day or earlier.");
        var known = QuestionOptions.Known();
        var recorded = QuestionOptions.Recorded();
        var record = RecordOption.Create();
        var format = QuestionOptions.Format();
        var svg = SvgFile.Option("Write the chart to this file too.");
        var command = new Command("relation", "Show how the relation of two states went, month by month: scores of events, trend, turning points.")
        {
            between, from, to, known, recorded, record, format, svg,
        };
        command.SetAction(parsed =>
        {
            using var ledger = RecordOption.OfThisProcess.Open(parsed.GetValue(record));
            var question = new RelationQuestion(
                parsed.GetValue(between), parsed.GetValue(from), parsed.GetValue(to), new AsOf(parsed.GetValue(known), parsed.GetValue(recorded)));
            var answer = Relation.Ask(ledger, question);
            if (parsed.GetValue(svg) is { } file) SvgFile.Write(file, RelationChart.Svg(answer, $"{question.Between.First} and {question.Between.Second}"));
            return Answer.Print(terminal(), parsed.GetValue(format)!, new RelationFormat(answer));
        });
        return command;
    }
}
