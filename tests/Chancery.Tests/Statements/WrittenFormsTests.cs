using Chancery.Reading;
using Chancery.Reading.Pages;
using Chancery.Reports;
using Xunit;

namespace Chancery.Tests.Statements;

/// <summary>Attributions that the form of a paragraph tells, and quotations that run through several paragraphs.</summary>
public class WrittenFormsTests
{
    private static readonly Pipeline Reading = EnglishNews.Compose(Path.Combine(AppContext.BaseDirectory, "models")).For([Layers.Statements]);

    [Fact]
    public void each_line_of_a_transcript_is_what_its_speaker_says()
    {
        const string text = "HOLM: The bridge is safe. It will open in May.\n\nANNA BERG: Then why is it closed today?";
        Assert.Equal(
            ["HOLM / : / The bridge is safe. It will open in May", "ANNA BERG / : / Then why is it closed today?"], Told(text));
    }

    [Fact]
    public void a_speaker_without_capitals_must_speak_twice()
    {
        const string text = "Holm: The bridge is safe.\n\nBerg: Why is it closed?\n\nHolm: It will open in May.\n\nBerg: That is too late.";
        Assert.Equal(["Holm", "Berg", "Holm", "Berg"], Told(text).Select(s => s.Split(' ')[0]));
    }

    [Theory]
    [InlineData("\"The bridge is safe and it will open in May.\" — Jon Holm", "Jon Holm", "—")]
    [InlineData("“The bridge is safe and it will open in May.” -- Jon Holm, engineer", "Jon Holm, engineer", "--")]
    public void a_signed_quotation_is_what_its_signer_says(string text, string source, string cue) =>
        Assert.Equal([$"{source} / {cue} / {text[..(text.IndexOf(cue, StringComparison.Ordinal) - 1)]}"], Told(text));

    [Theory]
    [InlineData("Clocks go back: winter time begins on Sunday.\n\nThe sun rises early.")]
    [InlineData("\"The bridge is safe.\" — that was in May.")]
    public void a_colon_or_a_dash_alone_makes_no_statement_of_a_paragraph(string text) =>
        Assert.DoesNotContain(Told(text), s => s.Contains(" / : / ", StringComparison.Ordinal) || s.Contains(" / — / ", StringComparison.Ordinal));

    [Fact]
    public void a_quotation_below_a_colon_belongs_to_the_cue_above()
    {
        const string text = "In his letter the minister wrote:\n\n\"The bridge will open in May. It is safe for lorries.\"\n\nRain fell in the evening.";
        Assert.Contains(Told(text), s => s.StartsWith("the minister / ", StringComparison.Ordinal) && s.Contains("\"The bridge will open in May. It is safe for lorries.\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\n\n")]
    [InlineData("\r\n\r\n")]
    public void a_text_of_nothing_but_open_quotations_is_read(string between) =>
        Assert.NotNull(Told(string.Join(between, Enumerable.Repeat("\"He said the bridge was safe:", 2000))));

    private static List<string> Told(string text) =>
        [.. Reading.Read(ReadPlainText.Read(new Page("t", "", PageKind.Text, text))).Item1!.Get(Layers.Statements).Where(s => s.Within is null)
            .Select(s => $"{Words(text, s.Source)} / {Words(text, s.Cue)} / {Words(text, s.Content)}")];

    private static string Words(string text, IEnumerable<Span> spans) => string.Join(" | ", spans.Select(s => s.Cut(text)));
}
