using Chancery.Reading.Events.Frames;
using Chancery.Reading.Events.Predicates;
using Chancery.Reports;

namespace Chancery.Reading.Events;

/// <summary>What will, would, must, may and "not" make of an event.</summary>
internal sealed class ApplyAuxiliaries(EventLexicon lexicon, Clauses clauses, FrameWords words)
{
    public Frame? To(int word, Frame frame)
    {
        var modality = Modality.Of(clauses, word);
        if (modality == default) return frame;
        var operation = (modality.Mood, modality.Negated) switch
        {
            (Mood.Will, false) => "will",
            (Mood.Will, true) => "will-not",
            (Mood.Would, _) => IsReported(word) ? modality.Negated ? "will-not" : "will" : modality.Negated ? "not" : "would",
            (Mood.Must, false) => "must",
            (Mood.May, false) => "may",
            (_, true) => "not",
            _ => null,
        };
        if (modality.Negated && frame.Operator == "allow") operation = operation == "will-not" ? "forbid-will" : "forbid";
        if (operation is null)
            return modality.Hypothetical ? frame.WithStatus(ClaimStatus.Considered) : frame;
        if (lexicon.Algebra.Apply(operation, frame.Meaning) is not { } outcome) return frame;
        if (outcome.Result is null) return frame.DeniedBy(frame.Predicate, operation);
        if (outcome.Unchanged) return frame.WithStatus(outcome.Status ?? frame.Status);
        bool must = operation == "must" && outcome.Result.Type == "REQUEST";
        bool reciprocal = frame.Reciprocal && outcome.Result.Type == "AGREE";
        int[] source = must ? [] : frame.Reciprocal && !reciprocal ? words.FindFirst(word, [new Slot(SlotKind.Subject)], null, []) : frame.Source;
        return new Frame
        {
            Predicate = frame.Predicate, Deed = frame.Deed, Meaning = outcome.Result, Rule = $"{operation} + {frame.Rule}", Source = source,
            Target = must ? words.Names(frame.Source) ? frame.Source : frame.Target : words.TargetOf(outcome.Target, [], frame, source),
            Reciprocal = reciprocal, Trigger = frame.Trigger, SaidBySpeaker = must,
            Status = modality.Hypothetical ? ClaimStatus.Considered : outcome.Status ?? frame.Status,
        };
    }

    /// <summary>"said that Chad must …": a request, whatever the deed.</summary>
    public Frame? Demanded(int word)
    {
        if (Modality.Of(clauses, word) is not { Mood: Mood.Must, Negated: false } || !IsReported(word)) return null;
        int[] subject = words.FindFirst(word, [new Slot(clauses.IsPassive(word) ? SlotKind.Object : SlotKind.Subject)], null, []);
        return words.Names(subject)
            ? new Frame { Predicate = word, Deed = word, Meaning = lexicon.Plain("REQUEST"), Rule = "must", Target = subject, Trigger = [word], SaidBySpeaker = true, Status = ClaimStatus.CalledFor }
            : null;
    }

    /// <summary>Whether a clause is told by a verb of speech: there "would" is the future of what was said.</summary>
    private bool IsReported(int word)
    {
        int head = clauses.Head(word);
        return head >= 0 && (clauses.Is(word, "ccomp") || clauses.Is(word, "conj") && IsReported(head));
    }
}
