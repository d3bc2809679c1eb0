using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>Tells whose a ban is that keeps people, ships or planes out: the state that is entered makes it.</summary>
internal sealed class AtTheBorder(Clauses clauses, NamedStates named)
{
    /// <summary>A ban on those who enter a state is that state's own.</summary>
    public bool IsEntry(Claim claim, out string state)
    {
        state = "";
        if (claim.Instrument != Instrument.Ban) return false;
        foreach (var candidate in named.All)
            if (IsEntered(candidate) || IsPassed(candidate))
            {
                state = candidate.Code;
                return true;
            }
        return false;
    }

    private bool IsEntered(NamedState state) =>
        state.Verb >= 0 && clauses.Lemma(state.Verb) is "enter" or "visit" && clauses.Is(state.Top, "obj") && clauses.Sentence.Child(state.Verb, "aux") < 0
        || clauses.Head(state.Top) is var noun and >= 0 && clauses.Lemma(noun) == "entry" && named.IsUnder(state, "to", "into");

    /// <summary>"banned from flying over Chad", "from docking in Chad": whose land or port it is.</summary>
    private bool IsPassed(NamedState state) => state.Verb >= 0 && clauses.Lemma(state.Verb) is "fly" or "land" or "dock" or "transit" or "operate" or "call" or "travel" && clauses.HasCase(state.Verb, "from")
        && named.IsUnder(state, "over", "in", "at", "to", "into", "through", "across");
}
