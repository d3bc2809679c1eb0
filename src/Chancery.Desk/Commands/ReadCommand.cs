using System.CommandLine;

namespace Chancery.Desk.Commands;

/// <summary><c>chancery read</c>: the arguments. The work is in <see cref="ReadRun"/>.</summary>
public static class ReadCommand
{
    public static Command Create(Func<ReadOptions, int> run)
    {
        var inputs = new Argument<string[]>("input")
        {
            Description = "Files, folders, http(s) addresses, or - for standard input: HTML, plain text, RSS/Atom, WARC or JSON Lines, gzip or not.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = new Option<string>("--format", "-f")
        {
            Description = "text (for people), json (one report), jsonl (a line a report), conllu, timeml (one report) or csv (a row an event).",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong(ReadOptions.Formats);
        var published = new Option<string?>("--published") { Description = "The publication date, YYYY-MM-DD, where the input gives none or a wrong one." };
        published.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } date && !NodaTime.Text.LocalDatePattern.Iso.Parse(date).Success)
                result.AddError($"--published takes a day such as 2020-01-04, not “{date}”.");
        });
        var layers = new Option<string[]>("--layers")
        {
            Description = $"Read only these and what they need, separated by commas: {string.Join(' ', LayerNames.All.Select(l => l.Name))}.",
            DefaultValueFactory = _ => [],
        };
        layers.Validators.Add(result =>
        {
            foreach (var name in Split(result.GetValueOrDefault<string[]>()))
                if (!Array.Exists(LayerNames.All, l => l.Name == name))
                    result.AddError($"--layers knows no layer “{name}”; take any of {string.Join(' ', LayerNames.All.Select(l => l.Name))}, separated by commas.");
        });
        var jobs = new Option<int>("--jobs", "-j")
        {
            Description = "How many reports are read at once.",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        jobs.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out int n) || n is < 1 or > 1024))
                result.AddError("--jobs takes a number from 1 to 1024.");
        });
        var allowPrivate = new Option<bool>("--allow-private") { Description = "Fetch addresses of this machine and of private networks too." };
        var explain = new Option<bool>("--explain") { Description = "Say for each event and change which rule or feature decided it." };
        var actors = new Option<string[]>("--actors")
        {
            Description = "Actors of your own: a TSV file, or a PETRARCH/CAMEO dictionary.",
            DefaultValueFactory = _ => [],
        };

        var command = new Command("read", "Read news reports and print what they say, with the words behind every line.")
        {
            inputs, format, published, layers, jobs, allowPrivate, explain, actors,
        };
        command.SetAction(parsed => run(new ReadOptions(
            parsed.GetValue(inputs) ?? [], parsed.GetValue(format)!, parsed.GetValue(published), [.. Split(parsed.GetValue(layers))],
            parsed.GetValue(jobs), parsed.GetValue(allowPrivate), parsed.GetValue(explain), parsed.GetValue(actors) ?? [])));
        return command;
    }

    private static IEnumerable<string> Split(string[]? lists) =>
        (lists ?? []).SelectMany(list => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
