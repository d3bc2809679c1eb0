using System.IO.Compression;
using System.Text;
using Xunit;

namespace Chancery.Tests.Desk;

/// <summary>Hostile and broken input: one line that names it, exit status 3, and the rest is still read.</summary>
public class BadInputTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-tests-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string, byte[], string> Broken => new()
    {
        { "empty.txt", [], "empty" },
        { "blank.txt", "  \n \n"u8.ToArray(), "empty" },
        { "binary.txt", [0x7F, 0x45, 0x4C, 0x46, 0, 0, 1, 2], "binary" },
        { "latin1.txt", [.. "The general said caf"u8, 0xE9, .. " was closed."u8], "UTF-8" },
        { "no-feed.xml", "<?xml version=\"1.0\"?><rss><channel><item>"u8.ToArray(), "feed" },
        {
            "bomb.xml", Encoding.ASCII.GetBytes(
                "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;\">]>"
                + "<rss version=\"2.0\"><channel><item><title>&c;</title></item></channel></rss>"), "DTD"
        },
        { "broken.gz", [0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8], "gzip" },
        { "truncated.jsonl", "{\"id\":\"t\",\"text\":\"It was an"u8.ToArray(), "JSON" },
        { "surrogate.jsonl", "{\"id\":\"s\",\"text\":\"a \\ud800 b\"}"u8.ToArray(), "surrogate" },
        { "array.jsonl", "{\"id\":[1],\"text\":[2]}"u8.ToArray(), "text" },
        { "huge.txt", Encoding.ASCII.GetBytes(new string('x', 50 << 20)), "larger than 32 MiB" },
        { "huge.html", Encoding.ASCII.GetBytes("<html><body><p>" + new string('x', 50 << 20)), "larger than 32 MiB" },
    };

    [Theory, MemberData(nameof(Broken))]
    public void broken_input_is_one_line_that_names_it(string name, byte[] content, string reason)
    {
        var path = Write(name, content);
        var result = CommandLine.Run("read", "--format", "jsonl", path, CommandLine.Sample("denial.txt"));
        Assert.Equal(3, result.Status);
        var warning = Assert.Single(result.Warnings, w => w.Contains(name, StringComparison.Ordinal) || w.Contains("surrogate", StringComparison.Ordinal));
        Assert.Contains(reason, warning, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("unread", result.Lines[0], StringComparison.Ordinal);
        Assert.Contains("Djibouti", result.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void a_missing_file_is_named_and_the_others_are_read()
    {
        var result = CommandLine.Run("read", "--format", "jsonl", Path.Combine(_folder, "nothing-here.txt"), CommandLine.Sample("denial.txt"));
        Assert.Equal(3, result.Status);
        Assert.Contains("nothing-here.txt: no such file", result.Errors, StringComparison.Ordinal);
        Assert.Equal(2, result.Lines.Length);
    }

    [Fact]
    public void a_page_of_a_hundred_thousand_nested_elements_ends_in_time()
    {
        var page = new StringBuilder("<html><body>").Insert("<html><body>".Length, "<div>", 100_000).Append("<p>Chad closed its border with Sudan on Monday.</p></body></html>");
        var result = CommandLine.Run("read", "--format", "jsonl", "--layers", "pages", Write("deep.html", Encoding.ASCII.GetBytes(page.ToString())));
        Assert.InRange(result.Status, 0, 3);
        Assert.Single(result.Lines);
    }

    [Fact]
    public void a_broken_line_does_not_stop_the_lines_after_it()
    {
        var result = CommandLine.RunOn(
            "{\"id\":\"1\",\"text\":\"Kenya reopened its embassy in Somalia.\"}\n{\"id\":\n{\"id\":\"3\",\"text\":\"Talks went on.\"}"u8.ToArray(),
            "read", "--format", "jsonl", "-");
        Assert.Equal(3, result.Status);
        Assert.Equal(3, result.Lines.Length);
        Assert.Contains("\"id\":\"-#2\",\"unread\"", result.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void gzip_is_seen_through()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write("{\"id\":\"g\",\"text\":\"Chile and Peru met.\"}\n"u8);
        var result = CommandLine.RunOn(packed.ToArray(), "read", "--format", "jsonl", "-");
        Assert.Equal(0, result.Status);
        Assert.Contains("\"id\":\"g\"", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void a_gzip_bomb_is_refused_within_the_limit()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var block = Encoding.ASCII.GetBytes(new string('a', 1 << 20));
            for (int i = 0; i < 200; i++) gzip.Write(block);
        }
        var result = CommandLine.Run("read", "--format", "jsonl", Write("bomb.gz", packed.ToArray()));
        Assert.Equal(3, result.Status);
        Assert.Contains("larger than 32 MiB", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("read --format xml -")]
    [InlineData("read --layers weather -")]
    [InlineData("read --published tomorrow -")]
    [InlineData("read --jobs 0 -")]
    [InlineData("read --jobs many -")]
    [InlineData("")]
    public void a_wrong_argument_is_one_sentence_and_status_2(string line)
    {
        var result = CommandLine.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(2, result.Status);
        Assert.Single(result.Warnings);
        Assert.Equal("", result.Output);
    }

    [Fact]
    public void one_report_formats_refuse_two_and_name_the_one_that_takes_many()
    {
        var result = CommandLine.Run("read", "--format", "json", CommandLine.Sample("denial.txt"), CommandLine.Sample("tariff.txt"));
        Assert.Equal(2, result.Status);
        Assert.Equal("", result.Output);
        Assert.Contains("jsonl", result.Errors, StringComparison.Ordinal);
    }

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
