using Chancery.Reading.Events.Frames;

namespace Chancery.Reading.Measures;

/// <summary>Lists of states by word order, where the tree breaks them off: "the UK, Germany, the Netherlands and Spain have sent …".</summary>
internal sealed class ListedStates(Clauses clauses, NamedStates named)
{
    /// <summary>All of the list that a state named at a word stands in, in order; empty where it stands in none.</summary>
    public List<string> With(int word)
    {
        var all = named.All;
        int at = 0;
        while (at < all.Count && all[at].Word != word) at++;
        if (at == all.Count) return [];
        int first = at, last = at;
        while (first > 0 && IsLinked(all[first - 1], all[first])) first--;
        while (last + 1 < all.Count && IsLinked(all[last], all[last + 1])) last++;
        // "After talks with Chad, Niger and Mali agreed": the first stands in a phrase of its own
        if (first < at && IsUnderPreposition(all[first].Word) && all[first].Top != all[at].Top) first++;
        if (last == first || !IsClosed(all[first].Word, all[last].Word)) return [];
        var codes = new List<string>();
        for (int i = first; i <= last; i++)
            if (!codes.Contains(all[i].Code)) codes.Add(all[i].Code);
        return codes;
    }

    /// <summary>Only a comma, "and", "the" and parts of names between two of one kind: "sanctions on Chad, and the Nigerien army …" lists nobody.</summary>
    private bool IsLinked(NamedState one, NamedState other)
    {
        if (IsModifier(other) && clauses.Head(other.Word) != one.Word && !IsModifier(one) || other.Verb >= 0 && other.Verb != one.Verb && clauses.Is(other.Top, "nsubj") && !clauses.Is(one.Top, "nsubj")) return false;
        bool separated = false;
        for (int i = one.Word + 1; i < other.Word; i++)
        {
            if (clauses.Words[i].Form == "," || clauses.Lemma(i) is "and" or "or") separated = true;
            else if (clauses.Lemma(i) is not ("the" or "both") && clauses.Words[i].Upos != Reports.Upos.PROPN) return false;
        }
        return separated;
    }

    /// <summary>"Nigerien" of "the Nigerien army".</summary>
    private bool IsModifier(NamedState state) => state.Word < state.Top && clauses.Words[state.Word].UniversalRelation is "amod" or "compound" or "nmod" && clauses.Head(state.Word) > state.Word;

    private bool IsClosed(int first, int last)
    {
        int commas = 0;
        for (int i = first; i < last; i++)
        {
            if (clauses.Lemma(i) is "and" or "or") return true;
            if (clauses.Words[i].Form == ",") commas++;
        }
        // "including the UK, Germany, Spain, France,"
        return commas > 2;
    }

    private bool IsUnderPreposition(int word)
    {
        int before = word - 1;
        while (before >= 0 && clauses.Lemma(before) is "the" or "both") before--;
        return before >= 0 && clauses.Words[before].Upos == Reports.Upos.ADP;
    }
}
