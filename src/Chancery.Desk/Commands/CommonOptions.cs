using System.CommandLine;

namespace Chancery.Desk.Commands;

/// <summary>Arguments that several commands take alike.</summary>
public static class CommonOptions
{
    public static Argument<string[]> Inputs() => new("input")
    {
        Description = "Files, folders, http(s) addresses, or - for standard input: HTML, plain text, RSS/Atom, WARC, JSON Lines or Parquet, gzip or not.",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Option<string?> Published()
    {
        var published = new Option<string?>("--published") { Description = "The publication date, YYYY-MM-DD, where the input gives none or a wrong one." };
        published.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } date && !NodaTime.Text.LocalDatePattern.Iso.Parse(date).Success)
                result.AddError($"--published takes a day such as 2020-01-04, not “{date}”.");
        });
        return published;
    }

    public static Option<int> Jobs()
    {
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
        return jobs;
    }

    public static Option<string?> Resume() => new("--resume")
    {
        Description = "A file in which the run notes how far it came; the same command again goes on there, and no report is lost or doubled.",
    };

    public static Option<bool> AllowPrivate() => new("--allow-private") { Description = "Fetch addresses of this machine and of private networks too." };
}
