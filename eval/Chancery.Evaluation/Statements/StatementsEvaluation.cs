using System.Diagnostics;
using System.Text.Json;
using Chancery.Reading;
using Chancery.Reading.Pages;
using Chancery.Reports;

namespace Chancery.Evaluation.Statements;

/// <summary>Scores the statements on articles of a month that training has not seen, our rows beside the peers'.</summary>
internal static class StatementsEvaluation
{
    private const string Folder = "../shared/corpora/statements";
    private const string Peers = """
                                            statement F1   direct indirect mixed    exact source   cue  content
          two people with each other                75.3     97.5     66.9  89.0            77.4  70.6     71.2
          Gender Gap Tracker's algorithm            38.4     49.9     32.0  49.5            50.1  43.9     27.8
          textacy's algorithm                       24.1     58.9      0.0  26.8            25.4  30.1     32.9
          labeller retrained on train               60.9     86.9     54.2  71.3            71.9  68.8     61.4
          BERT-CofeNet (as published)                  -        -        -     -            83.2  75.3     72.9
        """;

    public static int Run(string[] args)
    {
        string docs = Path.Combine(Folder, "dev.docs.jsonl"), gold = Path.Combine(Folder, "dev.gold.jsonl");
        if (!File.Exists(docs) || !File.Exists(gold))
        {
            Console.WriteLine($"statements: the corpus {Folder} is not here; skipped.");
            return 0;
        }
        var pipeline = EnglishNews.Compose(Path.Combine(AppContext.BaseDirectory, "models")).For([Layers.Statements]);
        string output = Scratch.File("statements.jsonl");
        var readings = Read(docs, pipeline);
        Write(output, readings);
        var lines = Python($"../shared/score/statements.py {string.Join(' ', args)} {gold} {output}");
        Console.WriteLine(Peers);
        using var scores = JsonDocument.Parse(lines[^1]);
        double F1(string name) => scores.RootElement.GetProperty(name)[2].GetDouble();
        Console.WriteLine(FormattableString.Invariant(
            $"  chancery                                  {F1("statement_all"),4:F1}     {F1("statement_direct"),4:F1}     {F1("statement_indirect"),4:F1}  {F1("statement_mixed"),4:F1}            {F1("exact_source"),4:F1}  {F1("exact_cue"),4:F1}     {F1("exact_content"),4:F1}"));
        foreach (var line in lines[..^1]) Console.WriteLine("  " + line);
        Console.WriteLine(FormattableString.Invariant($"  {Speed(pipeline, readings):F2} microseconds a word, this layer alone"));
        File.Delete(output);
        return 0;
    }

    private static List<AnnotatedReport> Read(string docs, Pipeline pipeline)
    {
        var readings = new List<AnnotatedReport>();
        foreach (var line in File.ReadLines(docs))
        {
            using var row = JsonDocument.Parse(line);
            var page = new Page(row.RootElement.GetProperty("id").GetString()!, "", PageKind.Text, row.RootElement.GetProperty("text").GetString()!);
            var (reading, failure) = pipeline.Read(ReadPlainText.Read(page));
            if (reading is null) Console.WriteLine($"  not read: {failure!.Id}: {failure.Reason}");
            else readings.Add(reading);
        }
        return readings;
    }

    /// <summary>The best of several passes on one thread, by the processor's time.</summary>
    private static double Speed(Pipeline pipeline, List<AnnotatedReport> readings)
    {
        var finder = (Annotator<Statement>)pipeline.Annotators.Single(a => a.GivesLayer == Layers.Statements);
        double words = readings.Sum(r => r.Get(Layers.Sentences).Sum(s => s.Words.Length)), best = double.MaxValue;
        for (int pass = 0; pass < 4; pass++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            foreach (var reading in readings) finder.Annotate(reading);
            best = Math.Min(best, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMicroseconds / words);
        }
        return best;
    }

    private static void Write(string path, List<AnnotatedReport> readings)
    {
        using var writer = new StreamWriter(path);
        foreach (var reading in readings)
        {
            var statements = reading.Get(Layers.Statements).Select(s => new
            {
                source = Ranges(s.Source), cue = Ranges(s.Cue), content = Ranges(s.Content), within = s.Within,
            });
            writer.WriteLine(JsonSerializer.Serialize(new { id = reading.Report.Id, statements }));
        }
    }

    private static object[] Ranges(IEnumerable<Span> spans) => [.. spans.Select(s => new { start = s.Start, end = s.End })];

    private static List<string> Python(string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true })!;
        var lines = new List<string>();
        while (process.StandardOutput.ReadLine() is { } line) lines.Add(line);
        process.WaitForExit();
        return lines;
    }
}
