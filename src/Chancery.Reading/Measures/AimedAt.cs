using Chancery.Reading.Events;
using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>"Iran sanctions" are sanctions on Iran, where "Iranian sanctions" and "US sanctions" are whose they are.</summary>
internal sealed class AimedAt(Clauses clauses, SentenceActors actors)
{
    public bool Is(MeasureNoun measure, int word) => measure.Class is MeasureClass.Restriction or MeasureClass.Levy && word < measure.Head && word >= measure.First
        && clauses.Words[word].Upos == Upos.PROPN && clauses.Words[word].Relation is "compound" or "nmod" or "nmod:desc" && !IsAbbreviated(clauses.Words[word].Form)
        && !HasDeedBehind(measure, word) && !(word + 1 < clauses.Words.Length && clauses.Words[word + 1].Xpos == "POS") && actors.HeadedAt(word).Any(a => a.Kind == ActorKind.State);

    /// <summary>"Iran eased sanctions", taken for one noun phrase: who stands before a deed does it.</summary>
    private bool HasDeedBehind(MeasureNoun measure, int word)
    {
        for (int i = word + 1; i < measure.Head; i++)
            if (clauses.Words[i].Xpos is "VBD" or "VBN" && clauses.Words[i - 1].Form != "-") return true;
        return false;
    }

    public bool HasBelow(MeasureNoun measure, int word)
    {
        foreach (int c in clauses.Children(word))
            if (word < measure.Head && Is(measure, c)) return true;
        return false;
    }

    private static bool IsAbbreviated(string form) => form.Length <= 5 && form.All(c => char.IsUpper(c) || c == '.');
}
