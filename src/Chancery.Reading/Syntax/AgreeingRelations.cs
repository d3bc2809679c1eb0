using Chancery.Reading.Syntax.Lemmas;
using Chancery.Reports;

namespace Chancery.Reading.Syntax;

/// <summary>
/// Relations that cannot stand together. The network chooses tag and relation of each word by itself; where two choices exclude each other, the one that is more often right holds:
/// an object has no preposition ("put aid on hold"), it is no finite verb ("halts arms exports"), and a verb that gives nobody anything has one object, so of two bare nouns side by side
/// that are both called so the first belongs to the second; what has an object and no copula is a verb, and the noun joined to it in front its subject ("that the League scrap its sanctions");
/// of two objects of a verb that gives, the first is who gets the other; what stands behind a participle in -ing is its object ("after accusing Moreno"); and "that" is no conjunction where it is itself subject or object;
/// and a clause behind "after" or "because" is not what somebody said ("she said after Peru imposed sanctions").
/// </summary>
internal sealed class AgreeingRelations(Lemmatiser lemmatiser)
{
    private const string Subject = "nsubj", Passive = "nsubj:pass", Object = "obj", Compound = "compound", Oblique = "obl", OfNoun = "nmod", Case = "case";

    /// <summary>Verbs with an object and somebody to whom it goes, or a thing that the object becomes.</summary>
    private static readonly HashSet<string> Givers = new(StringComparer.Ordinal)
    {
        "give", "teach", "offer", "send", "show", "tell", "sell", "pay", "lend", "grant", "deny", "bring", "hand", "award", "owe", "promise", "cost", "allow", "guarantee", "feed", "serve", "wish", "charge",
        "fine", "ask", "buy", "find", "make", "get", "call", "name", "consider", "elect", "appoint", "leave", "keep", "assign", "allot", "issue", "supply", "provide", "refuse", "save", "spare", "win", "earn", "take", "do", "cause",
    };

    public void Hold(Token[] words)
    {
        for (int i = 0; i < words.Length; i++)
            if (words[i] is { Relation: Subject or Object or Passive, Xpos: "IN", Form: "that" }) words[i] = words[i] with { Upos = Upos.PRON, Xpos = "WDT", Features = "PronType=Rel" };
            else if (words[i] is { Relation: Passive, Head: var root and >= 0 } && words[root] is { Xpos: "VBN", Relation: "root" } && HasArticle(words, i) && !HasAuxiliary(words, root)) MakeFinite(words, i, root);
            else if (words[i] is { Upos: Upos.NOUN, Xpos: "NN" or "NNS" } && HasObject(words, i)) MakeVerb(words, i);
        for (int i = 0; i + 1 < words.Length; i++)
            if (words[i].Relation == Compound && words[i].Head == i + 1 && words[i + 1] is { Upos: Upos.VERB, Xpos: "VBD" or "VBZ" or "VBP" } && !HasSubject(words, i + 1)) words[i] = words[i] with { Relation = Subject };
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Head is var verb && verb >= 0 && verb < i) HoldBehind(words, i, verb);
            if (words[i] is { Relation: "mark", Lemma: "after" or "before" or "because" or "until" or "unless" or "although", Head: var clause and >= 0 } && words[clause].Relation == "ccomp")
                words[clause] = words[clause] with { Relation = "advcl" };
        }
        HoldObjects(words);
    }

    private static void HoldBehind(Token[] words, int noun, int verb)
    {
        if (words[noun].Relation == Subject && words[verb].Xpos == "VBG" && !Array.Exists(words, w => w.Head == verb && (w.Relation == Object || w.Relation.StartsWith("aux", StringComparison.Ordinal))))
            words[noun] = words[noun] with { Relation = Object };
        else if (words[noun].Relation == Object && words[noun].Upos != Upos.VERB && Givers.Contains(words[verb].Lemma) && IsObjectOf(words, verb, noun + 1)) words[noun] = words[noun] with { Relation = "iobj" };
    }

    /// <summary>Whether the verb has another object, at or behind a word.</summary>
    private static bool IsObjectOf(Token[] words, int verb, int first)
    {
        for (int i = first; i < words.Length; i++)
            if (words[i].Relation == Object && words[i].Head == verb) return true;
        return false;
    }

    private static bool HasSubject(Token[] words, int verb) => Array.Exists(words, w => w.Head == verb && w.Relation.StartsWith(Subject, StringComparison.Ordinal));

    /// <summary>An object behind a noun that no copula makes a predicate.</summary>
    private static bool HasObject(Token[] words, int noun)
    {
        bool has = false;
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Head != noun) continue;
            if (words[i].Relation is "cop" or "det" or "amod" or "nmod:poss" or "nummod" or Case) return false;
            has |= words[i].Relation == Object && i > noun;
        }
        return has;
    }

    private static bool HasArticle(Token[] words, int noun) => Array.Exists(words, w => w.Head == noun && w is { Relation: "det", Lemma: "the" or "a" });

    private static bool HasAuxiliary(Token[] words, int verb) => Array.Exists(words, w => w.Head == verb && w.UniversalRelation is "aux" or "cop");

    /// <summary>Who keeps the article keeps the auxiliary: "The troops rolled out" is no passive of a headline.</summary>
    private static void MakeFinite(Token[] words, int subject, int verb)
    {
        string number = words[subject].Xpos is "NNS" or "NNPS" ? "Plur" : "Sing";
        words[subject] = words[subject] with { Relation = Subject };
        words[verb] = words[verb] with { Xpos = "VBD", Features = $"Mood=Ind|Number={number}|Person=3|Tense=Past|VerbForm=Fin" };
    }

    private void MakeVerb(Token[] words, int noun)
    {
        var (tag, features) = words[noun].Xpos == "NNS"
            ? ("VBZ", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin") : ("VBP", "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin");
        words[noun] = words[noun] with { Upos = Upos.VERB, Xpos = tag, Features = features, Lemma = lemmatiser.Lemma(words[noun].Form, Upos.VERB, tag) };
    }

    private void HoldObjects(Token[] words)
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
