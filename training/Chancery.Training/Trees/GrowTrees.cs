using Chancery.Reading.Pages.Blocks;

namespace Chancery.Training.Trees;

/// <summary>One example: its features, the answer (0 or 1) and how much it counts.</summary>
internal readonly record struct Example(float[] Features, float Answer, float Weight);

/// <summary>
/// Gradient boosting of small trees on the logistic loss, with features cut into bins. Deterministic: no sampling but by
/// counting, ties go to the lower feature and bin.
/// </summary>
/// <param name="bags">How many models are grown, each without another fifth of the examples and its trees with half of the features; their scores are averaged.</param>
internal sealed class GrowTrees(int trees, int leaves, float rate, float leastWeight = 8, float ridge = 2, int bags = 1)
{
    private const int Bins = 64;

    public BoostedTrees Train(IReadOnlyList<Example> examples)
    {
        int n = examples.Count, features = examples[0].Features.Length;
        var cuts = new float[features][];
        var binned = new byte[features][];
        for (int f = 0; f < features; f++)
        {
            cuts[f] = Cuts(examples, f);
            binned[f] = new byte[n];
            for (int i = 0; i < n; i++) binned[f][i] = (byte)Bin(cuts[f], examples[i].Features[f]);
        }
        if (bags == 1) return Boost(examples, cuts, binned, _ => true, SeesMost);
        var models = Enumerable.Range(0, bags).AsParallel().AsOrdered()
            .Select(bag => Boost(examples, cuts, binned, i => Mix(i, bag) % 5 != 0, (f, t) => Mix(f, t * 31 + bag) % 2 == 0)).ToList();
        return BoostedTrees.Average(models);
    }

    /// <summary>Every tree sees three of four features, chosen by counting, so that no single one is leant on.</summary>
    private static bool SeesMost(int feature, int tree) => (feature * 7 + tree * 5) % 4 != 0;

    /// <summary>A number that looks like chance and is always the same.</summary>
    private static uint Mix(int one, int other)
    {
        uint mixed = (uint)one * 2654435761 ^ ((uint)other + 1) * 2246822519;
        mixed = (mixed ^ mixed >> 15) * 2246822519;
        mixed = (mixed ^ mixed >> 13) * 3266489917;
        return mixed ^ mixed >> 16;
    }

    private BoostedTrees Boost(IReadOnlyList<Example> examples, float[][] cuts, byte[][] binned, Func<int, bool> isIn, Func<int, int, bool> isSeen)
    {
        int[] members = [.. Enumerable.Range(0, examples.Count).Where(isIn)];
        double positive = 0, total = 0;
        foreach (int i in members) { positive += examples[i].Answer * examples[i].Weight; total += examples[i].Weight; }
        float start = (float)Math.Log(positive / (total - positive));
        var score = new double[examples.Count];
        Array.Fill(score, start);
        var gradient = new double[examples.Count];
        var curvature = new double[examples.Count];
        var grown = new List<BoostedTrees.TreeNode[]>();
        for (int t = 0; t < trees; t++)
        {
            foreach (int i in members)
            {
                double p = 1 / (1 + Math.Exp(-score[i]));
                gradient[i] = (examples[i].Answer - p) * examples[i].Weight;
                curvature[i] = Math.Max(p * (1 - p), 1e-6) * examples[i].Weight;
            }
            grown.Add(Grow(cuts, binned, gradient, curvature, score, members, f => isSeen(f, t)));
        }
        return new BoostedTrees(start, grown);
    }

    private sealed class Leaf
    {
        public required int[] Members;
        public int Node;
        public double Gain;
        public int Feature = -1, Bin;
        public double Gradient, Curvature;
    }

    private BoostedTrees.TreeNode[] Grow(float[][] cuts, byte[][] binned, double[] gradient, double[] curvature, double[] score, int[] members, Func<int, bool> isSeen)
    {
        var nodes = new List<BoostedTrees.TreeNode> { default };
        var open = new List<Leaf> { Find(new Leaf { Members = members, Node = 0 }) };
        while (open.Count < leaves)
        {
            var best = open.MaxBy(l => l.Gain)!;
            if (best.Gain <= 1e-3) break;
            open.Remove(best);
            var side = best.Members.ToLookup(i => binned[best.Feature][i] <= best.Bin);
            int left = nodes.Count;
            nodes.Add(default);
            nodes.Add(default);
            nodes[best.Node] = new BoostedTrees.TreeNode(cuts[best.Feature][best.Bin], (short)best.Feature, (short)left, (short)(left + 1));
            open.Add(Find(new Leaf { Members = [.. side[true]], Node = left }));
            open.Add(Find(new Leaf { Members = [.. side[false]], Node = left + 1 }));
        }
        foreach (var leaf in open)
        {
            float value = (float)(rate * leaf.Gradient / (leaf.Curvature + ridge));
            nodes[leaf.Node] = new BoostedTrees.TreeNode(value, -1, 0, 0);
            foreach (int i in leaf.Members) score[i] += value;
        }
        return [.. nodes];

        Leaf Find(Leaf leaf)
        {
            foreach (int i in leaf.Members) { leaf.Gradient += gradient[i]; leaf.Curvature += curvature[i]; }
            double whole = leaf.Gradient * leaf.Gradient / (leaf.Curvature + ridge);
            var g = new double[Bins];
            var h = new double[Bins];
            for (int f = 0; f < cuts.Length; f++)
            {
                if (cuts[f].Length == 0 || !isSeen(f)) continue;
                Array.Clear(g);
                Array.Clear(h);
                var bins = binned[f];
                foreach (int i in leaf.Members) { g[bins[i]] += gradient[i]; h[bins[i]] += curvature[i]; }
                double gl = 0, hl = 0;
                for (int b = 0; b < cuts[f].Length; b++)
                {
                    gl += g[b];
                    hl += h[b];
                    double gr = leaf.Gradient - gl, hr = leaf.Curvature - hl;
                    if (hl * 4 < leastWeight || hr * 4 < leastWeight) continue;
                    double gain = gl * gl / (hl + ridge) + gr * gr / (hr + ridge) - whole;
                    if (gain > leaf.Gain) (leaf.Gain, leaf.Feature, leaf.Bin) = (gain, f, b);
                }
            }
            return leaf;
        }
    }

    private static float[] Cuts(IReadOnlyList<Example> examples, int feature)
    {
        var values = examples.Select(e => e.Features[feature]).Order().ToArray();
        var cuts = new List<float>();
        for (int b = 1; b < Bins; b++)
        {
            int at = (int)((long)b * values.Length / Bins);
            float low = values[Math.Max(0, at - 1)], high = values[at];
            if (high <= low)
            {
                // a value that fills whole bins still deserves a cut on either side
                int next = Array.FindIndex(values, at, v => v > low);
                if (next < 0) continue;
                high = values[next];
            }
            float cut = low + (high - low) / 2;
            if (cut >= high) cut = low;
            if (cuts.Count == 0 || cut > cuts[^1]) cuts.Add(cut);
        }
        return [.. cuts];
    }

    private static int Bin(float[] cuts, float value)
    {
        int low = 0, high = cuts.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (value <= cuts[middle]) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
