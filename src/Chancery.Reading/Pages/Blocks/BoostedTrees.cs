using System.Globalization;

namespace Chancery.Reading.Pages.Blocks;

/// <summary>
/// A sum of small decision trees (gradient boosting): the answer is a log-odds, above 0 for yes. Read from a text file of one
/// line a tree; every node is <c>feature:threshold:left:right</c> or <c>=value</c>.
/// </summary>
internal sealed class BoostedTrees
{
    private const string Magic = "chancery-trees 1";

    // one entry a node; a leaf has feature -1 and its value as threshold
    private readonly int[] _roots;
    private readonly short[] _feature;
    private readonly float[] _threshold;
    private readonly int[] _left, _right;
    private readonly float _start;

    public BoostedTrees(float start, IReadOnlyList<TreeNode[]> trees)
    {
        _start = start;
        int count = trees.Sum(t => t.Length), at = 0;
        (_roots, _feature, _threshold, _left, _right) = (new int[trees.Count], new short[count], new float[count], new int[count], new int[count]);
        for (int t = 0; t < trees.Count; t++)
        {
            _roots[t] = at;
            foreach (var node in trees[t])
            {
                _feature[at] = (short)node.Feature;
                _threshold[at] = node.Value;
                _left[at] = _roots[t] + node.Left;
                _right[at++] = _roots[t] + node.Right;
            }
        }
    }

    /// <param name="Feature">-1 for a leaf.</param>
    /// <param name="Value">A leaf's value; else the threshold: a feature below or equal goes left.</param>
    internal readonly record struct TreeNode(int Feature, float Value, int Left, int Right);

    public float Score(ReadOnlySpan<float> features)
    {
        float sum = _start;
        foreach (int root in _roots)
        {
            int node = root;
            while (_feature[node] is >= 0 and var feature) node = features[feature] <= _threshold[node] ? _left[node] : _right[node];
            sum += _threshold[node];
        }
        return sum;
    }

    public void Write(TextWriter to)
    {
        to.Write(string.Create(CultureInfo.InvariantCulture, $"{Magic}\n{_start:R}\n"));
        for (int t = 0; t < _roots.Length; t++)
        {
            int end = t + 1 < _roots.Length ? _roots[t + 1] : _feature.Length;
            for (int n = _roots[t]; n < end; n++)
            {
                if (n > _roots[t]) to.Write(' ');
                to.Write(_feature[n] < 0
                    ? string.Create(CultureInfo.InvariantCulture, $"={_threshold[n]:R}")
                    : string.Create(CultureInfo.InvariantCulture, $"{_feature[n]}:{_threshold[n]:R}:{_left[n] - _roots[t]}:{_right[n] - _roots[t]}"));
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
        if (text[0] == '=') return new TreeNode(-1, float.Parse(text.AsSpan(1), CultureInfo.InvariantCulture), 0, 0);
        var parts = text.Split(':');
        return new TreeNode(int.Parse(parts[0], CultureInfo.InvariantCulture), float.Parse(parts[1], CultureInfo.InvariantCulture),
            int.Parse(parts[2], CultureInfo.InvariantCulture), int.Parse(parts[3], CultureInfo.InvariantCulture));
    }
}
