using System.CommandLine;
using Chancery.Desk.Exports;
using Chancery.Records;
using Chancery.Records.Exchange;

namespace Chancery.Desk.Commands;

/// <summary><c>chancery export</c>: what the record holds of measures, for other programs.</summary>
public static class ExportCommand
{
    public static Command Create(Func<Terminal> terminal)
    {
        var between = QuestionOptions.Between();
        var known = QuestionOptions.Known();
        var recorded = QuestionOptions.Recorded();
        var record = RecordOption.Create();
        var format = new Option<string>("--format", "-f") { Description = "csv, jsonl, jsonld (W3C Web Annotations), parquet, or ics (scheduled ends as a calendar).", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong([.. ExportFormat.Names]);
        var file = new Option<string?>("--output", "-o") { Description = "A file to write; standard output where left out." };
        var command = new Command("export", "Write all claims about measures, with their words, for other programs.") { between, known, recorded, record, format, file };
        command.SetAction(parsed =>
        {
            using var ledger = RecordOption.OfThisProcess.Open(parsed.GetValue(record));
            using var output = Output(parsed.GetValue(file), terminal());
            ExportFormat.Named(parsed.GetValue(format)!).Write(
                ExportRows.Of(ledger, parsed.GetValue(between), new AsOf(parsed.GetValue(known), parsed.GetValue(recorded))), output);
            return 0;
        });
        return command;
    }

    private static BufferedStream Output(string? file, Terminal terminal)
    {
        try
        {
            return new BufferedStream(file is null ? terminal.Output() : File.Create(file), 1 << 16);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--output {file}: {e.Message.ReplaceLineEndings(" ")}");
        }
    }
}
