using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chancery.Reports;
using NodaTime.Text;

namespace Chancery.Evaluation.Events;

/// <summary>One sentence with the changes of measures it tells of.</summary>
/// <param name="Half">Which half of its gold it belongs to.</param>
/// <param name="Gold">The line that the scorer reads.</param>
internal sealed record GoldSentence(string Id, string Half, string Text, string? Day, string Gold)
{
    private const string Corpora = "../shared/corpora/", Hand = "eval/Chancery.Evaluation/Gold/measures/";
    private const string Labels = Hand + "labels.tsv", OwnPassages = Hand + "passages.tsv";
    private static readonly string[] Fields = ["instrument", "actor", "target", "change", "status", "date"];

    /// <summary>Whether a sentence of the development gold is of the half that may be looked at: the first hexadecimal digit of its id's SHA-256 is even.</summary>
    public bool IsOpened => Half == "opened";

    public Report Report() => new(Id, "", Text, [new Paragraph(new Span(0, Text.Length), ParagraphRole.Body)], Published()) { Language = "en" };

    /// <summary>The changes as the lines in which errors are told.</summary>
    public List<string> Changes() => [.. JsonNode.Parse(Gold)!["changes"]!.AsArray()
        .Select(c => string.Join(' ', Fields.SkipLast(1).Select(f => c![f]?.GetValue<string>() ?? "-")).ToLowerInvariant())];

    public static List<GoldSentence> Measures(string path) => [.. File.ReadLines(path).Select(line =>
    {
        var row = JsonDocument.Parse(line).RootElement;
        var id = row.GetProperty("id").GetString()!;
        bool opened = SHA256.HashData(Encoding.UTF8.GetBytes(id))[0] >> 4 is var digit && digit % 2 == 0;
        return new GoldSentence(id, opened ? "opened" : "unopened", row.GetProperty("text").GetString()!, row.GetProperty("published").GetString(), line);
    })];

    /// <summary>The passages written for this, each half under its name.</summary>
    public static List<GoldSentence> Passages(string half) => [.. File.ReadLines(OwnPassages).Select(l => l.Split('\t')).Where(r => r[0] == half)
        .Select(r => new GoldSentence(r[1], r[0], r[4], r[2] == "-" ? null : r[2], Line(r[1], r[3])))];

    /// <summary>The sentences labelled by hand, with their texts from the corpora that are here.</summary>
    public static IEnumerable<GoldSentence> ByHand()
    {
        var rows = File.ReadLines(Labels).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).ToList();
        var texts = rows.Select(r => r[1]).Distinct().Where(f => File.Exists(Corpora + f)).ToDictionary(f => f, f => Texts(f, [.. rows.Where(r => r[1] == f).Select(r => r[2])]));
        foreach (var row in rows)
        {
            if (!texts.TryGetValue(row[1], out var documents)) continue;
            var (text, day) = documents[row[2]];
            int start = int.Parse(row[3], CultureInfo.InvariantCulture), end = int.Parse(row[4], CultureInfo.InvariantCulture);
            var id = $"{row[2]} {row[3]}";
            yield return new GoldSentence(id, row[0], text[start..end].Replace('\n', ' '), day, Line(id, row[5]));
        }
    }

    private static string Line(string id, string labels)
    {
        var changes = new JsonArray();
        foreach (var label in labels.Split(';', StringSplitOptions.TrimEntries).Where(l => l != "-"))
        {
            var change = new JsonObject();
            foreach (var (field, value) in Fields.Zip(label.Split(' '))) change[field] = value == "-" ? null : value;
            changes.Add((JsonNode)change);
        }
        return new JsonObject { ["id"] = id, ["changes"] = changes }.ToJsonString();
    }

    private static Dictionary<string, (string Text, string? Day)> Texts(string file, HashSet<string> wanted)
    {
        var found = new Dictionary<string, (string, string?)>(StringComparer.Ordinal);
        Stream stream = File.OpenRead(Corpora + file);
        if (file.EndsWith(".gz", StringComparison.Ordinal)) stream = new GZipStream(stream, CompressionMode.Decompress);
        using var lines = new StreamReader(stream);
        while (lines.ReadLine() is { } line)
        {
            var row = JsonDocument.Parse(line).RootElement;
            if (row.GetProperty("id").GetString()! is var id && wanted.Contains(id)) found[id] = (row.GetProperty("text").GetString()!, row.GetProperty("published").GetString());
        }
        return found;
    }

    private Published Published() => Day is null ? Reports.Published.Unknown
        : new(LocalDatePattern.Iso.Parse(Day).Value, DatePrecision.Day, PublishedBasis.Metadata, null, []);
}
