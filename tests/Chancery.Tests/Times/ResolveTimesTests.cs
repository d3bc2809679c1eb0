using System.Text;
using Chancery.Reports;
using NodaTime.Text;
using Xunit;

namespace Chancery.Tests.Times;

public class ResolveTimesTests
{
    public static TheoryData<string, string> Expressions => Table.Of("Times/expressions.tsv");

    [Theory, MemberData(nameof(Expressions))]
    public void a_time_is_found_and_means_what_its_words_say(string published, string marked)
    {
        var (text, expected) = Unmark(marked);
        var found = TimesOf.Text(text, LocalDatePattern.Iso.Parse(published).Value);
        Assert.Equal(string.Join('\n', expected), string.Join('\n', found.Select(t => Describe(text, t))));
    }

    [Fact]
    public void a_teaser_is_told_from_its_own_date()
    {
        const string Text = "Chad opened its embassy on Monday.\nNiger closed its border on Monday.";
        int start = Text.IndexOf('\n', StringComparison.Ordinal) + 1;
        var related = new RelatedStory(Text[start..], null, null, new NodaTime.LocalDate(2012, 5, 10), new Span(start, Text.Length));
        var times = TimesOf.Text(Text, new NodaTime.LocalDate(2015, 3, 4), related: [related]);
        Assert.Equal(["2015-03-02", "2012-05-07"], times.Select(t => t.Value));
    }

    [Fact]
    public void a_report_without_a_date_leaves_what_hangs_on_it_unresolved()
    {
        var times = TimesOf.Text("Chad closed its embassy on Monday and reopened it on 4 May 2001.", null);
        Assert.Equal(["XXXX-WXX-1", "2001-05-04"], times.Select(t => t.Value));
        Assert.IsType<TimeResolution.Unresolved>(times[0].Resolution);
        Assert.Equal(TimeBasis.Stated, Assert.IsType<TimeResolution.Resolved>(times[1].Resolution).Basis);
    }

    [Fact]
    public void a_feast_without_a_rule_says_why_it_has_no_date()
    {
        var time = Assert.Single(TimesOf.Text("The truce holds until Ramadan.", new NodaTime.LocalDate(2015, 3, 4)));
        Assert.Equal("the lunar calendar is not computed", Assert.IsType<TimeResolution.Unresolved>(time.Resolution).Reason);
    }

    [Fact]
    public void a_time_counted_from_another_names_it_as_its_anchor()
    {
        const string Text = "Chad left on 3 May 2009. Two days later it came back.";
        var times = TimesOf.Text(Text, new NodaTime.LocalDate(2015, 3, 4));
        var later = Assert.IsType<TimeResolution.Resolved>(times[1].Resolution);
        Assert.Equal("3 May 2009", later.Anchor!.Value.Cut(Text));
    }

    [Fact]
    public void the_past_months_end_with_the_day_of_telling()
    {
        var time = Assert.Single(TimesOf.Text("Exports fell in the past two months.", new NodaTime.LocalDate(2015, 3, 4)));
        Assert.Equal(("P2M", "2015-01-04", "2015-03-04"), (time.Value, time.BeginPoint, time.EndPoint));
    }

    [Theory]
    [InlineData("In May 1911 Ruritania mobilised. Its enemy had lost the war of 1899. In July the guns were silent.", "1911-07")]
    [InlineData("In May 1911 Ruritania mobilised. Bridges were planned for 1913 but never built. In July the guns were silent.", "1911-07")]
    [InlineData("In May 1911 Ruritania mobilised. A year earlier it had been at peace. In July the guns were silent.", "1911-07")]
    [InlineData("In November 1911 Ruritania mobilised, the last to do so in 1911. In January the guns were silent.", "1912-01")]
    public void a_year_told_in_passing_does_not_move_a_history(string text, string last)
    {
        const string Chronicle = "The league was founded in 1901. It had ten members in 1902. It grew until 1905. A second league followed in 1907. The pact of 1909 held. ";
        Assert.Equal(last, TimesOf.Text(Chronicle + text, new NodaTime.LocalDate(2015, 3, 4))[^1].Value);
    }

    [Fact]
    public void a_month_goes_with_the_year_of_what_it_is_told_beside()
    {
        const string Text = """
            The league was founded in 1901. It had ten members in 1902. It grew until 1905. A second league followed in 1907. The pact of 1909 held.
            The war was over in November 1908.
            The queen had been crowned on 9 April 1903 in the cathedral, and on April 15 she opened the parliament.
            """;
        Assert.Equal("1903-04-15", TimesOf.Text(Text, new NodaTime.LocalDate(2015, 3, 4))[^1].Value);
    }

    [Fact]
    public void a_history_dates_a_bare_month_by_the_time_told_before()
    {
        const string Text = """
            In 1853 the two ports were opened. In April 1855 a fleet came. In 1861 the bay was mined, and in 1867 it was cleared.
            The king was crowned on 3 November 1868. In December he received the envoys.
            """;
        var times = TimesOf.Text(Text, new NodaTime.LocalDate(2015, 3, 4));
        Assert.Equal("1868-12", times[^1].Value);
    }

    [Theory]
    [InlineData("Niger today named ten judges. They served from 1981 to 1986, from 1987 to 1990, from 1991 to 1994, from 1983 to 1985, from 1988 to 1989, from 1992 to 1993, from 1995 to 1996, from 1997 to 1998, "
        + "from 1999 to 2001 and from 2002 to 2004.", "2015-03-04")]
    [InlineData("This is the notice of 3 March 2015. The ban was declared in May 1998 and renewed in 2001, 2003, 2006 and 2009. In February the fund was refilled.", "2015-02")]
    public void what_looks_back_far_but_tells_its_own_day_is_no_history(string text, string value) =>
        Assert.Contains(value, TimesOf.Text(text, new NodaTime.LocalDate(2015, 3, 4)).Select(t => t.Value));

    private static string Describe(string text, TimeExpression time) =>
        $"{time.Span.Cut(text)}|{time.Type.ToString().ToUpperInvariant()}|{time.Value}{(time.Mod is null ? "" : "|" + time.Mod)}";

    private static (string Text, List<string> Expected) Unmark(string marked)
    {
        var text = new StringBuilder();
        var expected = new List<string>();
        foreach (var piece in marked.Split('['))
        {
            int end = piece.IndexOf(']', StringComparison.Ordinal);
            if (end < 0) { text.Append(piece); continue; }
            expected.Add(piece[..end]);
            text.Append(piece[..piece.IndexOf('|', StringComparison.Ordinal)]).Append(piece[(end + 1)..]);
        }
        return (text.ToString(), expected);
    }
}
