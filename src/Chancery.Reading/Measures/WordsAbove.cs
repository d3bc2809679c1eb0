using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>Finds the words that bear on a change from above: the verb or noun whose content it is, by the tree and by word order.</summary>
internal sealed class WordsAbove(MeasureLexicon lexicon, Clauses clauses)
{
    /// <summary>Verbs that only tell of a deed, and make nothing of it.</summary>
    public static bool IsSaying(string verb) => Saying.Contains(verb);

    private static readonly HashSet<string> Saying = new(StringComparer.Ordinal)
    {
        "say", "tell", "report", "write", "state", "add", "note", "confirm", "claim", "declare", "stress", "explain", "reiterate", "insist", "show", "reveal",
        "learn", "know", "believe", "think", "argue", "indicate", "quote", "read", "tweet", "acknowledge", "admit", "mean", "see", "hear", "criticize", "criticise",
        "condemn", "welcome", "praise", "accuse", "blame", "applaud", "denounce", "protest", "hail", "regret", "mark",
    };

    /// <summary>The noun whose content a verb is: the one it hangs on, or the one right before its "to" ("a decision to reinstate"); -1 for none.</summary>
    public int NounBefore(int verb)
    {
        if (clauses.Words[verb].Relation == "acl" && clauses.Head(verb) is var head and >= 0 && clauses.IsNominal(head)) return head;
        foreach (int c in clauses.Children(verb))
            if (c > 0 && clauses.Lemma(c) == "to" && clauses.Words[c].Relation == "mark" && clauses.Words[c - 1].Upos == Upos.NOUN && lexicon.Governors(clauses.Lemma(c - 1)).Count > 0)
                return c - 1;
        return -1;
    }

    /// <summary>A governor right before a word, where the tree hangs the word elsewhere: "a decision to reinstate", "calls for an end"; -1 for none.</summary>
    public int Beside(int word)
    {
        if (GerundOf(word) is var governor and >= 0) return governor;
        if (clauses.Words[word].Relation == "advcl") return NounBefore(word);
        if (clauses.IsVerb(word)) return -1;
        foreach (int c in clauses.Children(word))
            if (c > 0 && c < word && clauses.Words[c].Relation == "case" && clauses.Lemma(c) is "for" && clauses.Words[c - 1].Upos == Upos.NOUN && lexicon.Governors(clauses.Lemma(c - 1)).Any(g => g.Particle is null)) return c - 1;
        return -1;
    }

    /// <summary>"is considering easing controls", "ruled out easing controls": the parser may take the gerund for a word of the phrase behind it. -1 for none.</summary>
    private int GerundOf(int verb)
    {
        int before = MistakenParticiple.VerbBeforeGerund(clauses, verb);
        return before >= 0 && lexicon.Governors(clauses.Lemma(before)).Count > 0 ? before : -1;
    }

    /// <summary>The word a change hangs on, where what is said there bears on it; -1 for none.</summary>
    public int GovernorAbove(int word, out bool passes)
    {
        passes = false;
        int head = clauses.Head(word);
        if (head < 0) return -1;
        switch (clauses.Words[word].UniversalRelation)
        {
            case "xcomp":
                passes = true;
                return head;
            case "csubj":
                // "insisted that lifting the ban was no reward": what is insisted on is not the deed
                passes = clauses.IsVerb(head) || lexicon.Governors(clauses.Lemma(head)).Count > 0;
                return head;
            case "ccomp":
                passes = clauses.IsVerb(head) && !Saying.Contains(clauses.Lemma(head));
                return head;
            case "advcl":
                // "decided to ease the ban, lifting …": what a participle tells is decided with the verb it goes with
                passes = clauses.Words[word].Xpos == "VBG" && clauses.Sentence.Child(word, "mark") < 0 && clauses.IsVerb(head) && clauses.Head(head) >= 0 && clauses.Is(head, "xcomp")
                    || clauses.HasCase(word, "to") && clauses.IsVerb(head) && clauses.Is(head, "xcomp");
                return head;
            case "acl":
                // "pledged in the statement to return": an infinitive that hangs on the noun before it
                passes = IsHearsay(head) || clauses.HasCase(word, "to") && clauses.Is(head, "obl") && clauses.Head(head) is var verb and >= 0 && lexicon.Governors(clauses.Lemma(verb)).Count > 0;
                return clauses.Words[word].Relation == "acl:relcl" ? -1 : head;
            case "obj" or "obl" or "nmod" or "nsubj" or "compound":
                passes = !clauses.IsVerb(word) && (IsPerforming(head) || IsHearsay(head) || clauses.HasCase(word, "including"));
                return head;
            case "conj" or "parataxis":
                passes = true;
                return clauses.IsVerb(head) == clauses.IsVerb(word) && !HasOwnSubject(word) ? head : -1;
            default:
                return -1;
        }
    }

    private bool HasOwnSubject(int word)
    {
        foreach (int c in clauses.Children(word))
            if (clauses.Is(c, "nsubj")) return true;
        return false;
    }

    /// <summary>"denied reports of a withdrawal": what is said of the report is said of the deed.</summary>
    private bool IsHearsay(int noun) => clauses.Words[noun].Upos == Upos.NOUN && clauses.Lemma(noun) is "report" or "claim" or "rumor" or "rumour" or "allegation" or "suggestion";

    /// <summary>Verbs that only carry the noun: "carry out the withdrawal", "order the suspension".</summary>
    private bool IsPerforming(int word) => clauses.Lemma(word) is "begin" or "start" or "continue" or "complete" or "carry" or "impose" or "order" or "make"
        or "take" or "speed" or "follow" or "lead" or "include" or "mean" or "cause" or "involve" or "be" or "remain" or "signal" or "end" or "process" or "effect" or "announce";

    /// <summary>What the lexicon says of a word above another; null where it says nothing that bears on it.</summary>
    public Governor? GovernorOf(int head, int below)
    {
        // "stepped up to provide" is no step that is weighed
        if (clauses.IsVerb(head) && clauses.Lemma(head) == "step") return null;
        // "insisted that it would stay" asks for nothing
        if (clauses.IsVerb(head) && clauses.Lemma(head) is "insist" or "suggest" && clauses.Is(below, "ccomp") && clauses.IsVerb(below) && (clauses.Words[below].Xpos is "VBD" or "VBZ" or "VBP" || clauses.Sentence.Child(below, "aux") >= 0 && !clauses.HasChild(below, "should"))) return null;
        // "a deal to cut tariffs" promises, "a deal establishing relations" does it
        if (clauses.Lemma(head) is "deal" or "accord" or "pact" or "agreement" && !clauses.HasCase(below, "to")) return null;
        foreach (var governor in lexicon.Governors(clauses.Lemma(head)))
        {
            if (governor.Particle is { } particle && !clauses.HasParticle(head, particle) && !clauses.HasCase(below, particle)) continue;
            if (clauses.Words[below].Relation == "advcl" && GerundOf(below) != head && !clauses.HasCase(below, "to") && !clauses.HasCase(below, "on") && !clauses.HasCase(below, "against")) continue;
            if (clauses.Is(below, "nsubj") && !clauses.IsPassive(head)) continue;
            return governor;
        }
        return null;
    }
}
