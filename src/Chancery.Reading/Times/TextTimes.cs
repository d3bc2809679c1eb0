namespace Chancery.Reading.Times;

/// <summary>What the times of a text have in common: whether it is a history, and how often it uses the same words for a time.</summary>
internal sealed class TextTimes
{
    private readonly Dictionary<uint, int> _alike = [];

    public TextTimes(IReadOnlyList<TimePhrase> phrases, int? publishedYear)
    {
        IsNarrative = Narratives.IsNarrative(phrases, publishedYear);
        foreach (var phrase in phrases)
        {
            uint words = FeatureHash.OfShape(phrase.Words);
            _alike[words] = _alike.GetValueOrDefault(words) + 1;
        }
    }

    public bool IsNarrative { get; }

    /// <summary>How many phrases have these words, digits counting as one another; four are as good as more.</summary>
    public uint Alike(uint words) => (uint)Math.Min(4, _alike.GetValueOrDefault(words));
}
