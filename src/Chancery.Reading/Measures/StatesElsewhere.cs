using Chancery.Reading.Events;
using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>Picks a party that grammar leaves unsaid from the states that the sentence names elsewhere, by what their phrases do in it.</summary>
internal sealed class StatesElsewhere(Clauses clauses, SentenceActors actors, NamedStates named)
{
    private const int LeastScore = 2;

    /// <summary>The one state that acts elsewhere in the sentence and is neither the target nor only a voice.</summary>
    public string? Actor(Claim claim, List<string> targets)
    {
        string? best = null;
        int highest = LeastScore - 1;
        foreach (var state in named.All)
        {
            if (targets.Exists(t => t.StartsWith(state.Code, StringComparison.Ordinal) || state.Code.StartsWith(t, StringComparison.Ordinal))) continue;
            // who asks for a measure does not take it
            if (claim.Status == ClaimStatus.CalledFor && named.IsSpeaker(state) || GoBetween.Is(clauses, state.Word) || named.IsHearer(state)) continue;
            if (ActorScore(state, claim) is var score && score > highest) (best, highest) = (state.Code, score);
        }
        return best;
    }

    private int ActorScore(NamedState state, Claim claim) =>
        (named.IsSubject(state) ? 3 : 0) + (IsOwner(state) ? 2 : 0) + (state.Word < claim.Word ? 1 : 0)
            - (named.IsUnder(state, "on", "against", "to", "toward", "towards", "for", "over") ? 3 : 0) - (clauses.Is(state.Top, "obj") ? 2 : 0)
            - (named.IsSpeaker(state) && !FindParties.SpeaksForHimself(claim) ? 4 : 0) - (IsInsideOther(state, claim) ? 2 : 0);

    /// <summary>The states that the claim's own clause names elsewhere, nearest behind it; else the only other one.</summary>
    public List<string> Targets(Claim claim, List<string> known)
    {
        // a party or firm of one's own state is no target of its measures
        var all = named.All.Where(s => !known.Contains(s.Code) && !(claim.Class == MeasureClass.Benefit && named.IsAggressor(s)) && !known.Exists(k => s.Code.StartsWith(k, StringComparison.Ordinal)) && !IsFollowed(s, claim)).ToList();
        if (all.Count == 0) return [];
        if (claim.Class is MeasureClass.Truce) return claim.Change == ChangeKind.Violate && known.Count == 1 ? TheOther(all) : [];
        bool only = all.TrueForAll(s => s.Code == all[0].Code), frees = claim.Change is ChangeKind.Lift or ChangeKind.Ease or ChangeKind.Reinstate;
        // "called on Norway to lift its ban": he who asks is often whom it hits
        if (claim.Status == ClaimStatus.CalledFor && frees && only) return [all[0].Code];
        // "called for the withdrawal of the UN force": he who asks has it on his soil
        if (claim is { Status: ClaimStatus.CalledFor, Class: MeasureClass.Presence, Change: ChangeKind.Cancel or ChangeKind.Reduce } && only && known.Count > 0 && all.Exists(named.IsSpeaker)) return [all[0].Code];
        // "sanctions on the country": whichever other one the sentence names
        if (claim.TargetWords.Any(w => TheCountry.Is(clauses, w)) && only) return [all[0].Code];
        var others = all.FindAll(s => !named.IsSpeaker(s) || frees && named.IsWelcoming(s));
        // who condemns sanctions or asks what they are for, and is the only other one, is under them
        if (others.Count == 0) return claim.Instrument is (Instrument.Sanctions or Instrument.Tariff) && claim.Status != ClaimStatus.CalledFor && known.Count > 0 && only ? [all[0].Code] : [];
        if (others.TrueForAll(s => s.Code == others[0].Code))
            return IsOnlyTarget(others, claim, known) ? [others[0].Code] : claim.Class == MeasureClass.Presence && ThePlace(claim, others) is { } where ? [where] : [];
        if (claim.Class is MeasureClass.Bond or MeasureClass.Pact && others.Exists(s => named.IsUnder(s, "with", "between")))
            return [others.Find(s => named.IsUnder(s, "with", "between")).Code];
        if (claim.Class == MeasureClass.Presence && ThePlace(claim, others) is { } place) return [place];
        if (IsOfTalks(claim)) return [];
        foreach (var state in others)
            if (state.Word > claim.Word && IsBound(state, claim)) return WithListed(state, known);
        return [];
    }

    /// <summary>Where troops stand that are sent or withdrawn without a place of their own: the one state that the sentence names as a place, and not as where somebody spoke. Null for none or more.</summary>
    private string? ThePlace(Claim claim, List<NamedState> others)
    {
        // "to other hot spots": it has a place of its own, whose state is not said
        if (claim.TargetWords.Any(w => clauses.Words[w].Upos == Upos.NOUN && (clauses.HasCase(w, "in") || clauses.HasCase(w, "to")) && clauses.Lemma(w) is "spot" or "province" or "region" or "area" or "place" or "theatre" or "theater" or "zone" or "base" or "camp") && !others.Exists(s => IsBound(s, claim))) return null;
        string? place = null;
        foreach (var state in others)
        {
            if (Parties.IsOrganisation(state.Code) || state.Code.Length > 3 || named.IsSubject(state) || state.Verb >= 0 && state.Verb != claim.Word && NamedStates.IsSpeaking(clauses.Lemma(state.Verb))) continue;
            if (!named.IsUnder(state, "in", "to", "into", "off", "near", "inside", "across", "from")) continue;
            if (place is not null && place != state.Code) return null;
            place = state.Code;
        }
        return place;
    }

    /// <summary>Who breaks a truce breaks it with the only other one that is named and does not only speak.</summary>
    private List<string> TheOther(List<NamedState> all)
    {
        var others = all.FindAll(s => !named.IsSpeaker(s) && !Parties.IsOrganisation(s.Code));
        // "the Chadian army broke the truce, Niger said": who complains is the other side
        if (others.Count == 0) others = all.FindAll(s => !Parties.IsOrganisation(s.Code));
        return others.Count > 0 && others.TrueForAll(s => s.Code == others[0].Code) ? [others[0].Code] : [];
    }

    /// <summary>"followed Chad out of the treaty": who went before is no other side.</summary>
    private bool IsFollowed(NamedState state, Claim claim) => claim.Class == MeasureClass.Pact && clauses.Is(state.Top, "obj") && clauses.Head(state.Top) == claim.Word;

    private static bool IsOfTalks(Claim claim) => claim.Measure?.Phrase.Words[^1] is "talk" or "negotiation" or "dialogue";

    /// <summary>A state and those listed with it: "people in Chad, Niger and Mali".</summary>
    private List<string> WithListed(NamedState state, List<string> known)
    {
        var codes = new List<string> { state.Code };
        foreach (var p in actors.Of(state.Word))
            if (Parties.Code(p) is { } code && !codes.Contains(code) && !known.Contains(code)) codes.Add(code);
        return codes;
    }

    private bool IsOnlyTarget(List<NamedState> others, Claim claim, List<string> known)
    {
        // "a ban on those who enter" hits no state for being named beside it
        if (claim.Instrument == Instrument.Ban && IsOfEntry() && !others.Exists(s => IsBound(s, claim))) return false;
        // the city of talks is no side of them
        if (claim.Measure?.Phrase.Words[^1] is "talk" or "negotiation" or "dialogue" && !others.Exists(s => named.IsUnder(s, "with", "between", "and"))) return false;
        // a party or firm is the target only where grammar binds it
        if (others[0].Code.Length > 3 && !others.Exists(s => IsBound(s, claim))) return false;
        bool ties = claim.Class is MeasureClass.Restriction || known.Count > 0 && claim.Class is MeasureClass.Levy or MeasureClass.Benefit or MeasureClass.Bond;
        if (claim.Class is MeasureClass.Pact or MeasureClass.Bond && known.Count > 0 && others.Exists(s => named.IsSubject(s) && IsCondition(s.Verb))) return true;
        return ties && !others.TrueForAll(s => IsOtherSubject(s, claim)) || others.Exists(s => IsBound(s, claim));
    }

    private bool IsOfEntry()
    {
        for (int i = 0; i < clauses.Words.Length; i++)
            if (EntryBan.IsComing(clauses, i)) return true;
        return false;
    }

    /// <summary>"Kenyan officials", "the Dutch parliament", "Chad's decision": a state in front of the noun it owns.</summary>
    private bool IsOwner(NamedState state) => state.Word < state.Top && clauses.Words[state.Word].UniversalRelation is "amod" or "compound" or "nmod";

    /// <summary>Whether a state stands in a relative clause or purpose that does not hold the claim.</summary>
    private bool IsInsideOther(NamedState state, Claim claim)
    {
        for (int at = state.Word, steps = 0; at >= 0 && steps < 10; at = clauses.Head(at), steps++)
        {
            if (at == claim.Word || at == claim.Top) return false;
            if (clauses.Words[at].Relation is "acl:relcl" or "advcl" or "acl" or "parataxis") return !IsAbove(at, claim.Word);
        }
        return false;
    }

    private bool IsAbove(int clause, int word)
    {
        for (int at = word, steps = 0; at >= 0 && steps < 12; at = clauses.Head(at), steps++)
            if (at == clause) return true;
        return false;
    }

    private bool IsOtherSubject(NamedState state, Claim claim) => named.IsSubject(state) && IsInsideOther(state, claim) && !IsCondition(state.Verb);

    /// <summary>"will not lift the embargo unless Cuba …": whoever is to act first is whom it is lifted for.</summary>
    private bool IsCondition(int verb) => verb >= 0
        && (clauses.HasCase(verb, "until") || clauses.HasCase(verb, "unless") || clauses.HasCase(verb, "if") || clauses.HasCase(verb, "while") || clauses.HasCase(verb, "before"));

    /// <summary>Whether a state's phrase hangs on the claim or its measure, in a place that targets have.</summary>
    private bool IsBound(NamedState state, Claim claim)
    {
        if (!named.IsUnder(state, "on", "against", "to", "for", "from", "in", "with", "into", "toward", "towards", "of", "at", "near", "inside", "across") && !clauses.Is(state.Top, "obj")) return false;
        for (int at = state.Word, steps = 0; at >= 0 && steps < 8; at = clauses.Head(at), steps++)
        {
            if (at == claim.Word || at == claim.Measure?.Head || at == claim.Measure?.Outer) return true;
            if (clauses.Words[at].Relation is "acl:relcl" or "advcl" or "ccomp" or "parataxis" || clauses.Is(at, "acl") && clauses.Words[at].Xpos is "VBD" or "VBG") return false;
        }
        return false;
    }
}
