namespace Chancery.Training.Lemmas;

/// <summary>The regular forms of English verbs, nouns and adjectives from lists of their base forms, and the irregular verbs.</summary>
internal static class Inflections
{
    /// <param name="folder">WordNet's database files: <c>index.verb</c>, <c>index.noun</c>, <c>index.adj</c>.</param>
    public static IEnumerable<(string Form, string Upos, string Xpos, string Lemma)> All(string folder)
    {
        var irregular = Irregular().ToArray();
        var strong = irregular.Select(f => f.Lemma).ToHashSet();
        foreach (var form in irregular) yield return form;
        foreach (var verb in Words(folder, "index.verb"))
        {
            yield return (Sibilant(verb), "VERB", "VBZ", verb);
            foreach (var stem in Stems(verb))
            {
                yield return (stem + "ing", "VERB", "VBG", verb);
                if (strong.Contains(verb)) continue;
                var past = EndsInConsonantY(verb) ? verb[..^1] + "ied" : stem + "ed";
                yield return (past, "VERB", "VBD", verb);
                yield return (past, "VERB", "VBN", verb);
            }
        }
        foreach (var noun in Words(folder, "index.noun").Where(n => !n.EndsWith('s'))) yield return (Sibilant(noun), "NOUN", "NNS", noun);
        foreach (var adjective in Words(folder, "index.adj").Where(a => Syllables(a) <= 2))
            foreach (var stem in Stems(adjective).Select(s => EndsInConsonantY(adjective) ? adjective[..^1] + "i" : s))
            {
                yield return (stem + "er", "ADJ", "JJR", adjective);
                yield return (stem + "est", "ADJ", "JJS", adjective);
            }
    }

    private static IEnumerable<(string Form, string Upos, string Xpos, string Lemma)> Irregular()
    {
        using var text = new StreamReader(typeof(Inflections).Assembly.GetManifestResourceStream("irregular-verbs.tsv")!);
        while (text.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var c = line.Split(' ');
            yield return (c[1], "VERB", "VBD", c[0]);
            yield return (c[^1], "VERB", "VBN", c[0]);
        }
    }

    private static IEnumerable<string> Words(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, file)).Where(line => line.Length > 0 && line[0] != ' ')
            .Select(line => line[..line.IndexOf(' ')]).Where(word => word.Length > 2 && word.All(char.IsAsciiLetterLower));

    /// <summary>What "-ing" and "-ed" hang on; of two syllables or more it cannot be told whether the consonant doubles, so both.</summary>
    private static IEnumerable<string> Stems(string word)
    {
        if (word.EndsWith("ie", StringComparison.Ordinal)) return [word[..^2] + "y"];
        if (word[^1] == 'e' && word[^2] is not ('e' or 'o' or 'y')) return [word[..^1]];
        bool closed = word.Length > 2 && !IsVowel(word[^1]) && word[^1] is not ('w' or 'x' or 'y') && IsVowel(word[^2]) && !IsVowel(word[^3]);
        if (!closed) return [word];
        return Syllables(word) == 1 ? [word + word[^1]] : [word, word + word[^1]];
    }

    private static string Sibilant(string word) =>
        EndsInConsonantY(word) ? word[..^1] + "ies"
        : word[^1] is 's' or 'x' or 'z' || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal) ? word + "es"
        : word + "s";

    private static bool EndsInConsonantY(string word) => word[^1] == 'y' && !IsVowel(word[^2]);
    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static int Syllables(string word)
    {
        int count = 0;
        for (int i = 0; i < word.Length; i++)
            if ((IsVowel(word[i]) || word[i] == 'y') && (i == 0 || !(IsVowel(word[i - 1]) || word[i - 1] == 'y')) && !(word[i] == 'e' && i == word.Length - 1)) count++;
        return Math.Max(1, count);
    }
}
