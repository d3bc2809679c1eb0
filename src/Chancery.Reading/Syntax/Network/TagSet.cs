using Chancery.Reports;

namespace Chancery.Reading.Syntax.Network;

/// <summary>
/// The tags that the network chooses from. A row of scores has those of the parts of speech first, then of the Penn tags, then of the
/// bundles of features. Only combinations seen in the treebanks are given.
/// </summary>
internal sealed class TagSet
{
    private readonly (byte Upos, byte Xpos, byte Features)[] _seen;
    private readonly HashSet<int> _known;

    /// <param name="combinations">Lines of part of speech, Penn tag and features, separated by tabs.</param>
    public TagSet(string[] penn, string[] features, string[] combinations)
    {
        if (combinations.Length == 0) throw new InvalidDataException("The model has no tags.");
        Penn = penn;
        Features = features;
        _seen = Array.ConvertAll(combinations, line =>
        {
            var parts = line.Split('\t');
            return ((byte)Enum.Parse<Upos>(parts[0]), (byte)Array.IndexOf(penn, parts[1]), (byte)Array.IndexOf(features, parts[2]));
        });
        _known = _seen.Select(tags => Key(tags.Upos, tags.Xpos, tags.Features)).ToHashSet();
    }

    public string[] Penn { get; }
    public string[] Features { get; }
    public static int PartsOfSpeech => (int)Upos.X + 1;
    public int FirstPenn => PartsOfSpeech;
    public int FirstFeatures => PartsOfSpeech + Penn.Length;
    public int Scores => PartsOfSpeech + Penn.Length + Features.Length;

    /// <summary>The combination with the highest sum of scores; of equals, the one the treebanks have first.</summary>
    public (Upos Upos, string Xpos, string Features) Best(ReadOnlySpan<float> scores)
    {
        var penn = scores.Slice(FirstPenn, Penn.Length);
        var features = scores.Slice(FirstFeatures, Features.Length);
        int upos = Highest(scores[..PartsOfSpeech]), xpos = Highest(penn), bundle = Highest(features);
        if (!_known.Contains(Key(upos, xpos, bundle)))
        {
            float best = float.NegativeInfinity;
            foreach (var tags in _seen)
            {
                float sum = scores[tags.Upos] + penn[tags.Xpos] + features[tags.Features];
                if (sum <= best) continue;
                best = sum;
                (upos, xpos, bundle) = tags;
            }
        }
        return ((Upos)upos, Penn[xpos], Features[bundle]);
    }

    private static int Key(int upos, int xpos, int features) => upos << 16 | xpos << 8 | features;

    internal static int Highest(ReadOnlySpan<float> scores)
    {
        int best = 0;
        for (int i = 1; i < scores.Length; i++)
            if (scores[i] > scores[best]) best = i;
        return best;
    }
}
