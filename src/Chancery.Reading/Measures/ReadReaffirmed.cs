using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>Reads that a measure stays as it is: "remains in force", "continues to be suspended", "continued to send arms".</summary>
internal sealed class ReadReaffirmed(MeasureLexicon lexicon, Clauses clauses, FindMeasureNouns nouns, ChangedMeasures changed, ClaimList claims)
{
    private readonly ClauseBefore _before = new(clauses);

    /// <summary>"remains in force", "is still in effect", "stays suspended": nothing moved.</summary>
    public bool ReadInForce(int verb)
    {
        int predicate = clauses.Lemma(verb) == "be" && clauses.Is(verb, "cop") ? clauses.Head(verb) : verb;
        if (predicate < 0) return false;
        bool inForce = IsForce(predicate) && predicate != verb || HasForce(predicate);
        int inner = clauses.Sentence.Child(predicate, "xcomp");
        // "remains suspended", read as a passive
        if (inner < 0 && clauses.Lemma(verb) != "be" && clauses.Is(verb, "aux")) inner = clauses.Head(verb);
        bool suspended = inner >= 0 && clauses.Lemma(inner) is "suspend" or "suspended" or "freeze" or "frozen";
        if (!inForce && !suspended) return false;
        bool still = clauses.Lemma(verb) != "be" || clauses.HasChild(predicate, "still");
        int subject = clauses.Subject(predicate);
        // who speaks behind it is no subject: "…, diplomats said"
        if (subject < 0 || subject > verb) subject = _before.FirstMeasure(nouns, verb);
        if (subject < 0 && inner >= 0) subject = clauses.Object(inner);
        if (subject < 0 || !still && clauses.Lemma(verb) == "be") return false;
        if (!AddReaffirmed(verb, subject, "still in force")) return false;
        if (suspended) claims.Take(inner);
        return true;
    }

    /// <summary>"continues to be suspended", "continues to apply".</summary>
    public bool ReadContinuing(int verb)
    {
        int inner = clauses.Sentence.Child(verb, "xcomp");
        if (inner < 0 || clauses.Lemma(inner) is not ("suspend" or "freeze" or "apply" or "hold" or "ban" or "block" or "halt" or "withhold")) return false;
        int subject = clauses.Subject(verb);
        if (subject < 0 || !AddReaffirmed(verb, subject, "continues to")) return false;
        // "continues to be suspended" tells of no new suspension.
        claims.Take(inner);
        return true;
    }

    /// <summary>"continued to send arms": what is still done is reaffirmed.</summary>
    public bool ReadContinuedDeed(int verb, ChangeVerb entry)
    {
        int inner = clauses.Sentence.Child(verb, "xcomp");
        if (inner < 0 || clauses.Lemma(inner) is not ("send" or "give" or "provide" or "supply" or "deliver" or "receive" or "pay" or "ship" or "sell")) return false;
        var measure = nouns.At(clauses.Object(inner)) ?? ArmsOf(clauses.Object(inner));
        if (measure is null || measure.Class != MeasureClass.Benefit) return false;
        claims.Take(inner);
        claims.Add(verb, measure, entry.Change, $"{entry.Verb} to {clauses.Lemma(inner)}", inner);
        return true;
    }

    private MeasureNoun? ArmsOf(int word) => word >= 0 && clauses.Lemma(word) is "arm" or "arms" or "weapon" or "weapons" or "money" or "fuel" or "food"
        ? new MeasureNoun(word, nouns.PhraseStart(word), word, new InstrumentPhrase(Instrument.Aid, MeasureClass.Benefit, [clauses.Lemma(word)]))
        : null;

    private bool AddReaffirmed(int verb, int subject, string rule)
    {
        var measure = nouns.At(subject);
        if (measure is null)
            foreach (var noun in lexicon.Nouns(clauses.Lemma(subject)))
                measure ??= changed.Of(subject, noun);
        if (measure is null) return false;
        claims.Take(subject);
        claims.Add(verb, measure, ChangeKind.Reaffirm, rule, subject);
        return true;
    }

    private static bool IsForceWord(string lemma) => lemma is "force" or "effect" or "place";

    private bool IsForce(int word) => IsForceWord(clauses.Lemma(word)) && clauses.HasCase(word, "in");

    private bool HasForce(int verb)
    {
        foreach (int c in clauses.Children(verb))
            if (IsForce(c)) return true;
        return false;
    }
}
