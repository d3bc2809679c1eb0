using Chancery.Desk.Commands;
using Chancery.Reading.Pages;
using Chancery.Reports;

namespace Chancery.Evaluation.Benchmarks;

/// <summary>The English reports of samples/: what every checkout has, so that figures can be compared between machines.</summary>
internal static class OwnPages
{
    private static readonly Lazy<ReadSetup.Readers> Composed = new(() => ReadSetup.Readers.Compose([]));

    public static ReadSetup.Readers Readers => Composed.Value;

    public static Page[] All { get; } =
    [
        .. Directory.GetFiles("samples").Where(f => Path.GetExtension(f) is ".html" or ".txt" && !f.Contains("deutsch", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .SelectMany(f => ReadInput.Read(File.OpenRead(f), new InputSource(Path.GetFileName(f)))).OfType<Received.Good>().Select(g => g.Page),
    ];

    /// <summary>The words of all pages together, as the syntax layer counts them.</summary>
    public static long Words { get; } = All.Sum(p => Read(Readers.Recover(p)).Get(Layers.Sentences).Sum(s => (long)s.Words.Length));

    public static AnnotatedReport Read(Report report) => Readers.Layers.Read(report).Reading!;
}
