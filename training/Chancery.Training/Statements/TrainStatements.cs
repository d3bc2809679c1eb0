using Chancery.Reading.Statements;

namespace Chancery.Training.Statements;

/// <summary>A paragraph with the cue scores of a model that has not seen it.</summary>
internal sealed record ScoredParagraph(GoldParagraph Paragraph, float[] CueScores);

/// <summary>
/// The recipe of <c>models/statements.model</c>. Cues, roles and reach are learned from all articles; whether a whole proposal is
/// worth keeping is learned from proposals on articles that its cue and role weights have not seen.
/// </summary>
internal sealed class TrainStatements(WordClusters clusters)
{
    public StatementModel Run(IReadOnlyList<Article> articles)
    {
        // each half is scored by what the other half taught, so that nothing is judged by weights that have seen it
        var halves = new List<GoldParagraph>[] { [], [] };
        for (int i = 0; i < articles.Count; i++) halves[i % 2].AddRange(articles[i].Paragraphs(clusters));
        Log("parsed");
        var cues = Array.ConvertAll(halves, LearnCues);
        var scored = new List<ScoredParagraph>[] { Scored(halves[0], cues[1]), Scored(halves[1], cues[0]) };
        var worth = new LearnDecision(least: 3, rounds: 5, rate: 0.05f, decay: 1e-5f);
        for (int half = 0; half < 2; half++)
        {
            var first = LearnRolesAndReach(cues[half], scored[half]);
            foreach (var p in halves[1 - half]) Judge(first, p, worth);
        }
        Log($"worth: {worth.Count} proposals");
        var model = LearnRolesAndReach(LearnCues([.. halves[0], .. halves[1]]), [.. scored[0], .. scored[1]]);
        return model with { Worth = worth.Learn() };
    }

    internal static FeatureWeights LearnCues(List<GoldParagraph> paragraphs)
    {
        Log("cues");
        var cues = new LearnDecision(least: 2, rounds: 6, rate: 0.05f, decay: 1e-3f);
        var scratch = new FeatureList();
        foreach (var p in paragraphs)
        {
            var heads = p.Statements.Select(s => s.Cue).ToHashSet();
            for (int i = 0; i < p.Words.Count; i++)
            {
                if (!CueFeatures.CanHead(p.Words, i)) continue;
                CueFeatures.Collect(p.Words, i, scratch);
                cues.Add(scratch.Features, heads.Contains(i));
            }
        }
        return cues.Learn(0.02f);
    }

    private List<ScoredParagraph> Scored(List<GoldParagraph> paragraphs, FeatureWeights cues)
    {
        var propose = new ProposeStatements(new StatementModel(clusters, cues, None(4), None(16), None(1), None(1)));
        var scratch = new FeatureList();
        return paragraphs.ConvertAll(p => new ScoredParagraph(p, propose.ScoreCues(p.Words, scratch)));
    }

    private StatementModel LearnRolesAndReach(FeatureWeights cues, List<ScoredParagraph> paragraphs)
    {
        Log("roles and reach");
        var roles = new LearnRoles(least: 3, rounds: 4, rate: 0.05f, decay: 3e-3f);
        var reach = new LearnDecision(least: 2, rounds: 6, rate: 0.1f, decay: 1e-4f);
        var scratch = new FeatureList();
        foreach (var (p, scores) in paragraphs)
            foreach (var s in p.Statements)
            {
                roles.Add(p.Words, s, scores);
                AddReach(p.Words, s, scores, reach, scratch);
            }
        var (words, steps) = roles.Learn(0.03f);
        return new StatementModel(clusters, cues, words, steps, reach.Learn(), None(1));
    }

    private static FeatureWeights None(int labels) => new(labels, 1, [], []);

    private static void AddReach(ParagraphWords p, GoldStatement s, float[] cueScores, LearnDecision reach, FeatureList scratch)
    {
        int sentence = p.Sentence[s.Cue];
        var (from, end) = p.Bounds[sentence];
        foreach (int direction in (ReadOnlySpan<int>)[-1, 1])
            for (int step = 1; QuotationReach.Next(p, sentence, direction, step) is { } stretch; step++)
            {
                int inside = 0;
                for (int i = stretch.From; i < stretch.End; i++)
                    if (s.Roles[i] == StatementRole.Content) inside++;
                bool yes = 2 * inside > stretch.End - stretch.From;
                QuotationReach.Collect(p, s.Cue, stretch, w => w >= from && w < end && s.Roles[w] == StatementRole.Content, cueScores, scratch);
                reach.Add(scratch.Features, yes);
                if (!yes) break;
            }
    }

    private static void Judge(StatementModel model, GoldParagraph p, LearnDecision worth)
    {
        var scratch = new FeatureList();
        var proposals = new ProposeStatements(model).All(p.Words, scratch);
        foreach (var proposal in proposals)
        {
            ChooseStatements.Collect(p.Words, proposal, proposals, scratch);
            worth.Add(scratch.Features, p.Statements.Any(s => Agrees(proposal, s)));
        }
    }

    /// <summary>As the scorer pairs statements: half of the joint content shared, and a source word shared or no source on both sides.</summary>
    private static bool Agrees(Proposal proposal, GoldStatement gold)
    {
        int shared = 0, all = 0;
        bool goldHasSource = false, sharesSource = false;
        for (int i = 0; i < gold.Roles.Length; i++)
        {
            bool mine = proposal.HasContent(i), theirs = gold.Roles[i] == StatementRole.Content;
            if (mine && theirs) shared++;
            if (mine || theirs) all++;
            if (gold.Roles[i] != StatementRole.Source) continue;
            goldHasSource = true;
            sharesSource |= proposal.Source is { } s && s.Contains(i);
        }
        return 2 * shared >= all && all > 0 && (goldHasSource ? sharesSource : proposal.Source is null);
    }

    private static void Log(string what) => Console.Error.WriteLine(what);
}
