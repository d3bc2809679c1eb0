using System.Numerics.Tensors;
using Chancery.Reading.Statements;

namespace Chancery.Training.Statements;

/// <summary>Groups words by the direction of their vectors: spherical k-means, started from evenly spaced words of the frequency list.</summary>
internal static class ClusterWords
{
    private const int Fine = 500, Wide = 64, Rounds = 12;

    public static WordClusters Run(WordVectors words)
    {
        ushort[] fine = Group(words.Vectors, Fine), wide = Group(words.Vectors, Wide);
        var seen = new HashSet<uint>();
        var grouped = new List<(uint, ushort, ushort)>();
        for (int i = 0; i < words.Words.Length; i++)
        {
            uint form = Hash.OfLower(words.Words[i]);
            if (seen.Add(form)) grouped.Add((form, fine[i], wide[i]));
        }
        return new WordClusters(grouped);
    }

    /// <summary>Group numbers from 1: 0 is kept for words without one.</summary>
    private static ushort[] Group(float[][] vectors, int groups)
    {
        var centres = new float[groups][];
        for (int g = 0; g < groups; g++) centres[g] = [.. vectors[(long)g * vectors.Length / 3 / groups]];
        var group = new ushort[vectors.Length];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < vectors.Length; i++) group[i] = Nearest(vectors[i], centres);
            foreach (var c in centres) Array.Clear(c);
            for (int i = 0; i < vectors.Length; i++)
                TensorPrimitives.Add(centres[group[i] - 1], vectors[i], centres[group[i] - 1]);
            foreach (var c in centres)
            {
                float length = TensorPrimitives.Norm<float>(c);
                if (length > 0) TensorPrimitives.Divide(c, length, c);
            }
        }
        return group;
    }

    private static ushort Nearest(float[] vector, float[][] centres)
    {
        int best = 0;
        float bestLikeness = float.NegativeInfinity;
        for (int g = 0; g < centres.Length; g++)
        {
            float likeness = Dot(vector, centres[g]);
            if (likeness > bestLikeness) (best, bestLikeness) = (g, likeness);
        }
        return (ushort)(best + 1);
    }

    private static float Dot(float[] a, float[] b) => TensorPrimitives.Dot<float>(a, b);
}
