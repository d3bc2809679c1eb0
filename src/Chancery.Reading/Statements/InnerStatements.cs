using System.Collections.Frozen;
using Chancery.Reports;

namespace Chancery.Reading.Statements;

/// <summary>
/// Statements told inside the content of another: "The minister said the general had <em>denied</em> that …". They are read off the
/// tree (a verb of speech or thought, its subject, its clause), since annotated corpora mark only outermost statements.
/// </summary>
internal sealed class InnerStatements(FrozenSet<string> verbs)
{
    /// <summary>Built in: <c>inner-cues.tsv</c>.</summary>
    public static InnerStatements BuiltIn { get; } =
        new(Lexicon.Rows("Statements/inner-cues.tsv", 1).Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>Left to right; each lies wholly inside the outer statement's content.</summary>
    public IEnumerable<Proposal> Of(ParagraphWords p, Proposal outer)
    {
        foreach (var run in outer.Content)
            for (int i = run.From; i < run.End; i++)
                if (At(p, i, run) is { } inner) yield return inner;
    }

    private Proposal? At(ParagraphWords p, int verb, WordRun room)
    {
        if (p.Words[verb] is { Lemma: "accord", Form: "according" } or { Lemma: "according" }) return AccordingTo(p, verb, room);
        if (p.Upos(verb) != Upos.VERB || !verbs.Contains(p.Words[verb].Lemma)) return null;
        int subject = p.Subject[verb], clause = ClauseOf(p, verb);
        if (subject < 0 && p.Is(verb, "conj") && p.Head[verb] >= 0) subject = p.Subject[p.Head[verb]];
        if (subject < 0 || clause < 0 || p.Is(subject, "nsubj:pass") || p.Is(subject, "expl")) return null;
        return Within(p, verb, room, Whole(p, subject), Whole(p, clause));
    }

    private static Proposal? AccordingTo(ParagraphWords p, int word, WordRun room)
    {
        int source = p.Head[word];
        if (source < 0 || !p.Is(word, "case") || p.Head[source] < 0) return null;
        int from = word + 1;
        while (from < source && p.Words[from].Form == "to") from++;
        var named = new WordRun(from, p.Right[source] + 1);
        int said = p.Head[source];
        var clause = p.Left[said] < word ? new WordRun(p.Left[said], word) : new WordRun(named.End, p.Right[said] + 1);
        return Within(p, word, room, named, Trimmed(p, clause));
    }

    private static Proposal? Within(ParagraphWords p, int cue, WordRun room, WordRun source, WordRun content)
    {
        bool apart = !content.Contains(cue) && !source.Contains(cue) && (source.End <= content.From || content.End <= source.From);
        bool inside = room.From <= source.From && source.End <= room.End && room.From <= content.From && content.End <= room.End;
        return apart && inside && content.From < content.End && source.From < source.End
            ? new Proposal(cue, 0, 0, CueRun(p, cue, source, content), source, [content]) : null;
    }

    /// <summary>The verb with the auxiliaries and negation just before it.</summary>
    private static WordRun CueRun(ParagraphWords p, int cue, WordRun source, WordRun content)
    {
        int from = cue;
        while (from > 0 && p.Head[from - 1] == cue && !source.Contains(from - 1) && !content.Contains(from - 1)
            && (p.Is(from - 1, "aux") || p.Is(from - 1, "advmod"))) from--;
        int end = cue + 1 < p.Count && p.Is(cue, "case") && p.Words[cue + 1].Form == "to" ? cue + 2 : cue + 1;
        return new WordRun(from, end);
    }

    private static int ClauseOf(ParagraphWords p, int verb)
    {
        for (int c = p.FirstChild(verb); c >= 0; c = p.NextSibling(c))
            if (p.Is(c, "ccomp") || p.Is(c, "xcomp") && c > verb) return c;
        return -1;
    }

    private static WordRun Whole(ParagraphWords p, int word) => Trimmed(p, new WordRun(p.Left[word], p.Right[word] + 1));

    private static WordRun Trimmed(ParagraphWords p, WordRun run)
    {
        var (from, end) = (run.From, run.End);
        while (from < end && p.Words[from].Form is "," or ";" or ":") from++;
        while (end > from && p.Words[end - 1].Form is "," or ";" or ":" or ".") end--;
        return new WordRun(from, end);
    }
}
