using Chancery.Reading.Events.Frames;
using Chancery.Reading.Events.Predicates;
using Chancery.Reports;

namespace Chancery.Reading.Events;

/// <summary>Tells nouns that are no events of their own: parts of names, and words that say what kind another noun is of.</summary>
internal sealed class NounsOfKind(EventLexicon lexicon, Clauses clauses)
{
    /// <summary>"Liberation" in a party's name and the month of March are no events; a capitalised headline word may be.</summary>
    public bool IsPartOfName(int word) =>
        word > 0 && (clauses.Is(word, "compound") || clauses.Is(word, "flat") || clauses.Lemma(word) == "march" || NameBeside(word - 1) || NameBeside(word + 1));

    /// <summary>"rescue charity", "trade minister", "life-saving": what comes before a noun says what kind it is of, unless that noun is an event or measure too.</summary>
    public bool IsKindOfThing(int word) => clauses.Is(word, "compound") && clauses.Head(word) is var head and >= 0 && head > word && clauses.Words[head].Upos == Upos.NOUN
        && lexicon.NounOrAdjective(clauses.Lemma(head), clauses.Words[head].Form) is null && lexicon.NounOrAdjective(clauses.Lemma(word), clauses.Words[word].Form) is { } own
        && own.Plain.Any(e => e.Meaning.Type is "COOPERATE" or "AID" or "SUPPORT" or "AGREE" or "CONSULT" or "CONCEDE" or "RETREAT" or "REQUEST" or "SANCTION");

    private bool NameBeside(int word) => word >= 0 && word < clauses.Words.Length && clauses.Words[word].Upos == Upos.PROPN;
}
