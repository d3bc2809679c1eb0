using System.Globalization;
using Chancery.Reading.Pages.Html;

namespace Chancery.Training.Pages;

/// <summary>The segment measure of <c>score/article.py</c>: strings found that must be in the text, and strings that must not.</summary>
internal static class SegmentScore
{
    public static string Of(IEnumerable<(GoldPage Gold, string Text)> pages)
    {
        int hits = 0, misses = 0, alarms = 0;
        foreach (var (gold, said) in pages)
        {
            string text = Entities.Fold(said);
            int found = gold.With.Count(s => text.Contains(Entities.Fold(s), StringComparison.Ordinal));
            hits += found;
            misses += gold.With.Count - found;
            alarms += gold.Without.Count(s => text.Contains(Entities.Fold(s), StringComparison.Ordinal));
        }
        double f1 = 2.0 * hits / (2 * hits + alarms + misses);
        return string.Create(CultureInfo.InvariantCulture, $"F1 {f1:0.0000} precision {(double)hits / (hits + alarms):0.000} recall {(double)hits / (hits + misses):0.000}");
    }
}
