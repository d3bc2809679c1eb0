using Chancery.Desk.Commands;

return RootOfCommands.Run(args, [ReadCommand.Create(ReadSetup.Run)], Console.Error);
