using Chancery.Desk.Fetching;
using Chancery.Desk.Formats;
using Chancery.Reading;
using Chancery.Reading.Pages;
using Chancery.Reports;

namespace Chancery.Desk.Commands;

/// <summary>Builds what <c>chancery read</c> needs and runs it on the machine's own streams.</summary>
public static class ReadSetup
{
    public static int Run(ReadOptions options) => Run(options, Terminal.OfThisProcess());

    public static int Run(ReadOptions options, Terminal terminal)
    {
        var format = Format(options, ReaderInfoOf(), terminal);
        var pipeline = LayerNames.Limit(EnglishNews.Compose(ModelFolder), LayersFor(options), format.Needs);
        var reader = new ReadPage(pipeline, ReadReport.Compose(ModelFolder).Read);
        using var output = new BufferedStream(terminal.Output(), 1 << 16);
        using var fetch = new FetchAddress(options.AllowPrivate, Version);
        var inputs = new OpenInputs(terminal.Input, fetch, options.Published, options.Format == "conllu");
        return new ReadRun(reader, format, output, terminal.Errors, TimeProvider.System).Run(inputs.Open(options.Inputs), options.Jobs);
    }

    /// <summary>CoNLL-U holds the syntax layer and no more, so no more is read for it.</summary>
    private static IReadOnlyList<string> LayersFor(ReadOptions options) => options.Format == "conllu" ? ["syntax"] : options.Layers;

    public static string Version { get; } = typeof(ReadSetup).Assembly.GetName().Version!.ToString(3);

    /// <summary>Where the models lie: beside the executable.</summary>
    public static string ModelFolder => Path.Combine(AppContext.BaseDirectory, "models");

    public static ReaderInfo ReaderInfoOf() => new("chancery", Version, []);

    public static ReadingFormat Format(ReadOptions options, ReaderInfo reader, Terminal terminal) => options.Format switch
    {
        "json" => new JsonFormat(reader, lines: false, options.Explain),
        "jsonl" => new JsonFormat(reader, lines: true, options.Explain),
        "csv" => new CsvFormat(),
        "conllu" => new ConlluFormat(),
        "text" => new TextFormat(terminal.Width, terminal.Colour),
        _ => throw new NotSupportedException(options.Format),
    };
}
