namespace Chancery.Reading.Times;

/// <summary>
/// Decides which time told a month, a day or a season without its year counts from, in a history. What was told before, the next date
/// stated in full and the time the story stands at each speak for a year; a log-linear model weighs what they say.
/// </summary>
public sealed class YearChoice
{
    private readonly Dictionary<uint, float> _weights;

    internal YearChoice(Dictionary<uint, float> weights) => _weights = weights;

    /// <summary>Always the time the story stands at.</summary>
    internal static readonly YearChoice None = new([]);

    /// <exception cref="FileNotFoundException">The model is missing.</exception>
    /// <exception cref="FormatException">A line is not a feature and its weight; the message says which.</exception>
    public static YearChoice Load(string path) => new(FeatureFile.Load(path));

    /// <summary>The voice to follow; null where nothing was told or nothing learned. Of equals the one that speaks first.</summary>
    internal YearVoice? Choose(IReadOnlyList<YearVoice> voices)
    {
        if (_weights.Count == 0 || voices.Count == 0) return null;
        var scores = new Dictionary<int, double>();
        foreach (var voice in voices)
            foreach (uint feature in voice.Features)
                scores[voice.Year] = scores.GetValueOrDefault(voice.Year) + _weights.GetValueOrDefault(feature);
        var best = voices[0];
        foreach (var voice in voices)
            if (scores[voice.Year] > scores[best.Year]) best = voice;
        return best;
    }
}

/// <summary>A time told that speaks for a year.</summary>
/// <param name="Year">The year that a date counted from it falls in.</param>
/// <param name="Features">How it stands to the date that lacks a year, hashed.</param>
internal readonly record struct YearVoice(int Year, ToldTime From, uint[] Features);
