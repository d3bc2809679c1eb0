using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>Reads changes of what only stands for a measure: "suspended it", "most were withdrawn", "lifted the suspension".</summary>
internal sealed class ReadStandIns(MeasureLexicon lexicon, Clauses clauses, FindMeasureNouns nouns, ChangedMeasures changed, ReadStatus status, ClaimList claims)
{
    public static bool IsPronoun(Clauses clauses, int word) => clauses.Words[word].Xpos == "PRP" && clauses.Lemma(word) is "it" or "they" or "them" && clauses.Words[word].Upos == Upos.PRON;

    public bool ReadPronoun(int verb, int place, ChangeVerb entry)
    {
        // only verbs that are said of little else; goods are not spoken of as "it"
        if (entry.Classes is [MeasureClass.Flow])
        {
            if (Antecedent(verb, place) is not { Class: MeasureClass.Flow } goods || entry.Verb is not ("stop" or "halt" or "suspend" or "resume" or "ban")) return false;
            claims.Add(verb, goods, entry.Change, $"{entry.Verb} + it");
            return true;
        }
        if (Antecedent(verb, place) is { } measure && entry.Change is ChangeKind.Cancel or ChangeKind.Impose && entry.Verb is "close" or "shut" or "sever" or "scrap" or "cancel" or "cut" or "revoke" or "break" or "seal")
        {
            if (!entry.Fits(measure.Class)) return false;
            claims.Add(verb, measure, entry.Change, $"{entry.Verb} + it");
            return true;
        }
        if (entry.Change is not (ChangeKind.Suspend or ChangeKind.Reinstate or ChangeKind.Lift or ChangeKind.Convert or ChangeKind.Extend) && entry.Verb != "impose" || entry.Verb is "stop" or "halt" or "end" or "remove" or "hold" or "drop" or "return" or "turn" or "change" or "block" or "raise" or "increase" or "release" or "free" or "strengthen" or "put" or "send" or "roll" or "dissolve" or "abandon" or "eliminate" or "phase" or "undo" or "give") return false;
        var verdict = status.Of(verb);
        claims.Add(new Claim(verb, null, null, null, entry.Change, verdict.Status, verdict.Stage, null, [], [], verdict.Top, verdict.Background, false, null, $"{entry.Verb} + it"));
        return true;
    }

    /// <summary>The measure that a pronoun stands for: the one told of last before it in its sentence; null for none.</summary>
    private MeasureNoun? Antecedent(int verb, int place) => claims.LastBefore(Math.Min(verb, place))?.Measure;

    /// <summary>"had 1,400 troops there, but most were withdrawn": the measure named last before in the sentence.</summary>
    public bool ReadSome(int verb, int place, ChangeVerb entry)
    {
        if (clauses.Words[place].Form is "those" or "ones" && clauses.Is(place, "obj") && Repeated(verb, place, entry)) return true;
        if (clauses.Lemma(place) is not ("most" or "some" or "all" or "half" or "rest" or "many" or "both" or "none" or "number" or "figure") || clauses.Words[place].Upos == Upos.DET && clauses.Head(place) > place) return false;
        // "to halve that number"
        if (clauses.Lemma(place) is "number" or "figure" && !(clauses.HasChild(place, "that") || clauses.HasChild(place, "this") || clauses.HasChild(place, "their"))) return false;
        for (int at = place - 1; at >= 0; at--)
        {
            if (nouns.At(at) is not { } measure || measure.Head != at || !entry.Fits(measure.Class)) continue;
            bool all = clauses.Lemma(place) is "all" or "both";
            var change = all ? entry.Change : entry.Change switch { ChangeKind.Cancel when measure.Class == MeasureClass.Presence => ChangeKind.Reduce, ChangeKind.Lift => ChangeKind.Ease, var c => c };
            claims.Add(verb, measure, change, $"{entry.Verb} + {clauses.Lemma(place)}");
            return true;
        }
        return false;
    }

    /// <summary>"raised duties on steel and dropped those on shoes": a measure of the same kind, with a target of its own.</summary>
    private bool Repeated(int verb, int place, ChangeVerb entry)
    {
        for (int at = place - 1; at >= 0; at--)
        {
            if (nouns.At(at) is not { } measure || measure.Head != at || !entry.Fits(measure.Class)) continue;
            claims.Add(verb, new MeasureNoun(place, place, place, measure.Phrase), entry.Change, $"{entry.Verb} + {clauses.Words[place].Form}");
            return true;
        }
        return false;
    }

    /// <summary>"lifted the suspension of aid" reinstates; "ended the withdrawal" is left to the noun itself.</summary>
    public bool ReadChangeNoun(int verb, int place, ChangeVerb entry)
    {
        if (entry.Change is not (ChangeKind.Lift or ChangeKind.Cancel) || !entry.Fits(MeasureClass.Restriction)) return false;
        foreach (var noun in lexicon.Nouns(clauses.Lemma(place)))
        {
            if (noun.Change != ChangeKind.Suspend || changed.Of(place, noun) is not { } measure) continue;
            claims.Take(place);
            claims.Add(verb, measure, ChangeKind.Reinstate, $"{entry.Verb} + {noun.Noun}");
            return true;
        }
        return false;
    }
}
