using Chancery.Reading.Pages;
using Chancery.Reports;
using Xunit;

namespace Chancery.Tests.Pages;

public class FingerprintTests
{
    private const string Story = "Chile and Peru have agreed to reopen the railway between Arica and Tacna, which a flood had closed in 2012. "
        + "The first train will run on the national holiday, the transport ministers of both countries said after a meeting in Lima on Thursday. "
        + "Peru will pay for the bridges and Chile for the stations, while a joint company will set the fares. "
        + "Traders in both towns had asked for the line for years, since lorries wait at the border for half a day. "
        + "The agreement must still be approved by the parliament in Santiago, where the opposition has called the fares too low.";

    private static ulong Print(string text) => Fingerprint.Of(text, [new Paragraph(new Span(0, text.Length), ParagraphRole.Body)])!.Value;

    [Fact]
    public void a_copy_with_other_quotation_marks_and_a_cut_tail_is_known() =>
        Assert.True(Fingerprint.AreCopies(Print(Story), Print(Story.ToUpperInvariant()[..(Story.Length - 60)])));

    [Fact]
    public void another_story_of_the_same_countries_is_another() =>
        Assert.False(Fingerprint.AreCopies(Print(Story), Print("Chile has recalled its ambassador from Peru after a patrol boat stopped three fishing vessels off Arica. "
            + "The crews were set free on Sunday, but their nets were kept. Peru said that the boats had crossed the line which the court in The Hague drew in 2014, "
            + "and that it would hand over the pictures to prove it. Fishermen in Tacna held up the traffic on the coastal road in the evening.")));

    [Fact]
    public void a_body_of_a_few_words_has_no_fingerprint() => Assert.Null(Fingerprint.Of("Too short.", [new Paragraph(new Span(0, 10), ParagraphRole.Body)]));
}
