namespace Chancery.Reading.Statements;

/// <summary>For a likely cue, the statement it would make.</summary>
internal sealed class ProposeStatements(StatementModel model)
{
    /// <summary>Log odds under which a word is not even tried as a cue.</summary>
    private const float LeastCueScore = -2.5f;

    private readonly RoleLabeller _labeller = new(model.RoleWords, model.RoleSteps);

    /// <summary>Log odds of each word heading a cue; below all for words that cannot.</summary>
    public float[] ScoreCues(ParagraphWords p, FeatureList scratch)
    {
        var scores = new float[p.Count];
        for (int i = 0; i < p.Count; i++)
        {
            scores[i] = float.NegativeInfinity;
            if (!CueFeatures.CanHead(p, i)) continue;
            CueFeatures.Collect(p, i, scratch);
            scores[i] = model.Cues.Score(scratch.Features);
        }
        return scores;
    }

    /// <summary>What each likely cue of a paragraph proposes, left to right.</summary>
    public List<Proposal> All(ParagraphWords p, FeatureList scratch)
    {
        var scores = ScoreCues(p, scratch);
        var proposals = new List<Proposal>();
        for (int i = 0; i < p.Count; i++)
            if (scores[i] > LeastCueScore && Propose(p, i, scores, scratch) is { } proposal) proposals.Add(proposal);
        return proposals;
    }

    private Proposal? Propose(ParagraphWords p, int cue, float[] cueScores, FeatureList scratch)
    {
        var row = _labeller.Label(new RoleFeatures(p, cue, cueScores), cue, scratch);
        var content = Runs(row, StatementRole.Content);
        Reach(p, cue, row, cueScores, content, scratch);
        if (content.Count == 0) return null;
        content.Sort((a, b) => a.From.CompareTo(b.From));
        var (cueRun, source) = (CueRun(row, cue), Source(row));
        var whole = ClosingAttribution.Complete(p, cue, Joined(content), cueRun, source, cueScores);
        return new Proposal(cue, cueScores[cue], row.LogProbability, cueRun, source, whole);
    }

    private void Reach(ParagraphWords p, int cue, RoleRow row, float[] cueScores, List<WordRun> content, FeatureList scratch)
    {
        int sentence = p.Sentence[cue];
        foreach (int direction in (ReadOnlySpan<int>)[-1, 1])
            for (int step = 1; QuotationReach.Next(p, sentence, direction, step) is { } stretch; step++)
            {
                QuotationReach.Collect(p, cue, stretch, w => row.Of(w) == StatementRole.Content, cueScores, scratch);
                if (model.Reach.Score(scratch.Features) <= 0) break;
                content.Add(new WordRun(stretch.From, stretch.End));
            }
    }

    private static WordRun CueRun(RoleRow row, int cue)
    {
        int from = cue, end = cue + 1;
        while (row.Of(from - 1) == StatementRole.Cue) from--;
        while (row.Of(end) == StatementRole.Cue) end++;
        return new WordRun(from, end);
    }

    /// <summary>The one run of source words; of several, the longest (a source is one noun phrase).</summary>
    private static WordRun? Source(RoleRow row)
    {
        WordRun? best = null;
        foreach (var run in Runs(row, StatementRole.Source))
            if (best is not { } b || run.End - run.From > b.End - b.From) best = run;
        return best;
    }

    private static List<WordRun> Runs(RoleRow row, StatementRole role)
    {
        var runs = new List<WordRun>();
        for (int i = 0; i < row.Roles.Length; i++)
        {
            if (row.Roles[i] != role) continue;
            int from = i;
            while (i + 1 < row.Roles.Length && row.Roles[i + 1] == role) i++;
            runs.Add(new WordRun(row.From + from, row.From + i + 1));
        }
        return runs;
    }

    private static List<WordRun> Joined(List<WordRun> runs)
    {
        var joined = new List<WordRun>();
        foreach (var run in runs)
        {
            if (joined.Count > 0 && joined[^1].End >= run.From) joined[^1] = new WordRun(joined[^1].From, Math.Max(run.End, joined[^1].End));
            else joined.Add(run);
        }
        return joined;
    }
}
