using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>Tells what measure a noun of change speaks of.</summary>
internal sealed class ChangedMeasures(Clauses clauses, FindMeasureNouns nouns)
{
    /// <summary>The measure of a noun that names a change: "suspension of aid", "aid freeze", "cut in aid".</summary>
    public MeasureNoun? Of(int noun, ChangeNoun entry)
    {
        foreach (int c in clauses.Children(noun))
        {
            bool before = c < noun && (clauses.Is(c, "compound") || clauses.Is(c, "amod") || clauses.Words[c].Relation is "nmod" or "nmod:desc");
            bool behind = c > noun && clauses.Is(c, "nmod") && (clauses.HasCase(c, "of") || clauses.HasCase(c, "in") || clauses.HasCase(c, "to") || clauses.HasCase(c, "from") || clauses.HasCase(c, "on"));
            if ((before || behind) && nouns.At(c) is { } measure && measure.Head != noun && entry.Fits(measure.Class)) return measure;
        }
        return BehindOf(noun) is { } near && entry.Fits(near.Class) ? near : null;
    }

    /// <summary>The measure in the phrase right behind "… of" or "… from", by word order: the tree may hang it elsewhere.</summary>
    private MeasureNoun? BehindOf(int noun)
    {
        if (noun + 1 >= clauses.Words.Length || clauses.Lemma(noun + 1) is not ("of" or "from" or "in" or "to" or "on")) return null;
        for (int at = noun + 2; at < clauses.Words.Length && at <= noun + 8; at++)
        {
            // "the end of the embassy's mission" is not the embassy's end
            if (nouns.At(at) is { } measure) return at + 1 < clauses.Words.Length && clauses.Words[at + 1].Xpos == "POS" ? null : measure;
            if (clauses.Words[at].Upos is Upos.ADP or Upos.PUNCT or Upos.SCONJ or Upos.AUX && clauses.Words[at].Form != "-") return null;
        }
        return null;
    }
}
