using Chancery.Reading.Pages.Blocks;
using Chancery.Reading.Pages.Html;
using Chancery.Reading.Pages.Metadata;
using Chancery.Reports;

namespace Chancery.Reading.Pages;

/// <summary>A report from an HTML page: its article composed to one text, with metadata and the place of every piece in the page.</summary>
public sealed class ReadHtml
{
    private readonly JudgeBlocks _judge;

    private ReadHtml(JudgeBlocks judge) => _judge = judge;

    /// <exception cref="FileNotFoundException">A model is missing; the message names it.</exception>
    public static ReadHtml Compose(string modelFolder) => new(JudgeBlocks.Compose(modelFolder));

    public Report Read(Page page)
    {
        var tree = ParseHtml.Parse(page.Content);
        var metadata = PageMetadata.Of(tree);
        var visible = VisibleText.Of(tree);
        string? title = FindTitle.In(tree, metadata) ?? page.Title;
        var shape = new PageShape(tree, visible, ElementSigns.Of(tree, ClassWords.BuiltIn), metadata, title);
        var byline = FindByline.In(shape);
        var chosen = ChooseParagraphs.From(shape, _judge.Judge(shape), byline);
        var composed = ComposeText.From(visible, chosen);
        return new Report(page.Id, page.Hash, composed.Text, composed.Paragraphs, Published.Unknown)
        {
            Url = page.Url ?? metadata.Canonical,
            Title = title,
            Standfirst = composed.Paragraphs.FirstOrDefault(p => p.Role == ParagraphRole.Standfirst)?.Span.Cut(composed.Text),
            Byline = byline,
            Outlet = metadata.Meta("og:site_name") ?? metadata.LinkedArticles.Select(a => a.Publisher).FirstOrDefault(p => p is not null),
            Section = metadata.Meta("article:section", "section") ?? metadata.LinkedArticles.Select(a => a.Section).FirstOrDefault(s => s is not null),
            Map = composed.Map,
            Language = Language(metadata, composed.Text),
        };
    }

    /// <summary>What the words say, else what the page says: templates made for another language keep its mark.</summary>
    private static string Language(PageMetadata metadata, string text)
    {
        string guess = GuessLanguage.Of(text);
        string? said = metadata.HtmlLanguage ?? metadata.Meta("og:locale", "content-language");
        bool says = said is { Length: >= 2 } && char.IsAsciiLetter(said[0]) && char.IsAsciiLetter(said[1]);
        return guess != "und" || !says ? guess : said![..2].ToLowerInvariant();
    }
}
