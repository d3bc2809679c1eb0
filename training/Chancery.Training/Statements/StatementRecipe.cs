using System.Text.Json;
using Chancery.Reading;
using Chancery.Reading.Pages;
using Chancery.Reading.Statements;
using Chancery.Reports;

namespace Chancery.Training.Statements;

/// <summary>Reads the corpus with the syntax layer as it is now, learns, and writes the model, or scores a fifth held out.</summary>
internal static class StatementRecipe
{
    /// <param name="vectors">The package's JSON file.</param>
    public static void Write(string corpus, string vectors, string models) =>
        new TrainStatements(Clusters(vectors)).Run(ReadTrain(corpus, models)).Save(Path.Combine(models, "statements.model"));

    /// <summary>Learns from four fifths and writes what it finds in the other to <paramref name="found"/>, for the scorer.</summary>
    public static void HoldOut(string corpus, string vectors, string models, int fold, string found)
    {
        var articles = ReadTrain(corpus, models);
        var model = new TrainStatements(Clusters(vectors)).Run([.. articles.Where(a => a.Fold != fold)]);
        WriteFound(model, articles.Where(a => a.Fold == fold), found);
    }

    private static WordClusters Clusters(string vectors) => ClusterWords.Run(WordVectors.Read(vectors, most: 40_000));

    private static List<Article> ReadTrain(string corpus, string models)
    {
        var syntax = ComposeSyntax(models);
        return StatementCorpus.Read(
            Path.Combine(corpus, "train.docs.jsonl.gz"), Path.Combine(corpus, "train.gold.jsonl.gz"), (id, text) => Parse(syntax, id, text));
    }

    /// <summary>The syntax layer alone: the statement model may not exist yet.</summary>
    private static Pipeline ComposeSyntax(string models) => new([EnglishNews.Syntax(models)]);

    private static AnnotatedReport Parse(Pipeline syntax, string id, string text)
    {
        var (reading, failure) = syntax.Read(ReadPlainText.Read(new Page(id, "", PageKind.Text, text)));
        return reading ?? throw new InvalidDataException($"{id}: {failure!.Reason}");
    }

    private static void WriteFound(StatementModel model, IEnumerable<Article> articles, string path)
    {
        var find = new FindStatements(model);
        using var writer = new StreamWriter(path);
        foreach (var a in articles)
        {
            var statements = find.Annotate(a.Report.With(Layers.Actors, [])).Select(s => new
            {
                source = s.Source.Select(Range), cue = s.Cue.Select(Range), content = s.Content.Select(Range), within = s.Within,
            });
            writer.WriteLine(JsonSerializer.Serialize(new { id = a.Id, statements }));
        }
    }

    private static object Range(Span span) => new { start = span.Start, end = span.End };
}
