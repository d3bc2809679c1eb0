using System.Text;
using Chancery.Records.Briefing;

namespace Chancery.Desk.Briefing;

/// <summary>An issue as Markdown (CommonMark), for newsrooms that paste it elsewhere.</summary>
public static class MarkdownLetter
{
    private const string Special = "\\`*_{}[]<>#|~";

    public static string Of(ReaderIssue issue)
    {
        var text = new StringBuilder($"# {ReaderIssue.Name}\n\n{Escape(issue.Evening)}{(issue.NumberLine is { } n ? $" · {n}" : "")}\n");
        if (issue.IsQuiet) text.Append('\n').Append(ReaderIssue.Quiet).Append('\n');
        foreach (var part in issue.Parts)
        {
            text.Append("\n## ").Append(ReaderIssue.Heading(part.Key)).Append("\n\n");
            foreach (var entry in part) Entry(text, issue, entry);
        }
        if (issue.More is { } more) text.Append('\n').Append(more).Append('\n');
        return text.ToString();
    }

    private static void Entry(StringBuilder text, ReaderIssue issue, BriefingEntry entry)
    {
        var line = Escape(issue.Line(entry));
        text.Append("- ").Append(issue.Link(entry) is { } link ? $"{line} [Dossier]({link.AbsoluteUri})" : line).Append('\n');
        if (issue.Mark(entry) is { } mark) text.Append("  **").Append(Escape(mark)).Append("**\n");
        if (ReaderIssue.Quote(entry) is { } quote) text.Append("\n  > ").Append(Escape(quote)).Append(issue.SourceLine(entry) is { } source ? $" ({Escape(source)})" : "").Append("\n\n");
    }

    private static string Escape(string words)
    {
        var text = new StringBuilder(words.Length);
        foreach (char c in words) text.Append(Special.Contains(c, StringComparison.Ordinal) ? "\\" : "").Append(c);
        return text.ToString();
    }
}
