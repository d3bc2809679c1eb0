using Chancery.Reading.Events.Frames;
using Chancery.Reading.Events.Predicates;
using Chancery.Reports;

namespace Chancery.Reading.Events;

/// <summary>What an operator ("agreed to", "urged", "suspended") makes of the event it takes in, or tells by itself.</summary>
internal sealed class ApplyOperators(EventLexicon lexicon, Clauses clauses, Arguments arguments, FrameWords words)
{
    public Frame? Over(int word, OperatorEntry entry, Frame inner, Slot role)
    {
        int[] own = words.FindFirst(word, entry.OwnTarget, entry.Particle, inner.Source);
        var operation = entry.Operator == "urge" && own.Length > 0 ? "urge-of" : entry.Operator;
        if (lexicon.Algebra.Apply(operation, inner.Meaning) is not { } outcome) return null;
        if (outcome.Result is not { } meaning) return inner.DeniedBy(word, entry.Rule);
        bool verb = clauses.IsVerb(word) || clauses.Words[word].Upos == Upos.ADJ;
        int[] subject = verb ? words.FindFirst(word, [new Slot(SlotKind.Subject)], null, []) : words.NounHolder(word);
        int[] source = subject, target;
        bool reciprocal = false;
        if (entry.Operator == "suffer")
        {
            (source, target) = (inner.Source, subject);
            if (inner.Reciprocal) (source, target, reciprocal) = (FrameWords.Union(subject, inner.Source), [], true);
        }
        else if (outcome.Unchanged)
        {
            reciprocal = inner.Reciprocal;
            bool told = role.Kind == SlotKind.Subject || entry.Operator is "say" or "deny" or "doubt" or "claim" || IsNewsOf(inner);
            bool keep = told || !verb || role.Kind is not (SlotKind.Object or SlotKind.Preposition) || entry.Operator is "say" or "order" or "accept" or "deny";
            source = told || keep && inner.Source.Length > 0 ? inner.Source : reciprocal ? FrameWords.Union(subject, inner.Source) : words.Names(subject) ? subject : inner.Source;
            target = own.Length > 0 ? own : inner.Target;
            if (!reciprocal && target.Length == 0 && !keep) target = FrameWords.Without(inner.Source, source);
        }
        else
        {
            target = words.TargetOf(outcome.Target, own, inner, source);
            reciprocal = inner.Reciprocal && meaning.Type is "AGREE" && own.Length == 0 && !clauses.IsPassive(word);
            if (reciprocal) (source, target) = (FrameWords.Union(source, inner.Source), []);
        }
        bool bySpeaker = inner.SaidBySpeaker && role.Kind == SlotKind.Clause;
        return new Frame
        {
            Predicate = word, Deed = inner.Deed, Meaning = meaning, Rule = outcome.Unchanged && entry.Operator == "say" ? inner.Rule : $"{entry.Rule} + {inner.Rule}",
            Source = bySpeaker ? subject : source, Target = target, Reciprocal = reciprocal, Status = outcome.Status ?? inner.Status,
            Trigger = entry.Operator == "say" ? inner.Trigger : [word, .. inner.Trigger], Negated = inner.Negated, Operator = entry.Operator,
        };
    }

    /// <summary>"has proof that X attacked": whoever has the news of a deed did not do it.</summary>
    private bool IsNewsOf(Frame inner) => inner.Operator == "say" && inner.Predicate != inner.Deed && !clauses.IsVerb(inner.Predicate);

    public Frame? Alone(int word, OperatorEntry entry)
    {
        bool verb = clauses.IsVerb(word) || clauses.Words[word].Upos == Upos.ADJ;
        var source = verb ? words.FindFirst(word, [new Slot(SlotKind.Subject)], null, []) : words.NounHolder(word);
        bool has = false;
        foreach (var role in entry.Complements)
        {
            var found = new List<int>();
            arguments.Find(word, role, found);
            has |= found.Count > 0;
        }
        var target = words.FindFirst(word, entry.OwnTarget, entry.Particle, source);
        if (!has && target.Length == 0 && verb) return null;
        if (!words.Names(target)) target = SubjectsOfClauses(word, entry, source);
        if (!words.Names(target)) target = words.FindFirst(word, [.. entry.Complements.Where(r => r.Kind is SlotKind.Object or SlotKind.Preposition)], entry.Particle, source);
        return new Frame { Predicate = word, Deed = word, Meaning = entry.Alone!, Rule = $"{entry.Rule} alone", Source = source, Target = target, Trigger = [word], Operator = entry.Operator };
    }

    /// <summary>"demanded that Chad …": whoever is to do it is whom it is asked of.</summary>
    private int[] SubjectsOfClauses(int word, OperatorEntry entry, int[] source)
    {
        foreach (var role in entry.Complements)
        {
            if (role.Kind is not (SlotKind.Clause or SlotKind.Infinitive or SlotKind.NounClause)) continue;
            var found = new List<int>();
            arguments.Find(word, role, found);
            foreach (int c in found)
            {
                if (!clauses.IsVerb(c) && clauses.Words[c].Upos != Upos.ADJ) continue;
                int[] subject = FrameWords.Without(words.FindFirst(c, [new Slot(clauses.IsPassive(c) ? SlotKind.Object : SlotKind.Subject)], null, []), source);
                if (words.Names(subject)) return subject;
            }
        }
        return [];
    }
}
