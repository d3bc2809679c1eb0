using Chancery.Reading.Events;
using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>A state or organisation where a sentence names it.</summary>
/// <param name="Top">The word that heads the phrase it stands in.</param>
/// <param name="Verb">The verb the phrase hangs on, -1 for none.</param>
internal readonly record struct NamedState(string Code, int Word, int Top, int Verb);

/// <summary>The states and organisations that one sentence names, and what their phrases do in it.</summary>
internal sealed class NamedStates
{
    private readonly Clauses _clauses;
    private readonly List<NamedState> _all = [];

    public NamedStates(Clauses clauses, SentenceActors actors)
    {
        _clauses = clauses;
        for (int word = 0; word < clauses.Words.Length; word++)
        {
            if (TheUnion.IsMeantBy(clauses, word) && actors.HeadedAt(word).Count == 0) _all.Add(Placed(TheUnion.Code, word));
            foreach (var actor in actors.HeadedAt(word))
                if (actor.Code is { } && Parties.Code(new Participant(actor.Id, actor.Code, actor.Sector)) is { } code && code is not ("IGO" or "NGO" or "IMG") && !_all.Exists(s => s.Code == code && s.Word == word))
                    _all.Add(Placed(code, word));
        }
    }

    public IReadOnlyList<NamedState> All => _all;

    /// <summary>Whether a state only speaks, judges or asks in the sentence: it is the subject of such a verb.</summary>
    public bool IsSpeaker(NamedState state) =>
        state.Verb >= 0 && _clauses.Is(state.Top, "nsubj") && (!_clauses.IsPassive(state.Verb) || _clauses.Lemma(state.Verb) == "call") && IsSpeaking(_clauses.Lemma(state.Verb));

    /// <summary>Whether somebody of the state is only told something: "told French radio".</summary>
    public bool IsHearer(NamedState state) => state.Verb >= 0 && _clauses.Is(state.Top, "iobj") && IsSpeaking(_clauses.Lemma(state.Verb));

    /// <summary>Whether a state is glad of something: often it is what it was done to.</summary>
    public bool IsWelcoming(NamedState state) => state.Verb >= 0 && _clauses.Lemma(state.Verb) is "welcome" or "hail" or "applaud";

    /// <summary>Whether a state acts: its phrase is the subject of a verb that is done, or the agent.</summary>
    public bool IsSubject(NamedState state) =>
        state.Verb >= 0 && (_clauses.Is(state.Top, "nsubj") && _clauses.Words[state.Top].Relation != "nsubj:pass" || _clauses.Words[state.Top].Relation == "obl:agent");

    /// <summary>The preposition of the state's phrase, or of the phrase right around it; null for none.</summary>
    public bool IsUnder(NamedState state, params ReadOnlySpan<string> prepositions)
    {
        foreach (var preposition in prepositions)
            if (_clauses.HasCase(state.Word, preposition) || _clauses.HasCase(state.Top, preposition)) return true;
        return false;
    }

    /// <summary>Deeds of one state against another.</summary>
    public static bool IsHostile(string noun) => noun is "war" or "invasion" or "aggression" or "attack" or "occupation" or "offensive" or "bombing" or "assault" or "annexation" or "airstrike" or "strike";

    /// <summary>Whether a state is named only as the doer of a hostile deed: "Russia's war".</summary>
    public bool IsAggressor(NamedState state) => _clauses.Head(state.Word) is var head and >= 0 && state.Word < head && IsHostile(_clauses.Lemma(head));

    public static bool IsSpeaking(string verb) => verb is "say" or "tell" or "report" or "condemn" or "welcome" or "praise" or "criticize" or "criticise" or "urge" or "call" or "ask"
        or "demand" or "warn" or "accuse" or "note" or "believe" or "think" or "hail" or "denounce" or "regret" or "applaud" or "protest" or "complain" or "claim" or "state" or "argue" or "add"
        or "appeal" or "beg" or "press" or "insist" or "stress" or "express" or "support" or "oppose" or "commend" or "reiterate" or "recommend" or "suggest" or "quote" or "write" or "mark";

    private NamedState Placed(string code, int word)
    {
        int top = word;
        for (int steps = 0; steps < 8 && _clauses.Head(top) >= 0 && IsInPhrase(top); steps++) top = _clauses.Head(top);
        int head = _clauses.Head(top);
        return new NamedState(code, word, top, head >= 0 && _clauses.IsVerb(head) ? head : -1);
    }

    private bool IsInPhrase(int word) => _clauses.Words[word].UniversalRelation is "nmod" or "amod" or "compound" or "flat" or "appos" or "conj" or "nummod" or "det" or "dep"
        && !_clauses.IsVerb(_clauses.Head(word));
}
