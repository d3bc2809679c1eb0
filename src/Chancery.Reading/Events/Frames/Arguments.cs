using Chancery.Reports;

namespace Chancery.Reading.Events.Frames;

/// <summary>Finds the words that fill a predicate's roles. One instance a sentence; the lists are the caller's.</summary>
public sealed class Arguments(Clauses clauses)
{
    private static readonly string[] Places = ["in", "at", "near", "across", "throughout", "around", "outside", "inside", "along", "within"];

    /// <summary>Adds the heads of what fills a role, in text order of their kind; for a noun also from the verb that performs it ("imposed sanctions on X").</summary>
    public void Find(int predicate, Slot role, List<int> found)
    {
        bool verb = clauses.IsVerb(predicate) || clauses.Words[predicate].Upos == Upos.ADJ;
        switch (role.Kind)
        {
            case SlotKind.Subject: Add(verb ? Subject(predicate) : -1, found); break;
            case SlotKind.Object: Add(verb ? Object(predicate) : -1, found); break;
            case SlotKind.Recipient: Add(clauses.Recipient(predicate), found); break;
            case SlotKind.Sides: FindSides(predicate, verb, found); break;
            case SlotKind.Place: foreach (var place in Places) FindOblique(predicate, place, found); break;
            case SlotKind.Possessor: Add(Possessor(predicate), found); break;
            case SlotKind.Modifier: FindModifiers(predicate, found); break;
            case SlotKind.Infinitive: FindClauses(predicate, "xcomp", found); FindPurpose(predicate, found); break;
            case SlotKind.Clause: FindClauses(predicate, "ccomp", found); break;
            case SlotKind.SubjectClause: FindClauses(predicate, "csubj", found); break;
            case SlotKind.NounClause: FindNounClauses(predicate, found); break;
            case SlotKind.Preposition: FindOblique(predicate, role.Word!, found); break;
            case SlotKind.Word: FindWord(predicate, role.Word!, found); break;
        }
    }

    /// <summary>The possessor; where the tree has none, the name that ends before the 's in front of the noun ("Secretary of State Jan Novak's call").</summary>
    private int Possessor(int noun)
    {
        int own = clauses.Sentence.Child(noun, "nmod:poss");
        if (own >= 0) return own;
        int at = noun - 1;
        while (at > 0 && clauses.Words[at].Upos is Upos.ADJ or Upos.NUM or Upos.NOUN) at--;
        if (at < 1 || clauses.Words[at].Xpos != "POS") return -1;
        return clauses.Is(at - 1, "flat") ? clauses.Head(at - 1) : at - 1;
    }

    private int Subject(int predicate)
    {
        if (SubjectOfWhole(predicate) is var whole and >= 0) return whole;
        int subject = clauses.Subject(predicate);
        if (subject >= 0) return subject;
        // "Norway imposed sanctions", read as sanctions that were imposed
        if (clauses.Is(predicate, "amod")) return predicate > 0 && clauses.Words[predicate - 1].Upos == Upos.PROPN ? predicate - 1 : -1;
        if (clauses.IsPassive(predicate)) return NearWords.Behind(clauses, predicate, "by");
        return IsFinite(predicate) ? NearWords.Before(clauses, predicate) : -1;
    }

    /// <summary>"Norway today imposed sanctions", read as a noun phrase that is all of the sentence and has the subject itself; -1 for none.</summary>
    private int SubjectOfWhole(int predicate)
    {
        if (!clauses.Is(predicate, "amod") || clauses.Words[predicate].Xpos is not ("VBD" or "VBN") || clauses.Head(predicate) is var noun && noun < predicate) return -1;
        return clauses.Sentence.Child(noun, "nsubj") is var own and >= 0 && own < predicate ? own : -1;
    }

    private int Object(int predicate)
    {
        int found = clauses.Object(predicate);
        if (found >= 0) return found;
        if (clauses.IsPassive(predicate)) return IsFinite(predicate) ? NearWords.Before(clauses, predicate) : -1;
        // "called off their strike", read as off a strike
        foreach (int c in clauses.Children(predicate))
            if (clauses.Is(c, "obl") && clauses.Sentence.Child(c, "case") == predicate + 1 && clauses.Lemma(predicate + 1) is "off" or "down" or "up" or "out" or "over" or "back") return c;
        int near = clauses.Words[predicate].Upos == Upos.VERB ? NearWords.Behind(clauses, predicate) : -1;
        // the subject of a clause below is no object, unless that clause is an infinitive, which has none
        return near >= 0 && clauses.Is(near, "nsubj") && clauses.Head(near) > near && !clauses.HasCase(clauses.Head(near), "to") ? -1 : near;
    }

    private bool IsFinite(int predicate) =>
        clauses.Words[predicate].Xpos is "VBD" or "VBZ" or "VBP" || clauses.Sentence.Child(predicate, "aux") >= 0 || clauses.Head(predicate) < 0;

    private void FindSides(int predicate, bool verb, List<int> found)
    {
        if (verb)
        {
            Add(Subject(predicate), found);
            Add(Object(predicate), found);
            FindOblique(predicate, "with", found);
            FindOblique(predicate, "to", found);
        }
        else
        {
            Add(Possessor(predicate), found);
            FindModifiers(predicate, found);
            FindOblique(predicate, "between", found);
            FindOblique(predicate, "among", found);
            FindOblique(predicate, "with", found);
            FindOblique(predicate, "by", found);
            FindOblique(predicate, "to", found);
            if (found.Count == 0) FindOblique(predicate, "of", found);
        }
        if (verb && found.Count < 2) FindOblique(predicate, "between", found);
    }

    private void FindModifiers(int noun, List<int> found)
    {
        foreach (int c in clauses.Children(noun))
            if (c < noun && (clauses.Is(c, "amod") || clauses.Is(c, "compound") || clauses.Words[c].Relation is "nmod" or "nmod:desc" or "nummod")
                && !HasAnyCase(c)) found.Add(c);
    }

    private bool HasAnyCase(int word) => clauses.Sentence.Child(word, "case") >= 0;

    private void FindClauses(int predicate, string relation, List<int> found)
    {
        foreach (int c in clauses.Children(predicate))
            if (clauses.Is(c, relation)) found.Add(c);
    }

    /// <summary>Parsers often hang an infinitive as advcl where it is the complement ("urged them to …").</summary>
    private void FindPurpose(int predicate, List<int> found)
    {
        if (found.Count > 0) return;
        foreach (int c in clauses.Children(predicate))
            if (clauses.Is(c, "advcl") && c > predicate && clauses.HasCase(c, "to") && clauses.Words[c].Upos == Upos.VERB)
            {
                found.Add(c);
                return;
            }
    }

    private void FindNounClauses(int noun, List<int> found)
    {
        foreach (int c in clauses.Children(noun))
            if (c > noun && (clauses.Words[c].Relation == "acl" || clauses.Is(c, "ccomp") || clauses.Is(c, "xcomp") || clauses.Is(c, "advcl"))) found.Add(c);
        // "made a call to release", "came under pressure to resign": the parser may hang the infinitive on the verb
        int verb = clauses.Head(noun);
        if (found.Count == 0 && verb >= 0 && clauses.IsVerb(verb) && (clauses.Is(noun, "obj") || clauses.Is(noun, "obl")))
            foreach (int c in clauses.Children(verb))
                if (c > noun && (clauses.Is(c, "xcomp") || clauses.Is(c, "advcl")) && clauses.HasCase(c, "to")) found.Add(c);
    }

    private void FindOblique(int predicate, string preposition, List<int> found)
    {
        int before = found.Count;
        AddOblique(predicate, preposition, found);
        int head = clauses.Head(predicate);
        if (clauses.IsVerb(predicate))
        {
            // "launched strikes on X": the phrase may hang on the object
            int obj = clauses.Object(predicate);
            if (found.Count == before && obj >= 0 && obj != predicate) AddOblique(obj, preposition, found);
            if (found.Count == before && preposition != "by" && clauses.Is(predicate, "conj") && head >= 0 && head < predicate && clauses.IsVerb(head)) return;
        }
        else if (found.Count == before && head >= 0 && clauses.IsVerb(head) && IsArgument(predicate))
        {
            AddOblique(head, preposition, found);
            if (found.Count == before && clauses.Sentence.Child(head, "obj") is var obj and >= 0 && obj != predicate) AddOblique(obj, preposition, found); // "talks took place between"
            found.Remove(predicate);
        }
        if (found.Count == before && (clauses.IsVerb(predicate) || IsArgument(predicate)) && preposition is not ("of" or "in" or "that" or "as" or "between")
            && NearWords.Behind(clauses, predicate, preposition) is var near and >= 0 && near != predicate) found.Add(near);
    }

    private bool IsArgument(int noun) => clauses.Is(noun, "obj") || clauses.Words[noun].Relation == "nsubj:pass" || clauses.Is(noun, "obl") || clauses.Is(noun, "nsubj");

    private void AddOblique(int word, string preposition, List<int> found)
    {
        foreach (int c in clauses.Children(word))
        {
            var relation = clauses.Words[c].Relation;
            if (!(clauses.Is(c, "obl") || clauses.Is(c, "nmod") || clauses.Is(c, "advcl") || clauses.Is(c, "acl") || relation is "xcomp" or "ccomp" or "advmod" or "obj")) continue;
            if (clauses.HasCase(c, preposition) && !found.Contains(c)) found.Add(c);
        }
    }

    private void FindWord(int predicate, string word, List<int> found)
    {
        foreach (int c in clauses.Children(predicate))
            if (clauses.Lemma(c) == word || clauses.Is(c, "obl") && clauses.HasCase(c, word)) found.Add(c);
        for (int i = predicate + 1; i <= predicate + 2 && i < clauses.Words.Length && found.Count == 0; i++)
            if (clauses.Lemma(i) == word) found.Add(i);
    }

    private static void Add(int word, List<int> found)
    {
        if (word >= 0 && !found.Contains(word)) found.Add(word);
    }
}
