using Chancery.Reading.Events;
using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>Reads verbs that do something to a measure: "suspended aid", "pulled out of the treaty", "the ban took effect".</summary>
internal sealed class ReadChangeVerbs(
    MeasureLexicon lexicon, Clauses clauses, SentenceActors actors, FindMeasureNouns nouns, Arguments arguments, PoliticalWords political, ReadStandIns standIns,
    ReadReaffirmed reaffirmed, ClaimList claims)
{
    private readonly ClauseBefore _before = new(clauses);
    private readonly FindMovedObjects _moved = new(clauses, nouns, claims);

    /// <summary>Reads what a verb does to a measure; true where no other reading of the verb is wanted.</summary>
    public bool Read(int verb)
    {
        if (claims.IsTaken(verb)) return true;
        var lemma = clauses.Lemma(verb);
        // "an exercise that was to begin on Monday" is told because it will not
        if (clauses.Words[verb].Relation == "acl:relcl" && verb >= 2 && clauses.Lemma(verb - 1) == "to" && clauses.Words[verb - 2].Form is "was" or "were") return true;
        if (lemma == "subject" && clauses.Words[verb].Upos == Upos.ADJ) return true;
        // "continuing assistance", "the frozen aid": a participle before its noun tells no change
        if (clauses.Is(verb, "amod") && !MistakenParticiple.Is(clauses, verb) && clauses.Words[verb].Xpos != "VBG") return true;
        if (lemma is "be" or "remain" or "stay" or "stand" && reaffirmed.ReadInForce(verb)) return true;
        if (lemma is "continue" or "remain" && reaffirmed.ReadContinuing(verb)) return true;
        foreach (var entry in lexicon.Verbs(lemma))
            if ((entry.Particle is null || clauses.HasParticles(verb, entry.Particle) || _moved.IsBehindObject(verb, entry.Particle) || _moved.HasPhraseBehind(verb, entry.Particle)) && ReadAs(verb, entry)) return true;
        return false;
    }

    private bool ReadAs(int verb, ChangeVerb entry)
    {
        // "before it can receive aid": only what was received is told
        if (FindTargetWords.IsTaking(clauses, verb) && entry.Classes is [MeasureClass.Benefit] && clauses.Words[verb].Xpos is not ("VBD" or "VBN")) return false;
        // "a truce that mediators called fragile"
        if (entry is { Verb: "call" or "declare", Particle: null } && clauses.Sentence.Child(verb, "xcomp") >= 0) return false;
        var places = new List<int>();
        int also = -1;
        // "denies closing border": the parser may take the object for what the participle describes
        bool isAdjective = clauses.Is(verb, "amod");
        switch (entry.Place)
        {
            case MeasurePlace.Object when isAdjective: places.Add(clauses.Head(verb)); break;
            case MeasurePlace.Object:
                arguments.Find(verb, new Slot(SlotKind.Object), places);
                foreach (int c in clauses.Children(verb))
                    if ((clauses.Is(c, "obj") || GivenThings.IsUpTo(clauses, c)) && !places.Contains(c)) places.Add(c);
                if (verb + 1 < clauses.Words.Length && clauses.Words[verb + 1].Xpos == "VBG" && clauses.Is(verb + 1, "xcomp") && clauses.Object(verb + 1) is var inner and >= 0) places.Add(inner);
                break;
            case MeasurePlace.Subject when entry.Classes is [MeasureClass.Presence] && clauses.Object(verb) is var left and >= 0 && actors.Names(left):
                arguments.Find(verb, new Slot(SlotKind.Subject), places);
                also = left;
                break;
            case MeasurePlace.Subject when (clauses.Object(verb) is var o && (o < 0 || clauses.Lemma(o) == entry.Particle)) && !clauses.IsPassive(verb) && !(entry.Change == ChangeKind.Reaffirm && clauses.Sentence.Child(verb, "xcomp") >= 0): arguments.Find(verb, new Slot(SlotKind.Subject), places); break;
            case MeasurePlace.Infinitive: return reaffirmed.ReadContinuedDeed(verb, entry);
            case MeasurePlace.Preposition: foreach (var slot in entry.Slots) AddPlaces(verb, slot, places); break;
        }
        if (!isAdjective) places.RemoveAll(p => p > verb && _moved.HasOwnDeed(p, verb));
        if (entry.Place == MeasurePlace.Subject && !places.Exists(p => nouns.At(p) is not null) && _before.FirstMeasure(nouns, verb) is var opening and >= 0) places.Add(opening);
        if (entry.Place == MeasurePlace.Object && !isAdjective && !places.Exists(p => nouns.At(p) is not null) && _moved.MeasureOfRelative(verb, entry) is var told and >= 0) places.Add(told);
        if (entry.Place == MeasurePlace.Object && !isAdjective && !places.Exists(p => nouns.At(p) is not null) && _moved.RightBehind(verb, entry.Particle) is var behind and >= 0) places.Add(behind);
        bool read = false;
        foreach (int place in places)
        {
            if (place == verb || isAdjective && MistakenParticiple.VerbBeforeGerund(clauses, verb) < 0 && entry.Change is ChangeKind.Reaffirm or ChangeKind.Extend or ChangeKind.Expire) continue;
            foreach (var measure in MeasuresAt(place))
            {
                if (!entry.Fits(measure.Class) || !political.IsPolitical(measure, verb) || IsLettingIn(entry) != (measure.Phrase.Words is ["entry"])) continue;
                claims.Add(verb, measure, ChangeOf(entry, verb, measure), $"{entry.Verb}{(entry.Particle is null ? "" : "_" + entry.Particle)} + {measure.Phrase.Words[^1]}", also);
                read = true;
            }
            if (!read && entry.Place == MeasurePlace.Subject && MeasureAbove(place) is { } above && entry.Fits(above.Class))
            {
                claims.Add(verb, above, entry.Change, $"{entry.Verb} + {above.Phrase.Words[^1]}");
                read = true;
            }
            if (!read && entry.Place == MeasurePlace.Object && ReadStandIns.IsPronoun(clauses, place)) read = standIns.ReadPronoun(verb, place, entry);
            if (!read && entry.Place == MeasurePlace.Object) read = standIns.ReadSome(verb, place, entry);
            if (!read && entry.Place == MeasurePlace.Object) read = standIns.ReadChangeNoun(verb, place, entry);
        }
        return read;
    }

    /// <summary>What a verb does here: "imposed again" is brought back; "opened talks" begins them where "opened a border" brings it back; what is released without having been held is given.</summary>
    private ChangeKind ChangeOf(ChangeVerb entry, int verb, MeasureNoun measure) => entry switch
    {
        { Change: ChangeKind.Impose } when measure.Class != MeasureClass.Flow && (clauses.HasChild(verb, "again") || clauses.HasChild(verb, "anew")) => ChangeKind.Reinstate,
        { Change: ChangeKind.Reinstate, Verb: "open" } when measure.Phrase.Words[^1] is "talk" or "negotiation" or "dialogue" or "exercise" or "drill" or "hotline" or "consultation" => ChangeKind.Impose,
        { Change: ChangeKind.Reduce, Verb: "cut" } when measure is { Class: MeasureClass.Regime, Phrase.Words: [.., "link" or "contact" or "cooperation" or "service" or "dialogue"] } => ChangeKind.Cancel,
        { Change: ChangeKind.Lift } when clauses.HasChild(verb, "temporarily") && measure.Class is MeasureClass.Restriction or MeasureClass.Levy => ChangeKind.Suspend,
        { Change: ChangeKind.Reinstate, Verb: "release" } when !SpeaksOfHolding(verb) => ChangeKind.Impose,
        _ => entry.Change,
    };

    private bool SpeaksOfHolding(int except)
    {
        for (int i = 0; i < clauses.Words.Length; i++)
            if (i != except && clauses.Lemma(i) is "withhold" or "freeze" or "frozen" or "hold" or "suspend" or "suspension" or "block" or "halt" or "stall" or "withheld" or "held") return true;
        return false;
    }

    private void AddPlaces(int verb, Slot slot, List<int> places)
    {
        int before = places.Count;
        arguments.Find(verb, slot, places);
        // "pulled the country out of the accord": a preposition of two words
        foreach (int c in clauses.Children(verb))
            if (clauses.Is(c, "obl") && !places.Contains(c))
                foreach (int preposition in clauses.Children(c))
                    if (clauses.Words[preposition].Relation == "case" && clauses.HasChild(preposition, slot.Word!)) places.Add(c);
        if (places.Count == before && NearWords.Behind(clauses, verb, slot.Word!) is var near and >= 0) places.Add(near);
    }

    /// <summary>"denied entry": only of those who come is denying a ban.</summary>
    private static bool IsLettingIn(ChangeVerb entry) => entry.Change == ChangeKind.Impose && entry.Verb is "deny" or "refuse" or "bar" or "block";

    /// <summary>The measures a word heads; also that of "$500 million in aid" where the tree hangs "in aid" elsewhere, and of a participle taken for a clause ("reduce punishing duties").</summary>
    private IEnumerable<MeasureNoun> MeasuresAt(int place)
    {
        bool any = false;
        foreach (var measure in nouns.AllAt(place))
        {
            any = true;
            yield return measure;
        }
        if (any) yield break;
        // "the embassy suspended its operations"
        if (clauses.Lemma(place) is "operation" or "service" or "activity" or "work" && clauses.Head(place) is var verb and >= 0 && clauses.Subject(verb) is var runs and >= 0
            && nouns.At(runs) is { Class: MeasureClass.Bond, Phrase.Words: ["embassy" or "consulate"] } mission) yield return mission;
        if (place + 1 < clauses.Words.Length && clauses.Lemma(place) is "$" or "million" or "billion" or "dollar" or "euro" or "worth" or "more")
            for (int at = place + 1; at < clauses.Words.Length && at <= place + 8; at++)
            {
                if (nouns.At(at) is { } counted && counted.Head == at) yield return counted with { Outer = place };
                if (clauses.IsVerb(at) || clauses.Words[at].Upos == Upos.PUNCT) yield break;
            }
    }

    /// <summary>"a tariff of 20 euros, which …": a relative clause may hang on what the measure's own phrase ends in.</summary>
    private MeasureNoun? MeasureAbove(int word)
    {
        for (int at = word, steps = 0; at >= 0 && steps < 3 && clauses.Is(at, "nmod"); steps++)
        {
            at = clauses.Head(at);
            if (nouns.At(at) is { } measure) return measure;
        }
        return null;
    }
}
