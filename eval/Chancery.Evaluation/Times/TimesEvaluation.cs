using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Reading;
using Chancery.Reading.Times;
using Chancery.Reports;
using Chancery.Training.Times;

namespace Chancery.Evaluation.Times;

/// <summary>Scores the times on news and on histories, our rows beside the peers'.</summary>
internal static class TimesEvaluation
{
    private const string Peers = """
                                  strict relaxed  type value   words per CPU-second
          dev   HeidelTime + POS   83.8    92.0  87.8  77.7    2,700-2,900
                SUTime             80.3    90.4  83.1  68.9    3,000-3,300
                Recognizers-Text   68.9    87.5  81.4  66.0    7,500
                chrono-node        56.5    74.8  66.5  52.4    1,000,000
          wiki  HeidelTime + POS   85.3    91.9  90.0  83.7
                SUTime             77.8    91.2  85.2  49.7
                Recognizers-Text   61.9    86.7  80.2  47.5
                chrono-node        50.5    68.1  64.0  31.6
        """;

    private const string Shared = "../shared/corpora/timex";
    private const int Folds = 5;

    public static int Run(string[] args)
    {
        var corpora = TimedText.Corpora.Where(name => File.Exists(Path.Combine(Shared, name, "docs.jsonl"))).ToList();
        foreach (var name in TimedText.Corpora.Except(corpora)) Console.WriteLine($"times: the corpus {Shared}/{name} is not here; skipped.");
        if (corpora.Count == 0) return 0;
        Console.WriteLine(Peers);
        var syntax = new Pipeline([EnglishNews.Syntax("models")]);
        var texts = corpora.ToDictionary(name => name, name => TimedText.Load(Path.Combine(Shared, name)).Select(t => (Text: t, Reading: syntax.Read(t.Report).Reading!)).ToList());
        var all = texts.Values.SelectMany(t => t).ToList();
        var folds = Enumerable.Range(0, Folds).Select(fold => all.Where(t => FoldOf(t.Text.Report.Id) != fold).ToList())
            .Select(others => new TimesAlone(TimeFilterRecipe.Train(others.Select(t => t.Text)), YearChoiceRecipe.Train(others))).ToArray();
        var shipped = new TimesAlone(TimeFilter.Load("models/times.model"), YearChoice.Load("models/times-years.model"));
        foreach (var name in corpora)
        {
            var parsed = texts[name].ConvertAll(t => t.Reading);
            Console.WriteLine($"{name}, five-fold (the models of a text were trained on the other folds):");
            Score(name, parsed.ConvertAll(r => folds[FoldOf(r.Report.Id)].Read(r)), args);
            Console.WriteLine($"{name}, as shipped (the models have seen these texts):");
            Score(name + "-shipped", parsed.ConvertAll(shipped.Read), []);
            Console.WriteLine($"  words per CPU-second, this layer alone: {Speed(parsed, shipped.Read, 5):#,0}");
        }
        var whole = EnglishNews.Compose("models");
        Console.WriteLine($"  words per CPU-second, the whole reading: {Speed([.. all.Take(40).Select(t => new AnnotatedReport(t.Text.Report))], r => whole.Read(r.Report).Reading!, 2):#,0}");
        return 0;
    }

    private static int FoldOf(string id) => SHA256.HashData(Encoding.UTF8.GetBytes(id))[0] % Folds;

    private static void Score(string run, IEnumerable<AnnotatedReport> readings, string[] args)
    {
        string output = Scratch.File($"times-{run}.jsonl");
        Write(output, readings);
        foreach (var line in Python($"../shared/score/timex.py {string.Join(' ', args)} {Path.Combine(Shared, run.Replace("-shipped", "", StringComparison.Ordinal), "gold.jsonl")} {output}"))
            if (!line.StartsWith('{')) Console.WriteLine("  " + line);
    }

    /// <summary>The best of several passes on one thread, by the processor's time.</summary>
    private static double Speed(List<AnnotatedReport> parsed, Func<AnnotatedReport, AnnotatedReport> read, int passes)
    {
        long words = parsed.Sum(r => (long)r.Report.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
        double best = 0;
        for (int pass = 0; pass < passes; pass++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            foreach (var report in parsed) read(report);
            best = Math.Max(best, words / (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
        }
        return best;
    }

    /// <summary>The two steps of this layer over a report whose sentences are given, with the publication date as it came.</summary>
    private sealed class TimesAlone(TimeFilter filter, YearChoice years)
    {
        private readonly FindTimes _find = new(filter);
        private readonly ResolveTimes _resolve = new(years);

        public AnnotatedReport Read(AnnotatedReport parsed)
        {
            var found = parsed.With(Layers.FoundTimes, _find.Annotate(parsed));
            return found.With(Layers.Times, _resolve.Annotate(found));
        }
    }

    private static void Write(string path, IEnumerable<AnnotatedReport> readings)
    {
        using var output = File.Create(path);
        foreach (var reading in readings)
        {
            using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                json.WriteStartObject();
                json.WriteString("id", reading.Report.Id);
                json.WriteStartArray("times");
                foreach (var time in reading.Get(Layers.Times))
                {
                    json.WriteStartObject();
                    json.WriteNumber("start", time.Span.Start);
                    json.WriteNumber("end", time.Span.End);
                    json.WriteString("text", time.Span.Cut(reading.Report.Text));
                    json.WriteString("type", time.Type.ToString().ToUpperInvariant());
                    json.WriteString("value", time.Value);
                    json.WriteString("mod", time.Mod);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
            output.WriteByte((byte)'\n');
        }
    }

    private static IEnumerable<string> Python(string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true })!;
        while (process.StandardOutput.ReadLine() is { } line) yield return line;
        process.WaitForExit();
    }
}
