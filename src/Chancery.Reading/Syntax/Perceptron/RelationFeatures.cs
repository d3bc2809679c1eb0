namespace Chancery.Reading.Syntax.Perceptron;

/// <summary>What the choice of a relation looks at, when the tree is whole.</summary>
internal static class RelationFeatures
{
    public const int Count = 34;

    /// <summary>Number of the first and last child and count of children of each word.</summary>
    public readonly struct Kin(int first, int last, int count)
    {
        public readonly int First = first, Last = last, Count = count;
    }

    public static void Kinship(ReadOnlySpan<int> heads, Span<Kin> kin)
    {
        kin.Fill(new Kin(-1, -1, 0));
        for (int i = 0; i < heads.Length; i++)
        {
            if (heads[i] < 0) continue;
            var k = kin[heads[i]];
            kin[heads[i]] = new Kin(k.First < 0 ? i : k.First, i, k.Count + 1);
        }
    }

    /// <param name="relations">Relations given so far: those of the words before, 0 elsewhere.</param>
    public static void Fill(ReadOnlySpan<WordHashes> words, ReadOnlySpan<int> tags, ReadOnlySpan<int> heads, ReadOnlySpan<Kin> kin,
        ReadOnlySpan<int> relations, int i, Span<uint> f)
    {
        int h = heads[i];
        uint wd = words[i].Lower, td = (uint)tags[i] + 1, sd = words[i].Suffix3;
        uint wh = h < 0 ? 1 : words[h].Lower, th = h < 0 ? 0 : (uint)tags[h] + 1, sh = h < 0 ? 1 : words[h].Suffix3;
        int g = h < 0 ? -1 : heads[h];
        uint tg = g < 0 ? 0 : (uint)tags[g] + 1;
        int distance = h < 0 ? 0 : h - i;
        uint d = (uint)(Math.Clamp(distance, -5, 5) + 8);
        uint side = distance > 0 ? 1u : 0;
        var c = kin[i];
        uint firstWord = c.First < 0 ? 0 : words[c.First].Lower, firstTag = c.First < 0 ? 0 : (uint)tags[c.First] + 1;
        uint lastWord = c.Last < 0 ? 0 : words[c.Last].Lower, lastTag = c.Last < 0 ? 0 : (uint)tags[c.Last] + 1;
        int brother = -1, sister = -1;
        if (h >= 0)
        {
            int low = Math.Max(0, i - 12), high = Math.Min(heads.Length - 1, i + 12);
            for (int j = i - 1; j >= low && brother < 0; j--) if (heads[j] == h) brother = j;
            for (int j = i + 1; j <= high && sister < 0; j++) if (heads[j] == h) sister = j;
        }
        uint bt = brother < 0 ? 0 : (uint)tags[brother] + 1, br = brother < 0 ? 0 : (uint)relations[brother] + 1, bw = brother < 0 ? 0 : words[brother].Lower;
        uint st = sister < 0 ? 0 : (uint)tags[sister] + 1, sw = sister < 0 ? 0 : words[sister].Lower;
        uint firstRelation = c.First < 0 || c.First > i ? 0 : (uint)relations[c.First] + 1;
        uint before = i == 0 ? 0 : (uint)tags[i - 1] + 1, after = i + 1 >= tags.Length ? 0 : (uint)tags[i + 1] + 1;
        uint n = 200;
        uint M(uint a, uint b = 0, uint x = 0) => HashedWeights.Mix(++n, a, b, x);
        int k = 0;
        f[k++] = M(wd, td);
        f[k++] = M(td, th);
        f[k++] = M(td, th, d);
        f[k++] = M(wd, wh);
        f[k++] = M(wd, th, side);
        f[k++] = M(td, wh, side);
        f[k++] = M(sd, sh, side);
        f[k++] = M(wd, d);
        f[k++] = M(td, th, tg);
        f[k++] = M(firstWord, td, th);
        f[k++] = M(firstTag, td, th);
        f[k++] = M(lastWord, td, th);
        f[k++] = M(lastTag, td, th);
        f[k++] = M(firstWord, wd);
        f[k++] = M(firstWord, wh);
        f[k++] = M(bt, td, th * 2 + side);
        f[k++] = M(br, td, th * 2 + side);
        f[k++] = M(br, wh, td * 2 + side);
        f[k++] = M(st, td, th * 2 + side);
        f[k++] = M(bw, td, side);
        f[k++] = M(sw, td, side);
        f[k++] = M(firstRelation, td, th * 2 + side);
        f[k++] = M(firstRelation, wd);
        f[k++] = M(before, td, after);
        f[k++] = M(before, td, th * 2 + side);
        f[k++] = M(after, td, th * 2 + side);
        f[k++] = M((uint)Math.Min(c.Count, 4), td, th * 2 + side);
        f[k++] = M(wh, th, side);
        f[k++] = M(sd, th, side);
        f[k++] = M(td, sh, side);
        f[k++] = M(firstTag * 64 + lastTag, td, th * 2 + side);
        f[k++] = M(bt, st, td * 128 + th);
        f[k++] = M(h < 0 ? 0u : (uint)Math.Min(kin[h].Count, 5), td, th * 2 + side);
        f[k] = M(0);
    }
}
