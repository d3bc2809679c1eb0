using System.Net;
using System.Text;
using Chancery.Records.Briefing;

namespace Chancery.Desk.Briefing;

/// <summary>A line under the letter with a link in it.</summary>
public sealed record FootLine(string Words, Uri? Link = null, string? LinkWords = null);

/// <summary>
/// An issue as an HTML letter: headings and lists that screen readers know, 16 px and more, contrast of 7 to 1, light and dark, no picture and nothing
/// fetched from anywhere. Styles stand in the head and, for programs that drop it, the letter is still in reading order without them.
/// </summary>
public static class HtmlLetter
{
    private const string Style = """
        :root{color-scheme:light dark}
        body{margin:0;padding:24px 16px;background:#f6f4ef;color:#1d1d1b;font:17px/1.55 Georgia,"Times New Roman",serif}
        main{max-width:640px;margin:0 auto;background:#fff;padding:28px 28px 12px;border-top:4px solid #7a1f1f}
        h1{font-size:28px;line-height:1.2;margin:0 0 4px}
        h2{font:bold 16px/1.4 Helvetica,Arial,sans-serif;letter-spacing:.04em;margin:32px 0 8px;padding-top:10px;border-top:1px solid #d8d3c8;color:#7a1f1f}
        p{margin:0 0 12px}
        .when{color:#4a4944;margin-bottom:20px}
        ul{list-style:none;margin:0;padding:0}
        li{margin:0 0 22px}
        li p{margin:0 0 6px}
        .line{font-weight:bold}
        blockquote{margin:6px 0;padding:2px 0 2px 14px;border-left:3px solid #b9b2a3;color:#33322e}
        cite{font-style:normal;font-size:16px;color:#4a4944}
        a{color:#0b4a8f;text-decoration:underline}
        .mark{background:#fdeccb;color:#4d3200;padding:6px 10px;border-left:3px solid #8a5a00}
        .quiet{font-size:19px}
        footer{max-width:640px;margin:0 auto;padding:16px 28px;font:16px/1.5 Helvetica,Arial,sans-serif;color:#4a4944}
        .preheader{display:none;max-height:0;overflow:hidden}
        @media (prefers-color-scheme:dark){
        body{background:#161614;color:#ece9e2}main{background:#1f1f1c;border-top-color:#e59a8f}h2{color:#f0b3aa;border-top-color:#44423b}
        .when,cite,footer{color:#c6c2b8}blockquote{color:#dcd8ce;border-left-color:#6f6a5e}a{color:#9cc7f5}.mark{background:#3a2c0c;color:#fbe3b0;border-left-color:#d9a441}}
        @media (max-width:480px){body{padding:0}main{padding:20px 18px 8px}}
        """;

    public static string Of(ReaderIssue issue, IReadOnlyList<FootLine> foot)
    {
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>").Append(E($"{ReaderIssue.Name}, {issue.Subject}")).Append("</title>\n<style>\n").Append(Style.ReplaceLineEndings("\n")).Append("\n</style>\n</head>\n<body>\n");
        html.Append("<div class=\"preheader\" aria-hidden=\"true\">").Append(E(issue.Preheader)).Append("</div>\n<main>\n");
        Body(html, issue);
        html.Append("</main>\n<footer>\n<p><a href=\"").Append(E(issue.Page.AbsoluteUri)).Append("\">This issue on the web</a></p>\n");
        foreach (var line in foot) html.Append("<p>").Append(E(line.Words)).Append(line.Link is { } link ? $" <a href=\"{E(link.AbsoluteUri)}\">{E(line.LinkWords ?? link.AbsoluteUri)}</a>" : "").Append("</p>\n");
        return html.Append("</footer>\n</body>\n</html>\n").ToString();
    }

    /// <summary>A short letter of a few paragraphs and one thing to do.</summary>
    public static string Plain(string title, IReadOnlyList<string> paragraphs, FootLine link)
    {
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>").Append(E(title)).Append("</title>\n<style>\n").Append(Style.ReplaceLineEndings("\n")).Append("\n</style>\n</head>\n<body>\n<main>\n<h1>");
        html.Append(E(title)).Append("</h1>\n<p>").Append(E(paragraphs[0])).Append("</p>\n<p class=\"quiet\"><a href=\"").Append(E(link.Link!.AbsoluteUri)).Append("\">").Append(E(link.LinkWords!)).Append("</a></p>\n");
        foreach (var paragraph in paragraphs.Skip(1)) html.Append("<p>").Append(E(paragraph)).Append("</p>\n");
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    /// <summary>What stands in the letter and on the issue's page alike.</summary>
    public static void Body(StringBuilder html, ReaderIssue issue)
    {
        html.Append("<h1>").Append(E(ReaderIssue.Name)).Append("</h1>\n<p class=\"when\"><span lang=\"").Append(issue.Dates.Language).Append("\">").Append(E(issue.Evening)).Append("</span>");
        html.Append(issue.NumberLine is { } number ? " · " + E(number) : "").Append("</p>\n");
        if (issue.IsQuiet) html.Append("<p class=\"quiet\">").Append(ReaderIssue.Quiet).Append("</p>\n");
        foreach (var part in issue.Parts)
        {
            html.Append("<h2>").Append(E(ReaderIssue.Heading(part.Key))).Append("</h2>\n<ul>\n");
            foreach (var entry in part) Entry(html, issue, entry);
            html.Append("</ul>\n");
        }
        if (issue.More is { } more) html.Append("<p>").Append(E(more)).Append("</p>\n");
    }

    private static void Entry(StringBuilder html, ReaderIssue issue, BriefingEntry entry)
    {
        html.Append("<li>\n<p class=\"line\">").Append(E(issue.Line(entry))).Append("</p>\n");
        if (issue.Mark(entry) is { } mark) html.Append("<p class=\"mark\">").Append(E(mark)).Append("</p>\n");
        if (ReaderIssue.Quote(entry) is { } quote)
            html.Append("<blockquote><p>").Append(E(quote)).Append("</p></blockquote>\n");
        var source = issue.SourceLine(entry) is { } from ? $"<cite>{E(from)}</cite>" : "";
        var link = issue.Link(entry) is { } at ? $"<a href=\"{E(at.AbsoluteUri)}\">{E(LinkWords(entry))}</a>" : "";
        if (source.Length + link.Length > 0) html.Append("<p>").Append(source).Append(source.Length > 0 && link.Length > 0 ? " · " : "").Append(link).Append("</p>\n");
        html.Append("</li>\n");
    }

    public static string LinkWords(BriefingEntry entry) => entry.Between is { First.Length: 3, Second.Length: 3 } pair
        ? $"{Records.Identity.StateNames.Of(pair.First)} and {Records.Identity.StateNames.Of(pair.Second)} that evening" : "The report";

    private static string E(string words) => WebUtility.HtmlEncode(words);
}
