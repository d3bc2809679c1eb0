using Chancery.Reading.Statements;
using Chancery.Reports;
using Xunit;

namespace Chancery.Tests.Statements;

public class QuotationsTests
{
    [Theory]
    [InlineData("He said \"no\" twice.", "\"no\"")]
    [InlineData("He said “no” twice.", "“no”")]
    [InlineData("He said «no» twice.", "«no»")]
    [InlineData("He said ``no'' twice.", "``no''")]
    [InlineData("He said ''no'' twice.", "''no''")]
    [InlineData("He said 'never again' twice.", "'never again'")]
    [InlineData("He said ‘it isn’t over’ twice.", "‘it isn’t over’")]
    [InlineData("They played rock 'n' roll.", "")]
    [InlineData("“It goes on in the next paragraph.", "“It goes on in the next paragraph.")]
    [InlineData("It isn't the ministers' fault.", "")]
    public void quotation_marks_of_every_style_pair(string text, string quoted) =>
        Assert.Equal(quoted, string.Join(" | ", Quotations.Find(text, new Span(0, text.Length)).Select(s => s.Cut(text))));

    [Theory]
    [InlineData("\"All of it.\"", StatementKind.Direct)]
    [InlineData("none of it", StatementKind.Indirect)]
    [InlineData("only \"this word\" of it", StatementKind.Mixed)]
    public void the_kind_tells_how_much_is_quoted(string text, StatementKind kind)
    {
        var whole = new Span(0, text.Length);
        Assert.Equal(kind, Quotations.KindOf(text, [whole], Quotations.Find(text, whole)));
    }

    [Fact]
    public void a_text_of_nothing_but_quotation_marks_takes_no_longer_than_another()
    {
        string text = string.Concat(Enumerable.Repeat(" 'a", 200_000));
        Assert.Empty(Quotations.Find(text, new Span(0, text.Length)));
    }
}
