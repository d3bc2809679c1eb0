using Chancery.Reading.Pages;
using Chancery.Reports;
using CsCheck;
using Xunit;

namespace Chancery.Tests.Pages;

public class ReadPlainTextTests
{
    private const string Envoy = """
         date 2016-03-04 The embargo on timber stays, ministers say.
        Kenya's envoy will return to Khartoum next week, the foreign ministry announced in Nairobi on Monday.
        Read more: Why the border post closed
        "We have waited long enough," said Amina Odhiambo, who trades in Busia.
        Every morning, The Lakeside sends out a selection of its reports. Sign up here.
        Sudan has closed its embassy in Nairobi after a dispute over fishing rights. (02.02.2016)
        The two presidents met for the first time in four years. (17.11.2015)
        """;

    [Fact]
    public void the_parts_of_a_report_are_told_apart_by_their_lines()
    {
        var report = Read(Envoy);
        Assert.Equal(
            ["stated-date", "standfirst", "body", "read-more", "body", "promo", "teaser", "teaser"],
            report.Paragraphs.Select(p => p.Role.Name()));
        Assert.Equal("The embargo on timber stays, ministers say.", report.Standfirst);
        Assert.Equal("2016-03-04", report.Witnessed.Value);
        Assert.Equal(Envoy, report.Text);
    }

    [Fact]
    public void a_teaser_is_a_related_story_with_its_own_date()
    {
        var related = Read(Envoy).Related;
        Assert.Equal(["", "2016-02-02", "2015-11-17"], related.Select(r => r.Published?.ToString("uuuu-MM-dd", null) ?? ""));
        Assert.Equal("Why the border post closed", related[0].Title);
        Assert.EndsWith("fishing rights.", related[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void a_headline_over_a_teaser_belongs_to_its_story()
    {
        var related = Read("""
            Ghana recalled its ambassador from Lomé.
            Related stories
            Togo closes the coast road
            Lorries wait at the border. (12 May 2011)
            Fishermen count their losses
            The season ended early. (3 March 2011)
            """).Related;
        Assert.Equal(["Togo closes the coast road", "Fishermen count their losses"], related.Select(r => r.Title));
        Assert.Equal(["2011-05-12", "2011-03-03"], related.Select(r => r.Published?.ToString("uuuu-MM-dd", null)));
    }

    [Fact]
    public void one_date_that_can_only_begin_with_the_month_tells_how_the_others_are_read()
    {
        var related = Read("The talks failed.\nA first round was held. (04/05/2012)\nA second was called off. (04/25/2012)").Related;
        Assert.Equal(["2012-04-05", "2012-04-25"], related.Select(r => r.Published?.ToString("uuuu-MM-dd", null)));
    }

    [Fact]
    public void an_article_that_ends_in_a_sentence_with_a_date_has_no_teaser()
    {
        var report = Read("Peru signed the accord.\nChile signed it a month later – 12 May 2011");
        Assert.Empty(report.Related);
        Assert.All(report.Paragraphs, p => Assert.Equal(ParagraphRole.Body, p.Role));
    }

    [Theory]
    [InlineData("Norway recalls its envoy\nBy Kari Lund and Per Dahl\nOslo has recalled its envoy.\nCorrection: The envoy's name was misspelt.", "title byline body correction")]
    [InlineData("Oslo has recalled its envoy.\n© 2014 The Fjord. All rights reserved.", "body promo")]
    [InlineData("By Monday the envoy had left.\nShe flew to Oslo.", "body body")]
    [InlineData("date 2014-13-01 Oslo has recalled its envoy.\nShe flew home.", "body body")]
    [InlineData("date 2014-12-01 Oslo recalls its envoy\nShe flew home.", "stated-date title body")]
    [InlineData("The newsletter of the ministry did not mention it.", "body")]
    [InlineData("Photo: The envoy in Oslo\nThe envoy has left.", "caption body")]
    public void a_line_tells_its_role(string text, string roles) =>
        Assert.Equal(roles, string.Join(' ', Read(text).Paragraphs.Select(p => p.Role.Name())));

    [Fact]
    public void authors_are_people_without_the_word_before_them() =>
        Assert.Equal(["Kari Lund", "Per van Dahl"], Read("Norway recalls its envoy\nBy Kari Lund and Per van Dahl, Reuters\nOslo has recalled its envoy.").Byline);

    [Theory]
    [InlineData("Die Regierung in Wien hat den Vertrag mit dem Nachbarland nicht verlängert, und der Handel ist damit beendet.", "de")]
    [InlineData("Le gouvernement a suspendu les accords avec son voisin, et la frontière est fermée pour une semaine.", "fr")]
    [InlineData("El gobierno ha suspendido el acuerdo con su vecino y la frontera está cerrada por una semana.", "es")]
    [InlineData("Rząd zawiesił umowę z sąsiadem i nie będzie jej przedłużać, powiedział minister w Sejmie.", "pl")]
    [InlineData("Министр сообщил о приостановке договора с соседней страной.", "ru")]
    [InlineData("The government has suspended the accord.", "en")]
    [InlineData("Envoy recalled", "en")]
    public void the_language_is_told_by_script_and_common_words(string text, string language) =>
        Assert.Equal(language, Read(text).Language);

    [Fact]
    public void a_date_given_beside_the_text_is_the_stated_one()
    {
        var report = ReadPlainText.Read(new Page("p", "", PageKind.Text, "Oslo has recalled its envoy.", StatedDate: "2014-12-01T18:30:00Z"));
        Assert.Equal("2014-12-01T18:30", report.Witnessed.Value);
        Assert.Equal(PublishedBasis.Stated, report.Witnessed.Basis);
    }

    /// <summary>Whatever the text, its paragraphs lie in it, in order, and leave out nothing but white space.</summary>
    [Fact]
    public void paragraphs_cover_all_of_any_text()
    {
        var piece = Gen.OneOf(
            Gen.OneOf(new[] { "\n", "\r\n", " ", "date 2019-01-02 ", "(25.05.2017)", "Read more:", "By Ana Lie", "\U0001F600", "|", "(", ")", ".", "12 May 2011" }.Select(Gen.Const).ToArray()),
            Gen.String[Gen.Char.AlphaNumeric, 0, 12]);
        piece.Array[0, 30].Select(parts => string.Concat(parts)).Sample(text =>
        {
            int at = 0;
            foreach (var p in Read(text).Paragraphs)
            {
                Assert.True(string.IsNullOrWhiteSpace(text[at..p.Span.Start]) && p.Span.Length > 0);
                at = p.Span.End;
            }
            Assert.True(string.IsNullOrWhiteSpace(text[at..]));
        }, iter: Environment.GetEnvironmentVariable("CHANCERY_SOAK") == "1" ? 100_000 : 2_000);
    }

    private static Report Read(string text) => ReadPlainText.Read(new Page("p", "", PageKind.Text, text));
}
