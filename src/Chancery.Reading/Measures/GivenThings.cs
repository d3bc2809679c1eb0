using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>Things that are aid by being given ("sent weapons to Chad", "pledged $5 million for the survivors in Nepal"), or a deployment by being stationed ("based six jets in Chad").</summary>
internal static class GivenThings
{
    public static readonly InstrumentPhrase Weapons = new(Instrument.Aid, MeasureClass.Benefit, ["weapons"]);
    private static readonly InstrumentPhrase Sum = new(Instrument.Aid, MeasureClass.Benefit, ["money"]),
        Food = new(Instrument.Aid, MeasureClass.Benefit, ["food", "weapons"]), Forces = new(Instrument.Deployment, MeasureClass.Presence, ["forces"]);

    /// <summary>Weapons where a verb of giving, selling or withholding has them, weapons and forces where one of stationing has them; null else.</summary>
    public static InstrumentPhrase? At(MeasureLexicon lexicon, Clauses clauses, int word)
    {
        var lemma = clauses.Lemma(word);
        if (lemma is "ton" or "tonne" or "truckload" or "shipload" && IsObjectOf(clauses, word, v => IsDonating(v) || v is "send" or "deliver" or "ship") && IsOfFood(clauses, word)) return Food;
        bool weapon = lexicon.IsWeapon(lemma), force = lexicon.IsForce(lemma);
        if (!weapon && !force || clauses.Words[word].Upos is not (Upos.NOUN or Upos.PROPN)) return null;
        if (IsObjectOf(clauses, word, IsStationing) || force && IsObjectOf(clauses, word, IsSending)) return Forces;
        if (force && clauses.Is(word, "nsubj") && clauses.Head(word) is var mover and >= 0 && clauses.Lemma(mover) is "leave" or "arrive" or "depart" or "withdraw" || force && clauses.Is(word, "nsubj") && clauses.Head(word) is var home and >= 0 && clauses.HasChild(home, "home")) return Forces;
        // "provided Chad with tanks"
        if (clauses.Is(word, "obl") && clauses.HasCase(word, "with") && clauses.Lemma(clauses.Head(word)) is "provide" or "supply" or "equip" or "arm") return Weapons;
        return IsObjectOf(clauses, word, IsGiving) ? Weapons : null;
    }

    /// <summary>"10,000 tons of corn".</summary>
    private static bool IsOfFood(Clauses clauses, int word)
    {
        foreach (int c in clauses.Children(word))
            if (clauses.Is(c, "nmod") && clauses.HasCase(c, "of") && clauses.Lemma(c) is "corn" or "rice" or "wheat" or "grain" or "food" or "flour" or "maize" or "fuel" or "oil" or "medicine" or "fertilizer" or "fertiliser" or "cereal" or "aid" or "supply" or "relief") return true;
        return false;
    }

    private static bool IsStationing(string verb) => verb is "deploy" or "base" or "station" or "position" or "withdraw" or "pull" or "redeploy" or "mass" or "rotate";

    private static bool IsSending(string verb) => verb is "send" or "dispatch" or "move" or "relocate" or "commit" or "remove" or "bring";

    /// <summary>A sum of money that is given, and not paid for something; null else.</summary>
    public static InstrumentPhrase? Money(Clauses clauses, int word) =>
        clauses.Lemma(word) is "$" or "€" or "£" or "million" or "billion" or "dollar" or "euro" or "pound" or "yen" or "crown" or "franc" or "krone" or "yuan" or "rupee" or "lira" or "rouble" or "ruble" && IsObjectOf(clauses, word, v => IsDonating(v) || IsHolding(v)) && NamesMoney(clauses, word) && !IsRegular(clauses, word)
            || IsHeldMoney(clauses, word) ? Sum : null;

    /// <summary>"cut off money for hospitals", "released the funds": money that is kept from somebody, or given after that.</summary>
    private static bool IsHeldMoney(Clauses clauses, int word) =>
        clauses.Lemma(word) is "money" or "fund" or "funds" or "cash" && IsObjectOf(clauses, word, v => IsHolding(v) || v is "cut" or "suspend" or "halt" or "restore") && (clauses.HasPhrase(word, "for") || clauses.HasPhrase(word, "to") || word + 1 < clauses.Words.Length && clauses.Lemma(word + 1) is "for" or "to");

    private static bool IsHolding(string verb) => verb is "withhold" or "release" or "unblock" or "unfreeze" or "free" or "unlock" or "freeze" or "block" or "hold";

    private static bool IsObjectOf(Clauses clauses, int word, Func<string, bool> fits) =>
        // "a total of $5 million"
        clauses.Is(word, "nmod") && clauses.HasCase(word, "of") && clauses.Head(word) is var sum and >= 0 && clauses.Lemma(sum) is "total" or "sum" or "amount" && IsObjectOf(clauses, sum, fits) ||
        clauses.Head(word) is var verb and >= 0 && clauses.IsVerb(verb) && (clauses.Is(word, "obj") || clauses.Words[word].Relation == "nsubj:pass" || IsUpTo(clauses, word)) && fits(clauses.Lemma(verb));

    /// <summary>"up to $1 billion", which a tree takes for a phrase with "to".</summary>
    public static bool IsUpTo(Clauses clauses, int word)
    {
        if (!clauses.Is(word, "obl")) return false;
        int first = word;
        while (first > 0 && clauses.Words[first - 1].Upos is Upos.NUM or Upos.ADJ or Upos.SYM or Upos.NOUN) first--;
        return first >= 2 && clauses.Lemma(first - 1) == "to" && clauses.Lemma(first - 2) == "up";
    }

    private static bool IsGiving(string verb) => IsDonating(verb) || verb is "send" or "supply" or "deliver" or "sell" or "ship" or "airlift" or "withhold";

    private static bool IsDonating(string verb) => verb is "provide" or "give" or "donate" or "pledge" or "offer" or "lend" or "allocate" or "commit" or "contribute" or "grant" or "disburse" or "earmark" or "promise";

    /// <summary>"$100 million a year": what is given again and again is no change.</summary>
    private static bool IsRegular(Clauses clauses, int word)
    {
        for (int i = word + 1; i <= word + 5 && i < clauses.Words.Length; i++)
            if (clauses.Lemma(i) is "annually" or "yearly" or "monthly" || clauses.Lemma(i) is "year" or "month" && clauses.Lemma(i - 1) is "a" or "per" or "each" or "every") return true;
        return false;
    }

    private static bool NamesMoney(Clauses clauses, int word)
    {
        for (int i = Math.Max(0, word - 4); i <= word + 2 && i < clauses.Words.Length; i++)
            if (clauses.Lemma(i) is "$" or "€" or "£" or "dollar" or "euro" or "pound" or "yen" or "crown" or "franc" or "krone" or "yuan" or "rupee" or "lira" or "rouble" or "ruble" || clauses.Words[i].Form is ['$' or '€' or '£', ..]) return true;
        return false;
    }
}
