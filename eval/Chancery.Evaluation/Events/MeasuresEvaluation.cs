using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Desk.Formats;
using Chancery.Reading;
using Chancery.Reports;

namespace Chancery.Evaluation.Events;

/// <summary>
/// Scores changes of measures, sentence by sentence: the half of the development gold that the rules were written on, and the sentences labelled by hand for this
/// (Gold/measures/README.md). The other half of the development gold is scored with <c>--unopened</c>, the other half of our own passages with <c>--unread</c>, and only their totals are shown.
/// </summary>
internal static class MeasuresEvaluation
{
    private const string Dev = "../shared/corpora/measures/dev.jsonl";

    public static int Run(string[] args)
    {
        if (!File.Exists(Dev))
        {
            Console.WriteLine($"measures: the corpus {Dev} is not here; skipped.");
            return 0;
        }
        bool errors = args.Contains("--errors");
        var pipeline = EnglishNews.Compose("models").For([Layers.Changes]);
        var all = GoldSentence.Measures(Dev);
        Score(pipeline, "development, opened half", all.FindAll(s => s.IsOpened), errors);
        foreach (var half in GoldSentence.ByHand().GroupBy(s => s.Half))
            Score(pipeline, $"labelled by hand, {half.Key}", [.. half], errors && half.Key == "before" || args.Contains("--rounds") && half.Key == "later" || args.Contains("--after-errors") && half.Key == "after");
        Score(pipeline, "own passages, read", GoldSentence.Passages("read"), errors || args.Contains("--passages"));
        Score(pipeline, "own passages, third set", GoldSentence.Passages("third"), errors || args.Contains("--third"));
        for (int round = 1; GoldSentence.Passages($"round{round}") is { Count: > 0 } passages; round++)
            Score(pipeline, $"own passages, round {round}", passages, errors || args.Contains("--rounds") || args.Contains($"--round{round}"));
        if (args.Contains("--unread")) Score(pipeline, "own passages, unread", GoldSentence.Passages("unread"), errors: false);
        if (args.Contains("--unopened")) Score(pipeline, "development, unopened half", all.FindAll(s => !s.IsOpened), errors: false);
        return 0;
    }

    private static void Score(Pipeline pipeline, string what, List<GoldSentence> sentences, bool errors)
    {
        string gold = Path.Combine(Path.GetTempPath(), "chancery-measures-gold.jsonl"), system = Path.Combine(Path.GetTempPath(), "chancery-measures-system.jsonl");
        File.WriteAllLines(gold, sentences.Select(s => s.Gold));
        using (var output = File.Create(system))
            foreach (var sentence in sentences)
            {
                if (pipeline.Read(sentence.Report()) is not ({ } reading, _)) continue;
                using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
                    ReadingJson.Write(json, reading, new ReaderInfo("chancery", "evaluation", []), explain: true);
                output.WriteByte((byte)'\n');
                if (errors) PrintErrors(sentence, reading);
            }
        Console.WriteLine($"== {what}: {sentences.Count} sentences");
        PrintTotals(gold, system);
    }

    /// <summary>What is labelled and not read, and what is read and not labelled, without the dates.</summary>
    private static void PrintErrors(GoldSentence sentence, AnnotatedReport reading)
    {
        var wanted = sentence.Changes();
        var told = reading.Get(Layers.Changes)
            .Select(c => (Line: $"{c.Instrument} {c.Actor ?? "-"} {c.Target ?? "-"} {c.Change} {c.Status.Name()}".ToLowerInvariant(), c.Decided)).ToList();
        var missed = wanted.Where(w => !told.Exists(t => IsSame(t.Line, w))).ToList();
        var extra = told.Where(t => !wanted.Exists(w => IsSame(t.Line, w))).ToList();
        if (missed.Count + extra.Count == 0) return;
        Console.WriteLine($"{sentence.Id}: {sentence.Text}");
        foreach (var m in missed) Console.WriteLine($"    missed  {m}");
        foreach (var (line, decided) in extra) Console.WriteLine($"    extra   {line}   [{decided}]");
    }

    /// <summary>The sides of a treaty, of relations and of a truce stand in any order.</summary>
    private static bool IsSame(string one, string other)
    {
        var cells = other.Split(' ');
        return one == other || cells is ["treaty" or "relations" or "ceasefire", var actor, var target, var change, var status] && change != "violate" && one == $"{cells[0]} {target} {actor} {change} {status}";
    }

    private static void PrintTotals(string gold, string system)
    {
        using var process = Process.Start(new ProcessStartInfo("python3", $"../shared/score/measures.py {gold} {system}") { RedirectStandardOutput = true })!;
        foreach (var line in process.StandardOutput.ReadToEnd().Split('\n').Where(IsTotal)) Console.WriteLine("  " + line);
        process.WaitForExit();
    }

    private static bool IsTotal(string line) => line.StartsWith("level", StringComparison.Ordinal) || line.StartsWith("parties", StringComparison.Ordinal)
        || line.StartsWith("change ", StringComparison.Ordinal) || line.StartsWith("change+", StringComparison.Ordinal) || line.StartsWith("core", StringComparison.Ordinal)
        || line.StartsWith("dates", StringComparison.Ordinal);
}
