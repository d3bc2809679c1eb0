using Chancery.Reading.Dating;
using Chancery.Reading.Pages.Blocks;
using Chancery.Reading.Pages.Dates;
using Chancery.Reading.Pages.Html;
using Chancery.Reading.Pages.Metadata;
using Chancery.Reports;

namespace Chancery.Reading.Pages;

/// <summary>A report from an HTML page: its article composed to one text, with metadata and the place of every piece in the page.</summary>
public sealed class ReadHtml
{
    private readonly JudgeBlocks _judge;
    private readonly FindTitle _title;
    private readonly FindByline _byline;
    private readonly FindPublished _published;

    private ReadHtml(JudgeBlocks judge, FindTitle title, FindByline byline, FindPublished published) =>
        (_judge, _title, _byline, _published) = (judge, title, byline, published);

    /// <exception cref="FileNotFoundException">A model is missing; the message names it.</exception>
    public static ReadHtml Compose(string modelFolder) => new(
        JudgeBlocks.Compose(modelFolder), FindTitle.Compose(modelFolder), FindByline.Compose(modelFolder), FindPublished.Compose(modelFolder));

    /// <summary>The page as it is before its blocks are judged, and its language.</summary>
    internal static (PageShape Shape, string Language) Look(Page page, FindTitle titles)
    {
        var tree = ParseHtml.Parse(page.Content);
        var metadata = PageMetadata.Of(tree);
        var signs = ElementSigns.Of(tree, ClassWords.BuiltIn);
        var visible = VisibleText.Of(tree);
        string? title = page.Title ?? titles.In(tree, metadata, signs, page.Url);
        return (new PageShape(tree, visible, signs, metadata, title), Language(metadata, visible.Text));
    }

    public Report Read(Page page)
    {
        var (shape, language) = Look(page, _title);
        var metadata = shape.Metadata;
        string? url = page.Url ?? metadata.Canonical;
        var scores = IsFragment(shape) ? TakeAll(shape) : _judge.Judge(shape);
        var byline = page.Byline.Count > 0 ? page.Byline : _byline.In(shape, scores, url);
        var related = FindRelated.In(shape, scores, url, FindPublished.IsMonthFirst(metadata, url, language));
        var composed = ComposeText.From(shape.Visible, ChooseParagraphs.From(shape, scores, byline, related));
        var published = page.StatedDate is null ? _published.In(shape, url, scores, language) : StatedDate.Witness(page.StatedDate);
        return new Report(page.Id, page.Hash, composed.Text, composed.Paragraphs, published)
        {
            Url = url,
            Title = shape.Title,
            Standfirst = composed.Paragraphs.FirstOrDefault(p => p.Role == ParagraphRole.Standfirst)?.Span.Cut(composed.Text),
            Byline = byline,
            Outlet = metadata.Meta("og:site_name") ?? metadata.LinkedArticles.Select(a => a.Publisher).FirstOrDefault(p => p is not null),
            Section = metadata.Meta("article:section", "section") ?? metadata.LinkedArticles.Select(a => a.Section).FirstOrDefault(s => s is not null),
            Map = composed.Map,
            Language = language,
            Related = [.. related.Select(story => Placed(story, composed.SpanOf))],
            Fingerprint = Fingerprint.Of(composed.Text, composed.Paragraphs),
        };
    }

    private static RelatedStory Placed(FoundStory story, IReadOnlyDictionary<int, Span> spanOf)
    {
        Span? span = null;
        if (story.IsTeaser)
            for (int i = story.From; i < story.To; i++)
                if (spanOf.TryGetValue(i, out var block)) span = span?.Cover(block) ?? block;
        return new RelatedStory(story.Text, story.Title, story.Url, story.Published, span);
    }

    /// <summary>The content of a feed's entry is the article alone, without a page around it.</summary>
    private static bool IsFragment(PageShape shape)
    {
        foreach (ref readonly var node in shape.Tree.Nodes)
            if (node.Tag is Tag.Html or Tag.Body or Tag.Head or Tag.Main or Tag.Nav or Tag.Meta) return false;
        return true;
    }

    private static float[] TakeAll(PageShape shape) => [.. shape.Visible.Blocks.Select(b => b.LinkShare > 0.9 ? -1f : 1f)];

    /// <summary>What the words say, else what the page says: templates made for another language keep its mark.</summary>
    private static string Language(PageMetadata metadata, string text)
    {
        string guess = GuessLanguage.Of(text);
        string? said = metadata.HtmlLanguage ?? metadata.Meta("og:locale", "content-language");
        bool says = said is { Length: >= 2 } && char.IsAsciiLetter(said[0]) && char.IsAsciiLetter(said[1]);
        return guess != "und" || !says ? guess : said![..2].ToLowerInvariant();
    }
}
