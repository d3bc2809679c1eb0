using Chancery.Reading.Syntax.Network;

namespace Chancery.Training.Syntax;

/// <summary>A sentence in numbers: rows of the tables for each word, and the right answers; -1 where the network knows no such answer.</summary>
internal sealed record Sample(
    int[] Words, int[] Counts, int[] Vectors, int[][] Affixes, int[] Upos, int[] Penn, int[] Features, int[] Heads, int[] Relations)
{
    public int Length => Words.Length;

    public static Sample Of(GoldSentence sentence, Vocabulary vocabulary, int affixRows) => new(
        Array.ConvertAll(sentence.Forms, vocabulary.Word),
        Array.ConvertAll(sentence.Forms, form => vocabulary.Counts.GetValueOrDefault(FormKeys.Word(form))),
        Array.ConvertAll(sentence.Forms, vocabulary.Vector),
        Array.ConvertAll(sentence.Forms, form => AffixRows(form, affixRows)),
        Array.ConvertAll(sentence.Upos, upos => (int)upos),
        Array.ConvertAll(sentence.Penn, vocabulary.Penntag),
        Array.ConvertAll(sentence.Features, vocabulary.FeatureBundle),
        sentence.Heads,
        Array.ConvertAll(sentence.Relations, vocabulary.Relation));

    private static int[] AffixRows(string form, int tableSize)
    {
        Span<int> rows = stackalloc int[FormKeys.MostAffixes];
        return rows[..FormKeys.Affixes(form, tableSize, rows)].ToArray();
    }
}
