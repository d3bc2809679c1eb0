using Chancery.Reading.Events;
using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>Whom the words of a sentence name, as the codes of parties: the word itself, what stands below it, and whom "we", "the country" or "the government" mean.</summary>
internal sealed class NamedByWords(Clauses clauses, SentenceActors actors, NamedStates named, StatesBefore before, Voice voice)
{
    private readonly TheSides _sides = new(clauses, named, before);
    private readonly ListedStates _lists = new(clauses, named);
    private readonly Washington _washington = new(clauses);

    /// <summary>The codes of the first words that name any but some.</summary>
    /// <param name="besides">A word that is left out with all below it, -1 for none.</param>
    public List<string> Named(IReadOnlyList<int> words, int besides, Participant? speaker, List<string> except, out bool isFirstPerson)
    {
        isFirstPerson = false;
        foreach (int word in words)
        {
            if (IsFirstPerson(word))
            {
                isFirstPerson = true;
                return Ourselves(speaker, except);
            }
            if (NamedBy(word, besides, except) is { Count: > 0 } codes) return codes;
        }
        return [];
    }

    public static List<string> Codes(IReadOnlyList<Participant> participants, List<string> except)
    {
        var codes = new List<string>();
        foreach (var p in participants)
            if (Parties.Code(p) is { } code && !codes.Contains(code) && !except.Contains(code)) codes.Add(code);
        return codes;
    }

    private List<string> NamedBy(int word, int besides, List<string> except)
    {
        var codes = Itself(word, except) ?? Codes(actors.Of(word), except);
        if (codes.Count == 0) codes = Codes(actors.AllBelow(word, besides), except);
        if (codes.Count == 1 && Paired(word) is { } other && !codes.Contains(other) && !except.Contains(other)) codes.Add(other);
        if (clauses.Lemma(word) == "member" && codes.TrueForAll(Parties.IsOrganisation) && TheCountry.LastBefore(named, word) is { } member && !except.Contains(member)) codes = [member];
        if (codes.Count < 2 && _sides.Of(word) is { Count: > 0 } sides && sides.Except(except).ToList() is { Count: > 0 } meant) codes = meant;
        if (codes.Count == 0 && OfUnion(word) && !except.Contains(TheUnion.Code)) codes = [TheUnion.Code];
        if (codes.Count > 0 && _lists.With(word) is { Count: > 1 } listed && codes.TrueForAll(listed.Contains)) codes = [.. listed.Except(except)];
        if (codes.Count == 0 && TheCountry.Before(clauses, named, word) is { } country && !except.Contains(country)) codes = [country];
        if (codes.Count == 0 && clauses.Sentence.Child(word, "nmod:poss") is var owner and >= 0 && TheCountry.Before(clauses, named, owner) is { } owning && !except.Contains(owning)) codes = [owning];
        if (codes.Count == 0 && IsHomeGovernment(word) && TheCountry.LastBefore(named, word) is { } home && !except.Contains(home)) codes = [home];
        return codes;
    }

    /// <summary>"Brussels", "European ministers".</summary>
    private bool OfUnion(int word)
    {
        if (TheUnion.IsMeantBy(clauses, word)) return true;
        foreach (int c in clauses.Children(word))
            if (c < word && TheUnion.IsMeantBy(clauses, c)) return true;
        return false;
    }

    /// <summary>"the Dutch parliament urged the government": that of the state just named.</summary>
    private bool IsHomeGovernment(int word) => clauses.Lemma(word) is "government" or "cabinet" && clauses.HasChild(word, "the") && clauses.Sentence.Child(word, "amod") < 0 && clauses.Sentence.Child(word, "nmod") < 0;

    /// <summary>Whose voice says "we": the speaker, else who tells in the sentence itself; empty for nobody known.</summary>
    private List<string> Ourselves(Participant? speaker, List<string> except)
    {
        if (voice.Of("we", speaker) is { } self && Parties.Code(self) is { } own && !except.Contains(own)) return [own];
        return speaker is null && Telling() is { } teller && !except.Contains(teller) ? [teller] : [];
    }

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
        if (_washington.IsMeantBy(word)) return except.Contains(Washington.Code) ? [] : [Washington.Code];
        if (clauses.Words[word].Upos is not (Upos.ADJ or Upos.PROPN) || clauses.Sentence.Child(word, "conj") >= 0 || clauses.Sentence.Child(word, "appos") >= 0) return null;
        return actors.HeadedAt(word) is [{ Kind: ActorKind.State, Code: { } code }] && !except.Contains(code) ? [code] : null;
    }

    private bool IsFirstPerson(int word)
    {
        if (IsPronounOfOurs(word)) return true;
        int owner = clauses.Sentence.Child(word, "nmod:poss");
        return owner >= 0 && IsPronounOfOurs(owner) && clauses.IsNominal(word) && !actors.Names(word);
    }

    // "US" has the lemma of a pronoun
    private bool IsPronounOfOurs(int word) => clauses.Words[word].Xpos is "PRP" or "PRP$" && clauses.Words[word].Form != "US" && Voice.IsFirstPerson(clauses.Lemma(word));
}
