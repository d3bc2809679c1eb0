using System.Text.Json;
using Chancery.Desk.Commands;
using Chancery.Desk.Formats;
using Chancery.Reading.Syntax.Conllu;
using Chancery.Reports;

namespace Chancery.Desk.Evaluating;

/// <summary>Reads the texts of a gold file and compares what was read with what people found.</summary>
public static class Evaluate
{
    public const string Syntax = "syntax";

    public static readonly IReadOnlyList<string> Layers = [Syntax, .. Keys.Layers];

    /// <summary>The layers of a report that a comparison needs.</summary>
    private static readonly Dictionary<string, string> Needed = new() { ["pages"] = "pages", ["published"] = "times", ["times"] = "times", ["actors"] = "actors", ["statements"] = "statements", ["events"] = "events", ["changes"] = "changes", ["signals"] = "signals" };

    /// <param name="mainOnly">Whether of what was read only the main events count, for gold that has one event a sentence.</param>
    public static IReadOnlyList<Score> Run(string layer, string gold, string? texts, bool mainOnly, ReadSetup.Readers readers, int jobs)
    {
        if (layer == Syntax) return SyntaxOf(gold, readers);
        var reader = new ReadPage(LayerNames.Limit(readers.Layers, [Needed[layer]], []), readers.Recover);
        var json = new JsonFormat(new ReaderInfo("chancery", "evaluate", []), lines: true, explain: false);
        var table = new ScoreTable();
        foreach (var (report, outcome) in InOrder.Map(GoldFile.Read(gold, texts), g => (g, Render(reader.Read(Received.Of(g.Page)))), jobs, g => g.Page.Content.Length))
            table.Add(Keys.Of(layer, report.Gold), Keys.Of(layer, MainOnly(outcome, mainOnly && layer == "events")));
        return table.Scores;

        JsonElement Render(ReadPage.Outcome outcome) =>
            outcome.Reading is { } reading ? JsonSerializer.Deserialize<JsonElement>(json.Render(reading).Span) : JsonSerializer.Deserialize<JsonElement>("{}"u8);
    }

    private static JsonElement MainOnly(JsonElement reading, bool wanted) => !wanted || !reading.TryGetProperty("events", out var events) ? reading
        : JsonSerializer.SerializeToElement(new Dictionary<string, object> { ["events"] = events.EnumerateArray().Where(e => e.GetProperty("main").GetBoolean()).ToArray() });

    /// <summary>Tags, lemmas and trees over the gold's own words, against the columns of a CoNLL-U file.</summary>
    private static List<Score> SyntaxOf(string gold, ReadSetup.Readers readers)
    {
        using var text = new StreamReader(GoldFile.Open(gold));
        var content = text.ReadToEnd();
        var (reading, failure) = readers.Layers.For([Chancery.Reports.Layers.Sentences]).Read(ReadConllu.Read(new Page(gold, "", PageKind.Conllu, content)));
        if (reading is null) throw new UsageException($"{gold}: {failure!.Reason}");
        var rows = content.Split('\n').Where(l => l.Length > 0 && char.IsAsciiDigit(l[0])).Select(l => l.TrimEnd('\r').Split('\t')).Where(r => r.Length == 10 && r[0].All(char.IsAsciiDigit)).ToList();
        var words = reading.Get(Chancery.Reports.Layers.Sentences).SelectMany(s => s.Words).ToList();
        if (rows.Count != words.Count) throw new UsageException($"{gold}: holds {rows.Count} words, of which {words.Count} could be read; is it CoNLL-U?");
        var table = new ScoreTable();
        for (int i = 0; i < rows.Count; i++) Compare(table, rows[i], words[i]);
        return [.. table.Scores];
    }

    private static void Compare(ScoreTable table, string[] gold, Token word)
    {
        bool head = gold[6] == (word.Head + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        Count("UPOS", gold[3] == word.Upos.ToString());
        Count("XPOS", gold[4] == word.Xpos);
        Count("lemma", gold[2] == word.Lemma);
        Count("UAS", head);
        Count("LAS", head && gold[7].Split(':')[0] == word.UniversalRelation);

        void Count(string level, bool right) => table.Count(level, 1, 1, right ? 1 : 0);
    }
}
