using Chancery.Reports;

namespace Chancery.Desk.Commands;

/// <summary>What <c>chancery read</c> was asked, checked.</summary>
/// <param name="Format">text json jsonl conllu timeml csv.</param>
/// <param name="Published">ISO date that holds for all inputs, or null.</param>
/// <param name="Layers">Names of <see cref="LayerNames"/>; empty for all.</param>
public sealed record ReadOptions(
    IReadOnlyList<string> Inputs, string Format, string? Published, IReadOnlyList<string> Layers, int Jobs,
    bool AllowPrivate, bool Explain, IReadOnlyList<string> ActorFiles)
{
    public static readonly string[] Formats = ["text", "json", "jsonl", "conllu", "timeml", "csv"];
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
