using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Chancery.Reading.Actors;
using Chancery.Reading.Events;
using Chancery.Reading.Events.Types;
using Chancery.Reports;

namespace Chancery.Training.Events;

/// <summary>One sentence with the types its gold allows.</summary>
/// <param name="Fold">0 to 4, from the SHA-256 of the id.</param>
/// <param name="Types">Indices into <see cref="TypeModel.Types"/>; two where the gold does not tell them apart.</param>
internal sealed record TypeExample(string Id, int Fold, int[] Features, int[] Types, float Weight);

/// <summary>Reads the corpora of coded sentences, and sentences that tell of no political event.</summary>
internal sealed class TypeExamples(Pipeline pipeline, CodeEvents coder, ActorLexicon actors)
{
    private static readonly int None = TypeModel.Types.Length - 1;

    /// <summary>Examples of a corpus in the order of their documents' hashes, so that the order says nothing.</summary>
    public List<TypeExample> Read(string folder, string corpus, float weight, bool firstLineOnly = false)
    {
        var gold = File.ReadLines(Path.Combine(folder, $"{corpus}.gold.jsonl")).Select(l => JsonDocument.Parse(l).RootElement)
            .ToDictionary(r => r.GetProperty("id").GetString()!, r => r.GetProperty("events"));
        var examples = new List<TypeExample>();
        foreach (var line in File.ReadLines(Path.Combine(folder, $"{corpus}.docs.jsonl")))
        {
            var row = JsonDocument.Parse(line).RootElement;
            var id = row.GetProperty("id").GetString()!;
            var text = row.GetProperty("text").GetString()!;
            if (firstLineOnly && text.IndexOf('\n') is var cut and > 0) text = text[..cut];
            foreach (var e in gold[id].EnumerateArray().Take(1))
                if (e.GetProperty("type").GetString() is { } type && Types(type) is { Length: > 0 } types && Features(text) is { } features)
                    examples.Add(new TypeExample(id, Fold(id), features, types, weight));
        }
        return [.. examples.OrderBy(e => Hash(e.Id), StringComparer.Ordinal)];
    }

    /// <summary>Sentences without an event, one a line.</summary>
    public List<TypeExample> Nothing(IEnumerable<string> sentences, float weight) =>
        [.. sentences.Select(s => (Id: Hash(s), Features: Features(s))).Where(s => s.Features is not null)
            .Select(s => new TypeExample(s.Id, Fold(s.Id), s.Features!, [None], weight)).OrderBy(e => e.Id, StringComparer.Ordinal)];

    private static int[] Types(string type) => type == "YIELD"
        ? [Array.IndexOf(TypeModel.Types, "CONCEDE"), Array.IndexOf(TypeModel.Types, "RETREAT")]
        : Array.IndexOf(TypeModel.Types, type) is var t and >= 0 ? [t] : [];

    private int[]? Features(string text)
    {
        if (text.Length == 0) return null;
        var report = new Report("", "", text, [new Paragraph(new Span(0, text.Length), ParagraphRole.Body)], Published.Unknown) { Language = "en" };
        if (pipeline.Read(report).Reading is not { } reading) return null;
        var index = new ActorIndex(reading, actors);
        var longest = reading.Get(Layers.Sentences).MaxBy(s => s.Words.Length);
        if (longest is null || longest.Words.Length == 0) return null;
        var (clauses, _, frames) = coder.Read(longest, index);
        var features = new List<int>();
        TypeFeatures.Collect(clauses, frames, ChooseMain.Nearest(clauses, frames), features);
        return [.. features];
    }

    public static int Fold(string id) => SHA256.HashData(Encoding.UTF8.GetBytes(id))[0] % 5;
    private static string Hash(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
