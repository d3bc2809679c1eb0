using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Chancery.Reading.Statements;
using Chancery.Reports;

namespace Chancery.Training.Statements;

/// <summary>One statement as annotated, in words of its paragraph.</summary>
/// <param name="Cue">The word that heads the cue.</param>
/// <param name="Roles">The role of each word of the paragraph.</param>
internal sealed record GoldStatement(int Cue, StatementRole[] Roles);

/// <summary>One paragraph of an article with what was annotated in it.</summary>
internal sealed record GoldParagraph(ParagraphWords Words, IReadOnlyList<GoldStatement> Statements);

internal sealed record Article(string Id, AnnotatedReport Report, IReadOnlyList<JsonElement> Statements)
{
    /// <summary>Which fifth an article belongs to: by the hash of its id, so that it never depends on order.</summary>
    public int Fold => SHA256.HashData(Encoding.UTF8.GetBytes(Id))[0] % 5;

    public IEnumerable<GoldParagraph> Paragraphs(WordClusters clusters)
    {
        foreach (var p in ReadParagraphs.Of(Report, clusters, apart: true))
            yield return new GoldParagraph(p, [.. Statements.Select(s => AlignStatement.To(p, s)).OfType<GoldStatement>()]);
    }
}

/// <summary>Articles (<c>{"id","text"}</c>) and their statements, one JSON object a line.</summary>
internal static class StatementCorpus
{
    public static List<Article> Read(string docs, string gold, Func<string, string, AnnotatedReport> parse)
    {
        var statements = Lines(gold).ToDictionary(d => d.GetProperty("id").GetString()!, d => d.GetProperty("statements").EnumerateArray().ToList());
        var lines = Lines(docs).ToList();
        var articles = new Article[lines.Count];
        for (int i = 0; i < lines.Count; i++)
        {
            string id = lines[i].GetProperty("id").GetString()!;
            articles[i] = new Article(id, parse(id, lines[i].GetProperty("text").GetString()!), statements[id]);
        }
        return [.. articles];
    }

    private static IEnumerable<JsonElement> Lines(string path)
    {
        using Stream file = File.OpenRead(path);
        using var reader = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0) yield return JsonDocument.Parse(line).RootElement;
    }
}
