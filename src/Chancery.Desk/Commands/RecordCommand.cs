using System.CommandLine;
using System.Globalization;
using System.IO.Compression;
using Chancery.Desk.Formats;
using Chancery.Records;

namespace Chancery.Desk.Commands;

/// <summary><c>chancery record</c>: care of the record itself.</summary>
public static class RecordCommand
{
    public static Command Create(Func<Terminal> terminal) =>
        new("record", "Begin the record, check it, back it up, restore it.") { Init(terminal), Check(terminal), Backup(terminal), Restore(terminal) };

    private static Command Init(Func<Terminal> terminal) => With(
        "init", "Begin a record, or bring one of an older version to this one. On PostgreSQL its owner does this; all others then only add and ask.", null, (ledger, _) =>
        {
            terminal().Errors.WriteLine($"chancery: {ledger.Place} is ready");
            return 0;
        });

    private static Command Check(Func<Terminal> terminal)
    {
        var record = RecordOption.Create();
        var format = QuestionOptions.Format();
        var command = new Command("check", "Go through every row and say what is wrong. Exit status 1 where something is.") { record, format };
        command.SetAction(parsed =>
        {
            using var ledger = RecordOption.OfThisProcess.Open(parsed.GetValue(record));
            var found = ledger.Check();
            Answer.Print(terminal(), parsed.GetValue(format)!, new CheckFormat(ledger.Place, found));
            return found.Faults.Count == 0 ? 0 : 1;
        });
        return command;
    }

    private static Command Backup(Func<Terminal> terminal) => With(
        "backup", "Write the whole record to a file (JSON Lines, compressed). Others may add to it meanwhile.", "A file; what it held before is replaced when all is written.", (ledger, file) =>
        {
            WholeFile.Write(file!, output =>
            {
                using var packed = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true);
                ledger.Backup(packed);
            });
            terminal().Errors.WriteLine($"chancery: {ledger.Place} is backed up to {file}");
            return 0;
        });

    private static Command Restore(Func<Terminal> terminal) => With(
        "restore", "Fill an empty record from a backup, of this or the other engine.", "A file that backup wrote.", (ledger, file) =>
        {
            try
            {
                using var packed = new GZipStream(File.OpenRead(file!), CompressionMode.Decompress);
                long reports = ledger.Restore(packed);
                terminal().Errors.WriteLine(string.Create(CultureInfo.InvariantCulture, $"chancery: {reports:N0} reports restored to {ledger.Place}"));
                return 0;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new UsageException($"{file}: cannot be read ({e.Message.ReplaceLineEndings(" ")}).");
            }
        });

    /// <param name="fileIs">What the command's file is; null for a command without one.</param>
    private static Command With(string name, string description, string? fileIs, Func<Ledger, string?, int> run)
    {
        var record = RecordOption.Create();
        var command = new Command(name, description) { record };
        var file = new Argument<string>("file") { Description = fileIs };
        if (fileIs is not null) command.Arguments.Add(file);
        command.SetAction(parsed =>
        {
            using var ledger = RecordOption.OfThisProcess.Open(parsed.GetValue(record));
            return run(ledger, fileIs is null ? null : parsed.GetValue(file));
        });
        return command;
    }
}
