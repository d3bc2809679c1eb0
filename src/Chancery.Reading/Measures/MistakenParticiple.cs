using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>"China imposed sanctions": a parser may take name, verb and object for one noun phrase that is all of the sentence.</summary>
internal static class MistakenParticiple
{
    public static bool Is(Clauses clauses, int verb) => clauses.Is(verb, "amod") && VerbBeforeGerund(clauses, verb) >= 0 || clauses.Is(verb, "amod") && clauses.Words[verb].Xpos is "VBN" or "VBD" && clauses.Head(verb) > verb
        && (clauses.Words[clauses.Head(verb)].Relation is "root" or "parataxis" or "ccomp" && SubjectBefore(clauses, verb) >= 0 || BeforeRelative(clauses, verb) >= 0 || Joined(clauses, verb) >= 0 || IsCutOff(clauses, verb));

    /// <summary>The verb whose content a gerund is, by word order: "is considering easing controls", "ruled out easing controls"; -1 for none.</summary>
    public static int VerbBeforeGerund(Clauses clauses, int gerund)
    {
        if (clauses.Words[gerund].Xpos != "VBG" || gerund == 0) return -1;
        int before = clauses.Lemma(gerund - 1) is "out" or "against" or "off" or "on" ? gerund - 2 : gerund - 1;
        return before >= 0 && clauses.Words[before].Upos == Upos.VERB && clauses.Lemma(before) is not ("include" or "involve" or "follow") ? before : -1;
    }

    /// <summary>"reversed course and imposed curbs", taken for curbs that were reversed: the verb before "and", -1 for none.</summary>
    private static int Joined(Clauses clauses, int verb)
    {
        if (verb < 2 || clauses.Words[verb - 1].Upos != Upos.CCONJ || clauses.Words[verb].Xpos is not ("VBN" or "VBD")) return -1;
        int first = clauses.Head(clauses.Head(verb));
        if (first >= 0 && !clauses.IsVerb(first) && clauses.Is(clauses.Head(verb), "conj")) first = clauses.Head(first);
        return first >= 0 && first < verb - 1 && clauses.Words[first].Upos == Upos.VERB && clauses.Words[first].Xpos is "VBD" or "VBN" && clauses.Object(first) is var other and >= 0 && other < verb ? first : -1;
    }

    /// <summary>"Chad severed ties with Niger after a guard was shot", taken for ties that were shot: "after" stands between the noun and what is said of it.</summary>
    private static bool IsCutOff(Clauses clauses, int verb)
    {
        int noun = clauses.Head(verb), above = clauses.Head(noun);
        if (above <= noun || !clauses.Is(noun, "nsubj") || !clauses.IsVerb(above) || RightBefore(clauses, verb) < 0) return false;
        foreach (int c in clauses.Children(above))
            if (c > noun && (clauses.Words[c].Relation == "mark" && clauses.Lemma(c) != "to" || clauses.Is(c, "nsubj"))) return true;
        return false;
    }

    // a name may be taken for an adjective ("Britain severed ties")
    private static int RightBefore(Clauses clauses, int verb) => verb > 0 && (clauses.Words[verb - 1].Upos == Upos.PROPN || clauses.Words[verb - 1].Xpos is "NNP" or "NNPS") ? verb - 1 : -1;

    /// <summary>The name before such a verb, -1 for none.</summary>
    public static int SubjectBefore(Clauses clauses, int verb) => VerbBeforeGerund(clauses, verb) is var governor and >= 0 ? clauses.Subject(governor) : Joined(clauses, verb) is var first and >= 0 ? clauses.Subject(first) : BeforeRelative(clauses, verb) is var described and >= 0 ? described : NearWords.Before(clauses, verb) is var near and >= 0 && clauses.Words[near].Upos == Upos.PROPN ? near : RightBefore(clauses, verb);

    /// <summary>"Chad, which had said no, lifted sanctions": whom the clause between commas describes, -1 for none.</summary>
    private static int BeforeRelative(Clauses clauses, int verb)
    {
        if (verb < 4 || clauses.Words[verb - 1].Form != ",") return -1;
        int open = verb - 2;
        while (open > 0 && clauses.Words[open].Form != ",") open--;
        return open > 0 && clauses.Lemma(open + 1) is "which" or "who" && clauses.Words[open - 1].Upos is Upos.PROPN or Upos.NOUN ? open - 1 : -1;
    }
}
