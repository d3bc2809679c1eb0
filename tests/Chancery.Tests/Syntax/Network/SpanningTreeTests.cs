using Chancery.Reading.Syntax.Network;
using CsCheck;
using Xunit;

namespace Chancery.Tests.Syntax.Network;

public class SpanningTreeTests
{
    // whole numbers are exact in sums, so equal trees have equal scores; few of them, so that cycles and ties are common
    private static Gen<float[]> Scores(int words) => Gen.Int[-9, 9].Select(n => (float)n).Array[words * (words + 1)];

    [Fact]
    public void no_tree_with_one_root_scores_higher() =>
        Gen.Int[1, 5].SelectMany(words => Scores(words).Select(scores => (words, scores))).Sample(sentence =>
        {
            var (words, scores) = sentence;
            var heads = Find(words, scores);
            Assert.True(IsTree(heads));
            Assert.Equal(Trees(words).Max(tree => Score(tree, scores)), Score(heads, scores));
        }, iter: Soak.Times(2_000, 100_000), seed: "0000KOIPwDZ4");

    [Fact]
    public void long_sentences_get_trees_too() =>
        Gen.Int[1, 80].SelectMany(words => Scores(words).Select(scores => (words, scores))).Sample(
            sentence => Assert.True(IsTree(Find(sentence.words, sentence.scores))), iter: Soak.Times(200, 10_000), seed: "0000KOIPwDZ4");

    private static int[] Find(int words, float[] scores)
    {
        var heads = new int[words];
        new SpanningTree().Find(scores, words + 1, heads);
        return heads;
    }

    private static IEnumerable<int[]> Trees(int words)
    {
        int all = (int)Math.Pow(words + 1, words);
        for (int code = 0; code < all; code++)
        {
            var heads = new int[words];
            for (int word = 0, rest = code; word < words; word++, rest /= words + 1) heads[word] = rest % (words + 1) - 1;
            if (IsTree(heads)) yield return heads;
        }
    }

    private static float Score(int[] heads, float[] scores) =>
        heads.Select((head, word) => scores[word * (heads.Length + 1) + head + 1]).Sum();

    private static bool IsTree(int[] heads)
    {
        if (heads.Count(head => head < 0) != 1) return false;
        for (int word = 0; word < heads.Length; word++)
        {
            int at = word;
            for (int steps = 0; at >= 0; at = heads[at])
                if (++steps > heads.Length) return false;
        }
        return true;
    }
}
