using System.CommandLine;
using Chancery.Records;

namespace Chancery.Desk.Commands;

/// <summary>Parses a command line and runs it. A mistake in it is one sentence on standard error and exit status 2.</summary>
public static class RootOfCommands
{
    public static int Run(string[] arguments, IEnumerable<Command> commands, TextWriter errors)
    {
        var root = new RootCommand("Chancery reads news reports and keeps the record of relations between states.");
        foreach (var command in commands) root.Subcommands.Add(command);
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            errors.WriteLine($"chancery: {parsed.Errors[0].Message.ReplaceLineEndings(" ")} (chancery {parsed.CommandResult.Command.Name} --help tells more)");
            return 2;
        }
        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (UsageException e)
        {
            errors.WriteLine($"chancery: {e.Message}");
            return 2;
        }
        catch (RecordException e)
        {
            errors.WriteLine($"chancery: {e.Message.ReplaceLineEndings(" ")}");
            return 1;
        }
    }
}
