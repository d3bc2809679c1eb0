namespace Chancery.Reading.Statements;

/// <summary>
/// Gives each word around a cue its role: the best row of roles under a linear chain, where the cue is one run of words that
/// holds its head.
/// </summary>
internal sealed class RoleLabeller(FeatureWeights words, FeatureWeights steps)
{
    public const int Roles = 4;
    private const float Never = float.NegativeInfinity;

    /// <summary>Whether the chain may go from one role to the next at a place: the cue is entered before its head and left after it.</summary>
    public static bool Allowed(StatementRole before, StatementRole here, int word, int cue)
    {
        bool wasCue = before == StatementRole.Cue, isCue = here == StatementRole.Cue;
        if (word <= cue) return !wasCue || isCue;
        return wasCue || !isCue;
    }

    public static bool Allowed(StatementRole here, int word, int cue) => word != cue || here == StatementRole.Cue;

    /// <summary>The role of each word from <see cref="RoleFeatures.From"/>, with the chain's score and how sure it is of the row.</summary>
    public RoleRow Label(RoleFeatures features, int cue, FeatureList scratch)
    {
        int from = features.From, length = features.End - from;
        var score = new float[length * Roles];
        var back = new byte[length * Roles];
        var total = new float[length * Roles];
        Span<int> sums = stackalloc int[Roles * Roles];
        Span<float> own = stackalloc float[Roles];
        for (int i = 0; i < length; i++)
        {
            int word = from + i;
            features.Collect(word, scratch);
            var emissions = sums[..Roles];
            emissions.Clear();
            words.Sum(scratch.Features, emissions);
            for (int r = 0; r < Roles; r++)
                own[r] = Allowed((StatementRole)r, word, cue) ? emissions[r] * words.Scale : Never;
            if (i == 0)
            {
                for (int r = 0; r < Roles; r++) score[r] = total[r] = word > cue && r == (int)StatementRole.Cue ? Never : own[r];
                continue;
            }
            features.CollectStep(word, scratch);
            sums.Clear();
            steps.Sum(scratch.Features, sums);
            Advance(i, word, cue, own, sums, score, back, total);
        }
        return Trace(from, length, score, back, total);
    }

    private void Advance(int i, int word, int cue, ReadOnlySpan<float> own, ReadOnlySpan<int> sums, float[] score, byte[] back, float[] total)
    {
        int now = i * Roles, last = now - Roles;
        Span<float> ways = stackalloc float[Roles];
        for (int r = 0; r < Roles; r++)
        {
            float best = Never;
            byte from = 0;
            for (int b = 0; b < Roles; b++)
            {
                ways[b] = Never;
                if (!Allowed((StatementRole)b, (StatementRole)r, word, cue)) continue;
                float step = sums[b * Roles + r] * steps.Scale;
                ways[b] = total[last + b] + step;
                if (score[last + b] + step <= best) continue;
                best = score[last + b] + step;
                from = (byte)b;
            }
            score[now + r] = best + own[r];
            back[now + r] = from;
            total[now + r] = LogSum(ways) + own[r];
        }
    }

    private static RoleRow Trace(int from, int length, float[] score, byte[] back, float[] total)
    {
        int end = (length - 1) * Roles, best = 0;
        for (int r = 1; r < Roles; r++)
            if (score[end + r] > score[end + best]) best = r;
        float sure = score[end + best] - LogSum(total.AsSpan(end, Roles));
        var roles = new StatementRole[length];
        for (int i = length - 1; i >= 0; i--)
        {
            roles[i] = (StatementRole)best;
            best = back[i * Roles + best];
        }
        return new RoleRow(from, roles, sure);
    }

    internal static float LogSum(ReadOnlySpan<float> values)
    {
        float top = Never;
        foreach (float v in values) top = Math.Max(top, v);
        if (float.IsNegativeInfinity(top)) return top;
        float sum = 0;
        foreach (float v in values) sum += MathF.Exp(v - top);
        return top + MathF.Log(sum);
    }
}

/// <param name="From">The word of the first role.</param>
/// <param name="LogProbability">Of the whole row.</param>
internal sealed record RoleRow(int From, StatementRole[] Roles, float LogProbability)
{
    public StatementRole Of(int word) => (uint)(word - From) < (uint)Roles.Length ? Roles[word - From] : StatementRole.None;
}
