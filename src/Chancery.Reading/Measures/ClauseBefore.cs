using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>What stands before a verb in its clause, by word order alone.</summary>
internal sealed class ClauseBefore(Clauses clauses)
{
    private const int Reach = 16;

    /// <summary>The word before, over adverbs and a time ("Chile on Monday also …"); -1 for none.</summary>
    public int Skip(int word)
    {
        while (word >= 0 && (clauses.Words[word].Upos == Upos.ADV && clauses.Lemma(word) is not ("not" or "n't") || NearWords.IsTime(clauses, word)))
        {
            bool time = NearWords.IsTime(clauses, word);
            word--;
            if (time && word >= 0 && clauses.Words[word].Upos is Upos.ADP or Upos.DET) word--;
        }
        return word;
    }

    /// <summary>Whether "that" opens the clause a word stands in: "demanded that Chad scrap".</summary>
    public bool HasThat(int word) => Start(word) is var start and > 0 && clauses.Lemma(start - 1) == "that";

    /// <summary>The measure that the first noun phrase of the clause before a verb names, whatever the tree makes of it: "A ceasefire brokered by Chad took hold"; -1 for none.</summary>
    public int FirstMeasure(FindMeasureNouns nouns, int verb)
    {
        if (verb == 0) return -1;
        int found = -1, start = Start(verb - 1);
        bool isFinite = clauses.Words[verb].Xpos is "VBD" or "VBZ" or "VBP" || clauses.Sentence.Child(verb, "aux") >= 0;
        // behind a verb stands its object
        if (!isFinite || start > 0 && clauses.IsVerb(start - 1)) return -1;
        for (int at = start; at < verb; at++)
        {
            if (nouns.At(at) is { } measure && measure.Head == at) found = at;
            else if (!(clauses.Words[at].Upos is Upos.DET or Upos.ADJ or Upos.NUM or Upos.NOUN or Upos.PROPN || clauses.Words[at].Xpos is "PRP$" or "POS" or "HYPH" || clauses.Words[at].Form == "-")) return found;
        }
        return found;
    }

    /// <summary>The words of the clause before a verb that may name who acts: those outside phrases with prepositions first, from the left.</summary>
    public List<int> Subjects(int verb)
    {
        List<int> bare = [], under = [];
        bool inPhrase = false;
        for (int at = verb == 0 ? 0 : Start(verb - 1); at < verb; at++)
        {
            inPhrase = clauses.Words[at].Upos switch { Upos.ADP => clauses.Lemma(at) != "of", Upos.DET or Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.NUM => inPhrase, _ => clauses.Words[at].Xpos is "POS" or "PRP$" && inPhrase };
            if (clauses.Words[at].Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.PRON) (inPhrase ? under : bare).Add(at);
        }
        return [.. bare, .. under];
    }

    /// <summary>What the words before a verb make of its deed: "will", "not", "plans to", "demanded that".</summary>
    public ClaimStatus Status(MeasureLexicon lexicon, int verb)
    {
        if (verb == 0) return ClaimStatus.Happened;
        int start = Start(verb - 1);
        var status = ClaimStatus.Happened;
        if (clauses.Words[verb].Form.EndsWith("ing", StringComparison.Ordinal)) return GovernorOfGerund(lexicon, verb) ?? status;
        if (start > 1 && clauses.Lemma(start - 1) == "that" && Governor(lexicon, start - 2) is ClaimStatus.Denied) return ClaimStatus.Denied;
        for (int at = start; at < verb; at++)
        {
            if (clauses.Lemma(at) is "not" or "n't" or "never" || clauses.Lemma(at) == "longer" && at > 0 && clauses.Lemma(at - 1) == "no") return ClaimStatus.Denied;
            if (clauses.Words[at].Xpos == "MD")
                status = clauses.Words[at].Form.ToLowerInvariant() is "may" or "might" or "could" or "would" ? ClaimStatus.Considered : clauses.Lemma(at) is "must" or "should" ? ClaimStatus.CalledFor : ClaimStatus.Announced;
        }
        if (clauses.Lemma(verb - 1) == "to") return verb >= 2 && Governor(lexicon, verb - 2) is { } above ? above : ClaimStatus.Announced;
        if (status == ClaimStatus.Happened && start > 1 && clauses.Lemma(start - 1) == "that" && VerbForms.IsBase(clauses.Words[verb].Form, clauses.Words[verb].Form) && Governor(lexicon, start - 2) is ClaimStatus.CalledFor) return ClaimStatus.CalledFor;
        return status;
    }

    /// <summary>"is considering imposing", "ruled out imposing": what the verb before makes of it; null where none stands there.</summary>
    public ClaimStatus? GovernorOfGerund(MeasureLexicon lexicon, int gerund)
    {
        if (gerund == 0) return null;
        var particle = clauses.Lemma(gerund - 1);
        if (particle is not ("out" or "against")) return clauses.IsVerb(gerund - 1) ? Governor(lexicon, gerund - 1) : null;
        if (gerund < 2) return null;
        foreach (var governor in lexicon.Governors(clauses.Lemma(gerund - 2)))
            if (governor.Particle == particle) return governor.Status;
        return null;
    }

    private ClaimStatus? Governor(MeasureLexicon lexicon, int word)
    {
        foreach (var governor in lexicon.Governors(clauses.Lemma(word)))
            if (governor.Particle is null) return governor.Status;
        return null;
    }

    private int Start(int word)
    {
        int at = word;
        while (at > 0 && word - at < Reach && !IsBoundary(at - 1)) at--;
        return Math.Max(at, 0);
    }

    private bool IsBoundary(int word) => clauses.Words[word].Upos is Upos.SCONJ || clauses.Lemma(word) is "that" or "which" or "who" or ";" or ":" or "\"" or "but" or "," || clauses.Words[word].Xpos is "VBD" or "VBZ" && clauses.Words[word].Upos == Upos.VERB;
}
