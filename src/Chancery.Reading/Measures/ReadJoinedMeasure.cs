using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>Reads by word order the second measure of a deed, where the tree hangs it elsewhere: "imposed an arms embargo on Chad and a visa ban on its leaders".</summary>
internal sealed class ReadJoinedMeasure(MeasureLexicon lexicon, Clauses clauses, FindMeasureNouns nouns, PoliticalWords political, ClaimList claims)
{
    private const int Reach = 14;

    public void Read(int head)
    {
        if (claims.IsTaken(head) || nouns.At(head) is not { } measure || measure.Head != head || claims.Speaks(measure) || claims.Holds(head) || IsSaidOf(head)) return;
        // "cut ties with Chad and established ties with Niger"
        for (int i = measure.First; i < head; i++)
            if (clauses.Words[i].Xpos is "VBN" or "VBD" && lexicon.Verbs(clauses.Lemma(i)).Count > 0) return;
        if (measure.First == 0 || clauses.Lemma(measure.First - 1) != "and") return;
        if (claims.LastBefore(measure.First) is not { Measure: { } first } told || told.Word > first.Head || measure.First - first.Head > Reach || HasVerbBetween(first.Head, measure.First)) return;
        foreach (var entry in lexicon.Verbs(clauses.Lemma(told.Word)))
        {
            if (entry.Place != MeasurePlace.Object || !entry.Fits(measure.Class) || entry.Particle is not null && !clauses.HasParticles(told.Word, entry.Particle) || !political.IsPolitical(measure, told.Word)) continue;
            claims.AddJoined(told, measure, entry.Change, $"{entry.Verb} + {first.Phrase.Words[^1]} and {measure.Phrase.Words[^1]}");
            return;
        }
    }

    /// <summary>Whether something finite is said of it: "and a visa ban took effect".</summary>
    private bool IsSaidOf(int head) => clauses.Is(head, "nsubj") && clauses.Head(head) is var verb and >= 0 && !IsOfSuspects(clauses.Lemma(verb)) && (clauses.Words[verb].Xpos is "VBD" or "VBZ" or "VBP" || clauses.Sentence.Child(verb, "aux") >= 0);

    /// <summary>"a visa ban on officials held responsible": a participle that the tree takes for the verb.</summary>
    private static bool IsOfSuspects(string verb) => verb is "hold" or "accuse" or "suspect" or "blame" or "deem" or "link" or "charge" or "involve" or "believe" or "connect" or "tie";

    private bool HasVerbBetween(int from, int to)
    {
        for (int i = from + 1; i < to; i++)
            if (clauses.IsVerb(i) && clauses.Words[i].Xpos is not ("VBN" or "VBG") || clauses.Lemma(i) is "include" or "including") return true;
        return false;
    }
}
