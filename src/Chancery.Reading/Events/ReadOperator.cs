using Chancery.Reading.Events.Frames;
using Chancery.Reading.Events.Predicates;
using Chancery.Reports;

namespace Chancery.Reading.Events;

/// <summary>Reads a word that does something to the event another word names: finds that event, takes it in, and does the same to those coordinated with it.</summary>
internal sealed class ReadOperator(Clauses clauses, Arguments arguments, ApplyOperators operators, ApplyAuxiliaries auxiliaries, WordEvents events)
{
    public Frame? Of(int word, OperatorEntry entry)
    {
        foreach (var role in entry.Complements)
        {
            var found = new List<int>();
            arguments.Find(word, role, found);
            foreach (int c in found)
            {
                if (c == word || EventIn(c) is not { } inner || entry.Operator == "plan" && IsAskedOfAnother(word, role)) continue;
                if (TakeIn(word, entry, inner, c, role) is not { } frame) return null;
                TakeFurther(word, entry, c, role, frame);
                return frame;
            }
        }
        return null;
    }

    /// <summary>"Kenya lifts ban on milk": what the tagger takes for a plural between a name and a noun of an event does to that event what it does as a verb.</summary>
    /// <param name="noun">The noun of the event.</param>
    /// <param name="verbs">The lexicon's lines for a verb.</param>
    public Frame? InHeadline(int noun, Frame inner, Func<int, WordEntries?> verbs)
    {
        int verb = noun - 1;
        while (verb > 1 && clauses.Words[verb] is { Upos: Upos.ADJ } or { Upos: Upos.NOUN, Xpos: "NN" }) verb--;
        if (verb < 1 || clauses.Words[verb] is not { Upos: Upos.NOUN, Xpos: "NNS", Relation: "compound" } || clauses.Words[verb - 1].Upos != Upos.PROPN) return null;
        foreach (var entry in verbs(verb)?.Operators ?? [])
        {
            if (entry.Particle is not null || !entry.Complements.Any(c => c.Kind == SlotKind.Object) || operators.Over(verb, entry, inner, new Slot(SlotKind.Object)) is not { } frame) continue;
            return frame.Source.Length > 0 ? frame : frame with { Source = inner.Source };
        }
        return null;
    }

    /// <summary>"wants them to leave" asks; "wants to leave" plans.</summary>
    private bool IsAskedOfAnother(int word, Slot slot) => slot.Kind == SlotKind.Infinitive && clauses.Sentence.Child(word, "obj") >= 0;

    /// <summary>The event a complement tells: its own, or that of the noun it only measures or groups ("a series of attacks").</summary>
    private Frame? EventIn(int word)
    {
        if (events.At(word) is { } frame) return frame;
        if (!clauses.IsNominal(word)) return null;
        foreach (int c in clauses.Children(word))
            if (clauses.Is(c, "nmod") && clauses.HasCase(c, "of") && events.At(c) is { } below) return below;
        return null;
    }

    /// <summary>"agreed to free the men and to withdraw": the operator works on each of the coordinated deeds.</summary>
    private void TakeFurther(int word, OperatorEntry entry, int complement, Slot role, Frame first)
    {
        foreach (int c in clauses.Children(complement))
        {
            if (!clauses.Is(c, "conj") || events.At(c) is not { } inner || events.IsTaken(c)) continue;
            if (TakeIn(word, entry, inner, c, role) is { } frame && !IsSame(frame, first)) events.AddFurther(auxiliaries.To(word, frame) ?? frame);
        }
    }

    /// <summary>"accused of murder and torture": one accusation, unless each part has somebody of its own ("bans on Chad and duties on Niger").</summary>
    private static bool IsSame(Frame further, Frame first) => further.Meaning == first.Meaning && (further.Target.Length == 0 || further.Target.SequenceEqual(first.Target));

    private Frame? TakeIn(int word, OperatorEntry entry, Frame inner, int complement, Slot role)
    {
        if (operators.Over(word, entry, inner, role) is not { } frame) return null;
        events.Take(complement);
        events.Take(inner.Predicate);
        return frame;
    }
}
