using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>Finds the words of a sentence in which grammar puts whom a change of a measure meets.</summary>
internal sealed class FindTargetWords(Clauses clauses, FindActorWords actorWords, AimedAt aimed)
{
    private static readonly Dictionary<MeasureClass, string[]> TargetPrepositions = new()
    {
        [MeasureClass.Restriction] = ["on", "against", "to", "of", "for", "from", "over", "toward"],
        [MeasureClass.Levy] = ["on", "against", "from", "for"],
        [MeasureClass.Benefit] = ["to", "for", "in", "on", "against"],
        [MeasureClass.Bond] = ["with", "to", "between", "of", "from"],
        [MeasureClass.Pact] = ["with", "between"],
        [MeasureClass.Presence] = ["in", "through", "from", "to", "into", "near", "at", "on", "out", "of"],
        [MeasureClass.Truce] = ["with", "between"],
        [MeasureClass.Flow] = ["to", "from", "with", "into", "of"],
        [MeasureClass.Regime] = ["with", "to", "from", "in", "at", "on", "between", "for", "against"],
    };

    /// <param name="also">A further word that the target may hang on, -1 for none.</param>
    public List<int> Of(int word, MeasureNoun measure, ChangeKind change, int also)
    {
        var found = new List<int>();
        for (int i = measure.First; i < measure.Head; i++)
            if (aimed.Is(measure, i)) found.Add(i);
        // "quit the Chad accord": the other side of a pact may stand in its name
        if (measure.Class == MeasureClass.Pact)
            for (int i = measure.First; i < measure.Head; i++)
                if (clauses.Words[i].Upos is Reports.Upos.PROPN or Reports.Upos.ADJ) found.Add(i);
        foreach (var preposition in Prepositions(measure))
        {
            clauses.AddPhrases(measure.Head, preposition, found);
            if (measure.Outer != measure.Head) clauses.AddPhrases(measure.Outer, preposition, found);
            if (also >= 0 && !clauses.Is(also, "obj")) clauses.AddPhrases(also, preposition, found);
            if (preposition != "of") clauses.AddPhrases(word, preposition, found);
            AddHyphenated(word, preposition, found);
            // the parser may hang the phrase on the verb that carries the noun
            int verb = clauses.IsVerb(word) ? clauses.Head(measure.Outer) : clauses.Head(word);
            if (verb >= 0 && verb != word && clauses.IsVerb(verb) && preposition is "on" or "against" or "to" or "with" or "from") clauses.AddPhrases(verb, preposition, found);
        }
        if (also >= 0 && clauses.Is(also, "obj")) found.Add(also); // "left Chad"
        // "Chad received a loan", "Chad lost its aid"
        if (IsTaking(clauses, word) && measure.Class == MeasureClass.Benefit && clauses.Subject(word) is var taker and >= 0) found.Insert(0, taker);
        // "hit Chad with sanctions", "Chad should be hit with sanctions"
        if (clauses.IsVerb(word) && clauses.HasCase(measure.Outer, "with") && measure.Class is MeasureClass.Restriction or MeasureClass.Levy or MeasureClass.Benefit && clauses.Object(word) is var struck and >= 0) found.Add(struck);
        // "expelled Syria's ambassador": a bond is also named by whom it binds to
        if (measure.Class == MeasureClass.Bond || change == ChangeKind.Violate) actorWords.AddNounActors(measure.Head, found);
        // "froze Turkey's membership talks"
        if (measure.Phrase.Words[^1] is "talk" or "negotiation" or "membership" && clauses.Sentence.Child(measure.Head, "nmod:poss") is var candidate and >= 0 && clauses.Words[candidate].Upos == Reports.Upos.PROPN) found.Add(candidate);
        AddToldOf(word, measure, found);
        if (measure.Class is MeasureClass.Benefit or MeasureClass.Presence) AddPurposes([word, measure.Head, measure.Outer], found);
        found.RemoveAll(w => w == measure.Head || w == measure.Outer || w == word || IsReason(w));
        return found;
    }

    /// <summary>"to war-torn Chad", taken for a deed done to Chad.</summary>
    private void AddHyphenated(int word, string preposition, List<int> found)
    {
        foreach (int c in clauses.Children(word))
            if (clauses.Is(c, "advcl") && c > 1 && clauses.Words[c - 1].Form == "-" && clauses.HasCase(c, preposition) && clauses.Object(c) is var stricken and >= 0 && !found.Contains(stricken)) found.Add(stricken);
    }

    /// <summary>Whether who does a deed is whom the measure meets: "received", "lost".</summary>
    public static bool IsTaking(Clauses clauses, int verb) => clauses.IsVerb(verb) && clauses.Lemma(verb) is "receive" or "obtain" or "lose" or "forfeit";

    /// <summary>Talks are held with somebody; where they are held says nothing of them.</summary>
    private static string[] Prepositions(MeasureNoun measure) =>
        measure.Phrase.Words[^1] is "talk" or "negotiation" or "dialogue" ? ["with", "between"] : TargetPrepositions[measure.Class];

    /// <summary>"$5 million to help the people of Nepal": whom a gift is to help.</summary>
    private void AddPurposes(int[] words, List<int> found)
    {
        foreach (int word in words.Distinct())
            foreach (int c in clauses.Children(word))
            {
                if (!(clauses.Is(c, "advcl") || clauses.Is(c, "acl")) || !clauses.HasCase(c, "to") || !IsHelping(clauses.Lemma(c))) continue;
                if (clauses.Object(c) is var helped and >= 0 && !found.Contains(helped)) found.Add(helped);
                clauses.AddPhrases(c, "in", found);
            }
    }

    /// <summary>"in a row over Chad's oil", "in response to Chad": why it is done, not to whom.</summary>
    private bool IsReason(int word) => clauses.HasCase(word, "in") && clauses.Lemma(word) is "row" or "dispute" or "response" or "retaliation" or "protest" or "reaction" or "solidarity" or "wake" or "view" or "light" or "return" or "exchange" or "bid"
        or "blow" or "line" or "case" or "spat" or "feud" or "conflict" or "standoff" or "statement" or "speech" or "interview";

    private static bool IsHelping(string verb) => verb is "help" or "assist" or "support" or "aid" or "protect" or "monitor" or "oversee" or "train" or "guard" or "rebuild" or "enhance" or "strengthen" or "promote"
        or "meet" or "improve" or "relieve" or "feed" or "finance" or "fund" or "stabilise" or "stabilize" or "secure" or "observe" or "advise";

    /// <summary>"troops based in Chad", "the embargo that was imposed on Iraq": what a clause that hangs on the measure tells of it.</summary>
    private void AddToldOf(int word, MeasureNoun measure, List<int> found)
    {
        string[] prepositions = measure.Class switch
        {
            MeasureClass.Presence => ["in", "for", "at", "near", "on"],
            MeasureClass.Restriction or MeasureClass.Levy => ["on", "against"],
            _ => [],
        };
        foreach (int c in clauses.Children(measure.Head))
            if (c != word && clauses.Is(c, "acl"))
                foreach (var preposition in prepositions) clauses.AddPhrases(c, preposition, found);
    }
}
