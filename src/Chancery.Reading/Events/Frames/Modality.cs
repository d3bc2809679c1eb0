using Chancery.Reports;

namespace Chancery.Reading.Events.Frames;

public enum Mood { Fact, Will, Would, Must, May }

/// <summary>What the auxiliaries of a clause say of its deed.</summary>
public readonly record struct Modality(Mood Mood, bool Negated, bool Hypothetical, bool Perfect)
{
    private static readonly string[] Conditions = ["if", "unless", "whether", "lest"];

    /// <summary>Reads a predicate's own auxiliaries, or those of the verb it is coordinated with where it has none.</summary>
    public static Modality Of(Clauses clauses, int predicate)
    {
        var mood = Mood.Fact;
        bool negated = false, hypothetical = false, perfect = false, auxiliaries = false, ownSubject = false;
        foreach (int c in clauses.Children(predicate))
        {
            var lemma = clauses.Lemma(c);
            if (clauses.Is(c, "aux") || clauses.Is(c, "cop"))
            {
                auxiliaries = true;
                perfect |= lemma is "have" or "'ve";
                mood = MoodOf(lemma, clauses.Words[c].Form) is var m and not Mood.Fact ? m : mood;
            }
            negated |= IsNegation(lemma, clauses, c);
            hypothetical |= clauses.Words[c].Relation == "mark" && Array.IndexOf(Conditions, lemma) >= 0;
            ownSubject |= clauses.Is(c, "nsubj");
        }
        int head = clauses.Head(predicate);
        if (head >= 0 && clauses.Words[predicate].Relation == "xcomp" && clauses.Lemma(head) == "go" && clauses.Words[head].Xpos == "VBG")
            return Of(clauses, head) with { Mood = Mood.Will };
        if (!auxiliaries && !ownSubject && head >= 0 && head < predicate && clauses.Is(predicate, "conj") && clauses.IsVerb(head) && clauses.Words[predicate].Xpos is "VB" or "VBP" or "VBN")
        {
            var shared = Of(clauses, head);
            return shared with { Negated = negated || shared.Negated && shared.Mood != Mood.Fact };
        }
        // "will travel to Oslo to meet the king": the purpose lies as far ahead
        if (!auxiliaries && !ownSubject && head >= 0 && clauses.Words[predicate].Relation == "advcl" && clauses.IsVerb(head) && clauses.HasCase(predicate, "to") && Of(clauses, head).Mood == Mood.Will)
            mood = Mood.Will;
        return new Modality(mood, negated, hypothetical, perfect);
    }

    private static bool IsNegation(string lemma, Clauses clauses, int word) => lemma switch
    {
        "not" or "n't" or "never" => clauses.Words[word].Relation is "advmod" or "aux" or "neg" or "advmod:neg",
        "no" => clauses.Words[word].Relation == "det" && false,
        "long" or "longer" => clauses.Is(word, "advmod") && word > 0 && clauses.Lemma(word - 1) == "no",
        "without" => clauses.Words[word].Relation is "mark",
        _ => false,
    };

    private static Mood MoodOf(string lemma, string form) => lemma switch
    {
        "will" or "shall" or "'ll" or "wo" => form.Equals("would", StringComparison.OrdinalIgnoreCase) || form == "'d" ? Mood.Would : form.Equals("should", StringComparison.OrdinalIgnoreCase) ? Mood.Must : Mood.Will,
        "would" or "'d" => Mood.Would,
        "must" or "should" or "ought" => Mood.Must,
        "may" or "might" or "could" => Mood.May,
        "can" => form.Equals("could", StringComparison.OrdinalIgnoreCase) ? Mood.May : Mood.Fact,
        _ => Mood.Fact,
    };
}
