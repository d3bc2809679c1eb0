using Chancery.Reports;

namespace Chancery.Reading.Statements;

/// <summary>Keeps the best of the proposed statements: each worth keeping, no two with the same content, no cue inside another's content.</summary>
internal sealed class ChooseStatements(FeatureWeights worth)
{
    /// <summary>
    /// Log odds over which a proposal is kept. Below even odds: a statement missed costs as much as one made up, so what has two
    /// chances in five is kept.
    /// </summary>
    private const float LeastWorth = -0.5f;

    public List<Proposal> Choose(ParagraphWords p, List<Proposal> proposals, FeatureList scratch)
    {
        var rated = new List<Proposal>(proposals.Count);
        foreach (var proposal in proposals)
        {
            Collect(p, proposal, proposals, scratch);
            rated.Add(proposal with { Worth = worth.Count == 0 ? proposal.CueScore : worth.Score(scratch.Features) });
        }
        rated.Sort((a, b) => a.Worth != b.Worth ? b.Worth.CompareTo(a.Worth) : a.Cue.CompareTo(b.Cue));
        var kept = new List<Proposal>();
        foreach (var proposal in rated)
        {
            if (proposal.Worth <= LeastWorth) break;
            if (!kept.Exists(k => Clash(k, proposal))) kept.Add(proposal);
        }
        kept.Sort((a, b) => a.Cue.CompareTo(b.Cue));
        return kept;
    }

    private static bool Clash(Proposal kept, Proposal other) =>
        kept.HasContent(other.Cue) || other.HasContent(kept.Cue)
        || 2 * kept.SharedContent(other) > Math.Min(kept.ContentLength, other.ContentLength)
        || kept.CueRun.Contains(other.Cue) || other.CueRun.Contains(kept.Cue);

    /// <summary>What speaks for a proposal as a whole, among its rivals.</summary>
    public static void Collect(ParagraphWords p, Proposal x, List<Proposal> all, FeatureList to)
    {
        to.Clear();
        uint lemma = p.Lemma[x.Cue], upos = (uint)p.Upos(x.Cue), cluster = p.Cluster[x.Cue];
        uint score = (uint)(int)Math.Clamp(MathF.Round(x.CueScore * 2) + 20, 0, 40), sure = (uint)(int)Math.Clamp(-x.Sure * 2, 0, 12);
        uint source = SourceKind(p, x), content = ContentKind(p, x), length = Size(x.ContentLength);
        to.Add(1, score);
        to.Add(2, score, upos);
        to.Add(3, sure);
        to.Add(4, source);
        to.Add(5, source, lemma);
        to.Add(6, source, upos);
        to.Add(7, content, upos);
        to.Add(8, content, lemma);
        to.Add(9, length, upos);
        to.Add(10, length, lemma);
        to.Add(11, length, content, source);
        to.Add(12, score, sure);
        to.Add(13, score, source);
        to.Add(14, (uint)Math.Min(x.CueRun.End - x.CueRun.From, 6), upos);
        to.Add(15, p.Lemma[x.CueRun.From], p.Lemma[x.CueRun.End - 1]);
        to.Add(16, p.Lemma[x.Content[0].From], upos);
        to.Add(17, p.Lemma[x.Content[0].From], lemma);
        to.Add(18, cluster, source);
        to.Add(19, cluster, content);
        if (x.Source is { } s)
        {
            to.Add(20, p.Lemma[s.End - 1], upos);
            to.Add(21, p.Form[s.From], upos);
            to.Add(22, Size(s.End - s.From), upos);
            to.Add(23, p.WideCluster[s.End - 1], cluster);
            to.Add(24, s.From < x.Cue ? 1u : 0u, Size(Math.Abs(x.Cue - s.From)));
        }
        Rivals(p, x, all, score, to);
    }

    private static void Rivals(ParagraphWords p, Proposal x, List<Proposal> all, uint score, FeatureList to)
    {
        float above = -9, below = -9, same = -9;
        Proposal? holder = null;
        foreach (var other in all)
        {
            if (ReferenceEquals(other, x)) continue;
            if (other.HasContent(x.Cue) && other.CueScore > above) (above, holder) = (other.CueScore, other);
            if (x.HasContent(other.Cue)) below = Math.Max(below, other.CueScore);
            if (x.SharedContent(other) > 0) same = Math.Max(same, other.CueScore);
        }
        uint a = Grade(above), b = Grade(below), c = Grade(same);
        uint better = (above > x.CueScore ? 1u : 0) | (below > x.CueScore ? 2u : 0) | (same > x.CueScore ? 4u : 0);
        to.Add(30, a, score);
        to.Add(31, b, score);
        to.Add(32, c, score);
        to.Add(33, better, score);
        to.Add(34, a + 8 * b + 64 * c, (uint)p.Upos(x.Cue));
        if (holder is not null) to.Add(35, p.Lemma[holder.Cue], a);
    }

    private static uint Grade(float score) => score < -8 ? 0u : score < -1.5f ? 1u : score < -0.5f ? 2u : score < 0.5f ? 3u : score < 2 ? 4u : 5u;

    private static uint Size(int words) => words switch { <= 4 => (uint)words, <= 7 => 5, <= 12 => 6, <= 25 => 7, _ => 8 };

    private static uint SourceKind(ParagraphWords p, Proposal x)
    {
        if (x.Source is not { } s) return 0;
        int head = s.From;
        for (int i = s.From; i < s.End; i++)
            if (!s.Contains(p.Head[i]) && p.Upos(i) != Upos.PUNCT)
            {
                head = i;
                break;
            }
        uint kind = p.Upos(head) == Upos.PRON ? p.Lemma[head] : (uint)p.Upos(head) + 1;
        return p.Sentence[head] == p.Sentence[x.Cue] && p.Head[head] == x.Cue ? Hash.Join(kind, p.Relation[head]) : kind;
    }

    private static uint ContentKind(ParagraphWords p, Proposal x)
    {
        bool quoted = false, plain = false, verb = false;
        foreach (var run in x.Content)
            for (int i = run.From; i < run.End; i++)
            {
                if (p.Upos(i) != Upos.PUNCT)
                {
                    quoted |= p.Quoted[i];
                    plain |= !p.Quoted[i];
                }
                verb |= p.Upos(i) is Upos.VERB or Upos.AUX;
            }
        bool before = x.Content[0].From < x.Cue, after = x.Content[^1].End > x.Cue;
        return (quoted ? 1u : 0) | (plain ? 2u : 0) | (verb ? 4u : 0) | (before ? 8u : 0) | (after ? 16u : 0);
    }
}
