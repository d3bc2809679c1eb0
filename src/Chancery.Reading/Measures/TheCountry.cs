using Chancery.Reading.Events.Frames;

namespace Chancery.Reading.Measures;

/// <summary>"the country", "the island": words for a state that is named elsewhere.</summary>
internal static class TheCountry
{
    public static bool Is(Clauses clauses, int word) => clauses.Lemma(word) is "country" or "island" or "nation" or "kingdom" or "regime" or "republic" or "state" or "government"
        or "neighbor" or "neighbour" or "territory" or "authority";

    /// <summary>The state named last before such a word, null where none is or the word means another.</summary>
    public static string? Before(Clauses clauses, NamedStates named, int word)
    {
        // between the Koreas
        if (clauses.Words[word].Form is "South" or "North" && clauses.HasChild(word, "the") && named.All.Any(s => s.Code == (clauses.Words[word].Form == "South" ? "PRK" : "KOR")))
            return clauses.Words[word].Form == "South" ? "KOR" : "PRK";
        if (clauses.Lemma(word) is not ("country" or "nation" or "island" or "kingdom") || !clauses.HasChild(word, "the") || clauses.Words[word].Xpos != "NN") return null;
        return LastBefore(named, word);
    }

    public static string? LastBefore(NamedStates named, int word)
    {
        string? last = null;
        foreach (var state in named.All)
            if (state.Word < word && !Parties.IsOrganisation(state.Code)) last = state.Code;
        return last;
    }
}
