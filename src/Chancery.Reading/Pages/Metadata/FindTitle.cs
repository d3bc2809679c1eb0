using Chancery.Reading.Pages.Blocks;
using Chancery.Reading.Pages.Html;

namespace Chancery.Reading.Pages.Metadata;

/// <summary>The headline, without the name of the site that title elements carry and without the kicker above it.</summary>
internal sealed class FindTitle(BoostedTrees titles)
{
    /// <exception cref="FileNotFoundException">A model is missing; the message names it.</exception>
    public static FindTitle Compose(string modelFolder) => new(BoostedTrees.Load(Path.Combine(modelFolder, "page-titles.model"), TitleCandidates.Count));

    public string? In(HtmlTree tree, PageMetadata metadata, Signs[] signs, string? url)
    {
        (string? Title, float Score) best = (null, float.NegativeInfinity);
        foreach (var (text, features) in new TitleCandidates(tree, metadata, signs, url).All)
            if (titles.Score(features) is var score && score > best.Score) best = (text, score);
        return best.Title;
    }
}
