using Chancery.Reports;

namespace Chancery.Reading.Statements;

/// <summary>
/// "The harbour, however, is open, the admiral said": where source and cue close the sentence after a comma, the content runs up to
/// that comma. The labeller sometimes stops at a comma or a hyphen before it.
/// </summary>
internal static class ClosingAttribution
{
    public static List<WordRun> Complete(ParagraphWords p, int cue, List<WordRun> content, WordRun cueRun, WordRun? source, float[] cueScores)
    {
        int sentence = p.Sentence[cue], end = p.Bounds[sentence].To;
        int first = Math.Min(cueRun.From, source?.From ?? cueRun.From), last = Math.Max(cueRun.End, source?.End ?? cueRun.End);
        var open = content[^1];
        if (open.End >= first - 1 || p.Sentence[open.From] != sentence || p.Words[first - 1].Form != ",") return content;
        for (int i = open.End; i < first; i++)
            if (cueScores[i] > 0 || p.Quoted[i]) return content;
        for (int i = last; i < end; i++)
            if (p.Upos(i) != Upos.PUNCT && !TellsHow(p, i, cue)) return content;
        return [.. content[..^1], new WordRun(open.From, first - 1)];
    }

    /// <summary>Whether a word after the cue only says when, where or in what the thing was said.</summary>
    private static bool TellsHow(ParagraphWords p, int word, int cue)
    {
        for (int step = 0; step < 12 && word >= 0; step++, word = p.Head[word])
            if (p.Head[word] == cue) return p.Is(word, "obl") || p.Is(word, "advmod");
        return false;
    }
}
