using Chancery.Reading.Events.Frames;

namespace Chancery.Reading.Measures;

/// <summary>"the two countries", "both sides", "its neighbour": words for states that were named before.</summary>
internal sealed class TheSides(Clauses clauses, NamedStates named, StatesBefore before)
{
    /// <summary>The states that such a word means; empty where it means none.</summary>
    public List<string> Of(int word)
    {
        if (IsPair(word)) return before.Last(clauses.Words[word].Span.Start, 2) is { Count: 2 } sides ? [sides[1], sides[0]] : [];
        return clauses.Lemma(word) is "neighbour" or "neighbor" && clauses.HasChild(word, "its") && Neighbour(word) is { } neighbour ? [neighbour] : [];
    }

    private bool IsPair(int word)
    {
        if (clauses.Words[word].Xpos != "NNS" || !IsForStates(clauses.Lemma(word))) return false;
        foreach (int c in clauses.Children(word))
            if (c < word && clauses.Lemma(c) is "two" or "both") return true;
        return false;
    }

    private static bool IsForStates(string noun) => noun is "country" or "nation" or "neighbour" or "neighbor" or "side" or "state" or "government" or "capital" or "leader" or "party" or "ally" or "rival" or "foe"
        or "power" or "president" or "army" or "military" or "navy" or "minister" or "republic" or "adversary" or "enemy" or "partner";

    /// <summary>The only other state that the sentence names before; between the Koreas, which of them is said by where it lies.</summary>
    private string? Neighbour(int word)
    {
        var near = before.Last(clauses.Words[word].Span.Start, 3);
        if (near.Contains("KOR") && clauses.HasChild(word, "northern")) return "PRK";
        if (near.Contains("PRK") && clauses.HasChild(word, "southern")) return "KOR";
        return named.All.Any(s => s.Word < word) && near.Count == 2 ? near[1] : null;
    }
}
