using Chancery.Desk.Fetching;
using Chancery.Desk.Formats;
using Chancery.Reading;
using Chancery.Reading.Actors;
using Chancery.Reading.Pages;
using Chancery.Reports;

namespace Chancery.Desk.Commands;

/// <summary>Builds what <c>chancery read</c> needs and runs it on the machine's own streams.</summary>
public static class ReadSetup
{
    /// <summary>What reads: the layers and the way from a page to a report. Immutable, so one may serve many runs.</summary>
    public sealed record Readers(Pipeline Layers, Func<Page, Report> Recover)
    {
        public static Readers Compose(IEnumerable<(string Form, ActorEntry Entry)> own) =>
            new(EnglishNews.Compose(ModelFolder, own), ReadReport.Compose(ModelFolder).Read);
    }

    public static int Run(ReadOptions options) => Run(options, Terminal.OfThisProcess(), Readers.Compose(OwnActors(options.ActorFiles)));

    public static int Run(ReadOptions options, Terminal terminal, Readers readers)
    {
        var format = Format(options, ReaderInfo.Of(Version, ModelFolder), terminal);
        var reader = new ReadPage(LayerNames.Limit(readers.Layers, LayersFor(options), format.Needs), readers.Recover);
        using var output = new BufferedStream(terminal.Output(), 1 << 16);
        using var fetch = new FetchAddress(options.AllowPrivate, Version);
        var inputs = new OpenInputs(terminal.Input, fetch, options.Published, options.Format == "conllu");
        var run = new ReadRun(reader, format, output, terminal.Errors, TimeProvider.System);
        return terminal.ShowsProgress
            ? ShowProgress.During(TimeProvider.System, () => inputs.Bytes.Share, told => run.Run(inputs.Open(options.Inputs), options.Jobs, told))
            : run.Run(inputs.Open(options.Inputs), options.Jobs);
    }

    /// <exception cref="UsageException">A file of actors is not there or not what it should be.</exception>
    private static List<(string Form, ActorEntry Entry)> OwnActors(IReadOnlyList<string> files)
    {
        var own = new List<(string, ActorEntry)>();
        foreach (var file in files)
        {
            try
            {
                using var reader = File.OpenText(file);
                own.AddRange(ActorFile.Read(reader));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or InvalidDataException)
            {
                throw new UsageException($"--actors {file}: {(e is FileNotFoundException or DirectoryNotFoundException ? "no such file" : e.Message.ReplaceLineEndings(" "))}");
            }
        }
        return own;
    }

    /// <summary>CoNLL-U holds the syntax layer and no more, so no more is read for it.</summary>
    private static IReadOnlyList<string> LayersFor(ReadOptions options) => options.Format == "conllu" ? ["syntax"] : options.Layers;

    public static string Version { get; } = typeof(ReadSetup).Assembly.GetName().Version!.ToString(3);

    /// <summary>Where the models lie: beside the executable.</summary>
    public static string ModelFolder => Path.Combine(AppContext.BaseDirectory, "models");

    public static ReadingFormat Format(ReadOptions options, ReaderInfo reader, Terminal terminal) => options.Format switch
    {
        "json" => new JsonFormat(reader, lines: false, options.Explain),
        "jsonl" => new JsonFormat(reader, lines: true, options.Explain),
        "csv" => new CsvFormat(),
        "conllu" => new ConlluFormat(),
        "timeml" => new TimemlFormat(),
        "text" => new TextFormat(terminal.Width, terminal.Colour),
        _ => throw new NotSupportedException(options.Format),
    };
}
