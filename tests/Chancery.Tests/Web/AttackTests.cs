using System.Net;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Reports;
using Chancery.Tests.Records;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Web;

/// <summary>Forty hostile reports in the record, looked at in a real browser: nothing of them runs, loads or turns the page around.</summary>
public class HostileReportTests(HostileReportTests.DeskWithHostileReports desk, TheBrowser browser) : IClassFixture<HostileReportTests.DeskWithHostileReports>
{
    private const string Gone = "javascript:window.hacked=1";

    /// <summary>Forty pieces of words, each put where a report holds words: title, outlet, address, text, measure, speaker.</summary>
    internal static readonly string[] Pieces =
    [
        "<script>window.hacked=1</script>", "</title><script>window.hacked=1</script>", "\"><script>window.hacked=1</script>", "'><img src=x onerror=window.hacked=1>", "<img src=http://evil.example/a.png>",
        "<svg onload=window.hacked=1>", "<svg><script>window.hacked=1</script></svg>", "<math><mtext></form><form><mglyph><style></math><img src onerror=window.hacked=1>", "<iframe srcdoc='<script>parent.hacked=1</script>'>", "<object data=javascript:window.hacked=1>",
        "<a href='javascript:window.hacked=1'>click</a>", "<base href=http://evil.example/>", "<meta http-equiv=refresh content='0;url=http://evil.example/'>", "<link rel=stylesheet href=http://evil.example/a.css>", "<style>@import 'http://evil.example/a.css';</style>",
        "<form action=http://evil.example/><input name=token></form>", "<body onload=window.hacked=1>", "<input autofocus onfocus=window.hacked=1>", "<details open ontoggle=window.hacked=1>", "<video><source onerror=window.hacked=1></video>",
        "\" onmouseover=\"window.hacked=1", "' onfocus='window.hacked=1' autofocus='", "` onclick=window.hacked=1 `", "--><script>window.hacked=1</script><!--", "]]><script>window.hacked=1</script>",
        "&lt;script&gt;window.hacked=1&lt;/script&gt;", "&#60;script&#62;window.hacked=1&#60;/script&#62;", "{{constructor.constructor('window.hacked=1')()}}", "${window.hacked=1}", "<%= window.hacked=1 %>",
        "\u202Egnihtemos ton si siht\u202C", "\u2066\u2067abc\u2069", "a\u200Bb\u200Ec", "\0\u0001\u001B[31m", "\uFEFF<script>window.hacked=1</script>",
        "<scr\0ipt>window.hacked=1</script>", "<plaintext>", "</textarea></main></body></html>", "<table>" + "<tr><td>x" + "</table>", "<!DOCTYPE html><html><frameset>",
    ];

    private static readonly string[] Addresses = [Gone, "data:text/html,<script>window.hacked=1</script>", "vbscript:x", "//evil.example/", "http://user:pass@evil.example/", "https://evil.example/\"onclick=\"window.hacked=1", "file:///etc/passwd", "JaVaScRiPt:window.hacked=1"];

    [Theory]
    [InlineData(0, 10)]
    [InlineData(10, 20)]
    [InlineData(20, 30)]
    [InlineData(30, 40)]
    public async Task nothing_of_a_hostile_report_runs_or_loads(int from, int to)
    {
        await using var window = await browser.OpenAsync(desk.Running.Address);
        for (int i = from; i < to; i++) await LookAtAsync(window, $"/reports/r{i + 1}");
        Assert.Empty(window.Wrong);
    }

    [Theory]
    [InlineData("/?since=2000-01-01")]
    [InlineData("/states/NOR-MWI")]
    [InlineData("/states/NOR-MWI/diff?first=2000-01-01")]
    [InlineData("/why/c1")]
    [InlineData("/why/s2")]
    [InlineData("/reports")]
    [InlineData("/review")]
    [InlineData("/review?show=new")]
    [InlineData("/search?q=hacked")]
    [InlineData("/search?q=%3Cscript%3Ewindow.hacked=1%3C/script%3E")]
    [InlineData("/people/%3Cscript%3Ewindow.hacked=1%3C%2Fscript%3E")]
    [InlineData("/states/NOR-MWI/in-force.svg")]
    [InlineData("/sign-in?then=javascript:window.hacked=1")]
    public async Task no_page_that_tells_of_them_runs_or_loads_anything(string address)
    {
        await using var window = await browser.OpenAsync(desk.Running.Address);
        await LookAtAsync(window, address);
        Assert.Empty(window.Wrong);
    }

    [Fact]
    public async Task no_word_of_them_turns_the_page_around_and_no_link_leads_to_a_script()
    {
        foreach (var path in (string[])["/reports", "/states/NOR-MWI", "/reports/r31", "/reports/r1", "/states/NOR-MWI/changes.atom"])
        {
            var page = await desk.Running.ReadAsync(path);
            Assert.DoesNotContain(page, c => c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\0' or '\u001B');
            Assert.DoesNotContain("href=\"javascript", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("href=\"data:", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("href=\"file:", page, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task feeds_and_pictures_of_them_are_sound_xml()
    {
        foreach (var path in (string[])["/states/NOR-MWI/changes.atom", "/search.atom?q=hacked", "/states/NOR-MWI/in-force.svg", "/states/NOR-MWI/relation.svg"])
            System.Xml.Linq.XDocument.Parse(await desk.Running.ReadAsync(path));
    }

    [Fact]
    public async Task a_table_of_fifty_thousand_rows_is_shown_in_stretches()
    {
        var text = string.Join("\n", Enumerable.Repeat("one\ttwo\tthree", 50_000));
        long row = desk.Running.Add(MadeReading.Of("huge", "2021-01-01", text));
        Assert.InRange((await desk.Running.ReadAsync($"/reports/r{row}")).Length, 60_000, 200_000);
        Assert.Contains("three", await desk.Running.ReadAsync($"/reports/r{row}?skip=600000"), StringComparison.Ordinal);
    }

    private static async Task LookAtAsync(Window window, string address)
    {
        await window.Page.GotoAsync(address);
        Assert.False(await window.Page.EvaluateAsync<bool>("'hacked' in window"), address);
        if (!address.EndsWith(".svg", StringComparison.Ordinal)) Assert.Equal(1, await window.Page.Locator("footer.foot").CountAsync());
    }

    /// <summary>A desk whose record holds nothing else.</summary>
    public sealed class DeskWithHostileReports : IAsyncLifetime
    {
        internal RunningDesk Running { get; } = new();

        public async ValueTask InitializeAsync()
        {
            for (int i = 0; i < Pieces.Length; i++) Running.Add(Hostile(Pieces[i], i));
            await Running.InitializeAsync();
        }

        private static NewReading Hostile(string words, int i)
        {
            var text = $"{words} Norway suspended {words} for Malawi. {words}";
            var change = new MeasureChange("c1", words, Instrument.Aid, "NOR", "MWI", ChangeKind.Suspend, ClaimStatus.Happened, Stage.InEffect,
                new DescribedTime(words, new LocalDate(2021, 1, 1), new LocalDate(2021, 2, 1), TimeBasis.Stated), false, words, words, [new Span(0, text.Length)], "s1");
            var statement = new Statement("s1", "a1", [], [], [new Span(0, text.Length)], StatementKind.Direct, words, words, null);
            var actor = new Actor("a1", words, ActorKind.Person, "NOR", "GOV", words, [new Mention(new Span(0, 1), 0)]);
            var report = new Report($"{words}/{i}", $"hash{i}", text, [new Paragraph(new Span(0, text.Length), ParagraphRole.Body)], new Published(new LocalDate(2021, 1, 1), DatePrecision.Day, PublishedBasis.Stated, words, []))
            {
                Language = "en", Title = words, Outlet = words, Url = Addresses[i % Addresses.Length],
            };
            return new NewReading(new AnnotatedReport(report).With(Layers.Actors, [actor]).With(Layers.Statements, [statement]).With(Layers.Changes, [change]), "test", "", new byte[] { 1 });
        }

        public ValueTask DisposeAsync() => Running.DisposeAsync();
    }
}
