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
    private readonly List<int> _scratch = [], _found = [];

    /// <param name="namesActor">Whether a word, with what hangs on it, names somebody.</param>
    public ReadFrames(EventLexicon lexicon, Clauses clauses, Func<int, bool> namesActor)
    {
        (_lexicon, _clauses, _namesActor) = (lexicon, clauses, namesActor);
        _arguments = new Arguments(clauses);
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
            return _lexicon.Verb(_clauses.Lemma(word), _clauses.Words[word].Form) is { } verb && ReadEntries(word, verb) is { } told ? UnderAuxiliaries(word, told) : Demanded(word);
        if (upos is not (Upos.NOUN or Upos.PROPN or Upos.ADJ) || upos == Upos.PROPN && IsPartOfName(word) || upos == Upos.NOUN && IsKindOfThing(word)) return null;
        var frame = _lexicon.NounOrAdjective(_clauses.Lemma(word), _clauses.Words[word].Form) is { } other ? ReadEntries(word, other) : null;
        return frame is not null && (upos == Upos.ADJ || _clauses.Sentence.Child(word, "cop") >= 0) ? UnderAuxiliaries(word, frame) : frame;
    }

    /// <summary>"said that Chad must …": a request, whatever the deed.</summary>
    private Frame? Demanded(int word)
    {
        if (Modality.Of(_clauses, word) is not { Mood: Mood.Must, Negated: false } || !IsReported(word)) return null;
        int[] subject = FindFirst(word, [new Slot(_clauses.IsPassive(word) ? SlotKind.Object : SlotKind.Subject)], null, []);
        return Names(subject)
            ? new Frame { Predicate = word, Deed = word, Meaning = _lexicon.Plain("REQUEST"), Rule = "must", Target = subject, Trigger = [word], SaidBySpeaker = true, Status = ClaimStatus.CalledFor }
            : null;
    }

    /// <summary>"Liberation" in a party's name and the month of March are no events; a capitalised headline word may be.</summary>
    private bool IsPartOfName(int word) =>
        word > 0 && (_clauses.Is(word, "compound") || _clauses.Is(word, "flat") || _clauses.Lemma(word) == "march" || NameBeside(word - 1) || NameBeside(word + 1));

    /// <summary>"rescue charity", "trade minister", "life-saving": what comes before a noun says what kind it is of, unless that noun is an event or measure too.</summary>
    private bool IsKindOfThing(int word) => _clauses.Is(word, "compound") && _clauses.Head(word) is var head and >= 0 && head > word && _clauses.Words[head].Upos == Upos.NOUN
        && _lexicon.NounOrAdjective(_clauses.Lemma(head), _clauses.Words[head].Form) is null && _lexicon.NounOrAdjective(_clauses.Lemma(word), _clauses.Words[word].Form) is { } own
        && own.Plain.Any(e => e.Meaning.Type is "COOPERATE" or "AID" or "SUPPORT" or "AGREE" or "CONSULT" or "CONCEDE" or "RETREAT" or "REQUEST" or "SANCTION");

    private bool NameBeside(int word) => word >= 0 && word < _clauses.Words.Length && _clauses.Words[word].Upos == Upos.PROPN;

    private Frame? ReadEntries(int word, WordEntries entries)
    {
        foreach (var entry in entries.Conditional)
            if (Fits(word, entry.Word, entry.Particle) && Holds(word, entry.When)) return FromEntry(word, entry);
        foreach (var entry in entries.Operators)
            if (Fits(word, entry.Word, entry.Particle) && FromOperator(word, entry) is { } frame) return frame;
        foreach (var entry in entries.Plain)
            if (Fits(word, entry.Word, entry.Particle)) return FromEntry(word, entry);
        foreach (var entry in entries.Operators)
            if (entry.Alone is not null && Fits(word, entry.Word, entry.Particle) && FromOperatorAlone(word, entry) is { } alone) return alone;
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
            Source = sides ? FindAll(word, entry.Source) : bySubject.Length > 0 ? bySubject : FindFirst(word, entry.Source, entry.Particle, []),
            Target = FindFirst(word, entry.Target, entry.Particle, []),
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
            if (Apply(word, entry, inner, c, role) is { } frame && !(frame.Meaning == _frames[word]?.Meaning)) _further.Add(UnderAuxiliaries(word, frame) ?? frame);
        }
    }

    private Frame? Apply(int word, OperatorEntry entry, Frame inner, int complement, Slot role)
    {
        int[] own = FindFirst(word, entry.OwnTarget, entry.Particle, inner.Source);
        var operation = entry.Operator == "urge" && own.Length > 0 ? "urge-of" : entry.Operator;
        if (_lexicon.Algebra.Apply(operation, inner.Meaning) is not { } outcome) return null;
        _taken[complement] = true;
        _taken[inner.Predicate] = true;
        if (outcome.Result is not { } meaning) return Denied(word, inner, entry.Rule);
        bool verb = _clauses.IsVerb(word) || _clauses.Words[word].Upos == Upos.ADJ;
        int[] subject = verb ? FindFirst(word, [new Slot(SlotKind.Subject)], null, []) : NounHolder(word);
        int[] source = subject, target;
        bool reciprocal = false;
        if (entry.Operator == "suffer")
        {
            (source, target) = (inner.Source, subject);
            if (inner.Reciprocal) (source, target, reciprocal) = (Union(subject, inner.Source), [], true);
        }
        else if (outcome.Unchanged)
        {
            reciprocal = inner.Reciprocal;
            bool told = role.Kind == SlotKind.Subject || entry.Operator is "say" or "deny" or "doubt" or "claim";
            bool keep = told || !verb || role.Kind is not (SlotKind.Object or SlotKind.Preposition) || entry.Operator is "say" or "order" or "accept" or "deny";
            source = told || keep && inner.Source.Length > 0 ? inner.Source : reciprocal ? Union(subject, inner.Source) : Names(subject) ? subject : inner.Source;
            target = own.Length > 0 ? own : inner.Target;
            if (!reciprocal && target.Length == 0 && !keep) target = Without(inner.Source, source);
        }
        else
        {
            target = TargetOf(outcome.Target, own, inner, source);
            reciprocal = inner.Reciprocal && meaning.Type is "AGREE" && own.Length == 0 && !_clauses.IsPassive(word);
            if (reciprocal) (source, target) = (Union(source, inner.Source), []);
        }
        bool bySpeaker = inner.SaidBySpeaker && role.Kind == SlotKind.Clause;
        return new Frame
        {
            Predicate = word, Deed = inner.Deed, Meaning = meaning, Rule = outcome.Unchanged && entry.Operator == "say" ? inner.Rule : $"{entry.Rule} + {inner.Rule}",
            Source = bySpeaker ? subject : source, Target = target, Reciprocal = reciprocal, Status = outcome.Status ?? inner.Status,
            Trigger = entry.Operator == "say" ? inner.Trigger : [word, .. inner.Trigger], Negated = inner.Negated, Operator = entry.Operator,
        };
    }

    private Frame Denied(int word, Frame inner, string rule) => new()
    {
        Predicate = word, Deed = inner.Deed, Meaning = inner.Meaning, Rule = $"{rule} + {inner.Rule}", Source = inner.Source, Target = inner.Target,
        Reciprocal = inner.Reciprocal, Status = ClaimStatus.Denied, Trigger = [word, .. inner.Trigger], Negated = true,
    };

    private int[] TargetOf(TargetFrom[] order, int[] own, Frame inner, int[] source)
    {
        foreach (var side in order)
        {
            var words = side switch { TargetFrom.Own => own, TargetFrom.Source => inner.Source, _ => inner.Target };
            words = Without(words, source);
            if (Names(words)) return words;
        }
        return Without(own, source);
    }

    private Frame? FromOperatorAlone(int word, OperatorEntry entry)
    {
        bool verb = _clauses.IsVerb(word) || _clauses.Words[word].Upos == Upos.ADJ;
        var source = verb ? FindFirst(word, [new Slot(SlotKind.Subject)], null, []) : NounHolder(word);
        bool has = false;
        foreach (var role in entry.Complements)
        {
            var found = new List<int>();
            _arguments.Find(word, role, found);
            has |= found.Count > 0;
        }
        var target = FindFirst(word, entry.OwnTarget, entry.Particle, source);
        if (!has && target.Length == 0 && verb) return null;
        if (!Names(target)) target = SubjectsOfClauses(word, entry, source);
        if (!Names(target)) target = FindFirst(word, [.. entry.Complements.Where(r => r.Kind is SlotKind.Object or SlotKind.Preposition)], entry.Particle, source);
        return new Frame { Predicate = word, Deed = word, Meaning = entry.Alone!, Rule = $"{entry.Rule} alone", Source = source, Target = target, Trigger = [word], Operator = entry.Operator };
    }

    /// <summary>"demanded that Chad …": whoever is to do it is whom it is asked of.</summary>
    private int[] SubjectsOfClauses(int word, OperatorEntry entry, int[] source)
    {
        foreach (var role in entry.Complements)
        {
            if (role.Kind is not (SlotKind.Clause or SlotKind.Infinitive or SlotKind.NounClause)) continue;
            var found = new List<int>();
            _arguments.Find(word, role, found);
            foreach (int c in found)
            {
                if (!_clauses.IsVerb(c)) continue;
                int[] subject = Without(FindFirst(c, [new Slot(_clauses.IsPassive(c) ? SlotKind.Object : SlotKind.Subject)], null, []), source);
                if (Names(subject)) return subject;
            }
        }
        return [];
    }

    private int[] NounHolder(int noun)
    {
        var holder = FindFirst(noun, [new Slot(SlotKind.Possessor), new Slot(SlotKind.Preposition, "by"), new Slot(SlotKind.Preposition, "from"), new Slot(SlotKind.Modifier)], null, []);
        return Names(holder) ? holder : [];
    }

    /// <summary>What will, would, must, may and "not" make of a deed.</summary>
    private Frame? UnderAuxiliaries(int word, Frame frame)
    {
        var modality = Modality.Of(_clauses, word);
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
            return modality.Hypothetical ? WithStatus(frame, ClaimStatus.Considered) : frame;
        if (_lexicon.Algebra.Apply(operation, frame.Meaning) is not { } outcome) return frame;
        if (outcome.Result is null) return Denied(frame.Predicate, frame, operation);
        if (outcome.Unchanged) return WithStatus(frame, outcome.Status ?? frame.Status);
        bool must = operation == "must" && outcome.Result.Type == "REQUEST";
        bool reciprocal = frame.Reciprocal && outcome.Result.Type == "AGREE";
        int[] source = must ? [] : frame.Reciprocal && !reciprocal ? FindFirst(word, [new Slot(SlotKind.Subject)], null, []) : frame.Source;
        return new Frame
        {
            Predicate = frame.Predicate, Deed = frame.Deed, Meaning = outcome.Result, Rule = $"{operation} + {frame.Rule}", Source = source,
            Target = must ? Names(frame.Source) ? frame.Source : frame.Target : TargetOf(outcome.Target, [], frame, source),
            Reciprocal = reciprocal, Trigger = frame.Trigger, SaidBySpeaker = must,
            Status = modality.Hypothetical ? ClaimStatus.Considered : outcome.Status ?? frame.Status,
        };
    }

    private static Frame WithStatus(Frame frame, ClaimStatus status) => new()
    {
        Predicate = frame.Predicate, Deed = frame.Deed, Meaning = frame.Meaning, Rule = frame.Rule, Source = frame.Source, Target = frame.Target,
        Reciprocal = frame.Reciprocal, Trigger = frame.Trigger, SaidBySpeaker = frame.SaidBySpeaker, Negated = frame.Negated, Operator = frame.Operator, Status = status,
    };

    /// <summary>Whether a clause is told by a verb of speech: there "would" is the future of what was said.</summary>
    private bool IsReported(int word)
    {
        int head = _clauses.Head(word);
        return head >= 0 && (_clauses.Is(word, "ccomp") || _clauses.Is(word, "conj") && IsReported(head));
    }

    /// <summary>The first role that names somebody; else the first that is filled at all.</summary>
    private int[] FindFirst(int word, Slot[] roles, string? particle, int[] besides)
    {
        int[] filled = [];
        foreach (var role in roles)
        {
            _found.Clear();
            _arguments.Find(word, role, _found);
            if (_found.Count == 0 && role.Kind == SlotKind.Object && particle is not null) _arguments.Find(word, new Slot(SlotKind.Preposition, particle), _found);
            _found.RemoveAll(w => Array.IndexOf(besides, w) >= 0 && role.Kind != SlotKind.Object);
            if (_found.Count == 0) continue;
            int[] words = [.. _found];
            if (Names(words)) return [.. words.Where(_namesActor)];
            if (filled.Length == 0) filled = words;
        }
        return filled;
    }

    private int[] FindAll(int word, Slot[] roles)
    {
        _scratch.Clear();
        foreach (var role in roles) _arguments.Find(word, role, _scratch);
        return [.. _scratch.Where(_namesActor)];
    }

    private bool Names(int[] words) => Array.Exists(words, w => _namesActor(w));
    private static int[] Union(int[] a, int[] b) => [.. a, .. b.Where(w => Array.IndexOf(a, w) < 0)];
    private static int[] Without(int[] a, int[] b) => [.. a.Where(w => Array.IndexOf(b, w) < 0)];
}
