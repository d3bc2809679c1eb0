using Chancery.Reports;

namespace Chancery.Desk.Commands;

/// <summary>What <c>chancery read</c> was asked, checked.</summary>
/// <param name="Format">One of <see cref="Formats"/>.</param>
/// <param name="Published">ISO date that holds for all inputs, or null.</param>
/// <param name="Layers">Names of <see cref="LayerNames"/>; empty for all.</param>
/// <param name="Output">The file (for Parquet, the folder) to write; null for standard output.</param>
/// <param name="Resume">The file by which an interrupted run is gone on with, or null.</param>
public sealed record ReadOptions(
    IReadOnlyList<string> Inputs, string Format, string? Published, IReadOnlyList<string> Layers, int Jobs,
    bool AllowPrivate, bool Explain, IReadOnlyList<string> ActorFiles, string? Output = null, string? Resume = null)
{
    public static readonly string[] Formats = ["text", "json", "jsonl", "conllu", "timeml", "csv", "polecat", "icews", "gdelt", "petrarch", "jsonld", "parquet"];

    /// <summary>All that decides what is written, in one line.</summary>
    public string Described => string.Join(' ', ["read", .. Inputs, "--format", Format, "--output", Output ?? "-", .. Published is null ? Array.Empty<string>() : ["--published", Published],
        .. Layers.Count == 0 ? Array.Empty<string>() : ["--layers", string.Join(',', Layers)], .. Explain ? ["--explain"] : Array.Empty<string>(), .. ActorFiles.SelectMany(f => new[] { "--actors", f })]);
}

/// <summary>The layer names of the command line and what they stand for.</summary>
public static class LayerNames
{
    public static readonly (string Name, Layer[] Layers)[] All =
    [
        ("pages", []),
        ("syntax", [Layers.Sentences]),
        ("times", [Layers.Published, Layers.Times]),
        ("actors", [Layers.Published, Layers.Actors]),
        ("statements", [Layers.Published, Layers.Statements]),
        ("events", [Layers.Published, Layers.Events]),
        ("changes", [Layers.Published, Layers.Changes]),
        ("signals", [Layers.Published, Layers.Signals]),
    ];

    /// <summary>The part of a pipeline that was asked for. Layers that no annotator gives are left out.</summary>
    public static Pipeline Limit(Pipeline pipeline, IReadOnlyList<string> names, IEnumerable<Layer> alsoNeeded)
    {
        if (names.Count == 0) return pipeline;
        var given = pipeline.Annotators.Select(a => a.GivesLayer).ToHashSet();
        var wanted = All.Where(l => names.Contains(l.Name)).SelectMany(l => l.Layers).Concat(alsoNeeded).Distinct();
        return pipeline.For(wanted.Where(given.Contains));
    }
}
