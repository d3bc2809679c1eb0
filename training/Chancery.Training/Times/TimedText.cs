using System.Text.Json;
using Chancery.Reading.Pages;
using Chancery.Reading.Times;
using Chancery.Reports;

namespace Chancery.Training.Times;

/// <param name="Value">Its TIMEX3 value; empty where the gold gives none.</param>
public sealed record GoldTime(Span Span, string Value);

/// <summary>A text with its gold times.</summary>
public sealed record TimedText(Report Report, IReadOnlyList<GoldTime> Gold)
{
    public static readonly string[] Corpora = ["dev", "wikiwars-dev"];

    /// <summary>The texts of one corpus, in file order.</summary>
    public static IReadOnlyList<TimedText> Load(string folder)
    {
        var gold = new Dictionary<string, IReadOnlyList<GoldTime>>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Path.Combine(folder, "gold.jsonl")))
        {
            using var row = JsonDocument.Parse(line);
            gold[row.RootElement.GetProperty("id").GetString()!] = [.. row.RootElement.GetProperty("times").EnumerateArray().Select(Time)];
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

    /// <summary>The gold time that a span overlaps, or null.</summary>
    public GoldTime? GoldAt(Span span) => Gold.FirstOrDefault(g => g.Span.Overlaps(span));

    /// <summary>All that the grammar finds.</summary>
    internal List<TimePhrase> Phrases()
    {
        var phrases = new List<TimePhrase>();
        foreach (var paragraph in Report.Paragraphs) TimeReader.BuiltIn.Read(Report.Text, paragraph.Span, phrases);
        return ElidedDates.Among(Report.Text, phrases);
    }

    private static GoldTime Time(JsonElement time) => new(
        new Span(time.GetProperty("start").GetInt32(), time.GetProperty("end").GetInt32()),
        time.TryGetProperty("value", out var value) ? value.GetString() ?? "" : "");
}
