using System.Globalization;

namespace Chancery.Reading.Pages.Blocks;

/// <summary>
/// A sum of small decision trees (gradient boosting): the answer is a log-odds, above 0 for yes. Read from a text file of one
/// line a tree; every node is <c>feature:threshold:left:right</c> or <c>=value</c>.
/// </summary>
internal sealed class BoostedTrees
{
    private const string Magic = "chancery-trees 1";

    private readonly TreeNode[] _nodes;
    private readonly int[] _roots;
    private readonly float _start;

    public BoostedTrees(float start, IReadOnlyList<TreeNode[]> trees)
    {
        _start = start;
        _nodes = [.. trees.SelectMany(t => t)];
        _roots = new int[trees.Count];
        for (int t = 1; t < _roots.Length; t++) _roots[t] = _roots[t - 1] + trees[t - 1].Length;
    }

    /// <param name="Value">A leaf's value; else the threshold: a feature below or equal goes left.</param>
    /// <param name="Feature">-1 for a leaf.</param>
    /// <param name="Left">Counted from the tree's root, as <paramref name="Right"/>.</param>
    internal readonly record struct TreeNode(float Value, short Feature, short Left, short Right);

    public float Score(ReadOnlySpan<float> features)
    {
        Span<float> score = stackalloc float[1];
        Score(features, features.Length, score);
        return score[0];
    }

    /// <summary>Scores many rows, a tree at a time, so that each stays near while it is asked.</summary>
    /// <param name="width">Numbers a row.</param>
    public void Score(ReadOnlySpan<float> rows, int width, Span<float> scores)
    {
        scores.Fill(_start);
        foreach (int root in _roots)
        {
            var tree = _nodes.AsSpan(root);
            for (int i = 0; i < scores.Length; i++)
            {
                var row = rows.Slice(i * width, width);
                var node = tree[0];
                while (node.Feature >= 0) node = tree[row[node.Feature] <= node.Value ? node.Left : node.Right];
                scores[i] += node.Value;
            }
        }
    }

    /// <summary>One model whose score is the average of theirs.</summary>
    public static BoostedTrees Average(IReadOnlyList<BoostedTrees> models) =>
        new(models.Average(m => m._start), [.. models.SelectMany(m => m.Trees(1f / models.Count))]);

    private IEnumerable<TreeNode[]> Trees(float leafScale)
    {
        for (int t = 0; t < _roots.Length; t++)
        {
            int from = _roots[t], end = t + 1 < _roots.Length ? _roots[t + 1] : _nodes.Length;
            yield return [.. _nodes[from..end].Select(n => n.Feature < 0 ? n with { Value = n.Value * leafScale } : n)];
        }
    }

    public void Write(TextWriter to)
    {
        to.Write(string.Create(CultureInfo.InvariantCulture, $"{Magic}\n{_start:R}\n"));
        for (int t = 0; t < _roots.Length; t++)
        {
            int end = t + 1 < _roots.Length ? _roots[t + 1] : _nodes.Length;
            for (int n = _roots[t]; n < end; n++)
            {
                if (n > _roots[t]) to.Write(' ');
                var node = _nodes[n];
                to.Write(node.Feature < 0
                    ? string.Create(CultureInfo.InvariantCulture, $"={node.Value:R}")
                    : string.Create(CultureInfo.InvariantCulture, $"{node.Feature}:{node.Value:R}:{node.Left}:{node.Right}"));
            }
            to.Write('\n');
        }
    }

    /// <exception cref="FileNotFoundException">There is no such model; the message names it.</exception>
    /// <exception cref="FormatException">The file is no model of this kind.</exception>
    public static BoostedTrees Load(string path, int features)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"The model {Path.GetFileName(path)} is missing beside the executable.", path);
        using var reader = new StreamReader(path);
        return Read(reader, features);
    }

    public static BoostedTrees Read(TextReader from, int features)
    {
        if (from.ReadLine() != Magic) throw new FormatException($"Not a model of trees: its first line is not “{Magic}”.");
        float start = float.Parse(from.ReadLine() ?? "", CultureInfo.InvariantCulture);
        var trees = new List<TreeNode[]>();
        while (from.ReadLine() is { Length: > 0 } line) trees.Add([.. line.Split(' ').Select(Node)]);
        if (trees.Any(t => t.Any(n => n.Feature >= features))) throw new FormatException("The model was trained on other features; train it again.");
        return new BoostedTrees(start, trees);
    }

    private static TreeNode Node(string text)
    {
        if (text[0] == '=') return new TreeNode(float.Parse(text.AsSpan(1), CultureInfo.InvariantCulture), -1, 0, 0);
        var parts = text.Split(':');
        return new TreeNode(float.Parse(parts[1], CultureInfo.InvariantCulture), short.Parse(parts[0], CultureInfo.InvariantCulture),
            short.Parse(parts[2], CultureInfo.InvariantCulture), short.Parse(parts[3], CultureInfo.InvariantCulture));
    }
}
