using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>What the words above a change make of it: planned, considered, asked for, threatened, denied, or decided on paper.</summary>
internal sealed class ReadStatus(MeasureLexicon lexicon, Clauses clauses)
{
    /// <param name="Top">The highest word that speaks of the change.</param>
    /// <param name="Governed">Whether any governor stands above it.</param>
    /// <param name="Background">Under a relative clause, "after …", a participle, or a pluperfect.</param>
    public readonly record struct Verdict(ClaimStatus Status, Stage Stage, int Top, bool Governed, bool Background, string? Word);

    private static readonly HashSet<string> Saying = new(StringComparer.Ordinal)
    {
        "say", "tell", "report", "write", "state", "add", "note", "confirm", "claim", "declare", "stress", "explain", "reiterate", "insist", "show", "reveal",
        "learn", "know", "believe", "think", "argue", "indicate", "quote", "read", "tweet", "acknowledge", "admit", "mean", "see", "hear", "criticize", "criticise",
        "condemn", "welcome", "praise", "accuse", "blame", "applaud", "denounce", "protest", "hail", "regret", "mark",
    };

    private readonly ClauseBefore _before = new(clauses);

    public Verdict Of(int word)
    {
        var modality = clauses.IsVerb(word) ? Modality.Of(clauses, word) : default;
        var status = FromModality(word, modality);
        var stage = Stage.InEffect;
        bool governed = false, background = modality.Perfect && HasHad(word);
        int top = word;
        string? decider = null;
        int at = word;
        for (int steps = 0; steps < 8; steps++)
        {
            bool passes = false;
            int head = at == word ? Beside(at) : -1;
            if (head < 0 || GovernorOf(head, at) is null) head = GovernorAbove(at, out passes);
            if (head < 0) break;
            background |= IsBackground(at);
            // what stands beside a deed does not govern it: "approved a ban and closed its ports"
            if (!(clauses.Is(at, "conj") && clauses.IsVerb(at)) && GovernorOf(head, at) is { } governor)
            {
                governed = true;
                top = head;
                decider ??= governor.Word;
                if (governor.OnPaper) stage = Stage.Authorised;
                status = Combine(status, governor, head, clauses.Words[at].Relation == "ccomp" && clauses.IsVerb(at) && clauses.Words[at].Xpos is not ("VB" or "VBG"));
            }
            else if (!passes)
            {
                break;
            }
            else if (clauses.IsVerb(head) && status == ClaimStatus.Happened && !Saying.Contains(clauses.Lemma(head)) && !governed)
            {
                status = FromModality(head, Modality.Of(clauses, head));
            }
            at = head;
        }
        background |= IsBackground(at) && clauses.Words[at].Relation != "acl";
        if (status == ClaimStatus.Happened && !governed) status = ByOrder(word, status);
        status = Condition(word, top, status);
        return new Verdict(status, stage, top, governed, background, decider);
    }

    /// <summary>A clause that describes somebody, or tells what came before; "lifting the ban" and "while it lifted the ban" are told as news.</summary>
    private bool IsBackground(int word) => clauses.Words[word].Relation switch
    {
        "acl:relcl" => true,
        "acl" => !clauses.HasCase(word, "to"),
        "advcl" => clauses.HasCase(word, "after") || clauses.HasCase(word, "since") || clauses.HasCase(word, "following") || clauses.HasCase(word, "once") || clauses.HasCase(word, "when")
            || clauses.HasCase(word, "because") || clauses.HasCase(word, "before"),
        _ => false,
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
    private int Beside(int word)
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

    /// <summary>"Chad to lift its ban": a headline without a finite verb tells what will be; "demanded that Chad lift its ban" asks for it.</summary>
    private ClaimStatus ByOrder(int verb, ClaimStatus status)
    {
        if (verb >= 2 && clauses.Lemma(verb - 1) == "be" && clauses.Lemma(verb - 2) == "to" && clauses.Is(verb, "advcl")) return HasCallBefore(verb) ? ClaimStatus.CalledFor : ClaimStatus.Announced;
        if (!clauses.IsVerb(verb) || !clauses.Words[verb].Form.Equals(clauses.Lemma(verb), StringComparison.OrdinalIgnoreCase)) return status;
        if (_before.HasThat(verb)) return _before.Status(lexicon, verb) is ClaimStatus.CalledFor ? ClaimStatus.CalledFor : status;
        if (verb < 2 || clauses.Lemma(verb - 1) != "to" || clauses.Words[verb - 2].Upos is not (Upos.PROPN or Upos.NOUN)) return status;
        foreach (var word in clauses.Words)
            if (word.Xpos is "VBD" or "VBZ" or "MD") return status;
        return ClaimStatus.Announced;
    }

    /// <summary>"appealed for a force to be sent".</summary>
    private bool HasCallBefore(int verb)
    {
        for (int i = 0; i < verb; i++)
            if (clauses.Words[i].Upos == Reports.Upos.VERB && IsAsked(i)) return true;
        return false;
    }

    private ClaimStatus FromModality(int verb, Modality modality)
    {
        if (!clauses.IsVerb(verb)) return ClaimStatus.Happened;
        if (modality.Negated) return ClaimStatus.Denied;
        if (modality.Hypothetical) return ClaimStatus.Considered;
        return modality.Mood switch
        {
            Mood.Will => ClaimStatus.Announced,
            // "said that it would": a plan told of in the past
            Mood.Would when clauses.Words[verb].Relation == "ccomp" && clauses.Head(verb) is var above and >= 0 && Saying.Contains(clauses.Lemma(above)) => ClaimStatus.Announced,
            Mood.Would or Mood.May => ClaimStatus.Considered,
            Mood.Must => ClaimStatus.CalledFor,
            _ => IsToBe(verb) ? ClaimStatus.Announced : ClaimStatus.Happened,
        };
    }

    /// <summary>"is to extend".</summary>
    private bool IsToBe(int verb) => verb >= 2 && clauses.Lemma(verb - 1) == "to" && clauses.Lemma(verb - 2) == "be";

    private bool HasHad(int verb)
    {
        foreach (int c in clauses.Children(verb))
            if (clauses.Is(c, "aux") && clauses.Words[c].Form.Equals("had", StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>The word a change hangs on, where what is said there bears on it; -1 for none.</summary>
    private int GovernorAbove(int word, out bool passes)
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

    private Governor? GovernorOf(int head, int below)
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

    private ClaimStatus Combine(ClaimStatus below, Governor governor, int head, bool isFinite)
    {
        var modality = clauses.IsVerb(head) ? Modality.Of(clauses, head) : default;
        // "wants Chad to lift its ban"
        if (governor.Word == "want" && !modality.Negated && below != ClaimStatus.Denied && clauses.Sentence.Child(head, "obj") >= 0) return ClaimStatus.CalledFor;
        // what one chamber votes for is not yet decided
        if (governor.Word == "vote" && IsOfOneChamber(head)) return below == ClaimStatus.Happened ? ClaimStatus.Considered : below;
        if ((modality.Negated || clauses.Words[head].Upos == Upos.NOUN && clauses.HasChild(head, "no")) && governor.Status != ClaimStatus.Denied) return ClaimStatus.Denied;
        if (below == ClaimStatus.Denied && governor.Status is ClaimStatus.Happened or ClaimStatus.Announced) return ClaimStatus.Denied;
        // "announced that it had suspended": a deed told as done was done
        if (below == ClaimStatus.Happened && isFinite && governor.Status is (ClaimStatus.Announced or ClaimStatus.Considered)) return below;
        // what a council decides of its own measure is done
        if (governor.Word == "decide" && below == ClaimStatus.Happened && modality.Mood is not (Mood.May or Mood.Would or Mood.Will) && IsOfCouncil(head)) return ClaimStatus.Happened;
        if (governor.Status == ClaimStatus.Happened) return below == ClaimStatus.Happened ? FromModality(head, modality) : below;
        if (governor.Status == ClaimStatus.Announced && modality.Mood is Mood.May or Mood.Would) return ClaimStatus.Considered;
        if (governor.Status == ClaimStatus.Announced && HasDoubt(head)) return ClaimStatus.Considered;
        return governor.Status;
    }

    /// <summary>Whether a word asks for what stands below it.</summary>
    public bool IsAsked(int top)
    {
        foreach (var governor in lexicon.Governors(clauses.Lemma(top)))
            if (governor.Status == ClaimStatus.CalledFor && (governor.Particle is null || clauses.HasParticle(top, governor.Particle))) return true;
        return false;
    }

    private bool IsOfCouncil(int verb) => clauses.Subject(verb) is var body and >= 0 && clauses.Lemma(body) is "council" or "assembly" or "board" or "bloc" or "union"
        || clauses.Subject(verb) is var ministers and >= 0 && clauses.Lemma(ministers) is "minister" or "leader" or "government" && clauses.Words[ministers].Xpos is "NNS" or "NNPS" && HasChildForm(ministers, "EU", "European");

    private bool HasChildForm(int word, string one, string other)
    {
        foreach (int c in clauses.Children(word))
            if (clauses.Words[c].Form == one || clauses.Words[c].Form == other) return true;
        return false;
    }

    private bool IsOfOneChamber(int verb) => clauses.Subject(verb) is var voter and >= 0
        && (clauses.Lemma(voter) is "senate" or "chamber" or "committee" or "lawmaker" or "deputy" or "mp" or "bundestag" or "duma" or "subcommittee" || clauses.Lemma(voter) == "house" && voter > 0 && (clauses.Lemma(voter - 1) is "low" or "lower" or "upper" || clauses.Words[voter].Form == "House"));

    private bool HasDoubt(int verb) => clauses.HasChild(verb, "tentatively") || clauses.HasChild(verb, "possibly") || clauses.HasChild(verb, "perhaps");

    /// <summary>"will withdraw unless …" threatens; "unless Congress acts to extend it" only considers.</summary>
    private ClaimStatus Condition(int word, int top, ClaimStatus status)
    {
        for (int at = word, steps = 0; at >= 0 && steps < 8; at = clauses.Head(at), steps++)
            if (clauses.Words[at].Relation == "advcl" && (clauses.HasCase(at, "if") || clauses.HasCase(at, "unless") || clauses.HasCase(at, "until")) && status != ClaimStatus.Denied)
                return ClaimStatus.Considered;
        if (status == ClaimStatus.Happened && clauses.Words[word] is { Relation: "advcl", Xpos: "VBZ" or "VBP" } && (clauses.HasCase(word, "after") || clauses.HasCase(word, "once") || clauses.HasCase(word, "when"))) return ClaimStatus.Announced;
        if (status != ClaimStatus.Announced) return status;
        return HasCondition(word) || HasCondition(top) ? ClaimStatus.Threatened : status;
    }

    /// <summary>"will impose sanctions if …".</summary>
    public bool HasIf(int word)
    {
        foreach (int c in clauses.Children(word))
            if (clauses.Words[c].Relation == "advcl" && clauses.HasCase(c, "if")) return true;
        return false;
    }

    private bool HasCondition(int word)
    {
        foreach (int c in clauses.Children(word))
            if (clauses.Words[c].Relation == "advcl" && (clauses.HasCase(c, "unless") || clauses.HasCase(c, "if") && Modality.Of(clauses, c).Negated)) return true;
        return false;
    }
}
