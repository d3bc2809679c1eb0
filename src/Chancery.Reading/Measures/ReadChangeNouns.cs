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
            claims.Take(measure.Head);
            var change = entry.Change;
            int governor = clauses.Head(noun);
            if (governor >= 0 && clauses.IsVerb(governor) && clauses.Is(noun, "obj") && clauses.Lemma(governor) is "extend" or "prolong" or "maintain" or "keep") change = ChangeKind.Reaffirm;
            claims.Add(noun, measure, change, entry.Noun + " of " + measure.Phrase.Words[^1]);
            return;
        }
    }
}
