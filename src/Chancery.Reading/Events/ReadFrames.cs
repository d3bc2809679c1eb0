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
    private readonly WordEvents _events;
    private readonly ReadEntry _byEntry;
    private readonly ReadOperator _byOperator;
    private readonly ApplyOperators _operators;
    private readonly ApplyAuxiliaries _auxiliaries;
    private readonly NounsOfKind _kinds;

    /// <param name="namesActor">Whether a word, with what hangs on it, names somebody.</param>
    public ReadFrames(EventLexicon lexicon, Clauses clauses, Func<int, bool> namesActor)
    {
        (_lexicon, _clauses) = (lexicon, clauses);
        var arguments = new Arguments(clauses);
        var words = new FrameWords(arguments, namesActor);
        _events = new WordEvents(clauses.Words.Length, Read);
        _operators = new ApplyOperators(lexicon, clauses, arguments, words);
        _auxiliaries = new ApplyAuxiliaries(lexicon, clauses, words);
        _byEntry = new ReadEntry(lexicon, clauses, arguments, words, namesActor, _events);
        _byOperator = new ReadOperator(clauses, arguments, _operators, _auxiliaries, _events);
        _kinds = new NounsOfKind(lexicon, clauses);
    }

    /// <summary>All frames that stand on their own, in the order of their predicates.</summary>
    public List<Frame> All() => _events.All();

    private Frame? Read(int word)
    {
        var upos = _clauses.Words[word].Upos;
        if (upos == Upos.VERB || upos == Upos.AUX && !_clauses.Is(word, "aux") || IsVerbTakenForAdjective(word))
            return VerbEntries(word) is { } verb && ReadEntries(word, verb) is { } told ? _auxiliaries.To(word, told) : _auxiliaries.Demanded(word);
        if (upos is not (Upos.NOUN or Upos.PROPN or Upos.ADJ) || upos == Upos.PROPN && _kinds.IsPartOfName(word) || upos == Upos.NOUN && _kinds.IsKindOfThing(word)) return null;
        var frame = _lexicon.NounOrAdjective(_clauses.Lemma(word), _clauses.Words[word].Form) is { } other ? ReadEntries(word, other) : null;
        if (frame is not null && _byOperator.InHeadline(word, frame, VerbEntries) is { } done) return done;
        return frame is not null && (upos == Upos.ADJ || _clauses.Sentence.Child(word, "cop") >= 0) ? _auxiliaries.To(word, frame) : frame;
    }

    /// <summary>"would free the prisoners": an adjective has no auxiliary of its own, and a modal only beside "be".</summary>
    private bool IsVerbTakenForAdjective(int word)
    {
        if (_clauses.Words[word].Upos != Upos.ADJ || _clauses.Sentence.Child(word, "cop") >= 0) return false;
        foreach (int c in _clauses.Children(word))
            if (_clauses.Is(c, "aux") && _clauses.Words[c].Xpos == "MD") return true;
        return false;
    }

    private WordEntries? VerbEntries(int word) => _lexicon.Verb(_clauses.Lemma(word), _clauses.Words[word].Form);

    private Frame? ReadEntries(int word, WordEntries entries)
    {
        foreach (var entry in entries.Conditional)
            if (Fits(word, entry.Word, entry.Particle) && _byEntry.Holds(word, entry.When)) return _byEntry.Of(word, entry);
        foreach (var entry in entries.Operators)
            if (Fits(word, entry.Word, entry.Particle) && _byOperator.Of(word, entry) is { } frame) return frame;
        foreach (var entry in entries.Plain)
            if (Fits(word, entry.Word, entry.Particle)) return _byEntry.Of(word, entry);
        foreach (var entry in entries.Operators)
            if (entry.Alone is not null && Fits(word, entry.Word, entry.Particle) && _operators.Alone(word, entry) is { } alone) return alone;
        return null;
    }

    private bool Fits(int word, WordPattern pattern, string? particle) =>
        (pattern.Length == 1 || pattern.Matches(_clauses, word)) && (particle is null || _clauses.HasParticle(word, particle));
}
