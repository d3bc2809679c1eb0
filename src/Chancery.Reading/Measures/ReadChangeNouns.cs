using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>Reads nouns that name a change: "the suspension of aid", "a troop withdrawal".</summary>
internal sealed class ReadChangeNouns(MeasureLexicon lexicon, Clauses clauses, ChangedMeasures changed, PoliticalWords political, ClaimList claims)
{
    public void Read(int noun)
    {
        if (claims.IsTaken(noun)) return;
        foreach (var entry in lexicon.Nouns(clauses.Lemma(noun)))
        {
            if (changed.Of(noun, entry) is not { } measure || !political.IsPolitical(measure, noun)) continue;
            // "the extension of the troop deployment": the deployment is what is extended
            if (entry.Change == ChangeKind.Impose && IsChanged(noun)) return;
            claims.Take(measure.Head);
            var change = entry.Change;
            int governor = clauses.Head(noun);
            if (governor >= 0 && clauses.IsVerb(governor) && clauses.Is(noun, "obj") && clauses.Lemma(governor) is "extend" or "prolong" or "maintain" or "keep") change = ChangeKind.Reaffirm;
            claims.Add(noun, measure, change, entry.Noun + " of " + measure.Phrase.Words[^1]);
            return;
        }
    }

    /// <summary>Whether another noun of change speaks of this one.</summary>
    private bool IsChanged(int noun) => clauses.Is(noun, "nmod") && clauses.HasCase(noun, "of") && clauses.Head(noun) is var head and >= 0 && claims.IsTold(head);
}
