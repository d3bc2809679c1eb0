using System.Collections.Frozen;
using Chancery.Reports;

namespace Chancery.Reading.Statements;

/// <summary>What the words around a cue say of the telling itself: through which medium, and to whom.</summary>
internal sealed class CueCircle(FrozenDictionary<string, string> media)
{
    private static readonly FrozenSet<string> ToldDirectly =
        FrozenSet.Create(StringComparer.Ordinal, "tell", "inform", "remind", "assure", "brief", "notify", "advise", "ask", "warn", "write", "cable", "call");

    /// <summary>Built in: <c>media.tsv</c>.</summary>
    public static CueCircle BuiltIn { get; } = new(
        Lexicon.Rows("Statements/media.tsv", 2).ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal));

    /// <summary>
    /// Of a cue's own words, its source's head and what hangs on the cue by a preposition, the first that names a medium; null where none does.
    /// </summary>
    public string? Medium(ParagraphWords p, Proposal x)
    {
        for (int i = x.CueRun.From; i < x.CueRun.End; i++)
            if (MediumOf(p, i) is { } own) return own;
        for (int c = p.FirstChild(x.Cue); c >= 0; c = p.NextSibling(c))
        {
            if (x.HasContent(c) || !(p.Is(c, "obl") || p.Is(c, "obj") || p.Is(c, "iobj") || p.Is(c, "nmod"))) continue;
            if (MediumOf(p, c) is { } near) return near;
            for (int g = p.FirstChild(c); g >= 0; g = p.NextSibling(g))
                if (!x.HasContent(g) && (p.Is(g, "nmod") || p.Is(g, "appos")) && MediumOf(p, g) is { } further) return further;
        }
        return x.Source is { } source ? MediumOf(p, HeadOf(p, source)) : null;
    }

    private string? MediumOf(ParagraphWords p, int word) =>
        p.Upos(word) is Upos.NOUN or Upos.VERB or Upos.PROPN && media.TryGetValue(p.Words[word].Lemma.ToLowerInvariant(), out var medium)
        && !(p.Upos(word) == Upos.VERB && medium is "call" or "report") ? medium : null;

    /// <summary>The words for those spoken to: "told <em>reporters</em>", "said to <em>a news agency</em>"; null where nobody is named.</summary>
    public static string? Audience(ParagraphWords p, Proposal x)
    {
        bool direct = ToldDirectly.Contains(p.Words[x.Cue].Lemma);
        for (int c = p.FirstChild(x.Cue); c >= 0; c = p.NextSibling(c))
        {
            if (x.HasContent(c) || x.Source is { } s && s.Contains(c)) continue;
            bool spokenTo = direct && (p.Is(c, "obj") || p.Is(c, "iobj")) || p.Is(c, "obl") && IsTo(p, c);
            if (spokenTo && p.Upos(c) is Upos.NOUN or Upos.PROPN or Upos.PRON) return Named(p, c, x);
            if (!p.Is(c, "obl")) continue;
            // "in an interview with …"
            for (int g = p.FirstChild(c); g >= 0; g = p.NextSibling(g))
                if (p.Is(g, "nmod") && p.Words[c].Lemma is "interview" or "letter" or "call" or "message" && CaseOf(p, g) is "with" or "to") return Named(p, g, x);
        }
        return null;
    }

    private static bool IsTo(ParagraphWords p, int word) => CaseOf(p, word) is "to";

    /// <summary>The preposition that opens a phrase, whichever of its words it hangs on.</summary>
    private static string? CaseOf(ParagraphWords p, int word)
    {
        int first = p.Left[word];
        return first < word && p.Is(first, "case") ? p.Words[first].Lemma : null;
    }

    /// <summary>The noun phrase of a word without its preposition and without what follows a comma.</summary>
    private static string Named(ParagraphWords p, int word, Proposal x)
    {
        int from = p.Left[word], end = p.Right[word] + 1;
        while (from < word && p.Is(from, "case")) from++;
        for (int i = word + 1; i < end; i++)
            if (p.Upos(i) == Upos.PUNCT && p.Words[i].Form is "," or ";" or ":" || x.HasContent(i)) end = i;
        return new WordRun(from, Math.Max(end, word + 1)).SpanIn(p).Cut(p.Text);
    }

    /// <summary>The word of a run whose governor stands outside it.</summary>
    public static int HeadOf(ParagraphWords p, WordRun run)
    {
        for (int i = run.From; i < run.End; i++)
            if (!run.Contains(p.Head[i]) && p.Upos(i) != Upos.PUNCT) return i;
        return run.From;
    }
}
