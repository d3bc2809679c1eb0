using Chancery.Reading.Events;
using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>Reads verbs that are a measure by themselves: "banned imports from Chad", "recognised Palestine".</summary>
internal sealed class ReadMeasureVerbs(MeasureLexicon lexicon, Clauses clauses, SentenceActors actors, FindMeasureNouns nouns, Arguments arguments, ReadStatus status, ClaimList claims)
{
    public void Read(int verb)
    {
        foreach (var entry in lexicon.Direct(clauses.Lemma(verb)))
            if ((entry.Particle is null || clauses.HasParticles(verb, entry.Particle)) && ReadAs(verb, entry)) return;
    }

    private bool ReadAs(int verb, MeasureVerb entry)
    {
        var targets = new List<int>();
        arguments.Find(verb, entry.Target, targets);
        if (targets.Count == 0 || entry.Target.Kind == SlotKind.Preposition && (clauses.Object(verb) >= 0 || clauses.IsPassive(verb))) return false;
        if (clauses.Words[verb].Upos == Upos.ADJ || clauses.Is(verb, "amod")) return false;
        if (entry.Target.Kind == SlotKind.Object)
            foreach (int c in clauses.Children(verb))
                if (clauses.Is(c, "obj") && !targets.Contains(c)) targets.Add(c);
        int fitting = targets.FindIndex(t => IsSaidOf(entry, verb, t));
        int target = targets[Math.Max(0, fitting)];
        if (nouns.At(target) is { Class: MeasureClass.Benefit or MeasureClass.Pact or MeasureClass.Truce or MeasureClass.Bond } || !IsSaidOf(entry, verb, target)) return false;
        // "until it recognises Norway": what is only a condition is no news of a measure
        if (clauses.Is(verb, "advcl") && (clauses.HasCase(verb, "until") || clauses.HasCase(verb, "unless") || clauses.HasCase(verb, "if"))) return false;
        var verdict = status.Of(verb);
        var change = entry.Change;
        clauses.AddPhrases(verb, "from", targets);
        clauses.AddPhrases(verb, "in", targets);
        targets.Remove(verb);
        claims.Add(new Claim(verb, null, entry.Instrument, MeasureClass.Restriction, change, verdict.Status, verdict.Stage,
            entry.Name + " " + Phrase(target), ActorsOfVerb(verb, verdict.Top), targets, verdict.Top, verdict.Background, false, null, entry.Verb)
        {
            // courts freeze the accounts of their own citizens every day
            Needs = entry.Of == MeasureObjects.Assets ? NeededParties.Two : NeededParties.Any,
        });
        return true;
    }

    /// <summary>"recognised Palestine" and "banned imports" are measures, "recognised the need" and "banned children" are none.</summary>
    private bool IsSaidOf(MeasureVerb entry, int verb, int target) => entry.Of switch
    {
        MeasureObjects.State => actors.HeadedAt(target).Any(a => a is { Kind: ActorKind.State or ActorKind.Body, Code: not null }) || clauses.Lemma(target) is "state" or "independence" or "statehood" or "sovereignty" && actors.Names(target),
        MeasureObjects.Somebody => actors.Of(target).Concat(actors.AllBelow(target, -1)).Any(p => p.Code is not null),
        MeasureObjects.Trade => lexicon.IsTrade(clauses.Lemma(target)) || actors.Of(target).Any(p => p.Code is not null) || EntryBan.Is(clauses, actors, verb) || IsFromAbroad(verb),
        MeasureObjects.Assets => (clauses.Lemma(target) is "asset" or "account" or "reserve" or "property" or "holding" || clauses.Lemma(target) is "fund" or "funds" or "money" && !clauses.HasPhrase(target, "for"))
            && actors.Of(target).Concat(actors.AllBelow(target, -1)).Any(p => p.Code is not null),
        _ => true,
    };

    /// <summary>"barred livestock from Chad": what comes from another than who bars it.</summary>
    private bool IsFromAbroad(int verb)
    {
        if (clauses.Subject(verb) is not (var who and >= 0)) return false;
        foreach (int c in clauses.Children(verb))
            if (clauses.Is(c, "obl") && clauses.HasCase(c, "from") && actors.Of(c) is [{ Code: { } code }, ..] && actors.Of(who) is [{ Code: { } own }, ..] && own != code) return true;
        return false;
    }

    private string Phrase(int head)
    {
        int first = nouns.PhraseStart(head);
        while (first < head && clauses.Words[first].Upos == Upos.DET) first++;
        return string.Join(' ', Enumerable.Range(first, head - first + 1).Select(i => clauses.Words[i].Form));
    }

    private List<int> ActorsOfVerb(int verb, int top)
    {
        var found = new List<int>();
        arguments.Find(verb, new Slot(SlotKind.Subject), found);
        if (top != verb && found.Count == 0 && clauses.IsVerb(top)) arguments.Find(top, new Slot(SlotKind.Subject), found);
        return found;
    }
}
