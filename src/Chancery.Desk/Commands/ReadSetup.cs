using Chancery.Desk.Fetching;
using Chancery.Desk.Formats;
using Chancery.Reading;
using Chancery.Reading.Pages;
using Chancery.Reports;

namespace Chancery.Desk.Commands;

/// <summary>Builds what <c>chancery read</c> needs and runs it on the machine's own streams.</summary>
public static class ReadSetup
{
    public static int Run(ReadOptions options)
    {
        var format = Format(options, ReaderInfoOf());
        var pipeline = LayerNames.Limit(EnglishNews.Compose(ModelFolder), options.Layers, format.Needs);
        var reader = new ReadPage(pipeline, ReadReport.Compose(ModelFolder).Read);
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        using var fetch = new FetchAddress(options.AllowPrivate, Version);
        var inputs = new OpenInputs(Console.OpenStandardInput, fetch, options.Published);
        return new ReadRun(reader, format, output, Console.Error, TimeProvider.System).Run(inputs.Open(options.Inputs), options.Jobs);
    }

    public static string Version { get; } = typeof(ReadSetup).Assembly.GetName().Version!.ToString(3);

    /// <summary>Where the models lie: beside the executable.</summary>
    public static string ModelFolder => Path.Combine(AppContext.BaseDirectory, "models");

    public static ReaderInfo ReaderInfoOf() => new("chancery", Version, []);

    private static TextFormat TextForThisTerminal()
    {
        bool terminal = !Console.IsOutputRedirected;
        bool colour = terminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new TextFormat(terminal ? Math.Clamp(Console.WindowWidth, 40, 100) : 80, colour);
    }

    public static ReadingFormat Format(ReadOptions options, ReaderInfo reader) => options.Format switch
    {
        "json" => new JsonFormat(reader, lines: false, options.Explain),
        "jsonl" => new JsonFormat(reader, lines: true, options.Explain),
        "csv" => new CsvFormat(),
        "text" => TextForThisTerminal(),
        _ => throw new NotSupportedException(options.Format),
    };
}
