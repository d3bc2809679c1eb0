using Chancery.Reports;

namespace Chancery.Reading.Statements;

/// <summary>
/// A quotation often goes on past the sentence that holds its cue. This walks outward over the paragraph's sentences and asks of
/// each one's quoted words whether they belong to the same content.
/// </summary>
internal static class QuotationReach
{
    private const int Furthest = 12;

    /// <summary>The quoted words of one neighbouring sentence.</summary>
    /// <param name="Direction">-1 before the cue's sentence, +1 after.</param>
    /// <param name="Step">1 for the nearest sentence.</param>
    internal readonly record struct Stretch(int From, int End, int Direction, int Step);

    /// <summary>The next stretch outward, or null where the paragraph ends or the sentence holds no quoted word.</summary>
    public static Stretch? Next(ParagraphWords p, int cueSentence, int direction, int step)
    {
        int sentence = cueSentence + direction * step;
        if (step > Furthest || sentence < 0 || sentence >= p.Bounds.Length) return null;
        var (from, end) = p.Bounds[sentence];
        int first = -1, last = -1;
        for (int i = from; i < end; i++)
        {
            if (!p.Quoted[i]) continue;
            if (first < 0) first = i;
            last = i;
            // outward before the cue, the nearest quotation counts; after it, the first
            if (direction > 0 && i + 1 < end && !p.Quoted[i + 1]) break;
            if (direction < 0 && i + 1 < end && !p.Quoted[i + 1] && HasQuoted(p, i + 1, end)) first = -1;
        }
        return first < 0 ? null : new Stretch(first, last + 1, direction, step);
    }

    private static bool HasQuoted(ParagraphWords p, int from, int end)
    {
        for (int i = from; i < end; i++)
            if (p.Quoted[i]) return true;
        return false;
    }

    /// <param name="isContent">The content found so far.</param>
    /// <param name="cueScores">How well each word would head a cue of its own.</param>
    public static void Collect(ParagraphWords p, int cue, Stretch stretch, Func<int, bool> isContent, float[] cueScores, FeatureList to)
    {
        to.Clear();
        uint direction = stretch.Direction < 0 ? 0u : 1u;
        var (from, end) = p.Bounds[p.Sentence[stretch.From]];
        bool wholeSentence = stretch.From <= from + 1 && stretch.End >= end - 1;
        var (cueFrom, cueEnd) = p.Bounds[p.Sentence[cue]];
        bool joined = Joined(p, stretch, cueFrom, cueEnd);
        uint content = Content(p, cueFrom, cueEnd, isContent);
        float rival = float.NegativeInfinity;
        for (int i = from; i < end; i++)
            if (!p.Quoted[i]) rival = Math.Max(rival, cueScores[i]);
        uint strongest = float.IsNegativeInfinity(rival) ? 0u : rival < -2 ? 1u : rival < 0 ? 2u : 3u;
        uint nearRival = Rivals(p, cue, stretch, cueScores);
        int edge = stretch.Direction < 0 ? cueFrom : cueEnd - 1;
        uint edgeState = (p.Quoted[edge] ? 1u : 0) | (isContent(edge) ? 2u : 0);
        uint step = (uint)Math.Min(stretch.Step, 4);
        to.Add(1, direction, step);
        to.Add(2, direction, joined ? 1u : 0u, content);
        to.Add(3, direction, wholeSentence ? 1u : 0u, strongest);
        to.Add(4, direction, edgeState, joined ? 1u : 0u);
        to.Add(5, direction, p.Lemma[cue]);
        to.Add(6, direction, nearRival, step);
        to.Add(7, direction, content, strongest);
        to.Add(8, direction, (uint)p.Upos(cue), content);
        to.Add(9, direction, p.Lemma[cueEnd - 1], edgeState);
        to.Add(10, direction, p.Lemma[stretch.From], joined ? 1u : 0u);
        to.Add(11, direction, (joined ? 1u : 0) | (wholeSentence ? 2u : 0) | strongest << 2 | content << 5, nearRival);
        to.Add(12, direction, (uint)Math.Min(end - from - (stretch.End - stretch.From), 8), content);
    }

    /// <summary>Whether no quotation mark stands between the stretch and the cue's sentence.</summary>
    private static bool Joined(ParagraphWords p, Stretch stretch, int cueFrom, int cueEnd)
    {
        int low = stretch.Direction < 0 ? p.Words[stretch.End - 1].Span.Start : p.Words[cueEnd - 1].Span.Start;
        int high = stretch.Direction < 0 ? p.Words[cueFrom].Span.Start : p.Words[stretch.From].Span.Start;
        foreach (var q in p.Quotations)
            if (q.Start <= low && high < q.End) return true;
        return false;
    }

    private static uint Content(ParagraphWords p, int from, int end, Func<int, bool> isContent)
    {
        uint found = 0;
        for (int i = from; i < end; i++)
            if (isContent(i)) found |= p.Quoted[i] ? 1u : 2u;
        return found;
    }

    /// <summary>Whether another likely cue stands outside quotation marks between this cue and the stretch.</summary>
    private static uint Rivals(ParagraphWords p, int cue, Stretch stretch, float[] cueScores)
    {
        int low = Math.Min(cue, stretch.From) , high = Math.Max(cue, stretch.From);
        uint rivals = 0;
        for (int i = low + 1; i < high; i++)
            if (!p.Quoted[i] && cueScores[i] > 0) rivals++;
        return Math.Min(rivals, 3);
    }
}
