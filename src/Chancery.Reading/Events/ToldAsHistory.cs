using Chancery.Reading.Events.Frames;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Events;

/// <summary>
/// Whether an event is told as background: it lies well before the report, was over when something else happened ("had fled", "after the attack"), stands in a clause that only
/// describes somebody, or is named as known ("Russia's invasion of Georgia").
/// </summary>
internal sealed class ToldAsHistory(Clauses clauses, LocalDate? published)
{
    /// <summary>News is younger than this.</summary>
    private const int OldAfterDays = 45;

    public bool Is(Frame frame, DescribedTime when, bool isMain)
    {
        if (frame.Status is not ClaimStatus.Happened || frame.Predicate != frame.Deed && frame.Operator is not "do") return false;
        if (when is { Basis: not TimeBasis.Published, To: { } to } && published is { } day && to <= day.PlusDays(-OldAfterDays)) return true;
        if (isMain) return false;
        int word = frame.Predicate;
        return clauses.IsVerb(word) ? IsBackgroundClause(word) : IsAfter(word) || IsNamedAsKnown(word) || clauses.ClauseAbove(word) is var above and >= 0 && IsBackgroundClause(above);
    }

    private bool IsBackgroundClause(int verb)
    {
        for (int at = verb, steps = 0; at >= 0 && steps < 8; at = clauses.Head(at), steps++)
        {
            var relation = clauses.Words[at].Relation;
            if (relation == "acl:relcl" && IsPast(at) || relation == "acl" && clauses.Words[at].Xpos == "VBN" || relation == "advcl" && IsAfter(at)) return true;
            if (at == verb && HasHad(at) && relation is not ("ccomp" or "xcomp")) return true;
            if (relation is "ccomp" or "root") return false;
        }
        return false;
    }

    private bool IsAfter(int word) => clauses.HasCase(word, "after") || clauses.HasCase(word, "since") || clauses.HasCase(word, "following") || clauses.HasCase(word, "because");

    private bool IsPast(int verb) => clauses.Words[verb].Xpos is "VBD" or "VBN" || HasHad(verb);

    private bool HasHad(int verb)
    {
        foreach (int c in clauses.Children(verb))
            if (clauses.Is(c, "aux") && clauses.Words[c].Form.Equals("had", StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>"Russia's invasion", "the killing of …": the reader is taken to know of it; not so "recent clashes".</summary>
    private bool IsNamedAsKnown(int noun)
    {
        bool known = false;
        foreach (int c in clauses.Children(noun))
        {
            if (clauses.Lemma(c) is "recent" or "new" or "latest" or "ongoing" or "today" or "yesterday" or "this" or "a" or "an") return false;
            known |= clauses.Words[c].Relation == "nmod:poss" && !Voice.IsFirstPerson(clauses.Lemma(c)) || clauses.Is(c, "det") && clauses.Lemma(c) is "the" or "that" or "those";
        }
        return known;
    }
}
