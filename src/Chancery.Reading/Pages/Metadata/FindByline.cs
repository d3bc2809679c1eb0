using Chancery.Reading.Pages.Blocks;

namespace Chancery.Reading.Pages.Metadata;

/// <summary>The people who wrote the report, as the page names them: without "By", without their job.</summary>
internal sealed class FindByline(BoostedTrees bylines)
{
    private const float Threshold = -2;

    /// <exception cref="FileNotFoundException">A model is missing; the message names it.</exception>
    public static FindByline Compose(string modelFolder) => new(BoostedTrees.Load(Path.Combine(modelFolder, "page-bylines.model"), BylineCandidates.Count));

    /// <summary>Empty where nobody is named who is likely enough.</summary>
    public IReadOnlyList<string> In(PageShape page, float[] scores, string? url)
    {
        (IReadOnlyList<string> Names, float Score) best = ([], Threshold);
        foreach (var (names, features) in new BylineCandidates(page, scores, url).All)
            if (bylines.Score(features) is var score && score > best.Score) best = (names, score);
        return best.Names;
    }
}
