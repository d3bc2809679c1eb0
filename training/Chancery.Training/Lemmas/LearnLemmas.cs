using System.Globalization;
using Chancery.Reading.Syntax.Conllu;
using Chancery.Reading.Syntax.Lemmas;
using Chancery.Reports;

namespace Chancery.Training.Lemmas;

/// <summary>Learns how lemmas are made from forms: rules for endings from all word types, then a list of what the rules get wrong.</summary>
internal sealed class LearnLemmas
{
    private readonly record struct Tag(string Upos, string Xpos, FormCase Way);

    private readonly SortedDictionary<string, Dictionary<LemmaEdit, int>> _endings = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Dictionary<string, int>> _words = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Dictionary<string, int>> _names = new(StringComparer.Ordinal);

    /// <param name="wordNet">The folder of WordNet's <c>index.*</c> files.</param>
    public static void Run(Treebank treebank, string wordNet, string path)
    {
        var learner = new LearnLemmas();
        foreach (var group in treebank.Train().SelectMany(s => s.Words).Where(w => w.Lemma != "_" && w.Form != "_")
            .GroupBy(w => (w.Form, w.Upos, w.Xpos, w.Lemma)))
            learner.Take(group.Key.Form, group.Key.Upos, group.Key.Xpos, group.Key.Lemma, group.Count());
        foreach (var (form, upos, xpos, lemma) in Inflections.All(wordNet)) learner.Take(form, upos, xpos, lemma, 0);
        learner.Write(path);
        Measure(treebank, path);
    }

    /// <param name="count">How often it was read; 0 for a form that was made from a list.</param>
    private void Take(string form, string upos, string xpos, string lemma, int count)
    {
        var tag = new Tag(upos, xpos, LemmaKey.CaseOf(form, Enum.Parse<Upos>(upos), xpos));
        var lower = form.ToLowerInvariant();
        Add(_words, Key(lower, tag), lemma, count);
        if (upos == "PROPN" && count > 1 && tag.Way == FormCase.Capital) Add(_names, lower, lemma, count);
        if (LemmaEdit.Between(form, lemma) is not { } edit) return;
        int longest = tag.Way == FormCase.Capitals ? 1 : LemmaKey.LongestEnding;   // endings do not tell an acronym from a cry
        for (int length = 0; length <= Math.Min(longest, lower.Length); length++)
            Add(_endings, Key(lower[(lower.Length - length)..], tag), edit, 1);
    }

    private static string Key(string text, Tag tag) => $"{text}\t{tag.Upos}\t{tag.Xpos}\t{(int)tag.Way}";

    private static void Add<T>(SortedDictionary<string, Dictionary<T, int>> counts, string key, T value, int count) where T : notnull
    {
        if (!counts.TryGetValue(key, out var values)) counts[key] = values = [];
        values[value] = values.GetValueOrDefault(value) + count;
    }

    private static T Commonest<T>(Dictionary<T, int> values) where T : notnull =>
        values.OrderByDescending(v => v.Value).ThenBy(v => v.Key.ToString(), StringComparer.Ordinal).First().Key;

    private void Write(string path)
    {
        var rules = Rules().ToArray();
        var byRule = new Lemmatiser(rules);
        using var output = new StreamWriter(path) { NewLine = "\n" };
        output.WriteLine("# See en-lemmas.md.");
        foreach (var rule in rules) output.WriteLine(rule);
        var listed = new Dictionary<string, string>();   // forms in lower case, under which other ways of writing are looked up too
        foreach (var (key, lemmas) in _words)
        {
            var c = key.Split('\t');
            var lemma = Commonest(lemmas);
            var way = (FormCase)(c[3][0] - '0');
            var expected = way != FormCase.Lower && listed.TryGetValue(key[..^1], out var other)
                ? other : byRule.Lemma(Written(c[0], way), Enum.Parse<Upos>(c[1]), c[2]);
            if (expected == lemma) continue;
            output.WriteLine($"word\t{key}\t{lemma}");
            if (way == FormCase.Lower) listed[key[..^1]] = lemma;
        }
        foreach (var (lower, names) in _names)
            if (Commonest(names) is var name) output.WriteLine($"name\t{lower}\t{name}");
    }

    /// <summary>A rule is kept where it says something else than the rule for the next shorter ending, and was seen more than once.</summary>
    private IEnumerable<string> Rules()
    {
        var kept = new Dictionary<string, LemmaEdit>();
        foreach (var (key, edits) in _endings.OrderBy(e => e.Key.IndexOf('\t')).ThenBy(e => e.Key, StringComparer.Ordinal))
        {
            int tab = key.IndexOf('\t');
            var edit = Commonest(edits);
            LemmaEdit? shorter = null;
            for (int cut = 1; cut <= tab && shorter is null; cut++)
                if (kept.TryGetValue(key[cut..], out var found)) shorter = found;
            if (shorter == edit || (tab > 0 && edits.Values.Sum() < 2)) continue;
            kept[key] = edit;
            yield return string.Create(CultureInfo.InvariantCulture, $"ending\t{key}\t{edit.Cut}\t{edit.Ending}\t{(int)edit.Case}");
        }
    }

    private static string Written(string lower, FormCase way) => way switch
    {
        FormCase.Lower => lower,
        FormCase.Capital => char.ToUpperInvariant(lower[0]) + lower[1..],
        _ => lower.ToUpperInvariant(),
    };

    private static void Measure(Treebank treebank, string path)
    {
        var lemmatiser = Lemmatiser.Load(path);
        foreach (var name in new[] { "en_ewt/dev", "gum/dev" })
        {
            var words = treebank.Read(name).SelectMany(s => s.Words).ToArray();
            int right = words.Count(w => w.Lemma == "_" || lemmatiser.Lemma(w.Form, Enum.Parse<Upos>(w.Upos), w.Xpos) == w.Lemma);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-12} lemmas from right tags {100.0 * right / words.Length:F2} %"));
        }
    }
}
