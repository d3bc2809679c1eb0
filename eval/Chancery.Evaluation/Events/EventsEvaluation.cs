using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Desk.Formats;
using Chancery.Reading;
using Chancery.Reading.Actors;
using Chancery.Reading.Events;
using Chancery.Reading.Events.Types;
using Chancery.Reports;
using Chancery.Training.Events;

namespace Chancery.Evaluation.Events;

/// <summary>
/// Scores the event layer on the development gold, our rows beside the peers': the frames alone, and with the model of types, five-fold
/// (each document is coded by a model that has not seen its fold).
/// </summary>
internal static class EventsEvaluation
{
    private const string Corpora = "../shared/corpora";

    private static readonly (string Corpus, string Options)[] Rows =
        [("gsr", "--main"), ("plv", ""), ("upetrarch", "--main"), ("petrarch", "--main")];

    public static int Run(string[] args)
    {
        if (!File.Exists(Path.Combine(Corpora, "events", "gsr.docs.jsonl")))
        {
            Console.WriteLine($"events: the corpora {Corpora}/events are not here; skipped.");
            return 0;
        }
        Console.WriteLine("peers on gsr (F1)      quad  type  type+dyad  full");
        Console.WriteLine("  UniversalPetrarch    .609  .469  .203       .037");
        Console.WriteLine("  PETRARCH2            .407  .282  .133       .025");
        Console.WriteLine("  ZSP, actors given    .897  .814  -          -");
        bool framesOnly = args.Contains("--frames");
        var trainer = framesOnly ? null : new TrainEventTypes(Corpora, "models");
        var actors = trainer?.Actors ?? ActorLexicon.Load();
        var coders = Enumerable.Range(0, 5).Select(fold => new CodeEvents(actors, trainer?.Without(fold))).ToArray();
        var pipeline = EnglishNews.Compose("models").For([Layers.Actors, Layers.Times, Layers.Statements]);
        foreach (var (corpus, options) in Rows)
        {
            var output = Scratch.File($"events-{corpus}.jsonl");
            double perWord = Code(corpus, pipeline, coders, output);
            Console.WriteLine($"\n== {corpus} {options}{(framesOnly ? "" : ", five-fold")}; {perWord:0.0} µs a word with syntax given");
            Python($"../shared/score/events.py {Corpora}/events/{corpus}.gold.jsonl {output} {options} {string.Join(' ', args.Where(a => a != "--frames"))}");
            if (corpus != "upetrarch") continue;
            var pairs = Scratch.File("events-upetrarch-pairs.jsonl");
            DirectedPairs.Write(output, pairs);
            Console.WriteLine("\n== upetrarch --main, as its gold writes events: once for each directed pair of sides");
            Python($"../shared/score/events.py {Corpora}/events/{corpus}.gold.jsonl {pairs} {options}");
        }
        PrintNothing();
        return 0;
    }

    /// <summary>The records that truly tell of nothing, and how many of them were coded.</summary>
    private static void PrintNothing()
    {
        int all = 0;
        var coded = new List<string>();
        foreach (var row in File.ReadLines("eval/Chancery.Evaluation/Events/nothing.tsv").Where(l => l[0] != '#').Select(l => l.Split('\t')))
        {
            all++;
            foreach (var line in File.ReadLines(Scratch.File($"events-{row[0]}.jsonl")))
            {
                var record = JsonDocument.Parse(line).RootElement;
                if (record.GetProperty("id").GetString() == row[1] && record.GetProperty("events").EnumerateArray().Any(e => e.GetProperty("main").GetBoolean()))
                    coded.Add(row[1]);
            }
        }
        Console.WriteLine($"\nof {all} records that tell of no event {coded.Count} are coded: {string.Join(", ", coded)}");
    }

    private static double Code(string corpus, Pipeline pipeline, CodeEvents[] coders, string output)
    {
        using var file = File.Create(output);
        long ticks = 0, words = 0;
        foreach (var line in File.ReadLines($"{Corpora}/events/{corpus}.docs.jsonl"))
        {
            var row = JsonDocument.Parse(line).RootElement;
            var id = row.GetProperty("id").GetString()!;
            var text = row.GetProperty("text").GetString()!;
            if (text.Length == 0) continue;
            var report = new Report(id, "", text, [new Paragraph(new Span(0, text.Length), ParagraphRole.Body)], Published.Unknown) { Language = "en" };
            if (pipeline.Read(report) is not ({ } reading, _)) continue;
            long start = Stopwatch.GetTimestamp();
            var events = coders[TypeExamples.Fold(id)].Annotate(reading);
            ticks += Stopwatch.GetTimestamp() - start;
            words += reading.Get(Layers.Sentences).Sum(s => s.Words.Length);
            using (var json = new Utf8JsonWriter(file, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
                ReadingJson.Write(json, reading.With(Layers.Events, events), new ReaderInfo("chancery", "evaluation", []), explain: true);
            file.WriteByte((byte)'\n');
        }
        return ticks * 1e6 / Stopwatch.Frequency / Math.Max(1, words);
    }

    private static void Python(string command)
    {
        using var process = Process.Start(new ProcessStartInfo("python3", command))!;
        process.WaitForExit();
    }
}
