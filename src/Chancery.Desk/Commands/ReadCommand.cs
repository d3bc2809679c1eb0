using System.CommandLine;

namespace Chancery.Desk.Commands;

/// <summary><c>chancery read</c>: the arguments. The work is in <see cref="ReadRun"/>.</summary>
public static class ReadCommand
{
    public static Command Create(Func<ReadOptions, int> run)
    {
        var inputs = CommonOptions.Inputs();
        var format = new Option<string>("--format", "-f")
        {
            Description = "text (for people), json (one report), jsonl (a line a report), conllu, timeml (one report), csv (a row an event), polecat, icews, gdelt or petrarch (events for tools that know these tables), jsonld (W3C Web Annotations, a page of them a line) or parquet (a folder of tables).",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong(ReadOptions.Formats);
        var published = CommonOptions.Published();
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
        var jobs = CommonOptions.Jobs();
        var allowPrivate = CommonOptions.AllowPrivate();
        var explain = new Option<bool>("--explain") { Description = "Say for each event and change which rule or feature decided it." };
        var output = new Option<string?>("--output", "-o") { Description = "A file to write instead of standard output; for parquet, a folder." };
        var resume = CommonOptions.Resume();
        resume.Validators.Add(result =>
        {
            if (result.GetValue(output) is null) result.AddError("--resume goes with --output FILE: what was written to standard output cannot be gone on with.");
        });
        var actors = new Option<string[]>("--actors")
        {
            Description = "Actors of your own: a TSV file, or a PETRARCH/CAMEO dictionary.",
            DefaultValueFactory = _ => [],
        };

        var command = new Command("read", "Read news reports and print what they say, with the words behind every line.")
        {
            inputs, format, output, published, layers, jobs, resume, allowPrivate, explain, actors,
        };
        command.SetAction(parsed => run(new ReadOptions(
            parsed.GetValue(inputs) ?? [], parsed.GetValue(format)!, parsed.GetValue(published), [.. Split(parsed.GetValue(layers))],
            parsed.GetValue(jobs), parsed.GetValue(allowPrivate), parsed.GetValue(explain), parsed.GetValue(actors) ?? [],
            parsed.GetValue(output), parsed.GetValue(resume))));
        return command;
    }

    private static IEnumerable<string> Split(string[]? lists) =>
        (lists ?? []).SelectMany(list => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
