using Chancery.Reading.Events.Frames;
using Chancery.Reading.Events.Predicates;

namespace Chancery.Reading.Events;

/// <summary>Reads the event that a word names by itself, as its line of the lexicon says: who does it to whom, and by what means.</summary>
internal sealed class ReadEntry(EventLexicon lexicon, Clauses clauses, Arguments arguments, FrameWords words, Func<int, bool> namesActor, WordEvents events)
{
    /// <summary>Where the means of a deed stands.</summary>
    private static readonly Slot[] Means = [new(SlotKind.Subject), new(SlotKind.Preposition, "in"), new(SlotKind.Preposition, "by"), new(SlotKind.Preposition, "with"), new(SlotKind.Preposition, "during")];

    private readonly Func<int, string?> _typeOf = word => events.At(word)?.Meaning.Type;

    public bool Holds(int word, Condition[] conditions)
    {
        foreach (var condition in conditions)
            if (!condition.Holds(word, arguments, clauses, lexicon.Classes, _typeOf, namesActor, [])) return false;
        return true;
    }

    public Frame Of(int word, PredicateEntry entry)
    {
        bool sides = entry.Source is [{ Kind: SlotKind.Sides }];
        foreach (var condition in entry.When) TakeEventsOf(word, condition);
        var (meaning, weapon) = ByMeans(word, entry);
        int[] bySubject = weapon is { Source.Length: > 0 } ? weapon.Source : [];
        return new Frame
        {
            Predicate = word, Deed = word, Meaning = meaning, Rule = entry.Rule, Reciprocal = sides, Trigger = TriggerOf(word, entry),
            Source = sides ? words.FindAll(word, entry.Source) : bySubject.Length > 0 ? bySubject : words.FindFirst(word, entry.Source, entry.Particle, []),
            Target = words.FindFirst(word, entry.Target, entry.Particle, []),
        };
    }

    /// <summary>"killed in a bomb attack", "drone strikes killed": the means gives the mode, and its owner where it is the subject.</summary>
    private (Meaning Meaning, Frame? Subject) ByMeans(int word, PredicateEntry entry)
    {
        if (entry.Meaning.Type != "ASSAULT" || entry.Meaning.Mode.Length > 0 && entry.Meaning.Mode != "targeted" || !clauses.IsVerb(word)) return (entry.Meaning, null);
        foreach (var slot in Means)
            foreach (int w in Found(word, slot))
                if (!clauses.IsVerb(w) && events.At(w) is { Meaning.Type: "ASSAULT" } means && w != word)
                {
                    events.Take(w);
                    return (means.Meaning.Mode.Length > 0 ? means.Meaning : entry.Meaning, slot.Kind == SlotKind.Subject ? means : null);
                }
        return (entry.Meaning, null);
    }

    /// <summary>An event noun that a condition asked for belongs to this event ("lifted the curfew") and is no second one.</summary>
    private void TakeEventsOf(int word, Condition condition)
    {
        if (!condition.AsksForEvent && condition.Slot.Kind != SlotKind.Object) return;
        foreach (int w in Found(word, condition.Slot))
            if (events.At(w) is not null && !clauses.IsVerb(w)) events.Take(w);
    }

    private List<int> TriggerOf(int word, PredicateEntry entry)
    {
        var trigger = new List<int> { word };
        foreach (var condition in entry.When)
            if (condition.Slot.Kind is SlotKind.Object) arguments.Find(word, condition.Slot, trigger);
        return trigger;
    }

    private List<int> Found(int word, Slot slot)
    {
        var found = new List<int>();
        arguments.Find(word, slot, found);
        return found;
    }
}
