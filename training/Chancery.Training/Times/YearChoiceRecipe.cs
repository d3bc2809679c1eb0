using System.Globalization;
using Chancery.Reading.Times;
using Chancery.Reports;

namespace Chancery.Training.Times;

/// <summary>
/// Trains <c>models/times-years.model</c>: every month, day or season of a history that stands without its year is one example, its gold
/// year the right answer; what was told before it has its gold year. Log-linear over the years spoken for, AdaGrad, L2, examples in
/// file order: the same recipe gives the same bytes.
/// </summary>
public static class YearChoiceRecipe
{
    private const int Rounds = 20;
    private const double Rate = 0.1, Decay = 0.05, Smallest = 0.001;

    /// <param name="texts">With their sentences.</param>
    public static YearChoice Train(IEnumerable<(TimedText Text, AnnotatedReport Reading)> texts) => new(Weights(texts));

    public static void Write(IEnumerable<(TimedText Text, AnnotatedReport Reading)> texts, string path) =>
        FeatureFile.Write(path, "Weights of what speaks for a year in histories: FNV-1a of the feature, weight. Made by Chancery.Training; see times-years.md.", Weights(texts));

    private static Dictionary<uint, float> Weights(IEnumerable<(TimedText Text, AnnotatedReport Reading)> texts)
    {
        var examples = texts.SelectMany(t => Examples(t.Text, t.Reading)).ToList();
        var weights = new Dictionary<uint, double>();
        var squares = new Dictionary<uint, double>();
        for (int round = 0; round < Rounds; round++)
        {
            foreach (var (voices, year) in examples)
            {
                foreach (var (feature, pull) in Pulls(voices, year, weights))
                {
                    double slope = pull - Decay * weights.GetValueOrDefault(feature);
                    double square = squares[feature] = squares.GetValueOrDefault(feature) + slope * slope;
                    weights[feature] = weights.GetValueOrDefault(feature) + Rate * slope / (1e-6 + Math.Sqrt(square));
                }
            }
        }
        return weights.Where(w => Math.Abs(w.Value) >= Smallest).ToDictionary(w => w.Key, w => (float)w.Value);
    }

    /// <summary>For every feature, how often it speaks for the right year less how often it is expected to.</summary>
    private static Dictionary<uint, double> Pulls(IReadOnlyList<YearVoice> voices, int right, Dictionary<uint, double> weights)
    {
        var scores = new Dictionary<int, double>();
        foreach (var voice in voices)
            scores[voice.Year] = scores.GetValueOrDefault(voice.Year) + voice.Features.Sum(f => weights.GetValueOrDefault(f));
        double most = scores.Values.Max(), total = scores.Values.Sum(s => Math.Exp(s - most));
        var pulls = new Dictionary<uint, double>();
        foreach (var voice in voices)
        {
            double pull = (voice.Year == right ? 1 : 0) - Math.Exp(scores[voice.Year] - most) / total;
            foreach (uint feature in voice.Features) pulls[feature] = pulls.GetValueOrDefault(feature) + pull;
        }
        return pulls;
    }

    private static IEnumerable<(IReadOnlyList<YearVoice> Voices, int Year)> Examples(TimedText text, AnnotatedReport reading)
    {
        var phrases = text.Phrases().Where(p => text.GoldAt(p.Span) is not null).ToList();
        var course = new TimeCourse(reading, phrases, YearChoice.None);
        var resolve = new ResolvePhrase(TimeReader.BuiltIn.Holidays);
        for (int i = 0; i < phrases.Count; i++)
        {
            var phrase = phrases[i];
            var setting = course.SettingOf(phrase);
            if (phrase.LacksYear && YearOf(text.GoldAt(phrase.Span)!.Value) is { } year)
            {
                bool shares = i + 1 < phrases.Count && ResolveTimes.YearBeside(text.Report.Text, phrase, phrases[i + 1]) is not null;
                var voices = course.YearVoices(phrase);
                if (!shares && voices.Any(v => v.Year == year)) yield return (voices, year);
                setting = setting with { SharedYear = year };
            }
            course.Told(phrase, resolve.Resolve(phrase, setting).Over(phrase.Span));
        }
    }

    private static int? YearOf(string value)
    {
        bool beforeChrist = value.StartsWith("BC", StringComparison.Ordinal);
        var digits = value.AsSpan(beforeChrist ? 2 : 0);
        if (digits.Length < 4 || !int.TryParse(digits[..4], NumberStyles.None, CultureInfo.InvariantCulture, out int year)) return null;
        return beforeChrist ? 1 - year : year;
    }
}
