using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>What "if", "unless" and "until" make of a change.</summary>
internal sealed class Conditions(Clauses clauses)
{
    /// <summary>"will withdraw unless …" threatens; "unless Congress acts to extend it" only considers.</summary>
    public ClaimStatus Of(int word, int top, ClaimStatus status)
    {
        for (int at = word, steps = 0; at >= 0 && steps < 8; at = clauses.Head(at), steps++)
            if (clauses.Words[at].Relation == "advcl" && (clauses.HasCase(at, "if") || clauses.HasCase(at, "unless") || clauses.HasCase(at, "until")) && status != ClaimStatus.Denied)
                return ClaimStatus.Considered;
        if (status == ClaimStatus.Happened && clauses.Words[word] is { Relation: "advcl", Xpos: "VBZ" or "VBP" } && (clauses.HasCase(word, "after") || clauses.HasCase(word, "once") || clauses.HasCase(word, "when"))) return ClaimStatus.Announced;
        if (status != ClaimStatus.Announced) return status;
        return HasCondition(word) || HasCondition(top) ? ClaimStatus.Threatened : status;
    }

    /// <summary>"will impose sanctions if …".</summary>
    public bool HasIf(int word)
    {
        foreach (int c in clauses.Children(word))
            if (clauses.Words[c].Relation == "advcl" && clauses.HasCase(c, "if")) return true;
        return false;
    }

    private bool HasCondition(int word)
    {
        foreach (int c in clauses.Children(word))
            if (clauses.Words[c].Relation == "advcl" && (clauses.HasCase(c, "unless") || clauses.HasCase(c, "if") && Modality.Of(clauses, c).Negated)) return true;
        return false;
    }
}
