using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>
/// Reads by word order what the tree missed: "Chile on Monday revived naval exercises", taken for one noun phrase, or "demanded that Chad scrap its ban", where the verb was
/// taken for a noun. A measure nobody has told of yet, and right before its phrase a form of a verb that does something to it.
/// </summary>
internal sealed class ReadWordOrder(MeasureLexicon lexicon, Clauses clauses, FindMeasureNouns nouns, PoliticalWords political, FindTargetWords targetWords, ClaimList claims)
{
    private const int Reach = 9;

    private readonly VerbForms _forms = new(lexicon);
    private readonly ClauseBefore _before = new(clauses);

    public void Read(int head)
    {
        if (claims.IsTaken(head) || nouns.At(head) is not { } measure || measure.Head != head || claims.Speaks(measure) || claims.Holds(head)) return;
        for (int at = Math.Min(head, measure.Outer) - 1; at > 0 && at >= head - Reach; at--)
        {
            if (Entry(at, measure) is var (lemma, entry) && IsVerbHere(at, lemma))
            {
                Add(at, lemma, measure, entry);
                return;
            }
            if (!MayStandBefore(at)) return;
        }
    }

    private (string Lemma, ChangeVerb Entry)? Entry(int word, MeasureNoun measure)
    {
        foreach (var lemma in _forms.Of(clauses.Words[word].Form).Where(l => l is not ("receive" or "obtain" or "lose" or "forfeit")))
            foreach (var entry in lexicon.Verbs(lemma))
                if (entry.Place == MeasurePlace.Object && entry.Fits(measure.Class) && (entry.Particle is null || HasRightBehind(word, entry.Particle))) return (lemma, entry);
        return null;
    }

    private bool HasRightBehind(int word, string particles)
    {
        foreach (var particle in particles.Split('_'))
            if (++word >= clauses.Words.Length || !clauses.Words[word].Form.Equals(particle, StringComparison.OrdinalIgnoreCase)) return false;
        return true;
    }

    /// <summary>What stands before decides whether a word is a verb: "the suspended aid" and "a freeze" are none, "Chad suspended", "to freeze", "and lifts" are.</summary>
    private bool IsVerbHere(int word, string lemma)
    {
        int before = _before.Skip(word - 1);
        if (before < 0) return false;
        var token = clauses.Words[before];
        if (clauses.Words[word].Form.EndsWith("ing", StringComparison.Ordinal)) return _before.GovernorOfGerund(lexicon, word) is not null;
        // "an FDA authorized vaccine" of which something else is said
        int noun = clauses.Head(word);
        if (clauses.Is(word, "amod") && noun > word && clauses.Head(noun) is var above and >= 0 && clauses.IsVerb(above) && clauses.Lemma(above) != "have") return false;
        bool isNoun = token.Upos is Upos.NOUN or Upos.PROPN && token.Xpos != "POS";
        if (VerbForms.IsBase(clauses.Words[word].Form, lemma))
            return token.Form is "to" || token.Xpos == "MD" || clauses.Lemma(before) is "not" or "n't" || isNoun && (_before.HasThat(before) || VerbForms.IsPlural(token));
        return isNoun || token.Xpos is "PRP" or "WP" or "WDT" || clauses.IsVerb(before) && clauses.Lemma(before) is "have" || token.Upos == Upos.CCONJ && before > 0;
    }

    private bool MayStandBefore(int word) => clauses.Words[word].Upos is Upos.DET or Upos.ADJ or Upos.NUM or Upos.NOUN or Upos.PROPN or Upos.ADV or Upos.SYM
        || clauses.Words[word].Xpos is "PRP$" or "POS" or "HYPH" or "VBN" or "VBD" or "VBG" or "RP" || clauses.Words[word].Form == "-";

    private void Add(int verb, string lemma, MeasureNoun measure, ChangeVerb entry)
    {
        if (!political.IsPolitical(measure, verb) || clauses.HasPhrase(measure.Head, "between")) return;
        measure = measure with { First = Math.Max(measure.First, verb + 1) };
        claims.Take(measure.Head);
        var needs = political.Needs(measure, entry.Change);
        claims.Add(new Claim(verb, measure, measure.Instrument, measure.Class, entry.Change, _before.Status(lexicon, verb), Stage.InEffect, null,
            _before.Subjects(verb), targetWords.Of(verb, measure, entry.Change, -1), verb, false, false, null, $"word order: {lemma} + {measure.Phrase.Words[^1]}")
        {
            Needs = needs == NeededParties.Any ? NeededParties.One : needs,
        });
    }
}
