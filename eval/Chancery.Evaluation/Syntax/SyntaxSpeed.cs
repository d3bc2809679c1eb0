using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Chancery.Reading.Pages;
using Chancery.Reading.Syntax;
using Chancery.Reading.Syntax.Lemmas;
using Chancery.Reading.Syntax.Network;
using Chancery.Reading.Syntax.Words;
using Chancery.Reports;

namespace Chancery.Evaluation.Syntax;

/// <summary>
/// Words a second and core of the syntax layer over the news corpus, on one thread, beside a plain expression that only cuts words out.
/// Processor time is what counts; where the machine is busy, the wall clock says less.
/// </summary>
internal static partial class SyntaxSpeed
{
    private const int Rounds = 3, ReportsOfEach = 250;

    /// <param name="args">The folder with <c>corpora</c>, <c>../shared</c> where none is named.</param>
    public static int Run(string[] args)
    {
        var news = Path.Combine(args.FirstOrDefault() ?? Path.Combine("..", "shared"), "corpora", "news");
        if (!Directory.Exists(news))
        {
            Console.WriteLine($"No news at {news}: nothing to measure.");
            return 0;
        }
        var reports = Directory.GetFiles(news, "*.jsonl.gz").Order(StringComparer.Ordinal).SelectMany(Read).ToArray();
        var models = Path.Combine(AppContext.BaseDirectory, "models");
        var clock = Stopwatch.StartNew();
        var splitter = new SplitSentences(WordModel.Load(Path.Combine(models, "en-words.model")));
        var network = SyntaxNetwork.Load(Path.Combine(models, "en-syntax.model"));
        var layer = new ParseSentences(splitter, network, Lemmatiser.Load(Path.Combine(models, "en-lemmas.model")));
        Console.WriteLine($"models loaded in {clock.Elapsed.TotalMilliseconds:F0} ms");
        var split = reports.Select(splitter.Split).ToArray();
        int words = split.Sum(sentences => sentences.Sum(s => s.Words.Length));
        Console.WriteLine($"{reports.Length} reports, {words} words, {split.Sum(s => s.Count)} sentences; one thread, best of {Rounds} rounds");
        Measure("a word expression alone", () => { foreach (var r in reports) PlainWords().Count(r.Text); });
        Measure("words and sentence ends", () => { foreach (var r in reports) splitter.Split(r); });
        Measure("the network", () => { foreach (var s in split) network.Analyse(s); });
        Measure("the whole layer", () => { foreach (var r in reports) layer.Annotate(new AnnotatedReport(r)); });
        Console.WriteLine($"memory at its highest {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB, the corpus included");
        return 0;

        void Measure(string what, Action work)
        {
            work();
            double best = double.MaxValue, wall = double.MaxValue;
            for (int round = 0; round < Rounds; round++)
            {
                var before = Environment.CpuUsage.TotalTime;
                var watch = Stopwatch.StartNew();
                work();
                wall = Math.Min(wall, watch.Elapsed.TotalSeconds);
                best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
            }
            Console.WriteLine($"{what,-28}{words / best,12:N0} words/s and core{words / wall,12:N0} by the wall clock");
        }
    }

    private static IEnumerable<Report> Read(string path)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        for (int count = 0; count < ReportsOfEach && lines.ReadLine() is { } line; count++)
        {
            using var json = JsonDocument.Parse(line);
            yield return ReadPlainText.Read(
                new Page(json.RootElement.GetProperty("id").GetString()!, "", PageKind.Text, json.RootElement.GetProperty("text").GetString()!));
        }
    }

    [GeneratedRegex(@"\w+|[^\w\s]")]
    private static partial Regex PlainWords();
}
