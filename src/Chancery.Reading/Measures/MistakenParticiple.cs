using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>"China imposed sanctions": a parser may take name, verb and object for one noun phrase that is all of the sentence.</summary>
internal static class MistakenParticiple
{
    public static bool Is(Clauses clauses, int verb) => clauses.Is(verb, "amod") && clauses.Words[verb].Xpos is "VBN" or "VBD" && clauses.Head(verb) > verb
        && clauses.Words[clauses.Head(verb)].Relation is "root" or "parataxis" or "ccomp" && SubjectBefore(clauses, verb) >= 0;

    /// <summary>The name before such a verb, -1 for none.</summary>
    public static int SubjectBefore(Clauses clauses, int verb) => NearWords.Before(clauses, verb) is var near and >= 0 && clauses.Words[near].Upos == Upos.PROPN ? near : -1;
}
