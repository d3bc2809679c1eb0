using System.Diagnostics;
using System.Text;
using Chancery.Reading.Pages;
using Chancery.Reports;
using CsCheck;
using Xunit;

namespace Chancery.Tests.Pages;

public class HostilePageTests
{
    private static readonly ReadHtml Reader = ReadHtml.Compose(Path.Combine(AppContext.BaseDirectory, "models"));

    private static Report Read(string html) => Reader.Read(new Page("p", "", PageKind.Html, html));

    /// <summary>Very generous, since the machine may be busy: a page that takes quadratic time takes many minutes.</summary>
    private static Report ReadInTime(string html)
    {
        var watch = Stopwatch.StartNew();
        var report = Read(html);
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(3), $"{watch.Elapsed} for {html.Length} characters");
        return report;
    }

    private static string Many(string what, int times) => new StringBuilder(what.Length * times).Insert(0, what, times).ToString();

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<blockquote><p>x")]
    [InlineData("<table><tr><td>")]
    [InlineData("<p><a href=x>")]
    [InlineData("<ul><li>")]
    [InlineData("<svg><title>")]
    [InlineData("<q></div>")]
    [InlineData("</p>")]
    [InlineData("<!--")]
    [InlineData("<a b='")]
    [InlineData("<script>")]
    [InlineData("&amp")]
    [InlineData("1.1.")]
    [InlineData("<p>by <time>2020-01-01</time>")]
    public void a_hundred_thousand_of_anything_are_read_in_time(string what) => ReadInTime("<html><body><p>One line.</p>" + Many(what, 100_000));

    [Fact]
    public void deep_nesting_loses_no_text() =>
        Assert.Contains("The talks in Windhoek", ReadInTime("<html><body>" + Many("<div>", 100_000)
            + "<p>The talks in Windhoek went on until late at night, delegates of Namibia and Botswana said on Sunday.</p>" + Many("</div>", 100_000)).Text, StringComparison.Ordinal);

    [Fact]
    public void lone_surrogates_become_replacement_characters()
    {
        var report = Read("<html><body><h1>A quarrel over a bridge</h1><p>The bridge \uD83D between Togo \uDE00 and Benin \uD83D\uDE00 was closed on Friday, officials of both states said.</p></body></html>");
        Assert.Contains("bridge \uFFFD between Togo \uFFFD and Benin \uD83D\uDE00 was", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void an_empty_page_gives_an_empty_report() => Assert.Equal("", Read("<html></html>").Text);

    [Fact]
    public void no_mutation_of_a_page_breaks_the_reader_or_its_map()
    {
        string[] pages = [ReadHtmlTests.Sample("harbour.html"), ReadHtmlTests.Sample("strom.html")];
        string[] pieces = ["<", ">", "</p>", "<p>", "</div></div>", "<table>", "<td>", "&", "&#x110000;", "&#0;", "\"", "'", "<!--", "-->", "<script>", "</script>",
            "\u00AD", "\uD800", "\uDC00", "&nbsp;", "<br><br>", "<a href=/x>", "<title>", "{", "\0", "=", "<svg/>", "<li>", "2020-13-45", "\uFEFF"];
        var cut = Gen.Select(Gen.Int[0, pages.Length - 1], Gen.Select(Gen.Double[0, 1], Gen.Int[0, 60], Gen.Int[0, pieces.Length - 1]).Array[1, 12]);
        cut.Sample(change =>
        {
            string html = pages[change.Item1];
            foreach (var (where, length, piece) in change.Item2)
            {
                int at = (int)(where * html.Length), end = Math.Min(html.Length, at + length);
                html = string.Concat(html.AsSpan(0, at), pieces[piece], html.AsSpan(end));
            }
            var report = Read(html);
            foreach (var run in report.Map.Runs)
                if (run.Page is { } place && run.Text.Cut(report.Text) != PageSlice.Decoded(html, place)) return false;
            return report.Paragraphs.All(p => p.Span.End <= report.Text.Length && p.Span.Length > 0);
        }, iter: Soak.Times(300, 100_000), threads: 1);
    }
}
