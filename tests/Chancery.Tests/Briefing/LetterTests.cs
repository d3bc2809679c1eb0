using Chancery.Desk.Briefing;
using Chancery.Records.Briefing;
using Chancery.Records.Claims;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Briefing;

/// <summary>How an issue looks.</summary>
public class LetterTests
{
    private static readonly Score Score = new(3, 0, 0.5);

    internal static BriefingEntry Entry(string line, string? quote = "The ministry said so.", EntryKind kind = EntryKind.Change) => new(
        kind, Dyad.Of("NOR", "MWI"), Words.Of(line) + " since " + Words.Date("2020-05"), quote, "The Lakeside Post", new LocalDate(2020, 6, 2), 1, ["c1"], [], false, Score);

    internal static ReaderIssue Issue(params BriefingEntry[] entries) => new(
        new LocalDate(2020, 6, 2), 12, FitReading.To(entries, Interest.Everything), Dates.English, new Uri("https://desk.example"), _ => null);

    public static TheoryData<string, string> DateCases => Table.Of("Briefing/dates-written.tsv");

    [Theory, MemberData(nameof(DateCases))]
    public void dates_are_written_as_readers_of_a_language_do(string asked, string written)
    {
        var (language, value) = (asked.Split(' ')[0], asked.Split(' ')[1]);
        Assert.Equal(written, value == "evening" ? Dates.Of(language).Evening(new LocalDate(2020, 1, 4)) : Dates.Of(language).Value(value));
    }

    [Fact]
    public void every_language_has_seven_days_and_twelve_months() => Assert.All(Dates.Languages, d =>
        Assert.Equal(12 + 7, Enumerable.Range(1, 12).Select(m => d.Month(new YearMonth(2020, m))).Distinct().Count() + Enumerable.Range(1, 7).Select(n => d.Evening(new LocalDate(2020, 6, n))).Distinct().Count()));

    [Fact]
    public void the_text_wraps_at_76_and_only_addresses_may_be_longer()
    {
        var text = TextLetter.Of(Issue(Entry(string.Join(' ', Enumerable.Repeat("protocol", 80)), string.Join(' ', Enumerable.Repeat("naïve", 60)))), ["To leave: https://desk.example/" + new string('x', 90)]);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 76 || line.StartsWith("https://", StringComparison.Ordinal), line));
    }

    [Fact]
    public void words_of_a_page_cannot_become_markup_or_turn_the_text()
    {
        var issue = Issue(Entry("<script>alert(1)</script> \u202Eno\u0007\n\nSubject: x", "<img src=x onerror=y> [a](http://evil.example)"));
        var html = HtmlLetter.Of(issue, []);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', TextLetter.Of(issue, []));
        Assert.DoesNotContain('\u0007', TextLetter.Of(issue, []));
        Assert.DoesNotContain("[a](", MarkdownLetter.Of(issue), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', issue.Subject);
    }

    [Fact]
    public void the_letter_fetches_nothing_and_its_links_are_pinned_to_the_evening()
    {
        var html = HtmlLetter.Of(Issue(Entry("Budget support suspended")), []);
        Assert.DoesNotMatch("(?i)<img|<link|src=|url\\(|@import|@font-face", html);
        Assert.Contains("https://desk.example/states/MWI-NOR?known=2020-06-02", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"We kept it,\" he said.", "“‘We kept it,’ he said.”")]
    [InlineData("He said: “We kept it.”", "“He said: ‘We kept it.’”")]
    [InlineData("Farmers' demand (\"now\")", "“Farmers' demand (‘now’)”")]
    public void quotations_within_a_quotation_stand_in_single_marks(string words, string shown) => Assert.Equal(shown, ReaderIssue.Quote(Entry("x", words)));

    [Fact]
    public void a_quiet_evening_says_so_in_one_line()
    {
        Assert.Contains(ReaderIssue.Quiet, TextLetter.Of(Issue(), []), StringComparison.Ordinal);
        Assert.EndsWith("nothing changed", Issue().Subject, StringComparison.Ordinal);
    }
}
