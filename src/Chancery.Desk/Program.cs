using Chancery.Desk.Commands;

return Run(args);

static int Run(string[] arguments) => RootOfCommands.Run(
    arguments,
    [
        ReadCommand.Create(ReadSetup.Run),
        AddCommand.Create(AddCommand.Run),
        WorkCommand.Create(Terminal.OfThisProcess, Run),
        EvaluateCommand.Create(Terminal.OfThisProcess, () => ReadSetup.Readers.Compose([])),
        StatusCommand.Create(Terminal.OfThisProcess),
        TimelineCommand.Create(Terminal.OfThisProcess),
        WhoCommand.Create(Terminal.OfThisProcess),
        RelationCommand.Create(Terminal.OfThisProcess),
        DiffCommand.Create(Terminal.OfThisProcess),
        WhyCommand.Create(Terminal.OfThisProcess),
        ReviewCommand.Create(Terminal.OfThisProcess),
        ImportCommand.Create(Terminal.OfThisProcess),
        ExportCommand.Create(Terminal.OfThisProcess),
        RecordCommand.Create(Terminal.OfThisProcess),
        ServeCommand.Create(Terminal.OfThisProcess),
        BriefCommand.Create(Terminal.OfThisProcess),
        MailCommand.Create(Terminal.OfThisProcess),
        AccountCommand.Create(Terminal.OfThisProcess),
        KeyCommand.Create(Terminal.OfThisProcess),
    ],
    Console.Error);
