using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>Reads measures asked for, threatened or announced without a word of change: "called for sanctions".</summary>
internal sealed class ReadBareNouns(MeasureLexicon lexicon, Clauses clauses, FindMeasureNouns nouns, PoliticalWords political, ReadStatus status, ClaimList claims)
{
    /// <summary>A measure asked for, threatened or announced without a word of change: "called for sanctions".</summary>
    public void Read(int noun)
    {
        if (claims.IsTaken(noun) || nouns.At(noun) is not { } measure || measure.Head != noun || !political.IsPolitical(measure, noun)) return;
        if (measure.Class == MeasureClass.Benefit ? !IsAnnounced(noun) : measure.Class is not (MeasureClass.Restriction or MeasureClass.Levy or MeasureClass.Truce) || claims.Speaks(measure)) return;
        if (clauses.HasCase(noun, "including") || !(clauses.Is(noun, "obj") || clauses.Is(noun, "obl") || clauses.Is(noun, "nmod") || clauses.Is(noun, "conj") || clauses.Words[noun].Relation == "nsubj:pass")) return;
        int head = clauses.Head(noun);
        if (head < 0 || clauses.IsVerb(head) && clauses.Is(noun, "obj") && lexicon.Verbs(clauses.Lemma(head)).Any(v => v.Fits(measure.Class) && v.Particle is null)) return;
        var verdict = status.Of(measure.Outer);
        if (!verdict.Governed || verdict.Status is ClaimStatus.Happened || verdict.Status is ClaimStatus.Denied && !IsCall(verdict.Word) || IsDefinite(measure)) return;
        claims.Add(noun, measure, ChangeKind.Impose, $"{verdict.Word} + {measure.Phrase.Words[^1]}");
    }

    /// <summary>"rejected calls for a truce" denies it, where "rejected sanctions" may be said of those that are in force.</summary>
    private bool IsCall(string? governor) => governor is not null && lexicon.Governors(governor).Any(g => g.Status == ClaimStatus.CalledFor);

    /// <summary>"announced $20 million in aid": what is given is said with the verb that promises it.</summary>
    private bool IsAnnounced(int noun)
    {
        int outer = noun;
        while (clauses.Is(outer, "nmod") && clauses.Head(outer) is var head and >= 0 && nouns.At(head)?.Head == noun) outer = head;
        return clauses.Is(outer, "obj") && clauses.Head(outer) is var verb and >= 0
            && clauses.Lemma(verb) is "announce" or "promise" or "propose" or "seek" or "approve" or "authorise" or "authorize" or "unveil" or "request" or "need" or "demand";
    }

    private bool IsDefinite(MeasureNoun measure) =>
        clauses.Lemma(measure.First) is "the" or "its" or "their" or "these" or "those" or "such" or "his" or "all";
}
