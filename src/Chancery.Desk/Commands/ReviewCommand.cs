using System.CommandLine;
using Chancery.Desk.Formats;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Reviewing;

namespace Chancery.Desk.Commands;

/// <summary><c>chancery review</c>: what awaits a person, and what the person decides.</summary>
public static class ReviewCommand
{
    public static Command Create(Func<Terminal> terminal) =>
        new("review", "Decide what the record asks: accept, reject, edit, merge, split, settle, withdraw, note, undo. Nothing is overwritten; a later decision holds.")
        {
            List(terminal),
            OneRow(terminal, "accept", "The row is right as it was read: undoes a rejection, an edit, a settlement against it, or a report's withdrawal.", (r, row, note) => r.Accept(row, note)),
            OneRow(terminal, "reject", "The row is wrong and counts no more.", (r, row, note) => r.Reject(row, note)),
            OneRow(terminal, "withdraw", "The report (r12) as a whole counts no more.", (r, row, note) => r.Withdraw(row, note)),
            Note(terminal), Edit(terminal), Settle(terminal),
            Rows(terminal, "merge", "The measures of these rows are one.", (r, rows, note) => r.Merge(rows, note)),
            Rows(terminal, "split", "The measures of these rows are not one.", (r, rows, note) => r.Split(rows, note)),
            Undo(terminal),
        };

    private static Command List(Func<Terminal> terminal)
    {
        var between = QuestionOptions.Between();
        var record = RecordOption.Create();
        var format = QuestionOptions.Format();
        var made = new Option<bool>("--made") { Description = "The decisions made so far instead, with their reasons." };
        var command = new Command("list", "What awaits a decision: measures that may be one, contradictions, decisions that a newer reading no longer fits.") { between, made, record, format };
        command.SetAction(parsed =>
        {
            using var ledger = RecordOption.OfThisProcess.Open(parsed.GetValue(record));
            if (parsed.GetValue(made)) return Answer.Print(terminal(), parsed.GetValue(format)!, new DecisionsFormat(ledger.Decisions(AsOf.Now)));
            return Answer.Print(terminal(), parsed.GetValue(format)!, new ReviewFormat(ToReview.Ask(ledger, parsed.GetValue(between), AsOf.Now)));
        });
        return command;
    }

    private static Command OneRow(Func<Terminal> terminal, string name, string description, Func<Review, RowName, string?, Decision> decide)
    {
        var row = Row();
        var note = new Option<string?>("--note") { Description = "The reason." };
        return Decide(terminal, new Command(name, description) { row, note }, (parsed, review) => decide(review, parsed.GetValue(row), parsed.GetValue(note)));
    }

    private static Command Note(Func<Terminal> terminal)
    {
        var row = Row();
        var words = new Argument<string>("words") { Description = "The remark." };
        return Decide(terminal, new Command("note", "Keep a remark with a row.") { row, words }, (parsed, review) => review.Note(parsed.GetValue(row), parsed.GetValue(words)!));
    }

    private static Command Edit(Func<Terminal> terminal)
    {
        var row = Row();
        var note = new Option<string?>("--note") { Description = "The reason." };
        var set = new Option<string[]>("--set")
        {
            Description = $"FIELD=VALUE, as often as needed; VALUE - takes a value away. Fields: {string.Join(", ", EditClaim.Fields)}.", Required = true,
        };
        set.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(t => t.Value.IndexOf('=', StringComparison.Ordinal) < 1) is { } token) result.AddError($"--set takes FIELD=VALUE such as target=PER, not “{token.Value}”.");
        });
        return Decide(terminal, new Command("edit", "Give a change other values than those that were read.") { row, set, note }, (parsed, review) => review.Edit(
            parsed.GetValue(row), parsed.GetValue(set)!.Select(s => s.Split('=', 2)).GroupBy(s => s[0], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last()[1], StringComparer.Ordinal),
            parsed.GetValue(note)));
    }

    private static Command Settle(Func<Terminal> terminal)
    {
        var row = Row();
        var against = new Option<RowName[]>("--against") { Description = "The row that does not hold.", Required = true, CustomParser = result => [.. result.Tokens.Select(t => QuestionOptions.Row(t.Value, result.AddError))] };
        var note = new Option<string?>("--note") { Description = "The reason." };
        return Decide(terminal, new Command("settle", "Of contradicting rows this one holds.") { row, against, note },
            (parsed, review) => review.Settle(parsed.GetValue(row), parsed.GetValue(against)!, parsed.GetValue(note)));
    }

    private static Command Rows(Func<Terminal> terminal, string name, string description, Func<Review, RowName[], string?, Decision> decide)
    {
        var rows = new Argument<RowName[]>("rows")
        {
            Description = "Rows of changes: c12 c30.", Arity = new ArgumentArity(2, 100), CustomParser = result => [.. result.Tokens.Select(t => QuestionOptions.Row(t.Value, result.AddError))],
        };
        var note = new Option<string?>("--note") { Description = "The reason." };
        return Decide(terminal, new Command(name, description) { rows, note }, (parsed, review) => decide(review, parsed.GetValue(rows)!, parsed.GetValue(note)));
    }

    private static Command Undo(Func<Terminal> terminal)
    {
        var decision = new Argument<RowName>("decision")
        {
            Description = "A decision as review list --made names it: d5.", CustomParser = result => QuestionOptions.Row(result.Tokens[0].Value, result.AddError),
        };
        return Decide(terminal, new Command("undo", "Take a decision back: what was decided before holds again, and what nobody had decided is asked again.") { decision },
            (parsed, review) => review.Undo(parsed.GetValue(decision)));
    }

    private static Command Decide(Func<Terminal> terminal, Command command, Func<ParseResult, Review, Decision> decide)
    {
        var by = new Option<string>("--as") { Description = "Your name: it stands with the decision.", Required = true };
        var record = RecordOption.Create();
        command.Options.Add(by);
        command.Options.Add(record);
        command.SetAction(parsed =>
        {
            using var ledger = RecordOption.OfThisProcess.Open(parsed.GetValue(record));
            var decision = decide(parsed, new Review(ledger, parsed.GetValue(by)!));
            using var output = new StreamWriter(terminal().Output());
            output.Write($"{decision.Row}: {decision.Kind.ToString().ToLowerInvariant()}{(decision.About is { } about ? " " + about : "")}, by {decision.By}\n");
            return 0;
        });
        return command;
    }

    private static Argument<RowName> Row() => new("row")
    {
        Description = "A row as timeline and review list name it: c12.", CustomParser = result => QuestionOptions.Row(result.Tokens[0].Value, result.AddError),
    };
}
