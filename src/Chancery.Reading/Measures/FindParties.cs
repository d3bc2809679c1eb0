using Chancery.Reading.Events;
using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>
/// Who changes a measure, and towards whom: the words that grammar gives the claim, best first; where these name nobody, what is named below them; then the states
/// the sentence names elsewhere, by what their phrases do in it.
/// </summary>
internal sealed class FindParties(Clauses clauses, SentenceActors actors, NamedStates named, StatesBefore before, Voice voice)
{
    private readonly StatesElsewhere _elsewhere = new(clauses, actors, named);
    private readonly NamedByWords _words = new(clauses, actors, named, before, voice);
    private readonly AtTheBorder _border = new(clauses, named);
    private readonly Washington _washington = new(clauses);

    /// <param name="speaker">Who says the claim, null where nobody does or is known.</param>
    /// <returns>Also whether grammar itself names the actor.</returns>
    public (List<string> Actors, List<string> Targets, bool ActorIsNamed) Of(Claim claim, Participant? speaker)
    {
        var who = Who(claim, speaker, out bool isUnsaid);
        bool isNamed = who.Count > 0;
        if (claim.Change == ChangeKind.Violate && (isUnsaid && !isNamed || AccusesEachOther()) && Accused() is { } accused) return (accused.Who, accused.Whom, true);
        var whom = Whom(claim, who, speaker);
        if (Parties.IsDomestic(claim))
        {
            if (who.Count == 0 && whom.Count == 1) return (whom, whom, false);
            if (whom.Count == 0) return who.Count == 0 ? (Only(), Only(), false) : (who, who.Count == 1 ? who : [], true);
        }
        // "a United Nations truce between Chad and Niger" is none of the United Nations'
        if (claim.Class == MeasureClass.Truce && whom.Count == 2 && claim.TargetWords.Any(w => clauses.HasCase(w, "between"))) return ([], whom, true);
        if (isUnsaid && who.Count == 0) who = WhoElse(claim, whom);
        if (whom.Count == 0) whom = WhomElse(claim, who);
        if (isUnsaid && who.Count == 0 && TellingGovernment(claim, speaker, whom) is { } telling) who = [telling];
        if (claim.Class == MeasureClass.Pact && who.Count + whom.Count == 0 && named.All.Select(s => s.Code).Distinct().ToList() is { Count: 2 } sides) who = sides;
        return (who, whom, isNamed);
    }

    /// <summary>Whom grammar names as the actor; else the speaker, where he speaks of his own side's deeds.</summary>
    /// <param name="isUnsaid">Whether grammar leaves open who acts.</param>
    private List<string> Who(Claim claim, Participant? speaker, out bool isUnsaid)
    {
        bool isFirstPerson = false;
        var who = _border.IsEntry(claim, out var entered) ? [entered] : _words.Named(claim.ActorWords, claim.Word, speaker, [], out isFirstPerson);
        // a state bans nothing of its own for itself: who stands on both sides was mistaken for the actor
        if (claim.Class is MeasureClass.Restriction or MeasureClass.Levy or MeasureClass.Benefit or MeasureClass.Flow && who is [{ Length: 3 } both] && claim.Measure is { } on && (IsTargetOf(on.Head, both) || IsTargetOf(claim.Word, both))
            && (_elsewhere.Actor(claim, who) ?? (_washington.IsSpokenOf() ? Washington.Code : null)) is { } instead) who = [instead];
        isUnsaid = who.Count == 0 && !isFirstPerson && !IsOfMany(claim);
        if (isUnsaid && SpeaksForHimself(claim) && speaker is not null && Parties.Code(speaker) is { } own && !(claim.Class == MeasureClass.Truce && Parties.IsOrganisation(own))) who = [own];
        return who;
    }

    /// <summary>An actor whom the claim's own words leave unsaid: a state that acts elsewhere in the sentence, or Washington where its bodies are named.</summary>
    private List<string> WhoElse(Claim claim, List<string> whom)
    {
        if (!claim.ActorWords.Any(IsSomebodyElse) && _elsewhere.Actor(claim, whom) is { } actor) return [actor];
        return claim.Class is MeasureClass.Restriction or MeasureClass.Levy or MeasureClass.Presence or MeasureClass.Benefit && !whom.Contains(Washington.Code) && _washington.IsSpokenOf() ? [Washington.Code] : [];
    }

    /// <summary>The government that tells of a deed whose doer nobody names.</summary>
    private string? TellingGovernment(Claim claim, Participant? speaker, List<string> whom) =>
        claim is { Status: ClaimStatus.Happened, Background: false } && speaker is { Sector: "GOV" or null }
        && (claim.ActorWords.Count == 0 || claim.Change != ChangeKind.Reaffirm && !claim.ActorWords.Any(IsSomebodyElse))
        && Parties.Code(speaker) is { } telling && !whom.Contains(telling) ? telling : null;

    private List<string> Whom(Claim claim, List<string> who, Participant? speaker)
    {
        if (HasBothSides(claim, who)) return [];
        var except = claim.Class == MeasureClass.Regime ? [] : who;
        var whom = _words.Named(claim.TargetWords, HostileDeed(claim), speaker, except, out _);
        if (claim.Class == MeasureClass.Benefit) whom = [.. whom.Select(Parties.StateOfHelped).Except(except).Distinct()];
        if (whom.Count == 0 && claim.Class == MeasureClass.Truce && who is [var state] && claim.TargetWords.Any(w => IsOfRebels(w) || IsOwnGroup(w, state))) return [state + "REB"];
        // "officials and Muslim guerrillas agreed on a truce"
        if (whom.Count == 0 && claim.Class is MeasureClass.Truce or MeasureClass.Pact && who is [{ Length: 3 } home] && claim.ActorWords.Any(IsOfRebels)) return [home + "REB"];
        // "troops to the UN force in South Sudan": the place rather than the organisation
        if (claim.Class == MeasureClass.Presence && whom.Count > 0 && whom.TrueForAll(Parties.IsOrganisation) && Places(claim, except) is { Count: > 0 } places) return places;
        return whom;
    }

    /// <summary>A target whom the claim's own words leave unsaid.</summary>
    private List<string> WhomElse(Claim claim, List<string> who)
    {
        if (claim.Class is MeasureClass.Pact or MeasureClass.Bond or MeasureClass.Benefit && Notified(claim) is var told and >= 0 && NamedByWords.Codes(actors.Of(told), who) is { Count: > 0 } notified) return notified;
        return HasBothSides(claim, who) ? [] : _elsewhere.Targets(claim, who);
    }

    /// <summary>"Chad accused Niger of breaking the truce": by word order, where the tree hangs the deed elsewhere. Null where nobody accuses.</summary>
    private (List<string> Who, List<string> Whom)? Accused()
    {
        for (int i = 0; i < clauses.Words.Length; i++)
        {
            if (clauses.Lemma(i) is not ("accuse" or "blame")) continue;
            int by = clauses.Subject(i), accused = clauses.Object(i);
            // "accused each other": both did
            if (IsEachOther(i + 1) && by >= 0 && NamedByWords.Codes(actors.Of(by), []) is { Count: 2 } sides) return (sides, []);
            if (accused >= 0 && NamedByWords.Codes(actors.Of(accused), []) is { Count: > 0 } who) return (who, by >= 0 ? NamedByWords.Codes(actors.Of(by), who) : []);
        }
        return null;
    }

    private bool AccusesEachOther()
    {
        for (int i = 0; i < clauses.Words.Length; i++)
            if (clauses.Lemma(i) is "accuse" or "blame" && IsEachOther(i + 1)) return true;
        return false;
    }

    /// <summary>"each other", "one another".</summary>
    private bool IsEachOther(int word) => word + 1 < clauses.Words.Length && clauses.Lemma(word) is "each" or "one" && clauses.Lemma(word + 1) is "other" or "another";

    /// <summary>Who is told of the end of a pact is its other side: "notified Chad that it was leaving"; -1 for none.</summary>
    private int Notified(Claim claim)
    {
        for (int at = claim.Word, steps = 0; at >= 0 && steps < 4; at = clauses.Head(at), steps++)
            if (clauses.Is(at, "ccomp") && clauses.Head(at) is var verb and >= 0 && clauses.Lemma(verb) is "notify" or "inform" or "assure" or "promise" or "tell") return clauses.Sentence.Child(verb, "obj");
        return -1;
    }

    private bool IsTargetOf(int word, string code)
    {
        foreach (int c in clauses.Children(word))
            if (c > word && (clauses.Is(c, "nmod") || clauses.Is(c, "obl")) && (clauses.HasCase(c, "on") || clauses.HasCase(c, "against") || clauses.HasCase(c, "to") || clauses.HasCase(c, "from")) && NamedByWords.Codes(actors.Of(c), []).Contains(code)) return true;
        return false;
    }

    /// <summary>Both sides of a pact stand together: "Turkey and Libya signed a treaty".</summary>
    private static bool HasBothSides(Claim claim, List<string> who) => claim.Class is MeasureClass.Pact && who.Count > 1;

    /// <summary>"families that flee Russia's war": a deed below the target whose doer is no target; -1 for none.</summary>
    private int HostileDeed(Claim claim)
    {
        foreach (int word in claim.TargetWords)
            foreach (int below in clauses.Sentence.Subtree(word))
                if (below != word && NamedStates.IsHostile(clauses.Lemma(below))) return below;
        return -1;
    }

    /// <summary>"a ceasefire with the rebels": those of the state that declares it.</summary>
    private bool IsOfRebels(int word) => actors.Of(word).Any(p => p is { Code: null, Sector: "REB" });

    /// <summary>"a truce with the Taliban": a group of the state's own that is no office of it.</summary>
    private bool IsOwnGroup(int word, string state) => actors.HeadedAt(word).Any(a => a.Kind is ActorKind.Group && a.Code == state);

    private List<string> Places(Claim claim, List<string> except)
    {
        foreach (int word in claim.TargetWords)
            if (NamedByWords.Codes(actors.AllBelow(word, -1), except) is var below && below.RemoveAll(Parties.IsOrganisation) >= 0 && below.Count > 0) return below;
        return [];
    }

    /// <summary>"Western sanctions", "international aid": those of many, and of nobody in particular.</summary>
    private bool IsOfMany(Claim claim)
    {
        if (claim.Measure is not { } measure) return false;
        for (int i = measure.First; i < measure.Head; i++)
            if (clauses.Lemma(i) is "western" or "international" or "foreign" or "global" or "multilateral" or "allied") return claim.Class is MeasureClass.Restriction or MeasureClass.Benefit or MeasureClass.Presence;
        return false;
    }

    /// <summary>What a speaker plans, weighs, threatens or refuses without naming anyone is his own side's to do.</summary>
    public static bool SpeaksForHimself(Claim claim) =>
        claim.Status is ClaimStatus.Announced or ClaimStatus.Considered or ClaimStatus.Threatened or ClaimStatus.Denied;

    /// <summary>A person of whom nothing is known: he acts, not a state that is named elsewhere.</summary>
    private bool IsSomebodyElse(int word) => clauses.Words[word].Upos == Upos.PRON && clauses.Lemma(word) is "he" or "she" || clauses.Words[word].Upos == Upos.PROPN && !actors.Names(word) && actors.AllBelow(word, -1).Count == 0;

    /// <summary>The only state that the sentence names, or none.</summary>
    private List<string> Only() => named.All.Select(s => s.Code).Distinct().ToList() is [var only] ? [only] : [];
}
