using Chancery.Reports;

namespace Chancery.Reading.Pages;

/// <summary>A report from plain text: the text is kept unchanged, and every line that is not blank is a paragraph.</summary>
public static class ReadPlainText
{
    public static Report Read(Page page)
    {
        var text = page.Content;
        var paragraphs = new List<Paragraph>();
        int at = 0;
        while (at < text.Length)
        {
            int end = text.IndexOf('\n', at);
            if (end < 0) end = text.Length;
            int first = at, last = end;
            while (first < last && char.IsWhiteSpace(text[first])) first++;
            while (last > first && char.IsWhiteSpace(text[last - 1])) last--;
            if (last > first) paragraphs.Add(new Paragraph(new Span(first, last), ParagraphRole.Body));
            at = end + 1;
        }
        var witnessed = NodaTime.Text.LocalDatePattern.Iso.Parse(page.StatedDate ?? "") is { Success: true, Value: var day }
            ? new Published(day, DatePrecision.Day, PublishedBasis.Stated, page.StatedDate, [])
            : Published.Unknown;
        return new Report(page.Id, page.Hash, text, paragraphs, witnessed) { Url = page.Url, Title = page.Title, Language = "en" };
    }
}
