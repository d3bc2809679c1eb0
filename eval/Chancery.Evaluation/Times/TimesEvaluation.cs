using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Reading.Pages;
using Chancery.Reading.Times;
using Chancery.Reports;

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

    public static int Run(string[] args)
    {
        bool any = false;
        foreach (var name in (string[])["dev", "wikiwars-dev"])
        {
            var folder = Path.Combine("../shared/corpora/timex", name);
            if (!File.Exists(Path.Combine(folder, "docs.jsonl")))
            {
                Console.WriteLine($"times: the corpus {folder} is not here; skipped.");
                continue;
            }
            if (!any) Console.WriteLine(Peers);
            any = true;
            Console.WriteLine($"{name}:");
            Score(folder, Path.Combine(Path.GetTempPath(), $"chancery-times-{name}.jsonl"), args);
        }
        return 0;
    }

    private static void Score(string folder, string output, string[] args)
    {
        var reports = Load(Path.Combine(folder, "docs.jsonl"));
        var pipeline = new Pipeline([new FindTimes(), new ResolveTimes()]);
        var readings = reports.ConvertAll(r => pipeline.Read(r));
        foreach (var (_, failure) in readings)
            if (failure is not null) Console.WriteLine($"  not read: {failure.Id}: {failure.Reason}");
        Write(output, readings.Select(r => r.Reading).OfType<AnnotatedReport>());
        long words = reports.Sum(r => (long)r.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
        foreach (var line in Python($"../shared/score/timex.py {string.Join(' ', args)} {Path.Combine(folder, "gold.jsonl")} {output}"))
            if (!line.StartsWith('{')) Console.WriteLine("  " + line);
        Console.WriteLine($"  words per CPU-second, this layer alone: {Speed(reports, pipeline, words):#,0}");
    }

    /// <summary>The best of several passes on one thread, by the processor's time.</summary>
    private static double Speed(List<Report> reports, Pipeline pipeline, long words)
    {
        double best = 0;
        for (int pass = 0; pass < 5; pass++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            foreach (var report in reports) pipeline.Read(report);
            var spent = Process.GetCurrentProcess().TotalProcessorTime - before;
            best = Math.Max(best, words / spent.TotalSeconds);
        }
        return best;
    }

    private static List<Report> Load(string path) => [.. File.ReadLines(path).Select(line =>
    {
        using var row = JsonDocument.Parse(line);
        string? Field(string name) => row.RootElement.TryGetProperty(name, out var v) ? v.GetString() : null;
        return ReadPlainText.Read(new Page(Field("id")!, "", PageKind.Text, Field("text")!, StatedDate: Field("published")));
    })];

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
