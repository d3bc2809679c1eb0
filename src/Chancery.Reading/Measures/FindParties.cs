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
    /// <param name="speaker">Who says the claim, null where nobody does or is known.</param>
    /// <returns>Also whether grammar itself names the actor.</returns>
    public (List<string> Actors, List<string> Targets, bool ActorIsNamed) Of(Claim claim, Participant? speaker)
    {
        bool isFirstPerson = false;
        var who = IsEntry(claim, out var entered) ? [entered] : Named(claim.ActorWords, claim.Word, speaker, [], out isFirstPerson);
        if (who.Count == 0 && !isFirstPerson && SpeaksForHimself(claim) && speaker is not null && Parties.Code(speaker) is { } own) who = [own];
        bool isNamed = who.Count > 0;
        var except = claim.Class == MeasureClass.Regime ? [] : who;
        var whom = Named(claim.TargetWords, -1, speaker, except, out _);
        if (whom.Count == 0 && Parties.IsDomestic(claim)) return who.Count == 0 ? (Only(), Only(), false) : (who, who.Count == 1 ? who : [], true);
        if (who.Count == 0 && !isFirstPerson && !claim.ActorWords.Any(IsSomebodyElse) && ActorElsewhere(claim, whom) is { } actor) who = [actor];
        if (who.Count == 0 && !isFirstPerson && claim.Class is MeasureClass.Restriction or MeasureClass.Levy or MeasureClass.Presence or MeasureClass.Benefit && !whom.Contains(Washington) && SpeaksOfWashington()) who = [Washington];
        if (whom.Count == 0 && TargetElsewhere(claim, who) is { } target) whom = [target];
        if (who.Count == 0 && claim.ActorWords.Count == 0 && claim.Status == ClaimStatus.Happened && speaker is { Sector: "GOV" or null } && Parties.Code(speaker) is { } telling && !whom.Contains(telling) && !claim.Background) who = [telling];
        if (claim.Class == MeasureClass.Pact && who.Count + whom.Count == 0 && named.All.Select(s => s.Code).Distinct().ToList() is { Count: 2 } sides) who = sides;
        return (who, whom, isNamed);
    }

    /// <summary>What a speaker plans, weighs, threatens or refuses without naming anyone is his own side's to do.</summary>
    private static bool SpeaksForHimself(Claim claim) =>
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
                return [];
            }
            var codes = Itself(word, except) ?? Codes(actors.Of(word), except);
            if (codes.Count == 0) codes = Codes(actors.AllBelow(word, besides), except);
            if (codes.Count > 0) return codes;
        }
        return [];
    }

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
            if (candidate.Verb >= 0 && clauses.Lemma(candidate.Verb) is "enter" or "visit" && clauses.Is(candidate.Top, "obj") || clauses.Head(candidate.Top) is var noun and >= 0 && clauses.Lemma(noun) == "entry" && named.IsUnder(candidate, "to", "into"))
            {
                state = candidate.Code;
                return true;
            }
        return false;
    }

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

    /// <summary>The one state that acts elsewhere in the sentence and is neither the target nor only a voice.</summary>
    private string? ActorElsewhere(Claim claim, List<string> targets)
    {
        string? best = null;
        int highest = 0;
        foreach (var state in named.All)
        {
            if (targets.Contains(state.Code) || targets.Exists(t => t.StartsWith(state.Code, StringComparison.Ordinal) || state.Code.StartsWith(t, StringComparison.Ordinal))) continue;
            int score = (named.IsSubject(state) ? 3 : 0) + (IsOwner(state) ? 2 : 0) + (state.Word < claim.Word ? 1 : 0)
                - (named.IsUnder(state, "on", "against", "to", "toward", "towards", "for", "over") ? 3 : 0) - (clauses.Is(state.Top, "obj") ? 2 : 0)
                - (named.IsSpeaker(state) && !SpeaksForHimself(claim) ? 4 : 0) - (IsInsideOther(state, claim) ? 2 : 0);
            if (score > highest) (best, highest) = (state.Code, score);
        }
        return highest >= 2 ? best : null;
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

    /// <summary>The state that the claim's own clause names elsewhere, nearest behind it; else the only other one.</summary>
    private string? TargetElsewhere(Claim claim, List<string> known)
    {
        // a party or firm of one's own state is no target of its measures
        var all = named.All.Where(s => !known.Contains(s.Code) && !known.Exists(k => s.Code.StartsWith(k, StringComparison.Ordinal))).ToList();
        if (all.Count == 0 || claim.Class is MeasureClass.Truce) return null;
        // "called on Norway to lift its ban": he who asks is often whom it hits
        if (claim.Status == ClaimStatus.CalledFor && claim.Change is ChangeKind.Lift or ChangeKind.Ease or ChangeKind.Reinstate && all.Select(s => s.Code).Distinct().Count() == 1) return all[0].Code;
        // "sanctions on the country": whichever other one the sentence names
        if (claim.TargetWords.Any(IsTheCountry) && all.Select(s => s.Code).Distinct().Count() == 1) return all[0].Code;
        var others = all.FindAll(s => !named.IsSpeaker(s) || claim.Change is ChangeKind.Lift or ChangeKind.Ease or ChangeKind.Reinstate && named.IsWelcoming(s));
        // who condemns sanctions or asks what they are for, and is the only other one, is under them
        if (others.Count == 0) return claim.Instrument is (Instrument.Sanctions or Instrument.Tariff) && known.Count > 0 && all.Select(s => s.Code).Distinct().Count() == 1 ? all[0].Code : null;
        if (others.Select(s => s.Code).Distinct().Count() == 1)
        {
            bool ties = claim.Class is MeasureClass.Restriction || known.Count > 0 && claim.Class is MeasureClass.Levy or MeasureClass.Benefit or MeasureClass.Bond;
            return ties && !others.TrueForAll(s => IsOtherSubject(s, claim)) || others.Exists(s => IsBound(s, claim)) ? others[0].Code : null;
        }
        if (claim.Class is MeasureClass.Bond or MeasureClass.Pact)
            foreach (var state in others)
                if (named.IsUnder(state, "with", "between")) return state.Code;
        foreach (var state in others)
            if (state.Word > claim.Word && IsBound(state, claim)) return state.Code;
        return null;
    }

    private bool IsTheCountry(int word) => clauses.Lemma(word) is "country" or "island" or "nation" or "kingdom" or "regime" or "republic" or "state" or "government" or "neighbor" or "neighbour" or "territory" or "authority";

    private bool IsOtherSubject(NamedState state, Claim claim) => named.IsSubject(state) && IsInsideOther(state, claim) && !IsCondition(state.Verb);

    /// <summary>"will not lift the embargo unless Cuba …": whoever is to act first is whom it is lifted for.</summary>
    private bool IsCondition(int verb) => verb >= 0 && (clauses.HasCase(verb, "until") || clauses.HasCase(verb, "unless") || clauses.HasCase(verb, "if") || clauses.HasCase(verb, "while") || clauses.HasCase(verb, "before"));

    /// <summary>Whether a state's phrase hangs on the claim or its measure, in a place that targets have.</summary>
    private bool IsBound(NamedState state, Claim claim)
    {
        if (!named.IsUnder(state, "on", "against", "to", "for", "from", "in", "with", "into", "toward", "towards", "of", "at", "near", "inside", "across") && !clauses.Is(state.Top, "obj")) return false;
        for (int at = state.Word, steps = 0; at >= 0 && steps < 8; at = clauses.Head(at), steps++)
        {
            if (at == claim.Word || at == claim.Measure?.Head || at == claim.Measure?.Outer) return true;
            if (clauses.Words[at].Relation is "acl:relcl" or "advcl" or "ccomp" or "parataxis") return false;
        }
        return false;
    }
}
