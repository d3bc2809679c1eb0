using System.Globalization;
using System.Text.Json;
using Chancery.Reading.Pages;
using Chancery.Reading.Times;
using Chancery.Reports;

namespace Chancery.Training.Times;

/// <summary>A text with its gold spans.</summary>
public sealed record TimedText(Report Report, IReadOnlyList<Span> Gold);

/// <summary>
/// Trains <c>models/times.model</c>: every phrase the grammar finds is one example, right where it overlaps a gold expression.
/// Logistic loss, AdaGrad, L2, examples in file order: the same recipe gives the same bytes.
/// </summary>
public static class TimeFilterRecipe
{
    private const int Rounds = 30;
    private const double Rate = 0.05, Decay = 1e-2, Smallest = 0.02;

    public static readonly string[] Corpora = ["dev", "wikiwars-dev"];

    public static IReadOnlyList<TimedText> Load(string folder)
    {
        var gold = new Dictionary<string, IReadOnlyList<Span>>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Path.Combine(folder, "gold.jsonl")))
        {
            using var row = JsonDocument.Parse(line);
            gold[row.RootElement.GetProperty("id").GetString()!] = [.. row.RootElement.GetProperty("times").EnumerateArray()
                .Select(t => new Span(t.GetProperty("start").GetInt32(), t.GetProperty("end").GetInt32()))];
        }
        var texts = new List<TimedText>();
        foreach (var line in File.ReadLines(Path.Combine(folder, "docs.jsonl")))
        {
            using var row = JsonDocument.Parse(line);
            string id = row.RootElement.GetProperty("id").GetString()!;
            var page = new Page(id, "", PageKind.Text, row.RootElement.GetProperty("text").GetString()!, StatedDate: row.RootElement.GetProperty("published").GetString());
            texts.Add(new TimedText(ReadPlainText.Read(page), gold[id]));
        }
        return texts;
    }

    public static TimeFilter Train(IEnumerable<TimedText> texts) => new(Weights(texts));

    /// <summary>Writes the weights, largest features by number, so that two runs give the same file.</summary>
    public static void Write(IEnumerable<TimedText> texts, string path)
    {
        using var file = new StreamWriter(path) { NewLine = "\n" };
        file.WriteLine("# Weights of the filter of time expressions: FNV-1a of the feature, weight. Made by Chancery.Training; see times.md.");
        foreach (var (feature, weight) in Weights(texts).OrderBy(w => w.Key))
            file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{feature:x8}\t{weight:0.###}"));
    }

    private static Dictionary<uint, float> Weights(IEnumerable<TimedText> texts)
    {
        var examples = texts.SelectMany(Examples).ToList();
        var weights = new Dictionary<uint, double>();
        var squares = new Dictionary<uint, double>();
        for (int round = 0; round < Rounds; round++)
        {
            foreach (var (features, right) in examples)
            {
                double score = 0;
                foreach (uint f in features) score += weights.GetValueOrDefault(f);
                double error = (right ? 1 : 0) - 1 / (1 + Math.Exp(-score));
                foreach (uint f in features)
                {
                    double slope = error - Decay * weights.GetValueOrDefault(f);
                    double square = squares[f] = squares.GetValueOrDefault(f) + slope * slope;
                    weights[f] = weights.GetValueOrDefault(f) + Rate * slope / (1e-6 + Math.Sqrt(square));
                }
            }
        }
        return weights.Where(w => Math.Abs(w.Value) >= Smallest).ToDictionary(w => w.Key, w => (float)w.Value);
    }

    private static IEnumerable<(uint[] Features, bool Right)> Examples(TimedText text)
    {
        var phrases = new List<TimePhrase>();
        foreach (var paragraph in text.Report.Paragraphs) TimeReader.BuiltIn.Read(text.Report.Text, paragraph.Span, phrases);
        bool narrative = Narratives.IsNarrative(phrases, text.Report.Witnessed.Date?.Year);
        var features = new List<uint>();
        foreach (var phrase in ElidedDates.Among(text.Report.Text, phrases))
        {
            TimeFilter.Features(text.Report.Text, phrase, narrative, features);
            yield return ([.. features], text.Gold.Any(g => g.Overlaps(phrase.Span)));
        }
    }
}
