using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using Chancery.Desk.Formats;
using Chancery.Reading;
using Chancery.Reading.Pages;
using Chancery.Reading.Syntax.Conllu;
using Chancery.Reports;

namespace Chancery.Evaluation.Syntax;

/// <summary>Sentences, words, tags, lemmas and trees against the development treebanks, from raw text and from gold tokens.</summary>
internal static class SyntaxTable
{
    private static readonly string[] Metrics = ["Sentences", "Words", "UPOS", "XPOS", "Lemma", "UAS", "LAS", "LASsub"];

    private static readonly (string Corpus, bool Raw)[] Runs =
    [
        ("en_ewt/dev", true), ("en_ewt/dev", false), ("en_pud/dev-news", true), ("en_pud/dev-news", false),
        ("gum/dev", true), ("gum/dev", false), ("gum/dev-news", true), ("gum/dev-news", false),
    ];

    /// <param name="args">The folder with <c>corpora</c> and <c>score</c>, <c>../shared</c> where none is named; then a folder to keep the parses in.</param>
    public static int Run(string[] args)
    {
        var shared = args.FirstOrDefault() ?? Path.Combine("..", "shared");
        var treebank = Path.Combine(shared, "corpora", "treebank");
        if (!Directory.Exists(treebank))
        {
            Console.WriteLine($"No treebank at {treebank}: nothing to score.");
            return 0;
        }
        var folder = args.Length > 1 ? Directory.CreateDirectory(args[1]).FullName : Directory.CreateTempSubdirectory("chancery-syntax-").FullName;
        var pipeline = EnglishNews.Compose(Path.Combine(AppContext.BaseDirectory, "models")).For([Layers.Sentences]);
        Console.WriteLine($"{"corpus",-18}{"input",-6}{string.Concat(Metrics.Select(m => $"{m,10}"))}");
        foreach (var (corpus, raw) in Runs)
        {
            var gold = Path.Combine(treebank, corpus + ".conllu.gz");
            var report = raw ? FromText(Path.Combine(treebank, corpus + ".txt.gz")) : FromGold(gold);
            var (reading, failure) = pipeline.Read(report);
            if (reading is null) throw new InvalidOperationException(failure!.Reason);
            var output = Path.Combine(folder, $"{corpus.Replace('/', '-')}-{(raw ? "raw" : "gold")}.conllu");
            using (var writer = new StreamWriter(output)) ConlluWriter.Write(writer, reading);
            var scores = Score(Path.Combine(shared, "score", "syntax.py"), gold, output);
            Console.WriteLine($"{corpus,-18}{(raw ? "raw" : "gold"),-6}{string.Concat(Metrics.Select(m => $"{scores[m],10:F2}"))}");
        }
        foreach (var corpus in Runs.Where(r => r.Raw).Select(r => r.Corpus))
        {
            var baseline = SentenceExpression.Score(FromGold(Path.Combine(treebank, corpus + ".conllu.gz")));
            Console.WriteLine($"{corpus,-18}{"raw",-6}{baseline,10:F2}  by a sentence expression alone");
        }
        if (args.Length < 2) Directory.Delete(folder, true);
        Console.WriteLine("""

            peers, as published or tried before, English EWT (LAS without subtypes)
              UDPipe 1.2, test        gold: UPOS 94.4 UAS 84.4 LAS 81.1 · raw: 93.3 80.2 77.0 · 2,500-3,400 words/s
              Stanza, test            raw:  UPOS 95.4 UAS 86.2 LAS 83.6 · 878 words/s
              wink-nlp, test          raw:  UPOS 87.0, no trees · 347,000 words/s
            """);
        return 0;
    }

    private static Report FromText(string path) => ReadPlainText.Read(new Page("dev", "", PageKind.Text, Content(path)));

    private static Report FromGold(string path) => ReadConllu.Read(new Page("dev", "", PageKind.Conllu, Content(path)));

    private static string Content(string path)
    {
        using var text = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        return text.ReadToEnd();
    }

    private static Dictionary<string, double> Score(string scorer, string gold, string system)
    {
        using var process = Process.Start(new ProcessStartInfo("python3", [scorer, gold, system, "--json"]) { RedirectStandardOutput = true })!;
        using var json = JsonDocument.Parse(process.StandardOutput.ReadToEnd());
        return Metrics.ToDictionary(m => m, m => json.RootElement.GetProperty(m).GetProperty("f1").GetDouble());
    }
}
