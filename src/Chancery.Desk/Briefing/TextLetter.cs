using System.Text;
using Chancery.Records.Briefing;

namespace Chancery.Desk.Briefing;

/// <summary>An issue as plain text: a letter that reads well in any program, no line longer than 76 characters but addresses.</summary>
public static class TextLetter
{
    public const int Width = 76;

    /// <param name="foot">Lines below the issue: how to change or end the subscription.</param>
    public static string Of(ReaderIssue issue, IReadOnlyList<string> foot)
    {
        var text = new StringBuilder();
        Title(text, issue);
        if (issue.IsQuiet) text.Append(ReaderIssue.Quiet).Append("\n\n");
        foreach (var part in issue.Parts)
        {
            text.Append(ReaderIssue.Heading(part.Key).ToUpperInvariant()).Append("\n\n");
            foreach (var entry in part) Entry(text, issue, entry);
        }
        if (issue.More is { } more) Paragraph(text, more, "");
        text.Append("On the web: ").Append(issue.Page).Append('\n');
        if (foot.Count > 0) text.Append("\n-- \n");
        foreach (var line in foot) Paragraph(text, line, "", blank: false);
        return text.ToString();
    }

    private static void Title(StringBuilder text, ReaderIssue issue)
    {
        text.Append(ReaderIssue.Name.ToUpperInvariant()).Append('\n').Append(issue.Evening);
        if (issue.NumberLine is { } number) text.Append(" · ").Append(number);
        text.Append("\n\n");
    }

    private static void Entry(StringBuilder text, ReaderIssue issue, BriefingEntry entry)
    {
        Hang(text, "* ", issue.Line(entry));
        if (ReaderIssue.Quote(entry) is { } quote) Hang(text, "  ", $"{quote}{(issue.SourceLine(entry) is { } source ? $" ({source})" : "")}");
        if (issue.Mark(entry) is { } mark) Hang(text, "  ", "! " + mark);
        if (issue.Link(entry) is { } link) Hang(text, "  ", link.ToString());
        text.Append('\n');
    }

    private static void Hang(StringBuilder text, string lead, string words)
    {
        foreach (var line in PlainWords.Wrap(words, Width - lead.Length))
        {
            text.Append(lead).Append(line).Append('\n');
            lead = "  ";
        }
    }

    private static void Paragraph(StringBuilder text, string words, string lead, bool blank = true)
    {
        foreach (var line in PlainWords.Wrap(words, Width)) text.Append(lead).Append(line).Append('\n');
        if (blank) text.Append('\n');
    }
}
