using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>Finds by word order the measure that a verb acts on, where the tree hangs it elsewhere.</summary>
internal sealed class FindMovedObjects(Clauses clauses, FindMeasureNouns nouns, ClaimList claims)
{
    private const int Reach = 14;

    /// <summary>The measure in the phrase right behind a verb, by word order, where the tree makes something else of it; -1 for none.</summary>
    public int RightBehind(int verb, string? particle)
    {
        if (clauses.Sentence.Child(verb, "aux:pass") >= 0 || clauses.Sentence.Child(verb, "nsubj:pass") >= 0) return -1;
        // "put on hold a loan"
        foreach (var part in particle?.Split('_') ?? [])
        {
            if (verb + 1 >= clauses.Words.Length || clauses.Lemma(verb + 1) != part) break;
            claims.Take(++verb);
        }
        for (int at = verb + 1; at < clauses.Words.Length && at <= verb + 7; at++)
        {
            if (clauses.Words[at].Relation == "compound:prt") continue;
            if (nouns.At(at) is { } measure && measure.Head == at) return at;
            if (!(clauses.Words[at].Upos is Upos.DET or Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.NUM or Upos.ADV || clauses.Words[at].Xpos is "PRP$" or "POS" or "HYPH")) return -1;
        }
        return -1;
    }

    /// <summary>"its embassy in Chad, which it shut": the measure before a relative clause, where the tree hangs that on another noun; -1 for none.</summary>
    public int MeasureOfRelative(int verb, ChangeVerb entry)
    {
        bool reduced = clauses.Words[verb].Xpos == "VBN" && clauses.Sentence.Child(verb, "nsubj") < 0
            && (clauses.Words[verb].Relation == "acl" || clauses.Is(verb, "xcomp") && verb > 0 && clauses.Words[verb - 1].Form == ",");
        int from = reduced ? verb : -1;
        foreach (int c in clauses.Children(verb))
            if (c < verb && ((clauses.Is(c, "obj") || clauses.Words[c].Relation == "nsubj:pass") && clauses.Words[c].Xpos is "WDT" or "WP" || clauses.Lemma(c) == "that" && clauses.Is(verb, "advcl"))) from = c;
        for (int at = from - 1; at >= 0 && at >= from - 12; at--)
        {
            if (nouns.At(at) is { } measure && measure.Head == at && entry.Fits(measure.Class)) return at;
            if (clauses.Words[at].Xpos is "VBD" or "VBZ" or "VBP") return -1;
        }
        return -1;
    }

    /// <summary>"ordered its troops out of Chad": the particle stands behind the object.</summary>
    public bool IsBehindObject(int verb, string particle)
    {
        if (particle is not ("out" or "home" or "back" or "off" or "over" or "dead" or "void")) return false;
        for (int at = verb + 1; at < clauses.Words.Length && at <= verb + 8; at++)
        {
            if (clauses.Lemma(at) == particle) return true;
            if (!(clauses.Words[at].Upos is Upos.DET or Upos.ADJ or Upos.NUM or Upos.NOUN or Upos.PROPN or Upos.ADV) && clauses.Words[at].Xpos is not ("PRP$" or "POS" or "HYPH")) return false;
        }
        return false;
    }

    /// <summary>"put most of its aid to Chad on hold": the phrase stands behind the object and what hangs on it.</summary>
    public bool HasPhraseBehind(int verb, string particles)
    {
        if (particles.Split('_') is not [var preposition, var noun] || noun is not ("hold" or "ice" or "place" or "force" or "abeyance")) return false;
        for (int at = verb + 2; at < clauses.Words.Length && at <= verb + Reach; at++)
        {
            if (clauses.Lemma(at) == noun && clauses.Lemma(at - 1) == preposition) return true;
            if (clauses.IsVerb(at) || clauses.Words[at].Form is "," or ";") return false;
        }
        return false;
    }

    /// <summary>Whether another deed than this one was done to a word, though the tree makes an adjective of it.</summary>
    public bool HasOwnDeed(int word, int verb)
    {
        foreach (int c in clauses.Children(word))
            if (c > verb && clauses.Is(c, "amod") && MistakenParticiple.Is(clauses, c)) return true;
        return false;
    }
}
