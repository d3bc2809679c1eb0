using Chancery.Reading.Events.Frames;

namespace Chancery.Reading.Measures;

/// <summary>"a UN-brokered ceasefire" is none of the UN's, and a "US-backed government" none of the US.</summary>
internal static class GoBetween
{
    /// <summary>Whether a word is the first or the last of "UN-brokered".</summary>
    public static bool Is(Clauses clauses, int word) => IsHelped(clauses, word + 2) || IsHelped(clauses, word);

    private static bool IsHelped(Clauses clauses, int word) => word >= 2 && word < clauses.Words.Length && clauses.Words[word - 1].Form == "-"
        && clauses.Lemma(word) is "broker" or "back" or "sponsor" or "mediate" or "draft" or "brokered" or "backed" or "sponsored" or "mediated" or "drafted";
}
