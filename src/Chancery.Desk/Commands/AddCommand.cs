using System.CommandLine;
using Chancery.Desk.Fetching;
using Chancery.Desk.Formats;

namespace Chancery.Desk.Commands;

/// <summary>What <c>chancery add</c> was asked.</summary>
/// <param name="Published">ISO date that holds for all inputs, or null.</param>
public sealed record AddOptions(IReadOnlyList<string> Inputs, string? Record, string? Published, int Jobs, bool AllowPrivate, string? Resume = null)
{
    /// <summary>All that decides what is added, in one line.</summary>
    public string Described => string.Join(' ', ["add", .. Inputs, "--record", Record ?? "", "--published", Published ?? ""]);
}

/// <summary><c>chancery add</c>: reads reports and adds them to the record.</summary>
public static class AddCommand
{
    public static Command Create(Func<AddOptions, int> run)
    {
        var inputs = CommonOptions.Inputs();
        var record = RecordOption.Create();
        var published = CommonOptions.Published();
        var jobs = CommonOptions.Jobs();
        var resume = CommonOptions.Resume();
        var allowPrivate = CommonOptions.AllowPrivate();
        var command = new Command("add", "Read news reports and add what they say to the record.") { inputs, record, published, jobs, resume, allowPrivate };
        command.SetAction(parsed => run(new AddOptions(
            parsed.GetValue(inputs) ?? [], parsed.GetValue(record), parsed.GetValue(published), parsed.GetValue(jobs), parsed.GetValue(allowPrivate),
            parsed.GetValue(resume))));
        return command;
    }

    public static int Run(AddOptions options)
    {
        LeaveWay.OfThisProcess();
        return Run(options, Terminal.OfThisProcess(), () => ReadSetup.Readers.Compose([]));
    }

    public static int Run(AddOptions options, Terminal terminal, Func<ReadSetup.Readers> compose)
    {
        // The record first: a mistake in its place is said before the models are loaded.
        using var ledger = RecordOption.OfThisProcess.Open(options.Record);
        var readers = compose();
        var reader = new ReadPage(readers.Layers, readers.Recover);
        using var fetch = new FetchAddress(options.AllowPrivate, ReadSetup.Version);
        var inputs = new OpenInputs(terminal.Input, fetch, options.Published, conllu: false);
        var resume = options.Resume is { } file ? new ResumeFile(file, options.Described, TimeProvider.System) : null;
        var run = new AddRun(reader, ReaderInfo.Of(ReadSetup.Version, ReadSetup.ModelFolder), ledger, terminal.Errors, TimeProvider.System, resume);
        return terminal.ShowsProgress
            ? ShowProgress.During(TimeProvider.System, () => inputs.Bytes.Share, told => run.Run(inputs.Open(options.Inputs), options.Jobs, told))
            : run.Run(inputs.Open(options.Inputs), options.Jobs);
    }
}
