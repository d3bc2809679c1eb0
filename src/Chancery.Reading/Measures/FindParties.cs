using Chancery.Reading.Events;
using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>
/// Who changes a measure, and towards whom: the words that grammar gives the claim, best first; where these name nobody, what is named below them; then the states
/// the sentence names elsewhere, by what their phrases do in it.
/// </summary>
internal sealed class FindParties(Clauses clauses, SentenceActors actors, NamedStates named, Voice voice)
{
    private readonly StatesElsewhere _elsewhere = new(clauses, actors, named);

    /// <param name="speaker">Who says the claim, null where nobody does or is known.</param>
    /// <returns>Also whether grammar itself names the actor.</returns>
    public (List<string> Actors, List<string> Targets, bool ActorIsNamed) Of(Claim claim, Participant? speaker)
    {
        bool isFirstPerson = false;
        var who = IsEntry(claim, out var entered) ? [entered] : Named(claim.ActorWords, claim.Word, speaker, [], out isFirstPerson);
        // a state bans nothing of its own for itself: who stands on both sides was mistaken for the actor
        if (claim.Class is MeasureClass.Restriction or MeasureClass.Levy or MeasureClass.Benefit or MeasureClass.Flow && who is [{ Length: 3 } both] && claim.Measure is { } on && (IsTargetOf(on.Head, both) || IsTargetOf(claim.Word, both))
            && _elsewhere.Actor(claim, who) is { } instead) who = [instead];
        bool isUnsaid = who.Count == 0 && !isFirstPerson && !IsOfMany(claim);
        if (isUnsaid && SpeaksForHimself(claim) && speaker is not null && Parties.Code(speaker) is { } own && !(claim.Class == MeasureClass.Truce && Parties.IsOrganisation(own))) who = [own];
        bool isNamed = who.Count > 0;
        if (claim.Change == ChangeKind.Violate && isUnsaid && Accused() is { } accused) return (accused.Who, accused.Whom, true);
        var whom = Whom(claim, who, speaker);
        if (Parties.IsDomestic(claim) && who.Count == 0 && whom.Count == 1) return (whom, whom, false);
        if (whom.Count == 0 && Parties.IsDomestic(claim)) return who.Count == 0 ? (Only(), Only(), false) : (who, who.Count == 1 ? who : [], true);
        if (isUnsaid && who.Count == 0 && !claim.ActorWords.Any(IsSomebodyElse) && _elsewhere.Actor(claim, whom) is { } actor) who = [actor];
        if (isUnsaid && who.Count == 0 && claim.Class is MeasureClass.Restriction or MeasureClass.Levy or MeasureClass.Presence or MeasureClass.Benefit && !whom.Contains(Washington) && SpeaksOfWashington()) who = [Washington];
        if (whom.Count == 0 && claim.Class is MeasureClass.Pact or MeasureClass.Bond && Notified(claim) is var told and >= 0) whom = Codes(actors.Of(told), who);
        if (whom.Count == 0 && !HasBothSides(claim, who)) whom = _elsewhere.Targets(claim, who);
        if (isUnsaid && who.Count == 0 && (claim.ActorWords.Count == 0 || claim.Change != ChangeKind.Reaffirm && !claim.ActorWords.Any(IsSomebodyElse)) && claim.Status == ClaimStatus.Happened && speaker is { Sector: "GOV" or null } && Parties.Code(speaker) is { } telling && !whom.Contains(telling) && !claim.Background) who = [telling];
        if (claim.Class == MeasureClass.Pact && who.Count + whom.Count == 0 && named.All.Select(s => s.Code).Distinct().ToList() is { Count: 2 } sides) who = sides;
        return (who, whom, isNamed);
    }

    private List<string> Whom(Claim claim, List<string> who, Participant? speaker)
    {
        if (HasBothSides(claim, who)) return [];
        var except = claim.Class == MeasureClass.Regime ? [] : who;
        var whom = Named(claim.TargetWords, HostileDeed(claim), speaker, except, out _);
        if (claim.Class == MeasureClass.Benefit) whom = [.. whom.Select(Parties.StateOfHelped).Except(except).Distinct()];
        if (whom.Count == 0 && claim.Class == MeasureClass.Truce && who is [var state] && claim.TargetWords.Any(w => IsOfRebels(w) || IsOwnGroup(w, state))) return [state + "REB"];
        // "troops to the UN force in South Sudan": the place rather than the organisation
        if (claim.Class == MeasureClass.Presence && whom.Count > 0 && whom.TrueForAll(Parties.IsOrganisation) && Places(claim, except) is { Count: > 0 } places) return places;
        return whom;
    }

    /// <summary>"Chad accused Niger of breaking the truce": by word order, where the tree hangs the deed elsewhere. Null where nobody accuses.</summary>
    private (List<string> Who, List<string> Whom)? Accused()
    {
        for (int i = 0; i < clauses.Words.Length; i++)
            if (clauses.Lemma(i) is "accuse" or "blame" && clauses.Object(i) is var accused and >= 0 && Codes(actors.Of(accused), []) is { Count: > 0 } who)
                return (who, clauses.Subject(i) is var by and >= 0 ? Codes(actors.Of(by), who) : []);
        return null;
    }

    /// <summary>Who is told of the end of a pact is its other side: "notified Chad that it was leaving"; -1 for none.</summary>
    private int Notified(Claim claim)
    {
        for (int at = claim.Word, steps = 0; at >= 0 && steps < 4; at = clauses.Head(at), steps++)
            if (clauses.Is(at, "ccomp") && clauses.Head(at) is var verb and >= 0 && clauses.Lemma(verb) is "notify" or "inform") return clauses.Sentence.Child(verb, "obj");
        return -1;
    }

    private bool IsTargetOf(int word, string code)
    {
        foreach (int c in clauses.Children(word))
            if (c > word && (clauses.Is(c, "nmod") || clauses.Is(c, "obl")) && (clauses.HasCase(c, "on") || clauses.HasCase(c, "against") || clauses.HasCase(c, "to") || clauses.HasCase(c, "from")) && Codes(actors.Of(c), []).Contains(code)) return true;
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
            if (Codes(actors.AllBelow(word, -1), except) is var below && below.RemoveAll(Parties.IsOrganisation) >= 0 && below.Count > 0) return below;
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

    /// <summary>The codes of the first words that name any but some.</summary>
    /// <param name="besides">A word that is left out with all below it, -1 for none.</param>
    private List<string> Named(IReadOnlyList<int> words, int besides, Participant? speaker, List<string> except, out bool isFirstPerson)
    {
        isFirstPerson = false;
        foreach (int word in words)
        {
            if (IsFirstPerson(word))
            {
                isFirstPerson = true;
                if (voice.Of("we", speaker) is { } self && Parties.Code(self) is { } own && !except.Contains(own)) return [own];
                if (speaker is null && Telling() is { } teller && !except.Contains(teller)) return [teller];
                return [];
            }
            var codes = Itself(word, except) ?? Codes(actors.Of(word), except);
            if (codes.Count == 0) codes = Codes(actors.AllBelow(word, besides), except);
            if (codes.Count == 1 && Paired(word) is { } other && !codes.Contains(other) && !except.Contains(other)) codes.Add(other);
            if (clauses.Lemma(word) == "member" && codes.TrueForAll(Parties.IsOrganisation) && TheCountry.LastBefore(named, word) is { } member && !except.Contains(member)) codes = [member];
            if (codes.Count == 0 && TheCountry.Before(clauses, named, word) is { } country && !except.Contains(country)) codes = [country];
            if (codes.Count == 0 && IsHomeGovernment(word) && TheCountry.LastBefore(named, word) is { } home && !except.Contains(home)) codes = [home];
            if (codes.Count > 0) return codes;
        }
        return [];
    }

    /// <summary>"the Dutch parliament urged the government": that of the state just named.</summary>
    private bool IsHomeGovernment(int word) => clauses.Lemma(word) is "government" or "cabinet" && clauses.HasChild(word, "the") && clauses.Sentence.Child(word, "amod") < 0 && clauses.Sentence.Child(word, "nmod") < 0;

    /// <summary>Who tells in the sentence itself ("…," the Dutch minister told reporters); null for nobody known.</summary>
    private string? Telling()
    {
        for (int i = 0; i < clauses.Words.Length; i++)
            if (clauses.Lemma(i) is "say" or "tell" && clauses.IsVerb(i) && clauses.Subject(i) is var by and >= 0 && !IsFirstPerson(by) && Codes(actors.Of(by), []) is [var code]) return code;
        return null;
    }

    /// <summary>The second of "Israeli-Syrian talks", "an Australian/US exercise"; null where there is none.</summary>
    private string? Paired(int word) =>
        word + 2 < clauses.Words.Length && clauses.Words[word + 1].Form is "-" or "/" or "–" && actors.HeadedAt(word + 2) is [{ Kind: ActorKind.State, Code: { } code }, ..] ? code : null;

    /// <summary>The state that an adjective or name is, whatever the tree makes of the noun behind it; "the administration" of English news is Washington's.</summary>
    private List<string>? Itself(int word, List<string> except)
    {
        if (IsWashington(word)) return except.Contains(Washington) ? [] : [Washington];
        if (clauses.Words[word].Upos is not (Upos.ADJ or Upos.PROPN) || clauses.Sentence.Child(word, "conj") >= 0 || clauses.Sentence.Child(word, "appos") >= 0) return null;
        return actors.HeadedAt(word) is [{ Kind: ActorKind.State, Code: { } code }] && !except.Contains(code) ? [code] : null;
    }

    private const string Washington = "USA";

    private bool IsWashington(int word) => clauses.Lemma(word) is "administration" && clauses.HasChild(word, "the") && clauses.Sentence.Child(word, "amod") < 0 && clauses.Sentence.Child(word, "compound") < 0
        && clauses.Sentence.Child(word, "nmod") < 0;

    /// <summary>Bodies and people that English news names without a country where they are Washington's.</summary>
    private bool SpeaksOfWashington()
    {
        for (int i = 0; i < clauses.Words.Length; i++)
            if (clauses.Words[i].Form is "Congress" or "GOP" or "Republican" or "Republicans" or "Democrats" or "Democrat" or "Pentagon" or "Senate" or "Senator" || clauses.Lemma(i) is "legislation" or "administration") return true;
        return false;
    }

    private bool IsFirstPerson(int word)
    {
        if (IsPronounOfOurs(word)) return true;
        int owner = clauses.Sentence.Child(word, "nmod:poss");
        return owner >= 0 && IsPronounOfOurs(owner) && clauses.IsNominal(word) && !actors.Names(word);
    }

    // "US" has the lemma of a pronoun
    private bool IsPronounOfOurs(int word) => clauses.Words[word].Xpos is "PRP" or "PRP$" && clauses.Words[word].Form != "US" && Voice.IsFirstPerson(clauses.Lemma(word));

    /// <summary>A ban on those who enter a state is that state's own.</summary>
    private bool IsEntry(Claim claim, out string state)
    {
        state = "";
        if (claim.Instrument != Instrument.Ban) return false;
        foreach (var candidate in named.All)
            if (candidate.Verb >= 0 && clauses.Lemma(candidate.Verb) is "enter" or "visit" && clauses.Is(candidate.Top, "obj") && clauses.Sentence.Child(candidate.Verb, "aux") < 0 || IsPassed(candidate) || clauses.Head(candidate.Top) is var noun and >= 0 && clauses.Lemma(noun) == "entry" && named.IsUnder(candidate, "to", "into"))
            {
                state = candidate.Code;
                return true;
            }
        return false;
    }

    /// <summary>"banned from flying over Chad", "from docking in Chad": whose land or port it is.</summary>
    private bool IsPassed(NamedState state) => state.Verb >= 0 && clauses.Lemma(state.Verb) is "fly" or "land" or "dock" or "transit" or "operate" or "call" or "travel" && clauses.HasCase(state.Verb, "from")
        && named.IsUnder(state, "over", "in", "at", "to", "into", "through", "across");

    private static List<string> Codes(IReadOnlyList<Participant> participants, List<string> except)
    {
        var codes = new List<string>();
        foreach (var p in participants)
            if (Parties.Code(p) is { } code && !codes.Contains(code) && !except.Contains(code)) codes.Add(code);
        return codes;
    }

    /// <summary>A person of whom nothing is known: he acts, not a state that is named elsewhere.</summary>
    private bool IsSomebodyElse(int word) => clauses.Words[word].Upos == Upos.PRON && clauses.Lemma(word) is "he" or "she" || clauses.Words[word].Upos == Upos.PROPN && !actors.Names(word) && actors.AllBelow(word, -1).Count == 0;

    /// <summary>The only state that the sentence names, or none.</summary>
    private List<string> Only() => named.All.Select(s => s.Code).Distinct().ToList() is [var only] ? [only] : [];
}
