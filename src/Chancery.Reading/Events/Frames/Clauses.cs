using System.Collections.Immutable;
using Chancery.Reports;

namespace Chancery.Reading.Events.Frames;

/// <summary>
/// A sentence's tree read as clauses: who is subject, object or oblique of a predicate, through passive, control, coordination and relative
/// clauses. Word numbers are indices into <see cref="Sentence.Words"/>; -1 stands for "there is none".
/// </summary>
public sealed class Clauses
{
    private readonly string[] _lemmas;

    /// <summary>More steps than any sane clause nests; what is deeper is left without a subject.</summary>
    private const int MaxSteps = 12;

    public Clauses(Sentence sentence)
    {
        Sentence = sentence;
        Words = sentence.Words;
        _lemmas = new string[Words.Length];
        for (int i = 0; i < _lemmas.Length; i++) _lemmas[i] = LowerCase(Words[i].Lemma is "_" or "" ? Words[i].Form : Words[i].Lemma);
    }

    public Sentence Sentence { get; }
    public ImmutableArray<Token> Words { get; }

    /// <summary>The lemma in lower case.</summary>
    public string Lemma(int word) => _lemmas[word];

    public int Head(int word) => Words[word].Head;
    public bool Is(int word, string relation) => Words[word].Is(relation);
    public Sentence.ChildList Children(int word) => Sentence.Children(word);
    public bool IsVerb(int word) => Words[word].Upos is Upos.VERB or Upos.AUX;
    public bool IsNominal(int word) => Words[word].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.NUM or Upos.SYM;

    /// <summary>Whether a verb stands in the passive, also as a bare participle ("troops deployed there").</summary>
    public bool IsPassive(int verb)
    {
        bool auxiliary = false, hasObject = false;
        foreach (int c in Children(verb))
        {
            var relation = Words[c].Relation;
            if (relation is "nsubj:pass" or "aux:pass" or "csubj:pass") return true;
            if (relation == "obj") hasObject = true;
            if (relation == "aux" && _lemmas[c] is "have" or "'ve") auxiliary = true;
        }
        if (Words[verb].Xpos is not ("VBN" or "VBD") || auxiliary) return false;
        if (Words[verb].Xpos == "VBN" && !hasObject && (Is(verb, "acl") && Words[verb].Relation != "acl:relcl" || Is(verb, "amod") || Is(verb, "advcl"))) return true;
        if (Is(verb, "acl") && Words[verb].Relation == "acl" && !hasObject) return true;
        return Is(verb, "conj") && Head(verb) >= 0 && IsVerb(Head(verb)) && Words[verb].Xpos == "VBN" && OwnSubject(verb) < 0 && !hasObject
            && IsPassive(Head(verb));
    }

    /// <summary>Who acts.</summary>
    public int Subject(int predicate)
    {
        if (!IsPassive(predicate)) return GrammaticalSubject(predicate, MaxSteps);
        return Agent(predicate);
    }

    /// <summary>Whom or what the act is done to; in the passive its grammatical subject.</summary>
    public int Object(int predicate)
    {
        if (IsPassive(predicate)) return GrammaticalSubject(predicate, MaxSteps);
        int own = OwnObject(predicate);
        if (own >= 0) return Antecedent(own, predicate);
        if (Words[predicate].Relation == "acl:relcl" && OwnSubject(predicate) >= 0 && !HasRelativePronoun(predicate)) return Head(predicate);
        if (Is(predicate, "conj") && Words[predicate].Xpos != "VBN" && IsVerb(predicate) && SharedObject(predicate) is var shared and >= 0) return shared;
        return -1;
    }

    public int Recipient(int predicate) => Sentence.Child(predicate, "iobj");

    /// <summary>The agent of a passive: "by the army".</summary>
    public int Agent(int predicate)
    {
        foreach (int c in Children(predicate))
        {
            if (Words[c].Relation == "obl:agent") return c;
            if (Words[c].Is("obl") && HasCase(c, "by") && !IsTimeLike(c)) return c;
        }
        return -1;
    }

    /// <summary>Whether a word carries a preposition (or a marker of its clause), in one word.</summary>
    public bool HasCase(int word, string preposition)
    {
        foreach (int c in Children(word))
            if ((Words[c].Relation is "case" or "mark") && _lemmas[c] == preposition) return true;
        return false;
    }

    public bool HasChild(int word, string lemma)
    {
        foreach (int c in Children(word))
            if (_lemmas[c] == lemma) return true;
        return false;
    }

    /// <summary>Whether a verb has a particle, as its child or right behind it.</summary>
    public bool HasParticle(int verb, string particle)
    {
        foreach (int c in Children(verb))
        {
            if (_lemmas[c] == particle && (Words[c].Is("compound") || Words[c].Upos is Upos.ADP or Upos.ADV or Upos.PART or Upos.ADJ or Upos.NOUN || Is(c, "xcomp"))) return true;
            if (Words[c].Is("obl") && c <= verb + 3 && HasCase(c, particle)) return true;
        }
        return verb + 1 < Words.Length && _lemmas[verb + 1] == particle;
    }

    /// <summary>Whether a verb has all parts of a longer particle: "effect", "into_force". The last one may also stand two words behind it.</summary>
    public bool HasParticles(int verb, string particles)
    {
        foreach (var part in particles.Split('_'))
            if (!HasParticle(verb, part) && !(verb + 2 < Words.Length && Lemma(verb + 2) == part)) return false;
        return true;
    }

    /// <summary>Adds the phrases with a preposition that hang on a word.</summary>
    public void AddPhrases(int word, string preposition, List<int> found)
    {
        foreach (int c in Children(word))
            if ((Is(c, "obl") || Is(c, "nmod")) && HasCase(c, preposition) && !found.Contains(c)) found.Add(c);
    }

    /// <summary>Whether a phrase with a preposition hangs on a word.</summary>
    public bool HasPhrase(int word, string preposition)
    {
        foreach (int c in Children(word))
            if ((Is(c, "obl") || Is(c, "nmod")) && HasCase(c, preposition)) return true;
        return false;
    }

    /// <summary>The nearest verb (or other predicate of a clause) above a word.</summary>
    public int ClauseAbove(int word)
    {
        int head = Head(word);
        for (int steps = 0; head >= 0 && steps < Words.Length; steps++)
        {
            if (IsVerb(head)) return head;
            head = Head(head);
        }
        return -1;
    }

    /// <summary>The object; not a day that a parser took for one beside it ("rejected Thursday an appeal").</summary>
    private int OwnObject(int predicate)
    {
        int found = -1;
        foreach (int c in Children(predicate))
            if (Words[c].Is("obj") && (found < 0 || IsTimeLike(found))) found = c;
        return found;
    }

    /// <summary>The nearest of its subjects: a dateline or a topic may hang before it as a second one.</summary>
    private int OwnSubject(int predicate)
    {
        int found = -1;
        foreach (int c in Children(predicate))
            if (Words[c].Is("nsubj") && Words[c].Relation != "nsubj:outer" && (found < 0 || c < predicate)) found = c;
        return found;
    }

    private int GrammaticalSubject(int predicate, int steps)
    {
        int own = OwnSubject(predicate);
        if (own >= 0) return Antecedent(own, predicate);
        int head = Head(predicate);
        if (head < 0 || steps == 0) return -1;
        var relation = Words[predicate].Relation;
        switch (Words[predicate].UniversalRelation)
        {
            case "acl":
                if (relation == "acl:relcl") return OwnSubject(predicate) < 0 ? head : -1;
                if (SubjectOfPredicate(predicate, head) is var named and >= 0) return named;
                return HasMark(predicate, "to") ? HolderOf(head, steps) : Words[predicate].Xpos is "VBG" or "VBN" or "VBD" ? head : HolderOf(head, steps);
            case "amod":
                return Words[predicate].Xpos is "VBN" or "VBD" ? head : -1;
            case "xcomp":
            case "ccomp":
            {
                int controlled = relation == "ccomp" && !IsNonFinite(predicate) ? -1 : PassiveAwareObject(head);
                return controlled >= 0 ? controlled : GrammaticalSubject(head, steps - 1);
            }
            case "advcl":
            {
                // "accused the army of shelling": the accused shells; "left after meeting": he who left met
                int controlled = HasMark(predicate, "of") || HasMark(predicate, "from") || HasMark(predicate, "for") ? PassiveAwareObject(head) : -1;
                return controlled >= 0 ? controlled : GrammaticalSubject(head, steps - 1);
            }
            case "conj":
                return IsVerb(head) || Words[head].Upos == Upos.ADJ ? GrammaticalSubject(head, steps - 1) : -1;
            case "parataxis" or "obl" or "csubj" or "dep":
                return IsVerb(head) ? GrammaticalSubject(head, steps - 1) : -1;
            case "aux" or "cop":
                return GrammaticalSubject(head, steps - 1);
            default:
                return -1;
        }
    }

    /// <summary>"Spain is the largest donor, providing half the aid": it is Spain that provides it; -1 where the participle tells of the noun itself.</summary>
    private int SubjectOfPredicate(int participle, int noun) =>
        Words[participle].Xpos == "VBG" && participle > 0 && Words[participle - 1].Upos == Upos.PUNCT && Sentence.Child(noun, "cop") >= 0 ? OwnSubject(noun) : -1;

    private int PassiveAwareObject(int verb)
    {
        if (!IsVerb(verb)) return -1;
        if (IsPassive(verb)) return GrammaticalSubject(verb, 3);
        foreach (int c in Children(verb))
            if (Words[c].Relation is "obj" or "iobj") return c;
        return -1;
    }

    /// <summary>Whose plan "the plan to …" is: the possessor, else the subject of the verb that has the noun.</summary>
    private int HolderOf(int noun, int steps)
    {
        int possessor = Sentence.Child(noun, "nmod:poss");
        if (possessor >= 0) return possessor;
        if (!IsNominal(noun)) return GrammaticalSubject(noun, steps - 1);
        int verb = Head(noun);
        if (verb < 0 || !IsVerb(verb) || !(Is(noun, "obj") || Is(noun, "obl") || Words[noun].Relation == "nsubj:pass")) return -1;
        return IsPassive(verb) ? Agent(verb) : GrammaticalSubject(verb, steps - 1);
    }

    private bool IsNonFinite(int verb) => Words[verb].Xpos is "VBG" or "VB" && HasMark(verb, "to") || Words[verb].Xpos == "VBG";

    private bool HasMark(int clause, string mark)
    {
        foreach (int c in Children(clause))
            if (Words[c].Relation is "mark" or "case" && _lemmas[c] == mark) return true;
        return false;
    }

    private bool HasRelativePronoun(int clause)
    {
        foreach (int c in Children(clause))
            if (Words[c].Relation is "nsubj" or "nsubj:pass" && IsRelative(c)) return true;
        return false;
    }

    private bool IsRelative(int word) => Words[word].Xpos is "WP" or "WDT" || _lemmas[word] is "who" or "which" or "whom" || _lemmas[word] == "that" && Words[word].Upos == Upos.PRON;

    /// <summary>What a relative pronoun stands for.</summary>
    private int Antecedent(int word, int clause)
    {
        if (!IsRelative(word)) return word;
        for (int at = clause, steps = 0; at >= 0 && steps < MaxSteps; at = Head(at), steps++)
            if (Words[at].Relation == "acl:relcl") return Head(at);
        return word;
    }

    /// <summary>"detained and deported the man": the object of the last verb is the first verb's too, and the reverse where the last has none.</summary>
    private int SharedObject(int verb)
    {
        int head = Head(verb);
        if (head < 0 || !IsVerb(head)) return -1;
        foreach (int c in Children(verb))
            if (Words[c].Is("obl") || Words[c].Is("xcomp") || Words[c].Is("ccomp")) return -1;
        return Sentence.Child(head, "obj") is var o and >= 0 && o > head && o > verb ? o : -1;
    }

    private bool IsTimeLike(int word) => Words[word].Upos == Upos.NUM || _lemmas[word] is "end" or "year" or "month" or "week" or "day"
        or "telephone" or "phone" or "video" or "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday";

    private static string LowerCase(string word)
    {
        foreach (char c in word)
            if (char.IsUpper(c)) return word.ToLowerInvariant();
        return word;
    }
}
