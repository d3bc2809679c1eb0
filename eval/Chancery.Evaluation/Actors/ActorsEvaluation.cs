using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using Chancery.Reading;
using Chancery.Reading.Actors;
using Chancery.Reading.Pages;
using Chancery.Reports;

namespace Chancery.Evaluation.Actors;

/// <summary>Scores persons and state codes on the sixty labelled documents, and measures speed with syntax given.</summary>
internal static class ActorsEvaluation
{
    private const string Corpora = "../shared/corpora/news";

    public static int Run(string[] args)
    {
        if (!Directory.Exists(Corpora))
        {
            Console.WriteLine($"actors: the corpus {Corpora} is not here; skipped.");
            return 0;
        }
        var syntax = EnglishNews.Compose(Path.Combine(AppContext.BaseDirectory, "models")).For([Layers.Sentences]);
        var lexicon = ActorLexicon.Load();
        var find = new FindActors(lexicon);
        var readings = new List<AnnotatedReport>();
        bool tellErrors = args.Contains("--errors");
        Score("labels", "60 documents, rules written with their errors in view", syntax, find, readings, tellErrors);
        Score("later", "20 documents labelled later, rules as they were", syntax, find, readings, tellErrors);
        Score("forty", "40 documents labelled after that", syntax, find, readings, tellErrors);
        ParticipantScore.Print(syntax, find, lexicon, tellErrors);
        Console.WriteLine($"  words per CPU-second, this layer alone: {Speed(readings, find):#,0}");
        return 0;
    }

    private static void Score(string file, string what, Pipeline syntax, FindActors find, List<AnnotatedReport> readings, bool tellErrors)
    {
        var labels = ActorLabel.Load($"eval/Chancery.Evaluation/Gold/actors/{file}.tsv");
        var total = new ActorScore(tellErrors);
        Console.WriteLine($"{what}:");
        foreach (var publisher in (string[])["wikinews", "state-releases"])
        {
            var score = new ActorScore(false);
            foreach (var report in Load(Path.Combine(Corpora, publisher + ".jsonl.gz")).Where(r => labels.ContainsKey(r.Id)))
            {
                if (syntax.Read(report).Reading is not { } reading) continue;
                readings.Add(reading);
                var actors = find.Annotate(reading);
                score.Add(report, actors, labels[report.Id]);
                total.Add(report, actors, labels[report.Id]);
            }
            Console.WriteLine($"  {publisher,-15} {score}");
        }
        Console.WriteLine($"  {"all",-15} {total}");
    }

    private static double Speed(List<AnnotatedReport> readings, FindActors find)
    {
        long words = readings.Sum(r => r.Get(Layers.Sentences).Sum(s => (long)s.Words.Length));
        double best = 0;
        for (int pass = 0; pass < 20; pass++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            for (int round = 0; round < 5; round++)
                foreach (var reading in readings) find.Annotate(reading);
            best = Math.Max(best, 5 * words / (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
        }
        return best;
    }

    private static IEnumerable<Report> Load(string path)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            using var row = JsonDocument.Parse(line);
            string Field(string name) => row.RootElement.GetProperty(name).GetString()!;
            yield return ReadPlainText.Read(new Page(Field("id"), "", PageKind.Text, Field("text"), StatedDate: Field("published")));
        }
    }
}
