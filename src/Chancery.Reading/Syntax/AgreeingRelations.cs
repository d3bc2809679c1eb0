using Chancery.Reading.Syntax.Lemmas;
using Chancery.Reports;

namespace Chancery.Reading.Syntax;

/// <summary>
/// Relations that cannot stand together. The network chooses tag and relation of each word by itself; where two choices exclude each other, the one that is more often right holds:
/// an object has no preposition ("put aid on hold"), it is no finite verb ("halts arms exports"), and a verb that gives nobody anything has one object, so of two bare nouns side by side
/// that are both called so the first belongs to the second.
/// </summary>
internal sealed class AgreeingRelations(Lemmatiser lemmatiser)
{
    private const string Object = "obj", Compound = "compound", Oblique = "obl", OfNoun = "nmod", Case = "case";

    /// <summary>Verbs with an object and somebody to whom it goes, or a thing that the object becomes.</summary>
    private static readonly HashSet<string> Givers = new(StringComparer.Ordinal)
    {
        "give", "teach", "offer", "send", "show", "tell", "sell", "pay", "lend", "grant", "deny", "bring", "hand", "award", "owe", "promise", "cost", "allow", "guarantee", "feed", "serve", "wish", "charge",
        "fine", "ask", "buy", "find", "make", "get", "call", "name", "consider", "elect", "appoint", "leave", "keep", "assign", "allot", "issue", "supply", "provide", "refuse", "save", "spare", "win", "earn", "take", "do", "cause",
    };

    public void Hold(Token[] words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Relation != Object || words[i].Head is var verb && (verb < 0 || verb >= i || words[verb].Upos != Upos.VERB)) continue;
            if (words[i].Upos is Upos.NOUN or Upos.PROPN && HasPreposition(words, i)) words[i] = words[i] with { Relation = Oblique };
            else if (i + 1 < words.Length && words[i].Upos == Upos.NOUN && words[i + 1].Relation == Object && words[i + 1].Head == verb && !Givers.Contains(words[verb].Lemma)) BelongTogether(words, i);
        }
    }

    private void BelongTogether(Token[] words, int first)
    {
        int second = first + 1;
        if (words[second] is { Upos: Upos.VERB, Xpos: "VBZ", Form: var form })
        {
            words[second] = words[second] with { Upos = Upos.NOUN, Xpos = "NNS", Features = "Number=Plur", Lemma = lemmatiser.Lemma(form, Upos.NOUN, "NNS") };
            for (int i = second + 1; i < words.Length; i++)
                if (words[i].Head == second && words[i].Relation == Oblique) words[i] = words[i] with { Relation = OfNoun };
        }
        if (words[second].Upos == Upos.NOUN) words[first] = words[first] with { Head = second, Relation = Compound };
    }

    private static bool HasPreposition(Token[] words, int noun)
    {
        for (int i = noun - 1; i >= 0 && i > noun - 4; i--)
            if (words[i].Head == noun && words[i] is { Relation: Case, Upos: Upos.ADP }) return true;
        return false;
    }
}
