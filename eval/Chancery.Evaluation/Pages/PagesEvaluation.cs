using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Reading.Pages;
using Chancery.Reports;

namespace Chancery.Evaluation.Pages;

/// <summary>Scores the page layer on the development pages, our rows beside the best peers'.</summary>
internal static class PagesEvaluation
{
    public static int Run(string[] args)
    {
        if (PageCorpus.Find() is not { } corpus)
        {
            Console.WriteLine("pages: the corpus ../shared/corpora/pages is not here; skipped.");
            return 0;
        }
        var pages = corpus.Load();
        var reader = ReadHtml.Compose(Path.Combine(AppContext.BaseDirectory, "models"));
        string worst = args.Length > 0 ? args[0] : "0";
        string articles = Scratch.File("articles.jsonl");
        var watch = Stopwatch.StartNew();
        var reports = pages.AsParallel().AsOrdered().Select(reader.Read).ToList();
        Console.WriteLine($"pages       {pages.Count} in {watch.Elapsed.TotalSeconds:0.00} s");
        MapCheck.Print(pages, reports);
        Write(articles, reports);
        Console.WriteLine("             best peer: f1 .918  title .655  author .464  exact_day .914");
        Console.WriteLine("             the classifiers were trained on these pages: the five-fold figures stand on their cards in models/");
        Python($"../shared/score/article.py segments {corpus.PathOf("segments.jsonl")} {articles} --worst {worst}");
        Python($"../shared/score/published.py {corpus.PathOf("published.jsonl")} {articles} --wrong {worst}");
        return 0;
    }

    /// <summary>Article lines as <c>as_article.py</c> makes them of readings.</summary>
    private static void Write(string path, IEnumerable<Report> reports)
    {
        using var output = File.Create(path);
        foreach (var report in reports)
        {
            using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                json.WriteStartObject();
                json.WriteString("id", report.Id);
                json.WriteString("text", string.Join('\n', report.Paragraphs
                    .Where(p => p.Role is ParagraphRole.Standfirst or ParagraphRole.Body).Select(p => p.Span.Cut(report.Text))));
                json.WriteString("title", report.Title);
                json.WriteStartArray("author");
                foreach (string name in report.Byline) json.WriteStringValue(name);
                json.WriteEndArray();
                json.WriteString("published", report.Witnessed.Value);
                json.WriteEndObject();
            }
            output.WriteByte((byte)'\n');
        }
    }

    private static void Python(string command)
    {
        using var process = Process.Start(new ProcessStartInfo("python3", command))!;
        process.WaitForExit();
    }
}
