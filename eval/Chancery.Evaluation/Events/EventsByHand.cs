using System.IO.Compression;
using System.Text.Json;
using Chancery.Reading;
using Chancery.Reports;
using NodaTime.Text;

namespace Chancery.Evaluation.Events;

/// <summary>Scores events and changes on 60 documents labelled by hand: the half labelled before the lexicon was written on, and the half labelled after.</summary>
internal static class EventsByHand
{
    private const string Gold = "eval/Chancery.Evaluation/Gold/events/", News = "../shared/corpora/news/";

    public static int Run(string[] args)
    {
        if (!Directory.Exists(News))
        {
            Console.WriteLine($"events-by-hand: the corpus {News} is not here; skipped.");
            return 0;
        }
        var labels = HandLabel.Load(Gold + "labels.tsv");
        var pipeline = EnglishNews.Compose("models").For([Layers.Events, Layers.Changes]);
        var texts = Texts();
        foreach (var half in File.ReadLines(Gold + "documents.tsv").Where(l => l[0] != '#').Select(l => l.Split('\t')).GroupBy(c => c[0]))
        {
            var tally = new HandTally(args.Contains("--errors") && half.Key == "before");
            foreach (var cells in half)
            {
                var (text, day) = texts[cells[3]];
                var report = new Report(cells[3], "", text, Paragraphs(text), Published(day)) { Language = "en" };
                if (pipeline.Read(report) is ({ } reading, _)) tally.Add(reading, labels[cells[3]].ToList(), int.Parse(cells[4]));
            }
            Console.WriteLine($"== {half.Count()} documents labelled {half.Key} the lexicon was written on");
            tally.Print();
        }
        return 0;
    }

    /// <summary>Paragraphs as blank lines part them.</summary>
    private static List<Paragraph> Paragraphs(string text)
    {
        var paragraphs = new List<Paragraph>();
        for (int at = 0; at < text.Length;)
        {
            int end = text.IndexOf('\n', at) is var cut and >= 0 ? cut : text.Length;
            if (end > at) paragraphs.Add(new Paragraph(new Span(at, end), ParagraphRole.Body));
            at = end + 1;
        }
        return paragraphs;
    }

    private static Published Published(string day) => new(LocalDatePattern.Iso.Parse(day).Value, DatePrecision.Day, PublishedBasis.Metadata, null, []);

    private static Dictionary<string, (string Text, string Day)> Texts()
    {
        var texts = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach (var file in new[] { "wikinews", "state-releases" })
        {
            using var lines = new StreamReader(new GZipStream(File.OpenRead($"{News}{file}.jsonl.gz"), CompressionMode.Decompress));
            while (lines.ReadLine() is { } line)
            {
                var row = JsonDocument.Parse(line).RootElement;
                texts[row.GetProperty("id").GetString()!] = (row.GetProperty("text").GetString()!, row.GetProperty("published").GetString()!);
            }
        }
        return texts;
    }
}
