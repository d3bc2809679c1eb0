using Chancery.Reading.Statements;

namespace Chancery.Training.Statements;

/// <summary>Learns the roles around a cue: a linear-chain conditional random field by AdaGrad.</summary>
internal sealed class LearnRoles(int least, int rounds, float rate, float decay)
{
    private const int Roles = RoleLabeller.Roles;

    private sealed record Row(int From, int Cue, int[][] Words, int[][] Steps, StatementRole[] Gold);

    private readonly FeatureIndex _words = new(least), _steps = new(least);
    private readonly List<(ParagraphWords Words, int Cue, float[] CueScores, StatementRole[] Gold)> _examples = [];
    private readonly FeatureList _scratch = new();

    public void Add(ParagraphWords p, GoldStatement statement, float[] cueScores)
    {
        var features = new RoleFeatures(p, statement.Cue, cueScores);
        var gold = OneCue(features, statement);
        for (int i = features.From; i < features.End; i++)
        {
            features.Collect(i, _scratch);
            _words.Tally(_scratch.Features);
            if (i == features.From) continue;
            features.CollectStep(i, _scratch);
            _steps.Tally(_scratch.Features);
        }
        _examples.Add((p, statement.Cue, cueScores, gold));
    }

    /// <summary>The annotated roles of the window, the cue cut to the run around its head.</summary>
    private static StatementRole[] OneCue(RoleFeatures features, GoldStatement statement)
    {
        var gold = statement.Roles[features.From..features.End];
        int head = statement.Cue - features.From, from = head, end = head + 1;
        while (from > 0 && gold[from - 1] == StatementRole.Cue) from--;
        while (end < gold.Length && gold[end] == StatementRole.Cue) end++;
        for (int i = 0; i < gold.Length; i++)
            if ((i < from || i >= end) && gold[i] == StatementRole.Cue) gold[i] = StatementRole.None;
        return gold;
    }

    public (FeatureWeights Words, FeatureWeights Steps) Learn(float pruned = 0.03f)
    {
        var rows = _examples.Select(Numbered).ToArray();
        _examples.Clear();
        float[] w = new float[_words.Count * Roles], s = new float[_steps.Count * Roles * Roles];
        float[] w2 = new float[w.Length], s2 = new float[s.Length];
        Array.Fill(w2, 1e-2f);
        Array.Fill(s2, 1e-2f);
        var order = Enumerable.Range(0, rows.Length).ToArray();
        var random = new SplitMix(11);
        for (int round = 0; round < rounds; round++)
        {
            random.Shuffle(order);
            double loss = 0;
            foreach (int i in order) loss += Step(rows[i], w, w2, s, s2);
            Console.Error.WriteLine($"  round {round + 1}: loss {loss / rows.Length:F4} over {rows.Length}, {_words.Count}+{_steps.Count} features");
        }
        return (_words.Pack(w, Roles, pruned), _steps.Pack(s, Roles * Roles, pruned));
    }

    private Row Numbered((ParagraphWords Words, int Cue, float[] CueScores, StatementRole[] Gold) example)
    {
        var features = new RoleFeatures(example.Words, example.Cue, example.CueScores);
        int length = features.End - features.From;
        int[][] words = new int[length][], steps = new int[length][];
        for (int i = 0; i < length; i++)
        {
            features.Collect(features.From + i, _scratch);
            words[i] = _words.Numbers(_scratch.Features);
            if (i > 0) features.CollectStep(features.From + i, _scratch);
            steps[i] = i > 0 ? _steps.Numbers(_scratch.Features) : [];
        }
        return new Row(features.From, example.Cue, words, steps, example.Gold);
    }

    private double Step(Row row, float[] w, float[] w2, float[] s, float[] s2)
    {
        int n = row.Words.Length;
        var emission = new float[n * Roles];
        var step = new float[n * Roles * Roles];
        for (int i = 0; i < n; i++)
        {
            foreach (int f in row.Words[i])
                for (int r = 0; r < Roles; r++) emission[i * Roles + r] += w[f * Roles + r];
            foreach (int f in row.Steps[i])
                for (int r = 0; r < Roles * Roles; r++) step[i * Roles * Roles + r] += s[f * Roles * Roles + r];
        }
        var (forward, backward, total) = Sums(row, emission, step);
        double gold = 0;
        Span<float> slope = stackalloc float[Roles * Roles];
        for (int i = 0; i < n; i++)
        {
            int g = (int)row.Gold[i];
            gold += emission[i * Roles + g];
            slope.Clear();
            for (int r = 0; r < Roles; r++)
                slope[r] = MathF.Exp(forward[i * Roles + r] + backward[i * Roles + r] - total) - (r == g ? 1 : 0);
            Update(row.Words[i], slope[..Roles], w, w2);
            if (i == 0) continue;
            int b = (int)row.Gold[i - 1];
            gold += step[i * Roles * Roles + b * Roles + g];
            for (int x = 0; x < Roles; x++)
                for (int r = 0; r < Roles; r++)
                {
                    int at = x * Roles + r;
                    bool may = RoleLabeller.Allowed((StatementRole)x, (StatementRole)r, row.From + i, row.Cue)
                        && RoleLabeller.Allowed((StatementRole)r, row.From + i, row.Cue);
                    float p = may ? MathF.Exp(forward[(i - 1) * Roles + x] + step[i * Roles * Roles + at] + emission[i * Roles + r] + backward[i * Roles + r] - total) : 0;
                    slope[at] = p - (x == b && r == g ? 1 : 0);
                }
            Update(row.Steps[i], slope, s, s2);
        }
        return total - gold;
    }

    private static (float[] Forward, float[] Backward, float Total) Sums(Row row, float[] emission, float[] step)
    {
        const float never = float.NegativeInfinity;
        int n = row.Words.Length;
        float[] forward = new float[n * Roles], backward = new float[n * Roles];
        Span<float> ways = stackalloc float[Roles];
        for (int i = 0; i < n; i++)
            for (int r = 0; r < Roles; r++)
            {
                if (!RoleLabeller.Allowed((StatementRole)r, row.From + i, row.Cue) || i == 0 && row.From > row.Cue && r == (int)StatementRole.Cue)
                {
                    forward[i * Roles + r] = never;
                    continue;
                }
                if (i == 0)
                {
                    forward[r] = emission[r];
                    continue;
                }
                for (int b = 0; b < Roles; b++)
                    ways[b] = RoleLabeller.Allowed((StatementRole)b, (StatementRole)r, row.From + i, row.Cue)
                        ? forward[(i - 1) * Roles + b] + step[i * Roles * Roles + b * Roles + r] : never;
                forward[i * Roles + r] = RoleLabeller.LogSum(ways) + emission[i * Roles + r];
            }
        for (int i = n - 2; i >= 0; i--)
            for (int b = 0; b < Roles; b++)
            {
                for (int r = 0; r < Roles; r++)
                    ways[r] = RoleLabeller.Allowed((StatementRole)b, (StatementRole)r, row.From + i + 1, row.Cue)
                        && RoleLabeller.Allowed((StatementRole)r, row.From + i + 1, row.Cue)
                        ? step[(i + 1) * Roles * Roles + b * Roles + r] + emission[(i + 1) * Roles + r] + backward[(i + 1) * Roles + r] : never;
                backward[i * Roles + b] = RoleLabeller.LogSum(ways);
            }
        return (forward, backward, RoleLabeller.LogSum(forward.AsSpan((n - 1) * Roles, Roles)));
    }

    private void Update(int[] features, ReadOnlySpan<float> slope, float[] weights, float[] squares)
    {
        int labels = slope.Length;
        float largest = 0;
        foreach (float x in slope) largest = Math.Max(largest, Math.Abs(x));
        if (largest < 1e-4f) return;
        foreach (int f in features)
            for (int l = 0; l < labels; l++)
            {
                int at = f * labels + l;
                float g = slope[l] + decay * weights[at];
                squares[at] += g * g;
                weights[at] -= rate * g / MathF.Sqrt(squares[at]);
            }
    }
}
