using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>Finds the words of a sentence in which grammar puts who changes a measure.</summary>
internal sealed class FindActorWords(MeasureLexicon lexicon, Clauses clauses, Arguments arguments, ReadStatus status, AimedAt aimed)
{
    private readonly ClauseBefore _before = new(clauses);

    /// <summary>Where the actor may stand, best first: whom a call is made to, the subject, whose decision or measure it is, who performs it.</summary>
    /// <param name="also">The noun of the change where a verb says that it lasts ("the suspension of aid … remains"), -1 for none.</param>
    public List<int> Of(int word, MeasureNoun measure, int top, int also)
    {
        var found = new List<int>();
        if (top != word && clauses.IsVerb(top) && IsAsking(top)) AddAddressees(top, found);
        if (top != word && clauses.IsVerb(word) && clauses.Lemma(top) == "call") clauses.AddPhrases(top, "for", found);
        // "called for a meeting to remove US forces": whose forces they are
        if (top != word && measure.Class == MeasureClass.Presence && status.IsAsked(top)) AddOwners(measure, found);
        // "pulled the country out of the accord": who leaves is not who leads
        if (clauses.IsVerb(word) && measure.Class == MeasureClass.Pact && clauses.Lemma(word) is "pull" or "take" or "withdraw" or "lead" && clauses.Object(word) is var leaving and >= 0 && leaving != measure.Head && leaving != measure.Outer) found.Add(leaving);
        if (clauses.IsVerb(word))
        {
            if (clauses.Sentence.Child(word, "nsubj") < 0 && status.NounBefore(word) is var noun and >= 0 && noun != measure.Outer)
            {
                // "rejected the UN demand to suspend": not whose demand it is, but who rejects it
                if (status.IsAsked(noun)) AddRefuser(noun, found);
                else AddNounActors(noun, found);
            }
            if (MistakenParticiple.Is(clauses, word))
            {
                if (MistakenParticiple.SubjectBefore(clauses, word) is var mistaken and >= 0) found.Add(mistaken);
            }
            else
            {
                if (word > 0 && clauses.Words[word].Xpos is "VBD" or "VBN" && !clauses.IsPassive(word) && clauses.Sentence.Child(word, "nsubj") < 0) AddBefore(word, found);
                arguments.Find(word, new Slot(SlotKind.Subject), found);
            }
        }
        else
        {
            AddNounActors(word, found);
        }
        if (also >= 0 && found.Remove(also)) AddNounActors(also, found);
        found.Remove(measure.Outer);
        AddOwners(measure, found);
        int verb = clauses.IsVerb(word) ? -1 : clauses.ClauseAbove(word);
        if (verb >= 0 && (verb == top || clauses.Is(word, "obj") || clauses.Words[word].Relation == "nsubj:pass") && !IsAsking(verb))
            arguments.Find(verb, new Slot(SlotKind.Subject), found);
        int clause = clauses.IsVerb(top) && !IsAsking(top) ? top : -1;
        if (clause >= 0 && clauses.Subject(clause) < 0 && !clauses.IsPassive(clause) && NearWords.Before(clauses, clause) is var near and >= 0) found.Add(near);
        if (FindTargetWords.IsTaking(clauses, word) && measure.Class == MeasureClass.Benefit)
        {
            if (clauses.Subject(word) is var taker and >= 0) found.Remove(taker);
            for (int i = word + 1; i < clauses.Words.Length && !(clauses.IsVerb(i) && i > word + 1); i++)
                if (clauses.HasCase(i, "from") && !found.Contains(i)) found.Add(i);
        }
        found.RemoveAll(w => w == word || w == measure.Head || w == measure.Outer);
        if (top != word && clauses.IsVerb(top) && IsAsking(top)) RemoveAsker(top, found);
        return found;
    }

    /// <summary>Who stands before a deed, where the tree makes no subject of him: "Chad renewed", "Chad on Monday cut".</summary>
    private void AddBefore(int verb, List<int> found)
    {
        int before = _before.Skip(verb - 1);
        if (before >= 0 && clauses.Words[before].Upos is Upos.PROPN or Upos.NOUN && clauses.Words[before].Xpos != "POS") found.Add(before);
    }

    private void AddRefuser(int request, List<int> found)
    {
        int verb = clauses.Head(request);
        if (verb >= 0 && clauses.IsVerb(verb) && lexicon.Governors(clauses.Lemma(verb)).Any(g => g.Status == ClaimStatus.Denied)) arguments.Find(verb, new Slot(SlotKind.Subject), found);
    }

    /// <summary>Who asks for a measure does not take it.</summary>
    private void RemoveAsker(int verb, List<int> found)
    {
        var askers = new List<int>();
        arguments.Find(verb, new Slot(SlotKind.Subject), askers);
        if (clauses.Lemma(verb) == "call" && clauses.Sentence.Child(verb, "nsubj:pass") is var asker and >= 0) askers.Add(asker);
        found.RemoveAll(askers.Contains);
    }

    private bool IsAsking(int verb)
    {
        if (clauses.Lemma(verb) is "support" or "back" or "favour" or "favor") return false;
        foreach (var g in lexicon.Governors(clauses.Lemma(verb)))
            if (g.Status == ClaimStatus.CalledFor && (g.Particle is null || clauses.HasParticle(verb, g.Particle))) return true;
        return false;
    }

    /// <summary>Whom a call is made to: "urged X to lift", "called on X to lift".</summary>
    private void AddAddressees(int verb, List<int> found)
    {
        arguments.Find(verb, new Slot(SlotKind.Object), found);
        clauses.AddPhrases(verb, "on", found);
        clauses.AddPhrases(verb, "upon", found);
        clauses.AddPhrases(verb, "to", found);
    }

    public void AddNounActors(int noun, List<int> found)
    {
        arguments.Find(noun, new Slot(SlotKind.Possessor), found);
        foreach (int c in clauses.Children(noun))
            if (clauses.Is(c, "nmod") && clauses.HasCase(c, "by")) found.Add(c);
        arguments.Find(noun, new Slot(SlotKind.Modifier), found);
    }

    /// <summary>Whose measure it is by its own words: "its ban", "US aid", "American troops".</summary>
    private void AddOwners(MeasureNoun measure, List<int> found)
    {
        AddNounActors(measure.Head, found);
        for (int i = measure.First; i < measure.Head; i++)
            if (clauses.Words[i].Upos is Upos.PROPN or Upos.ADJ && !GoBetween.Is(clauses, i)) found.Add(i);
        found.RemoveAll(w => aimed.Is(measure, w) || aimed.HasBelow(measure, w) || GoBetween.Is(clauses, w));
        for (int i = measure.First - 1; i >= 0 && clauses.Words[i].Upos is Upos.PROPN or Upos.ADJ; i--) found.Add(i);
        if (measure.Outer != measure.Head) AddNounActors(measure.Outer, found);
        // "the embargo it has imposed": the clause that tells whose it is
        foreach (int c in clauses.Children(measure.Head))
            if (clauses.Is(c, "acl") && clauses.Subject(c) is var s and >= 0 && s != measure.Head && s != measure.Outer) found.Add(s);
    }
}
