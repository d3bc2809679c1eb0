using Chancery.Reading.Events.Frames;

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
        [MeasureClass.Presence] = ["in", "from", "to", "into", "near", "at", "on", "out", "of"],
        [MeasureClass.Truce] = ["with", "between"],
        [MeasureClass.Regime] = ["with", "in", "at", "on", "between", "for", "against"],
    };

    /// <param name="also">A further word that the target may hang on, -1 for none.</param>
    public List<int> Of(int word, MeasureNoun measure, int also)
    {
        var found = new List<int>();
        for (int i = measure.First; i < measure.Head; i++)
            if (aimed.Is(measure, i)) found.Add(i);
        foreach (var preposition in TargetPrepositions[measure.Class])
        {
            clauses.AddPhrases(measure.Head, preposition, found);
            if (measure.Outer != measure.Head) clauses.AddPhrases(measure.Outer, preposition, found);
            if (also >= 0 && !clauses.Is(also, "obj")) clauses.AddPhrases(also, preposition, found);
            if (preposition != "of") clauses.AddPhrases(word, preposition, found);
            // the parser may hang the phrase on the verb that carries the noun
            int verb = clauses.IsVerb(word) ? clauses.Head(measure.Outer) : clauses.Head(word);
            if (verb >= 0 && verb != word && clauses.IsVerb(verb) && preposition is "on" or "against" or "to" or "with" or "from") clauses.AddPhrases(verb, preposition, found);
        }
        if (also >= 0 && clauses.Is(also, "obj")) found.Add(also); // "left Chad"
        // "expelled Syria's ambassador": a bond is also named by whom it binds to
        if (measure.Class == MeasureClass.Bond) actorWords.AddNounActors(measure.Head, found);
        found.RemoveAll(w => w == measure.Head || w == measure.Outer || w == word);
        return found;
    }
}
