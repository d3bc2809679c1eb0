using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>How much of a measure a change touches, by the words of its phrase.</summary>
internal sealed class Extents(Clauses clauses)
{
    private static readonly HashSet<string> PartWords = new(StringComparer.Ordinal)
    {
        "part", "some", "most", "many", "several", "partial", "partially", "partly", "half", "third", "quarter", "bulk", "number", "portion", "certain", "few",
    };

    /// <summary>"part of", "some", "nearly all", "partially".</summary>
    public bool IsPartial(int word, MeasureNoun measure)
    {
        for (int i = measure.First; i <= measure.Head; i++)
            if (PartWords.Contains(clauses.Lemma(i)) || IsNearly(i)) return true;
        if (measure.Outer != measure.Head && PartWords.Contains(clauses.Lemma(measure.Outer))) return true;
        if (HasException(Math.Max(word, measure.Head))) return true;
        foreach (int c in clauses.Children(word))
        {
            if (clauses.Lemma(c) is "partially" or "partly" or "partial" or "most" && !clauses.Is(c, "obl")) return true;
            // "withdrew its troops from parts of the south"
            if (clauses.Is(c, "obl") && PartWords.Contains(clauses.Lemma(c))) return true;
        }
        return false;
    }

    /// <summary>"lifted its sanctions except for those on arms", "withdrew from Chad, apart from the north".</summary>
    private bool HasException(int from)
    {
        for (int i = from + 1; i < clauses.Words.Length && !(clauses.IsVerb(i) && clauses.Words[i].Xpos is "VBD" or "VBZ" or "VBP"); i++)
            if (clauses.Lemma(i) is "except" or "excluding" || clauses.Lemma(i) == "apart" && i + 1 < clauses.Words.Length && clauses.Lemma(i + 1) == "from") return true;
        return false;
    }

    private bool IsNearly(int word) =>
        clauses.Lemma(word) is "all" or "entire" or "whole" && word > 0 && clauses.Lemma(word - 1) is "nearly" or "almost" or "virtually" or "practically";

    /// <summary>The number and what is counted: "7,000 troops", "$300 million", or "nearly all"; null for none.</summary>
    public string? Quantity(MeasureNoun measure)
    {
        int first = -1, last = -1;
        int from = Math.Min(measure.First, measure.Outer == measure.Head ? measure.First : Math.Max(0, measure.Outer - 3));
        int to = measure.Outer != measure.Head ? Math.Max(measure.Outer, measure.First - 1) : measure.Head;
        for (int i = from; i <= to; i++)
        {
            var token = clauses.Words[i];
            bool counts = token.Upos == Upos.NUM && !(token.Form.Length == 4 && token.Form[0] is '1' or '2' && !token.Form.Contains(',', StringComparison.Ordinal)) || token.Upos == Upos.SYM
                || clauses.Lemma(i) is "million" or "billion" or "percent" or "$" or "€";
            if (!counts) continue;
            if (first < 0) first = i;
            last = i;
        }
        if (first < 0) return NearlyAll(from, measure.Head);
        if (last == first && clauses.Words[first].Upos == Upos.SYM) return null;
        var number = string.Concat(Enumerable.Range(first, last - first + 1).Select(i =>
            (i > first && clauses.Words[i].Span.Start > clauses.Words[i - 1].Span.End ? " " : "") + clauses.Words[i].Form));
        return measure.Class == MeasureClass.Presence ? $"{number} {clauses.Words[measure.Head].Form}" : number;
    }

    /// <summary>As good as the whole, though not all of it.</summary>
    private string? NearlyAll(int from, int to)
    {
        for (int i = Math.Max(1, from); i <= to; i++)
            if (IsNearly(i)) return $"{clauses.Words[i - 1].Form} {clauses.Words[i].Form}".ToLowerInvariant();
        return null;
    }
}
