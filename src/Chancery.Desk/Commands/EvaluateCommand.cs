using System.CommandLine;
using Chancery.Desk.Evaluating;
using Chancery.Desk.Formats;

namespace Chancery.Desk.Commands;

/// <summary><c>chancery evaluate</c>: how well a layer is read, by gold of the user's own.</summary>
public static class EvaluateCommand
{
    public static Command Create(Func<Terminal> terminal, Func<ReadSetup.Readers> compose)
    {
        var layer = new Argument<string>("layer") { Description = $"One of {string.Join(' ', Evaluate.Layers)}." };
        layer.AcceptOnlyFromAmong([.. Evaluate.Layers]);
        var gold = new Option<string>("--gold") { Description = "JSON Lines as docs/formats.md tells them; for syntax CoNLL-U.", Required = true };
        var texts = new Option<string?>("--texts") { Description = "JSON Lines with id, text or html, published, where the gold does not have them." };
        var main = new Option<bool>("--main") { Description = "Of events read only the main one of each sentence counts." };
        var jobs = CommonOptions.Jobs();
        var format = QuestionOptions.Format();
        var command = new Command("evaluate", "Compare what is read with what people found.") { layer, gold, texts, main, jobs, format };
        command.SetAction(parsed => Answer.Print(terminal(), parsed.GetValue(format)!, new ScoreFormat(parsed.GetValue(layer)!,
            Evaluate.Run(parsed.GetValue(layer)!, parsed.GetValue(gold)!, parsed.GetValue(texts), parsed.GetValue(main), compose(), parsed.GetValue(jobs)))));
        return command;
    }
}
