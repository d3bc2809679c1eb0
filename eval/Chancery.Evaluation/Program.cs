using Chancery.Evaluation;

return args switch
{
    ["pages", ..] => Chancery.Evaluation.Pages.PagesEvaluation.Run(args[1..]),
    ["page-copies", ..] => Chancery.Evaluation.Pages.CopyCheck.Run(),
    ["page-fuzz", ..] => Chancery.Evaluation.Pages.FuzzPages.Run(args[1..]),
    ["page-speed", ..] => Chancery.Evaluation.Pages.PageSpeed.Run(),
    ["dating", ..] => Chancery.Evaluation.Dating.DatingEvaluation.Run(args[1..]),
    ["times", ..] => Chancery.Evaluation.Times.TimesEvaluation.Run(args[1..]),
    ["actors", ..] => Chancery.Evaluation.Actors.ActorsEvaluation.Run(args[1..]),
    ["syntax-speed", ..] => Chancery.Evaluation.Syntax.SyntaxSpeed.Run(args[1..]),
    ["headlines", ..] => Chancery.Evaluation.Syntax.HeadlineCheck.Run(args[1..]),
    ["syntax", ..] => Chancery.Evaluation.Syntax.SyntaxTable.Run(args[1..]),
    ["events", ..] => Chancery.Evaluation.Events.EventsEvaluation.Run(args[1..]),
    ["measures", ..] => Chancery.Evaluation.Events.MeasuresEvaluation.Run(args[1..]),
    ["events-by-hand", ..] => Chancery.Evaluation.Events.EventsByHand.Run(args[1..]),
    ["events-speed", ..] => Chancery.Evaluation.Events.EventsSpeed.Run(args[1..]),
    ["statements", ..] => Chancery.Evaluation.Statements.StatementsEvaluation.Run(args[1..]),
    ["identity", ..] => Chancery.Evaluation.Identity.IdentityEvaluation.Run(args[1..]),
    ["record", ..] => Chancery.Evaluation.Record.SeedScenario.Run(),
    ["briefing", ..] => Chancery.Evaluation.Briefing.BriefingEvaluation.Run(),
    ["mail", ..] => Chancery.Evaluation.Briefing.MailLoad.Run(args[1..]),
    ["record-scale", ..] => Chancery.Evaluation.Record.RecordScale.Run(args[1..]),
    ["record-add", ..] => Chancery.Evaluation.Record.RecordAdd.Run(args[1..]),
    ["desk", ..] => Chancery.Evaluation.Desk.DeskSpeed.Run(),
    ["contract", var schema, var readings] => Chancery.Evaluation.Contract.ValidateReadings.Run(schema, readings),
    _ => Chancery.Evaluation.Scale.ScaleEvaluation.Run(args) ?? Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Name what to evaluate: syntax, syntax-speed, headlines, pages, page-speed, page-fuzz, page-copies, dating, times, actors, events, measures, events-by-hand, events-speed, statements, identity, record, record-scale, record-add, briefing, mail, desk; or contract SCHEMA READINGS.");
    Console.Error.WriteLine(Chancery.Evaluation.Scale.ScaleEvaluation.Usage);
    return 2;
}
