using Chancery.Reading.Pages.Blocks;
using Chancery.Reading.Pages.Html;
using Chancery.Reading.Pages.Metadata;
using Chancery.Reports;

namespace Chancery.Reading.Pages;

/// <summary>A report from an HTML page: its article composed to one text, with metadata and the place of every piece in the page.</summary>
public sealed class ReadHtml
{
    /// <exception cref="FileNotFoundException">A model is missing; the message names it.</exception>
    public static ReadHtml Compose(string modelFolder) => new();

    public Report Read(Page page)
    {
        var tree = ParseHtml.Parse(page.Content);
        var visible = VisibleText.Of(tree);
        var metadata = PageMetadata.Of(tree);
        var signs = ElementSigns.Of(tree, ClassWords.BuiltIn);
        string? title = page.Title ?? FindTitle.In(tree, metadata);
        var roles = MainText.Choose(tree, visible, signs);
        var composed = ComposeText.From(visible, roles);
        return new Report(page.Id, page.Hash, composed.Text, composed.Paragraphs, Published.Unknown)
        {
            Url = page.Url ?? metadata.Canonical,
            Title = title,
            Outlet = metadata.Meta("og:site_name"),
            Map = composed.Map,
            Language = Language(metadata, composed.Text),
        };
    }

    /// <summary>What the page says, else what its words say; pages made from a template in another language are told by their words.</summary>
    private static string Language(PageMetadata metadata, string text)
    {
        string guess = GuessLanguage.Of(text);
        string? said = metadata.HtmlLanguage ?? metadata.Meta("og:locale", "content-language");
        bool says = said is { Length: >= 2 } && char.IsAsciiLetter(said[0]) && char.IsAsciiLetter(said[1]);
        return guess != "und" || !says ? guess : said![..2].ToLowerInvariant();
    }
}
