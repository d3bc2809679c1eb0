using Chancery.Reading.Times;

namespace Chancery.Training.Times;

/// <summary>
/// Trains <c>models/times.model</c>: every phrase the grammar finds is one example, right where it overlaps a gold expression.
/// Logistic loss, AdaGrad, L2, examples in file order: the same recipe gives the same bytes.
/// </summary>
public static class TimeFilterRecipe
{
    private const int Rounds = 30;
    private const double Rate = 0.05, Decay = 1e-2, Smallest = 0.02;

    public static TimeFilter Train(IEnumerable<TimedText> texts) => new(Weights(texts));

    public static void Write(IEnumerable<TimedText> texts, string path) =>
        FeatureFile.Write(path, "Weights of the filter of time expressions: FNV-1a of the feature, weight. Made by Chancery.Training; see times.md.", Weights(texts));

    private static Dictionary<uint, float> Weights(IEnumerable<TimedText> texts)
    {
        var examples = texts.SelectMany(Examples).ToList();
        var weights = new Dictionary<uint, double>();
        var squares = new Dictionary<uint, double>();
        for (int round = 0; round < Rounds; round++)
        {
            foreach (var (features, right) in examples)
            {
                double score = 0;
                foreach (uint f in features) score += weights.GetValueOrDefault(f);
                double error = (right ? 1 : 0) - 1 / (1 + Math.Exp(-score));
                foreach (uint f in features)
                {
                    double slope = error - Decay * weights.GetValueOrDefault(f);
                    double square = squares[f] = squares.GetValueOrDefault(f) + slope * slope;
                    weights[f] = weights.GetValueOrDefault(f) + Rate * slope / (1e-6 + Math.Sqrt(square));
                }
            }
        }
        return weights.Where(w => Math.Abs(w.Value) >= Smallest).ToDictionary(w => w.Key, w => (float)w.Value);
    }

    private static IEnumerable<(uint[] Features, bool Right)> Examples(TimedText text)
    {
        var phrases = text.Phrases();
        var around = new TextTimes(phrases, text.Report.Witnessed.Date?.Year);
        var features = new List<uint>();
        foreach (var phrase in phrases)
        {
            if (OtherMeanings.Has(text.Report.Text, phrase)) continue;
            TimeFilter.Features(text.Report.Text, phrase, around, features);
            yield return ([.. features], text.GoldAt(phrase.Span) is not null);
        }
    }
}
