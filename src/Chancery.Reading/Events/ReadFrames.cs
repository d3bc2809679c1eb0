using Chancery.Reading.Events.Frames;
using Chancery.Reading.Events.Predicates;
using Chancery.Reports;

namespace Chancery.Reading.Events;

/// <summary>
/// Reads the events one sentence tells: every word is looked up; operators ("agreed to", "urged", "suspended") take in the event below them;
/// auxiliaries and negation act last. The lexicon and the algebra decide what results, the tree who does it to whom.
/// </summary>
internal sealed class ReadFrames
{
    private readonly EventLexicon _lexicon;
    private readonly Clauses _clauses;
    private readonly Arguments _arguments;
    private readonly Func<int, bool> _namesActor;
    private readonly Func<int, string?> _typeOf;
    private readonly Frame?[] _frames;
    private readonly byte[] _state;
    private readonly bool[] _taken;
    private readonly List<Frame> _further = [];
    private readonly FrameWords _words;
    private readonly ApplyOperators _operators;
    private readonly ApplyAuxiliaries _auxiliaries;
    private readonly NounsOfKind _kinds;

    /// <param name="namesActor">Whether a word, with what hangs on it, names somebody.</param>
    public ReadFrames(EventLexicon lexicon, Clauses clauses, Func<int, bool> namesActor)
    {
        (_lexicon, _clauses, _namesActor) = (lexicon, clauses, namesActor);
        _arguments = new Arguments(clauses);
        _words = new FrameWords(_arguments, namesActor);
        _operators = new ApplyOperators(lexicon, clauses, _arguments, _words);
        _auxiliaries = new ApplyAuxiliaries(lexicon, clauses, _words);
        _kinds = new NounsOfKind(lexicon, clauses);
        _frames = new Frame?[clauses.Words.Length];
        _state = new byte[clauses.Words.Length];
        _taken = new bool[clauses.Words.Length];
        _typeOf = word => At(word)?.Meaning.Type;
    }

    /// <summary>All frames that stand on their own, in the order of their predicates.</summary>
    public List<Frame> All()
    {
        for (int i = 0; i < _frames.Length; i++) At(i);
        var all = new List<Frame>();
        for (int i = 0; i < _frames.Length; i++)
            if (!_taken[i] && _frames[i] is { } frame) all.Add(frame);
        foreach (var frame in _further) all.Add(frame);
        all.Sort((a, b) => a.Predicate != b.Predicate ? a.Predicate.CompareTo(b.Predicate) : a.Deed.CompareTo(b.Deed));
        return all;
    }

    private const byte Reading = 1, Done = 2;

    /// <summary>The event a word tells, or null. A word met again while it is being read gives none (trees have no cycles, shared roles may).</summary>
    private Frame? At(int word)
    {
        if (_state[word] == Done) return _frames[word];
        if (_state[word] == Reading) return null;
        _state[word] = Reading;
        var frame = Read(word);
        _state[word] = Done;
        return _frames[word] = frame;
    }

    private Frame? Read(int word)
    {
        var upos = _clauses.Words[word].Upos;
        if (upos == Upos.VERB || upos == Upos.AUX && !_clauses.Is(word, "aux"))
            return _lexicon.Verb(_clauses.Lemma(word), _clauses.Words[word].Form) is { } verb && ReadEntries(word, verb) is { } told ? _auxiliaries.To(word, told) : _auxiliaries.Demanded(word);
        if (upos is not (Upos.NOUN or Upos.PROPN or Upos.ADJ) || upos == Upos.PROPN && _kinds.IsPartOfName(word) || upos == Upos.NOUN && _kinds.IsKindOfThing(word)) return null;
        var frame = _lexicon.NounOrAdjective(_clauses.Lemma(word), _clauses.Words[word].Form) is { } other ? ReadEntries(word, other) : null;
        if (frame is not null && InHeadline(word, frame) is { } done) return done;
        return frame is not null && (upos == Upos.ADJ || _clauses.Sentence.Child(word, "cop") >= 0) ? _auxiliaries.To(word, frame) : frame;
    }

    /// <summary>"Kenya lifts ban on milk": what the tagger takes for a plural between a name and a noun of an event does to that event what it does as a verb.</summary>
    private Frame? InHeadline(int noun, Frame inner)
    {
        int verb = noun - 1;
        while (verb > 1 && _clauses.Words[verb] is { Upos: Upos.ADJ } or { Upos: Upos.NOUN, Xpos: "NN" }) verb--;
        if (verb < 1 || _clauses.Words[verb] is not { Upos: Upos.NOUN, Xpos: "NNS", Relation: "compound" } || _clauses.Words[verb - 1].Upos != Upos.PROPN) return null;
        foreach (var entry in _lexicon.Verb(_clauses.Lemma(verb), _clauses.Words[verb].Form)?.Operators ?? [])
        {
            if (entry.Particle is not null || !entry.Complements.Any(c => c.Kind == SlotKind.Object) || _operators.Over(verb, entry, inner, new Slot(SlotKind.Object)) is not { } frame) continue;
            return frame.Source.Length > 0 ? frame : frame with { Source = inner.Source };
        }
        return null;
    }

    private Frame? ReadEntries(int word, WordEntries entries)
    {
        foreach (var entry in entries.Conditional)
            if (Fits(word, entry.Word, entry.Particle) && Holds(word, entry.When)) return FromEntry(word, entry);
        foreach (var entry in entries.Operators)
            if (Fits(word, entry.Word, entry.Particle) && FromOperator(word, entry) is { } frame) return frame;
        foreach (var entry in entries.Plain)
            if (Fits(word, entry.Word, entry.Particle)) return FromEntry(word, entry);
        foreach (var entry in entries.Operators)
            if (entry.Alone is not null && Fits(word, entry.Word, entry.Particle) && _operators.Alone(word, entry) is { } alone) return alone;
        return null;
    }

    private bool Fits(int word, WordPattern pattern, string? particle) =>
        (pattern.Length == 1 || pattern.Matches(_clauses, word)) && (particle is null || _clauses.HasParticle(word, particle));

    private bool Holds(int word, Condition[] conditions)
    {
        foreach (var condition in conditions)
        {
            var scratch = new List<int>();
            if (!condition.Holds(word, _arguments, _clauses, _lexicon.Classes, _typeOf, _namesActor, scratch)) return false;
        }
        return true;
    }

    private Frame FromEntry(int word, PredicateEntry entry)
    {
        bool sides = entry.Source is [{ Kind: SlotKind.Sides }];
        foreach (var condition in entry.When) TakeEventsOf(word, condition);
        var (meaning, weapon) = ByMeans(word, entry);
        int[] bySubject = weapon is { Source.Length: > 0 } ? weapon.Source : [];
        return new Frame
        {
            Predicate = word, Deed = word, Meaning = meaning, Rule = entry.Rule, Reciprocal = sides, Trigger = TriggerOf(word, entry),
            Source = sides ? _words.FindAll(word, entry.Source) : bySubject.Length > 0 ? bySubject : _words.FindFirst(word, entry.Source, entry.Particle, []),
            Target = _words.FindFirst(word, entry.Target, entry.Particle, []),
        };
    }

    /// <summary>"killed in a bomb attack", "drone strikes killed": the means gives the mode, and its owner where it is the subject.</summary>
    private (Meaning Meaning, Frame? Subject) ByMeans(int word, PredicateEntry entry)
    {
        if (entry.Meaning.Type != "ASSAULT" || entry.Meaning.Mode.Length > 0 && entry.Meaning.Mode != "targeted" || !_clauses.IsVerb(word)) return (entry.Meaning, null);
        foreach (var slot in Means)
        {
            var found = new List<int>();
            _arguments.Find(word, slot, found);
            foreach (int w in found)
                if (!_clauses.IsVerb(w) && At(w) is { Meaning.Type: "ASSAULT" } means && w != word)
                {
                    _taken[w] = true;
                    return (means.Meaning.Mode.Length > 0 ? means.Meaning : entry.Meaning, slot.Kind == SlotKind.Subject ? means : null);
                }
        }
        return (entry.Meaning, null);
    }

    private static readonly Slot[] Means = [new(SlotKind.Subject), new(SlotKind.Preposition, "in"), new(SlotKind.Preposition, "by"), new(SlotKind.Preposition, "with"), new(SlotKind.Preposition, "during")];

    /// <summary>An event noun that a condition asked for belongs to this event ("lifted the curfew") and is no second one.</summary>
    private void TakeEventsOf(int word, Condition condition)
    {
        if (!condition.AsksForEvent && condition.Slot.Kind != SlotKind.Object) return;
        var found = new List<int>();
        _arguments.Find(word, condition.Slot, found);
        foreach (int w in found)
            if (At(w) is not null && !_clauses.IsVerb(w)) _taken[w] = true;
    }

    private List<int> TriggerOf(int word, PredicateEntry entry)
    {
        var trigger = new List<int> { word };
        foreach (var condition in entry.When)
            if (condition.Slot.Kind is SlotKind.Object)
                _arguments.Find(word, condition.Slot, trigger);
        return trigger;
    }

    private Frame? FromOperator(int word, OperatorEntry entry)
    {
        foreach (var role in entry.Complements)
        {
            var found = new List<int>();
            _arguments.Find(word, role, found);
            foreach (int c in found)
            {
                if (c == word || EventIn(c) is not { } inner || entry.Operator == "plan" && IsAskedOfAnother(word, role)) continue;
                if (Apply(word, entry, inner, c, role) is not { } frame) return null;
                TakeFurther(word, entry, c, role);
                return frame;
            }
        }
        return null;
    }

    /// <summary>"wants them to leave" asks; "wants to leave" plans.</summary>
    private bool IsAskedOfAnother(int word, Slot slot) => slot.Kind == SlotKind.Infinitive && _clauses.Sentence.Child(word, "obj") >= 0;

    /// <summary>The event a complement tells: its own, or that of the noun it only measures or groups ("a series of attacks").</summary>
    private Frame? EventIn(int word)
    {
        if (At(word) is { } frame) return frame;
        if (!_clauses.IsNominal(word)) return null;
        foreach (int c in _clauses.Children(word))
            if (_clauses.Is(c, "nmod") && _clauses.HasCase(c, "of") && At(c) is { } below) return below;
        return null;
    }

    /// <summary>"agreed to free the men and to withdraw": the operator works on each of the coordinated deeds.</summary>
    private void TakeFurther(int word, OperatorEntry entry, int complement, Slot role)
    {
        foreach (int c in _clauses.Children(complement))
        {
            if (!_clauses.Is(c, "conj") || At(c) is not { } inner || _taken[c]) continue;
            if (Apply(word, entry, inner, c, role) is { } frame && !(frame.Meaning == _frames[word]?.Meaning)) _further.Add(_auxiliaries.To(word, frame) ?? frame);
        }
    }

    private Frame? Apply(int word, OperatorEntry entry, Frame inner, int complement, Slot role)
    {
        if (_operators.Over(word, entry, inner, role) is not { } frame) return null;
        _taken[complement] = true;
        _taken[inner.Predicate] = true;
        return frame;
    }
}
