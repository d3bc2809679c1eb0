using Chancery.Reading.Events;
using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>
/// Reads a headline with capital words by word order, where its verb was taken for a name: "Norway Lifts Travel Ban on Chad". Who stands before
/// the verb acts, who stands behind a preposition after the measure is the target.
/// </summary>
internal sealed class ReadHeadline(MeasureLexicon lexicon, Clauses clauses, FindMeasureNouns nouns)
{
    private const int Reach = 8, Shortest = 3;

    public Claim? Read()
    {
        if (!IsCapital()) return null;
        for (int verb = 1; verb < clauses.Words.Length - 1; verb++)
        {
            if (clauses.Words[verb].Upos is not (Upos.PROPN or Upos.NOUN or Upos.VERB) || Verb(clauses.Words[verb].Form) is not { } lemma) continue;
            for (int at = verb + 1; at < clauses.Words.Length && at <= verb + Reach; at++)
                if (nouns.At(at) is { } measure && measure.Head == at && lexicon.Verbs(lemma).FirstOrDefault(v => v.Place == MeasurePlace.Object && v.Particle is null && v.Fits(measure.Class)) is { } entry)
                    return new Claim(verb, measure, measure.Instrument, measure.Class, entry.Change, ClaimStatus.Happened, Stage.InEffect, null,
                        [.. Enumerable.Range(0, verb).Reverse()], Behind(at), verb, false, false, null, $"headline: {lemma} + {measure.Phrase.Words[^1]}");
        }
        return null;
    }

    private bool IsCapital()
    {
        int capital = 0, all = 0;
        foreach (var word in clauses.Words)
        {
            if (word.Form.Length <= Shortest || !char.IsLetter(word.Form[0])) continue;
            all++;
            if (char.IsUpper(word.Form[0])) capital++;
        }
        return all >= 3 && capital * 10 >= all * 8 && clauses.Words.Length <= 20;
    }

    /// <summary>The verb whose third person a word is; null where it is none that the lexicon knows.</summary>
    private string? Verb(string form)
    {
        var lower = form.ToLowerInvariant();
        if (!lower.EndsWith('s')) return null;
        foreach (var lemma in (string[])[lower[..^1], lower.EndsWith("es", StringComparison.Ordinal) ? lower[..^2] : lower])
            if (lexicon.Verbs(lemma).Count > 0) return lemma;
        return null;
    }

    private List<int> Behind(int measure)
    {
        var found = new List<int>();
        bool behind = false;
        for (int i = measure + 1; i < clauses.Words.Length; i++)
        {
            if (behind) found.Add(i);
            behind |= clauses.Words[i].Upos == Upos.ADP;
        }
        return found;
    }
}
