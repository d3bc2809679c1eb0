namespace Chancery.Reading.Syntax.Perceptron;

/// <summary>What the tagger looks at for one word.</summary>
internal static class TagFeatures
{
    public const int Count = 31;

    private static readonly WordHashes Outside = new("");

    /// <param name="tags">Tags given so far, at least those before <paramref name="i"/>.</param>
    public static void Fill(ReadOnlySpan<WordHashes> words, ReadOnlySpan<int> tags, int i, Span<uint> f)
    {
        WordHashes At(ReadOnlySpan<WordHashes> all, int k) => (uint)k < (uint)all.Length ? all[k] : Outside;
        var w = words[i];
        var before = At(words, i - 1);
        var after = At(words, i + 1);
        var before2 = At(words, i - 2);
        var after2 = At(words, i + 2);
        uint t1 = i > 0 ? (uint)tags[i - 1] + 1 : 0, t2 = i > 1 ? (uint)tags[i - 2] + 1 : 0;
        uint n = 0;
        uint M(uint a, uint b = 0, uint c = 0) => HashedWeights.Mix(++n, a, b, c);
        uint first = i == 0 ? 1u : 0;
        int k = 0;
        f[k++] = M(w.Lower);
        f[k++] = M(w.Lower, w.Shape);
        f[k++] = M(w.Shape, first);
        f[k++] = M(w.Suffix1);
        f[k++] = M(w.Suffix2);
        f[k++] = M(w.Suffix3);
        f[k++] = M(w.Suffix4);
        f[k++] = M(w.Suffix2, w.Shape, first);
        f[k++] = M(w.Prefix2);
        f[k++] = M(w.Prefix3);
        f[k++] = M(t1);
        f[k++] = M(t1, t2);
        f[k++] = M(t1, w.Lower);
        f[k++] = M(t1, w.Suffix3);
        f[k++] = M(t1, t2, w.Lower);
        f[k++] = M(before.Lower);
        f[k++] = M(before.Lower, w.Lower);
        f[k++] = M(before.Suffix3);
        f[k++] = M(before2.Lower);
        f[k++] = M(before2.Lower, before.Lower);
        f[k++] = M(after.Lower);
        f[k++] = M(after.Lower, w.Lower);
        f[k++] = M(after.Suffix3);
        f[k++] = M(after.Suffix2, t1);
        f[k++] = M(after.Shape, w.Shape);
        f[k++] = M(after2.Lower);
        f[k++] = M(after.Lower, after2.Lower);
        f[k++] = M(after.Suffix3, w.Suffix3);
        f[k++] = M(before.Shape, w.Shape, after.Shape);
        f[k++] = M(t1, after.Lower);
        f[k] = M(0);
    }
}
