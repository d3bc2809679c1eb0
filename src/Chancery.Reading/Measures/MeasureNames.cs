using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>What a measure is called: a programme's own name, else its words without what counts, points or owns.</summary>
internal static class MeasureNames
{
    private const int StemLength = 5;

    private static readonly HashSet<string> Dropped = new(StringComparer.Ordinal)
    {
        "overall", "new", "more", "all", "nearly", "almost", "other", "latest", "further", "additional", "such", "same", "current", "existing", "remaining", "many",
        "several", "some", "most", "own", "long", "partial", "recent", "planned", "proposed", "its", "their", "his", "her", "crippling", "tough", "tougher", "sweeping",
        "harsh", "possible", "temporary", "full", "complete", "immediate", "definitive", "first", "second", "last", "controversial", "contentious", "least", "several", "continuing", "ongoing", "far", "wide", "so-called", "fresh", "percent", "%",
    };

    private static readonly HashSet<string> Generic = new(StringComparer.Ordinal) { "progr", "inter", "natio", "the", "and", "of", "missi", "agree", "treat", "initi", "opera" };

    /// <summary>The noun phrase without determiners, owners, numbers and words of newness; lower case but for names.</summary>
    /// <param name="isActor">Whether a word names an actor, which is said elsewhere.</param>
    public static string Of(Clauses clauses, MeasureNoun measure, Func<int, bool> isActor)
    {
        if (measure.Phrase.Words is ["money"]) return "money";
        if (clauses.Words[measure.Head].Form is "those" or "ones") return string.Join(' ', measure.Phrase.Words);
        var words = new List<string>();
        int last = measure.Phrase.Words is [var begin, "of", ..] && clauses.Lemma(measure.Head) == begin ? Math.Min(clauses.Words.Length - 1, measure.Head + measure.Phrase.Words.Length - 1) : measure.Head;
        for (int i = measure.First; i <= last; i++)
        {
            var token = clauses.Words[i];
            if (token.Upos is Upos.DET or Upos.NUM or Upos.SYM or Upos.PUNCT or Upos.PART || token.Xpos is "PRP$" or "RB" or "PRP" || Dropped.Contains(clauses.Lemma(i))) continue;
            if (i < last && isActor(i)) continue;
            if (words.Count == 0 && (token.Upos is Upos.CCONJ or Upos.VERB || token.Xpos is "VBG" or "VBN" && i > 0 && clauses.Words[i - 1].Form == "-")) continue;
            words.Add(token.Upos == Upos.PROPN ? token.Form : token.Form.ToLowerInvariant());
        }
        while (words.Count > 2 && words[^1] is "program" or "programme" or "programs" or "programmes" or "package" && words[^2] is not "and" && words[^2] != "educational") words.RemoveAt(words.Count - 1);
        return words.Count > 0 ? string.Join(' ', words) : clauses.Words[measure.Head].Form;
    }

    /// <summary>The beginnings of a name's telling words, lower case: a crude but steady likeness ("educational", "education").</summary>
    public static string[] Stems(string name) => [.. name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries)
        .Select(w => w.ToLowerInvariant()).Where(w => w.Length > 2).Select(w => w.Length > StemLength ? w[..StemLength] : w)
        .Where(s => !Generic.Contains(s)).Distinct()];

    /// <summary>How many telling words two names share.</summary>
    public static int Shared(string[] one, string[] other) => one.Count(s => Array.IndexOf(other, s) >= 0);

    /// <summary>Whether two names may be one measure told in more or fewer words.</summary>
    public static bool MayBeOne(string one, string other)
    {
        if (one == other) return true;
        string[] a = Stems(one), b = Stems(other);
        return a.Length > 0 && b.Length > 0 && Shared(a, b) == Math.Min(a.Length, b.Length);
    }
}
