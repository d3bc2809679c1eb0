using Chancery.Reading.Syntax.Conllu;

namespace Chancery.Training.Headlines;

/// <summary>
/// A treebank of our own for what published ones hardly hold: headlines and short clauses of news with whole analyses in the manner of UD English, made by chance from turns
/// and word lists. The same seed gives the same sentences; none comes twice.
/// </summary>
internal static class WriteHeadlines
{
    private const float Headlines = 0.55f, Capitalised = 0.1f, WithStop = 0.06f;

    // Longer than news would print.
    private const int LongestHeadline = 16, LongestSentence = 28;

    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "and", "as", "at", "by", "for", "from", "in", "of", "on", "over", "to", "with", "after",
    };

    public static IEnumerable<ConlluSentence> Some(int count, ulong seed)
    {
        var chance = new Chance(seed);
        var lexis = new Lexis();
        var names = new Names(chance, lexis);
        var phrases = new NounPhrases(chance, lexis, names);
        var adverbials = new Adverbials(chance, lexis, names, phrases);
        var clauses = new Clauses(chance, lexis, names, phrases, adverbials);
        var headlines = new WrittenHeadlines(chance, lexis, names, phrases, adverbials, clauses);
        var sentences = new WrittenSentences(chance, lexis, names, phrases, adverbials, clauses);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (seen.Count < count)
        {
            names.Terse = chance.Once(Headlines);
            var root = names.Terse ? headlines.Make() : sentences.Make();
            if (names.Terse && chance.Once(WithStop)) root.After("punct", Words.Stop);
            var written = root.ToSentence(names.Terse && chance.Once(Capitalised) ? Capital : null);
            if (written.Words.Count <= (names.Terse ? LongestHeadline : LongestSentence) && seen.Add(written.Text!)) yield return written;
        }
    }

    /// <summary>Prints them as CoNLL-U.</summary>
    public static void Print(TextWriter to, int count, ulong seed)
    {
        foreach (var sentence in Some(count, seed))
        {
            to.Write($"# text = {sentence.Text}\n");
            for (int i = 0; i < sentence.Words.Count; i++)
            {
                var w = sentence.Words[i];
                to.Write($"{i + 1}\t{w.Form}\t{w.Lemma}\t{w.Upos}\t{w.Xpos}\t{w.Features}\t{w.Head + 1}\t{w.Relation}\t_\t{(w.SpaceAfter ? "_" : "SpaceAfter=No")}\n");
            }
            to.Write('\n');
        }
    }

    private static string Capital(string form) => Small.Contains(form) || form[0] == '\'' ? form : char.ToUpperInvariant(form[0]) + form[1..];
}
