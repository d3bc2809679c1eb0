using System.Text;
using Chancery.Desk.Commands;

namespace Chancery.Tests.Desk;

/// <summary>Runs the command line inside the test process, on streams of its own.</summary>
internal static class CommandLine
{
    public sealed record Result(int Status, string Output, string Errors)
    {
        public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        public string[] Warnings => Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static readonly Lazy<ReadSetup.Readers> Composed = new(() => ReadSetup.Readers.Compose([]));

    public static ReadSetup.Readers Readers => Composed.Value;

    /// <summary>All layers, composed once for all tests.</summary>
    public static ReadPage Reader => new(Composed.Value.Layers, Composed.Value.Recover);

    public static Result Run(params string[] arguments) => RunOn([], arguments);

    public static Result RunOn(byte[] input, params string[] arguments)
    {
        var output = new MemoryStream();
        var errors = new StringWriter();
        var terminal = new Terminal(() => new MemoryStream(input), () => output, errors, 80, false);
        int status = RootOfCommands.Run(arguments, [ReadCommand.Create(options => ReadSetup.Run(options, terminal, Composed.Value))], errors);
        return new Result(status, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }

    public static string Sample(string name) => Path.Combine(AppContext.BaseDirectory, "samples", name);

    public static string[] Samples { get; } =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "samples")).Where(f => !f.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
