using Chancery.Reading.Events.Frames;

namespace Chancery.Reading.Measures;

/// <summary>"Brussels" that acts, and "European ministers": the European Union, which English news names by its seat.</summary>
internal static class TheUnion
{
    public const string Code = "EEC";

    public static bool IsMeantBy(Clauses clauses, int word) => IsSeat(clauses, word)
        || clauses.Words[word].Form == "European" && clauses.Head(word) is var head and >= 0 && head > word
            && clauses.Lemma(head) is "minister" or "embargo" or "sanction" or "commissioner" or "governments" or "ban" or "lawmaker" or "tariff";

    /// <summary>The seat as somebody who acts or owns; where things happen "in Brussels" it is a city.</summary>
    private static bool IsSeat(Clauses clauses, int word)
    {
        if (clauses.Words[word].Form != "Brussels") return false;
        foreach (int c in clauses.Children(word))
            if (clauses.Words[c].Relation == "case" && clauses.Lemma(c) is not ("'s" or "by" or "against" or "with" or "on" or "from")) return false;
        for (int i = 0; i < clauses.Words.Length; i++)
            if (clauses.Words[i].Form is "Belgium" or "Belgian" or "NATO") return false;
        return word == 0 || clauses.Words[word - 1].Form is not ("in" or "at" or "to" or "near");
    }
}
