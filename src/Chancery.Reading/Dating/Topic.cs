namespace Chancery.Reading.Dating;

/// <summary>What some words are about: their names, and the beginnings of their other content words.</summary>
internal sealed class Topic
{
    private const int StemLength = 5, ShortestStem = 4;

    private static readonly string[] Endings = ["ing", "ed", "es", "s", "e"];

    private readonly HashSet<string> _names = new(StringComparer.Ordinal), _stems = new(StringComparer.Ordinal);

    public static Topic Of(TextWords words, int from, int end)
    {
        var topic = new Topic();
        for (int i = from; i < end; i++)
        {
            var word = words[i];
            if (word.IsMark || word.Number >= 0 || word.Span.Length < 3 || word.Is(Cue.Title | Cue.Clause | Cue.Be | Cue.Reporting | Cue.TimeName)) continue;
            var folded = words.Folded(i);
            if (word.IsCapitalised) topic._names.Add(folded);
            if (!word.IsCapitalised || i == from) topic.AddStem(folded);
        }
        return topic;
    }

    /// <summary>Verbs whose forms begin differently are given the form of their noun.</summary>
    private void AddStem(string word)
    {
        word = word switch { "met" or "meet" or "meets" => "meeting", "spoke" or "speak" => "speech", "fought" => "fighting", "struck" => "strike", "won" => "winning", _ => word };
        int length = word.Length;
        foreach (var ending in Endings)
        {
            if (length - ending.Length < ShortestStem || !word.EndsWith(ending, StringComparison.Ordinal)) continue;
            length -= ending.Length;
            break;
        }
        if (length >= ShortestStem) _stems.Add(word[..Math.Min(length, StemLength)]);
    }

    public bool Shares(Topic other) => _stems.Overlaps(other._stems);

    /// <summary>Whether both name the same two, and a word for what they did.</summary>
    public bool IsSameMeeting(Topic other) => Common(_names, other._names) >= 2 && Common(_stems, other._stems) >= 1;

    /// <summary>Whether two sentences of one report, which all speak of much the same, tell the very same happening.</summary>
    public bool IsOneThing(Topic other) => Common(_names, other._names) >= 2 && Common(_stems, other._stems) >= 2;

    /// <summary>Whether both have no less than three words of one matter, or a name and two.</summary>
    public bool IsSameMatter(Topic other) =>
        Common(_stems, other._stems) + (SharesName(other) ? 1 : 0) >= 3 || IsSameMeeting(other);

    /// <summary>Nepal and Nepalese count as one name.</summary>
    private bool SharesName(Topic other) =>
        _names.Any(n => other._names.Any(o => n == o || (n.Length >= StemLength && o.StartsWith(n, StringComparison.Ordinal)) || (o.Length >= StemLength && n.StartsWith(o, StringComparison.Ordinal))));

    private static int Common(HashSet<string> some, HashSet<string> others) => some.Count(others.Contains);
}
