using Chancery.Desk.Fetching;
using Chancery.Desk.Formats;
using Chancery.Desk.Formats.EventTables;
using Chancery.Desk.Formats.Tables;
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
        using var destination = DestinationOf(options, terminal);
        var reader = new ReadPage(LayerNames.Limit(readers.Layers, LayersFor(options), destination.Needs), readers.Recover);
        using var fetch = new FetchAddress(options.AllowPrivate, Version);
        var inputs = new OpenInputs(terminal.Input, fetch, options.Published, options.Format == "conllu");
        var resume = options.Resume is { } file ? new ResumeFile(file, options.Described, TimeProvider.System) : null;
        var run = new ReadRun(reader, destination, terminal.Errors, TimeProvider.System, resume);
        return terminal.ShowsProgress || (options.Output is not null && ShowProgress.IsPossible)
            ? ShowProgress.During(TimeProvider.System, () => inputs.Bytes.Share, told => run.Run(inputs.Open(options.Inputs), options.Jobs, told))
            : run.Run(inputs.Open(options.Inputs), options.Jobs);
    }

    /// <exception cref="UsageException">The output cannot be written, or none is named where one is needed.</exception>
    private static Destination DestinationOf(ReadOptions options, Terminal terminal)
    {
        if (options.Format == "parquet")
            return new ParquetDestination(options.Output ?? throw new UsageException("--format parquet writes a folder of tables; name it with --output FOLDER."), ReaderInfo.Of(Version, ModelFolder));
        var format = Format(options, ReaderInfo.Of(Version, ModelFolder), terminal);
        if (options.Output is null) return new StreamDestination(format, terminal.Output());
        try
        {
            return new StreamDestination(format, new FileStream(options.Output, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--output {options.Output}: {e.Message.ReplaceLineEndings(" ")}");
        }
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
        "polecat" => new PolecatFormat(),
        "icews" => new IcewsFormat(),
        "gdelt" => new GdeltFormat(),
        "petrarch" => new PetrarchFormat(),
        "jsonld" => new JsonLdFormat(),
        "conllu" => new ConlluFormat(),
        "timeml" => new TimemlFormat(),
        "text" => new TextFormat(terminal.Width, terminal.Colour),
        _ => throw new NotSupportedException(options.Format),
    };
}
