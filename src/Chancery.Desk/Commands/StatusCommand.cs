using System.CommandLine;
using Chancery.Desk.Formats;
using Chancery.Records;
using Chancery.Records.Charts;
using Chancery.Records.Questions;
using NodaTime;

namespace Chancery.Desk.Commands;

/// <summary><c>chancery status</c>: which measures stand how on a day.</summary>
public static class StatusCommand
{
    public static Command Create(Func<Terminal> terminal)
    {
        var measure = new Argument<string?>("measure") { Description = "A measure's name, or one it also goes by; all where left out.", Arity = ArgumentArity.ZeroOrOne };
        var between = QuestionOptions.Between();
        var on = QuestionOptions.Day("--on", "The day asked about, at its end: YYYY-MM-DD (default: today).");
        var known = QuestionOptions.Known();
        var recorded = QuestionOptions.Recorded();
        var record = RecordOption.Create();
        var format = QuestionOptions.Format();
        var svg = SvgFile.Option("Write the in-force chart, one bar a measure over time, to this file too.");
        var command = new Command("status", "Say which measures are in force, suspended or ended on a day, and on whose word.")
        {
            measure, between, on, known, recorded, record, format, svg,
        };
        command.SetAction(parsed =>
        {
            using var ledger = RecordOption.OfThisProcess.Open(parsed.GetValue(record));
            var question = new StatusQuestion(
                parsed.GetValue(measure), parsed.GetValue(between), parsed.GetValue(on) ?? Today(), new AsOf(parsed.GetValue(known), parsed.GetValue(recorded)));
            var answer = Status.Ask(ledger, question);
            if (parsed.GetValue(svg) is { } file) SvgFile.Write(file, InForceChart.Svg([.. answer.Measures.Select(m => m.Measure)], null, question.On, "In force"));
            return Answer.Print(terminal(), parsed.GetValue(format)!, new StatusFormat(answer));
        });
        return command;
    }

    private static LocalDate Today() => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()).InUtc().Date;
}
