using System.IO.Compression;
using System.Text;
using Chancery.Reading.Pages;
using Chancery.Reports;
using Xunit;

namespace Chancery.Tests.Pages;

public class FeedAndArchiveTests
{
    private static List<Received> Read(byte[] bytes) => [.. ReadInput.Read(new MemoryStream(bytes), new InputSource("in"))];

    private static List<Received> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static Page Good(Received item) => Assert.IsType<Received.Good>(item).Page;

    private static Unreadable Bad(Received item) => Assert.IsType<Received.Bad>(item).Unread;

    [Fact]
    public void an_rss_entry_is_a_page_with_its_full_content_address_and_date()
    {
        var items = Read("""
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Suva Post</title>
            <item><title>Fiji &amp; Tonga agree</title><link>https://suva.example/1</link><guid>suva-1</guid><pubDate>Tue, 03 Mar 2020 09:00:00 GMT</pubDate>
            <description>Short.</description><content:encoded><![CDATA[<p>Fiji and Tonga agreed on a ferry.</p>]]></content:encoded></item>
            <item><title>Second</title><link>https://suva.example/2</link><description>&lt;p&gt;Only this.&lt;/p&gt;</description></item></channel></rss>
            """);
        var first = Good(items[0]);
        Assert.Equal(("suva-1", "https://suva.example/1", "2020-03-03", "Fiji & Tonga agree", "<p>Fiji and Tonga agreed on a ferry.</p>"),
            (first.Id, first.Url, first.StatedDate, first.Title, first.Content));
        Assert.Equal(("https://suva.example/2", "<p>Only this.</p>"), (Good(items[1]).Id, Good(items[1]).Content));
    }

    [Fact]
    public void atom_rdf_and_json_feeds_are_read_alike()
    {
        var atom = Good(Read("""<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:a</id><title>A</title><link rel="self" href="https://x.example/s"/><link href="https://x.example/a"/><published>2021-01-02T03:04:05Z</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Body of A.</p></div></content></entry></feed>""")[0]);
        Assert.Equal(("urn:a", "https://x.example/a", "2021-01-02"), (atom.Id, atom.Url, atom.StatedDate));
        Assert.Contains("<p>Body of A.</p>", atom.Content, StringComparison.Ordinal);
        var rdf = Good(Read("""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><item rdf:about="https://x.example/r"><title>R</title><link>https://x.example/r</link><description>Body of R.</description><dc:date>2019-05-06</dc:date></item></rdf:RDF>""")[0]);
        Assert.Equal(("https://x.example/r", "2019-05-06", PageKind.Text), (rdf.Id, rdf.StatedDate, rdf.Kind));
        var json = Good(Read("""{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"j1","url":"https://x.example/j","content_html":"<p>Body of J.</p>","date_published":"2022-07-08T00:00:00+02:00"}]}""")[0]);
        Assert.Equal(("j1", "<p>Body of J.</p>", "2022-07-08"), (json.Id, json.Content, json.StatedDate));
    }

    [Theory]
    [InlineData("""<rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><item><guid>1</guid><dc:creator>Ana Mota and Rui Pires</dc:creator><description>Text.</description></item></channel></rss>""", "Ana Mota|Rui Pires")]
    [InlineData("""<rss><channel><item><guid>1</guid><author>desk@paper.example (Ana Mota)</author><description>Text.</description></item></channel></rss>""", "Ana Mota")]
    [InlineData("""<rss><channel><item><guid>1</guid><author>desk@paper.example</author><description>Text.</description></item></channel></rss>""", "")]
    [InlineData("""<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><author><name>Ana Mota</name><email>a@paper.example</email></author><author><name>Rui Pires</name></author><summary>Text.</summary></entry></feed>""", "Ana Mota|Rui Pires")]
    [InlineData("""{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","authors":[{"name":"Ana Mota"},{"url":"https://x.example"}],"content_text":"Text."}]}""", "Ana Mota")]
    [InlineData("""{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","author":{"name":"Ana Mota"},"content_text":"Text."}]}""", "Ana Mota")]
    public void the_authors_of_an_entry_are_its_byline(string feed, string names) => Assert.Equal(names, string.Join('|', Good(Read(feed)[0]).Byline));

    [Fact]
    public void an_entry_after_an_author_is_still_read() =>
        Assert.Equal("Second.", Good(Read("""<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><author/><summary>First.</summary></entry><entry><author><name>A B</name></author><id>2</id><summary>Second.</summary></entry></feed>""")[1]).Content);

    [Fact]
    public void a_feed_that_declares_entities_is_refused() =>
        Assert.Contains("DTD", Bad(Read("""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss><channel><item><title>&b;</title><description>&b;</description></item></channel></rss>""")[0]).Reason, StringComparison.Ordinal);

    [Fact]
    public void entries_before_a_break_are_kept_and_the_break_is_named()
    {
        var items = Read("<rss><channel><item><guid>1</guid><description>Good news.</description></item><item><guid>2</guid><description>Bro");
        Assert.Equal("1", Good(items[0]).Id);
        Assert.Contains("broken XML", Bad(items[1]).Reason, StringComparison.Ordinal);
    }

    private static string Record(string type, string id, string head, string content) =>
        $"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Record-ID: <urn:{id}>\r\nWARC-Target-URI: https://x.example/{id}\r\n{head}Content-Length: {Encoding.UTF8.GetByteCount(content)}\r\n\r\n{content}\r\n\r\n";

    private const string Http = "Content-Type: application/http; msgtype=response\r\n";

    private static readonly string Archive =
        Record("warcinfo", "info", "", "software: own")
        + Record("response", "one", Http, "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><p>Año uno.</p></html>")
        + Record("response", "two", Http, "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>Gone.</p>")
        + Record("response", "three", Http, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n<p>T\r\n8\r\nwo.</p>\r\n\r\n0\r\n\r\n")
        + Record("response", "four", Http, "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG")
        + Record("resource", "five", "Content-Type: text/plain\r\n", "Plain words.");

    [Fact]
    public void an_archive_gives_its_pages_and_passes_over_the_rest()
    {
        var pages = Read(Archive).Select(Good).ToList();
        Assert.Equal(["urn:one", "urn:three", "urn:five"], pages.Select(p => p.Id));
        Assert.Equal("<html><p>Año uno.</p></html>", pages[0].Content);
        Assert.StartsWith("<p>Two.</p>", pages[1].Content, StringComparison.Ordinal);
        Assert.Equal(("https://x.example/five", PageKind.Text), (pages[2].Url, pages[2].Kind));
    }

    [Fact]
    public void an_archive_of_zipped_records_reads_the_same()
    {
        using var zipped = new MemoryStream();
        foreach (string record in Archive.Split("WARC/1.0", StringSplitOptions.RemoveEmptyEntries))
            using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes("WARC/1.0" + record));
        Assert.Equal(Read(Archive), Read(zipped.ToArray()));
    }

    [Fact]
    public void an_archive_cut_short_says_so()
    {
        var items = Read(Archive[..(Archive.IndexOf("Año", StringComparison.Ordinal) + 2)]);
        Assert.Contains("ends inside", Bad(Assert.Single(items)).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("windows-1252", "<html><p>Zürich – „ja“</p>")]
    [InlineData("iso-8859-2", "<html><head><meta charset=iso-8859-2></head><p>Łódź</p>")]
    [InlineData("utf-16", "\uFEFF<html><p>Łódź</p>")]
    [InlineData("utf-8", "<html><head><meta charset=\"utf-8\"></head><p>Łódź</p>")]
    public void a_page_is_decoded_by_mark_declaration_or_guess(string charset, string html)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Assert.Equal(html.TrimStart('\uFEFF'), DecodePage.Decode(Encoding.GetEncoding(charset).GetBytes(html)));
    }
}
