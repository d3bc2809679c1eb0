using Chancery.Reading.Pages;
using Chancery.Reading.Pages.Blocks;
using Chancery.Reading.Pages.Html;
using Chancery.Reports;
using Xunit;

namespace Chancery.Tests.Pages;

public class ReadHtmlTests
{
    private static readonly ReadHtml Reader = ReadHtml.Compose(Path.Combine(AppContext.BaseDirectory, "models"));

    private static Report Read(string html, string? url = null) => Reader.Read(new Page("p", "", PageKind.Html, html, url));

    internal static string Sample(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Pages", "Samples", name));

    private static readonly Report Harbour = Read(Sample("harbour.html"), "https://herald.example/coast/kenya-reopens-harbour-to-comorian-ferries");
    private static readonly Report Strom = Read(Sample("strom.html"));

    private static ParagraphRole? RoleOf(Report report, string words) =>
        report.Text.IndexOf(words, StringComparison.Ordinal) is >= 0 and var at ? report.ParagraphAt(at)?.Role : null;

    [Fact]
    public void the_title_comes_without_the_name_of_the_site()
    {
        Assert.Equal("Kenya reopens harbour to Comorian ferries", Harbour.Title);
        Assert.Equal("Dänemark liefert wieder Strom an Norwegen", Strom.Title);
    }

    [Fact]
    public void authors_come_as_people()
    {
        Assert.Equal(["Amina Otieno", "Jean Said"], Harbour.Byline);
        Assert.Equal(["Greta Lund"], Strom.Byline);
    }

    [Fact]
    public void a_page_says_its_outlet_language_and_standfirst()
    {
        Assert.Equal("The Lamu Herald", Harbour.Outlet);
        Assert.Equal("en", Harbour.Language);
        Assert.Equal("de", Strom.Language);
        Assert.Equal("Ferries from Moroni may dock in Mombasa again, a year after they were turned away.", Harbour.Standfirst);
    }

    [Fact]
    public void the_day_is_the_one_the_page_shows_its_readers_not_the_one_in_utc() =>
        Assert.StartsWith("2021-06-09", Harbour.Witnessed.Value, StringComparison.Ordinal);

    [Fact]
    public void a_date_in_the_text_alone_rests_on_the_page()
    {
        Assert.StartsWith("2018-03-04", Strom.Witnessed.Value, StringComparison.Ordinal);
        Assert.Equal(PublishedBasis.Page, Strom.Witnessed.Basis);
    }

    [Fact]
    public void a_page_that_names_no_day_of_its_own_is_undated() =>
        Assert.Null(Read("<html><body><h1>Terms of the harbour</h1><p>Ships pay the fee of the law of 3 May 1999 before they leave the harbour, and receive a paper for it.</p></body></html>").Witnessed.Date);

    [Fact]
    public void a_date_stated_beside_the_page_is_kept() =>
        Assert.Equal("2020-02-02", Reader.Read(new Page("p", "", PageKind.Html, Sample("strom.html"), StatedDate: "2020-02-02")).Witnessed.Value);

    [Theory]
    [InlineData("Kenya will let passenger ferries", ParagraphRole.Body)]
    [InlineData("Fees stay in force", ParagraphRole.Body)]
    [InlineData("which the islanders call unfair", ParagraphRole.Body)]
    [InlineData("We asked for fees to be halved", ParagraphRole.Body)]
    [InlineData("A ferry off Fort Jesus", ParagraphRole.Caption)]
    [InlineData("Read more: Why the ferries", ParagraphRole.ReadMore)]
    [InlineData("Sign up for our newsletter", ParagraphRole.Promo)]
    [InlineData("Nairobi closed the port", ParagraphRole.Teaser)]
    [InlineData("We use cookies", null)]
    [InlineData("my aunt has been waiting", null)]
    [InlineData("All rights reserved", null)]
    [InlineData("Share on Facebook", null)]
    public void what_stands_on_the_page_gets_its_role(string words, ParagraphRole? role) => Assert.Equal(role, RoleOf(Harbour, words));

    [Fact]
    public void paragraphs_without_end_tags_and_with_empty_lines_are_told_apart()
    {
        Assert.Equal(ParagraphRole.Body, RoleOf(Strom, "Oslo zahlt nun einen festen Preis, über"));
        Assert.Contains("geschwiegen haben.\nDie Vereinbarung", Strom.Text, StringComparison.Ordinal);
        Assert.Equal(ParagraphRole.ReadMore, RoleOf(Strom, "Lesen Sie auch"));
    }

    [Fact]
    public void related_stories_are_data_with_their_own_dates()
    {
        Assert.Contains(Harbour.Related, r => r.Title == "A new line to the islands" && r.Published == new NodaTime.LocalDate(2019, 11, 2)
            && r.Url == "https://herald.example/coast/2019/line" && r.Span is not null);
        Assert.Contains(Harbour.Related, r => r.Published == new NodaTime.LocalDate(2020, 5, 14));
    }

    [Fact]
    public void a_drop_cap_joins_its_word() => Assert.Contains("Kenya will let", Harbour.Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("harbour.html")]
    [InlineData("strom.html")]
    public void every_mapped_slice_of_the_page_decodes_to_its_text(string name)
    {
        string html = Sample(name);
        var report = Read(html);
        Assert.NotEmpty(report.Map.Runs);
        foreach (var run in report.Map.Runs)
            Assert.Equal(run.Text.Cut(report.Text), PageSlice.Decoded(html, run.Page!.Value));
    }

    [Theory]
    [InlineData("harbour.html")]
    [InlineData("strom.html")]
    public void our_tree_shows_the_same_words_as_anglesharp(string name)
    {
        string html = Sample(name);
        var visible = VisibleText.Of(ParseHtml.Parse(html));
        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
        foreach (var hidden in document.QuerySelectorAll("script, style, head")) hidden.Remove();
        Assert.Equal(Words(document.DocumentElement.TextContent.Replace("\u00AD", "", StringComparison.Ordinal)), Words(visible.Text));

        static string Words(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
    }

    [Fact]
    public void the_content_of_a_feed_entry_is_all_article()
    {
        var report = Reader.Read(new Page("e", "", PageKind.Html, "<p>Fiji will reopen its embassy in Tarawa in spring.</p><p>It was closed in 2014.</p>", Title: "Fiji returns"));
        Assert.Equal("Fiji returns", report.Title);
        Assert.Equal("Fiji will reopen its embassy in Tarawa in spring.\nIt was closed in 2014.", report.Text);
    }
}
