using Chancery.Reports;

namespace Chancery.Reading.Times;

/// <summary>
/// Tells an expression of time from the same words meant otherwise: "now" the conjunction, "the past" as a thing, "may" and "fall".
/// A logistic model over the words and their neighbours; weights are sums, so the answer is the same everywhere.
/// </summary>
public sealed class TimeFilter
{
    /// <summary>Log odds over which a phrase is kept: under even odds, since one left out costs as much as one too many.</summary>
    private const double Least = -0.1;

    private readonly Dictionary<uint, float> _weights;

    internal TimeFilter(Dictionary<uint, float> weights) => _weights = weights;

    /// <summary>Keeps every phrase.</summary>
    internal static readonly TimeFilter Open = new([]);

    /// <exception cref="FileNotFoundException">The model is missing.</exception>
    /// <exception cref="FormatException">A line is not a feature and its weight; the message says which.</exception>
    public static TimeFilter Load(string path) => new(FeatureFile.Load(path));

    internal bool Keeps(string text, TimePhrase phrase, TextTimes around, List<uint> scratch)
    {
        if (OtherMeanings.Has(text, phrase)) return false;
        // a capital inside a sentence makes a name of it: "the programme This Week"
        bool named = char.IsUpper(text[phrase.Span.Start]) && phrase.Month is null && phrase.Weekday is null && !Neighbour.OpensSentence(text, phrase.Span.Start);
        if (_weights.Count == 0 || phrase.IsCertain && !named) return true;
        Features(text, phrase, around, scratch);
        double score = 0;
        foreach (uint feature in scratch) score += _weights.GetValueOrDefault(feature);
        return score > Least;
    }

    /// <summary>The features of a phrase where it stands.</summary>
    internal static void Features(string text, TimePhrase phrase, TextTimes around, List<uint> features)
    {
        features.Clear();
        var span = phrase.Span;
        uint words = FeatureHash.OfShape(phrase.Words);
        uint signature = phrase.Signature;
        var (before, before2) = (Neighbour.Before(text, span.Start, 1), Neighbour.Before(text, span.Start, 2));
        var (after, after2) = (Neighbour.After(text, span.End, 1), Neighbour.After(text, span.End, 2));
        uint domain = around.IsNarrative ? 1u : 0u;
        uint capital = char.IsUpper(text[span.Start]) ? Neighbour.OpensSentence(text, span.Start) ? 2u : 1u : 0u;
        Add(0, 0);
        Add(1, words);
        Add(2, signature);
        Add(3, (uint)phrase.Meaning);
        Add(4, before);
        Add(5, after);
        Add(6, FeatureHash.With(before, words));
        Add(7, FeatureHash.With(after, words));
        Add(8, FeatureHash.With(before, signature));
        Add(9, FeatureHash.With(after, signature));
        Add(10, FeatureHash.With(before2, before));
        Add(11, FeatureHash.With(after, after2));
        Add(12, FeatureHash.With(words, domain));
        Add(13, FeatureHash.With(signature, domain));
        Add(14, FeatureHash.With(signature, capital));
        Add(15, FeatureHash.With(words, capital));
        Add(16, FeatureHash.With(Neighbour.Suffix(text, span.End), signature));
        Add(17, FeatureHash.With(Neighbour.Suffix(text, span.End), words));
        Add(18, FeatureHash.With(around.Alike(words), words));

        void Add(uint kind, uint value) => features.Add(FeatureHash.With(kind + 1, value));
    }
}
