using System.Text;
using System.Xml;
using Chancery.Desk.Briefing;
using Chancery.Desk.Web.Hosting;
using Microsoft.AspNetCore.Http;
using NodaTime.Text;

namespace Chancery.Desk.Web.Briefings;

/// <summary>The issues as an Atom feed (RFC 4287). A corrected issue is an updated entry that says so.</summary>
internal static class BriefingFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const int MostIssues = 30;

    public static IResult Answer(Visit visit)
    {
        visit.Http.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(Write(ReleasedIssues.Latest(visit, MostIssues), new Uri($"{visit.Http.Request.Scheme}://{visit.Http.Request.Host}")), "application/atom+xml; charset=utf-8");
    }

    private static byte[] Write(IReadOnlyList<ReleasedIssue> issues, Uri here)
    {
        var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, IndentChars = " ", NewLineChars = "\n", CheckCharacters = false }))
        {
            xml.WriteStartElement("feed", Atom);
            Element(xml, "id", new Uri(here, "/briefings/feed.atom").AbsoluteUri);
            Element(xml, "title", ReaderIssue.Name);
            Element(xml, "updated", InstantPattern.General.Format(issues.Count > 0 ? issues.Max(i => i.Updated) : NodaTime.Instant.FromUnixTimeSeconds(0)));
            Link(xml, "self", new Uri(here, "/briefings/feed.atom"));
            Link(xml, "alternate", new Uri(here, "/briefings"));
            xml.WriteStartElement("author", Atom);
            Element(xml, "name", "Chancery");
            xml.WriteEndElement();
            foreach (var issue in issues) Write(xml, issue);
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    private static void Write(XmlWriter xml, ReleasedIssue issue)
    {
        xml.WriteStartElement("entry", Atom);
        Element(xml, "id", issue.Reader.Page.AbsoluteUri);
        Element(xml, "title", (issue.Corrections > 0 ? "Corrected: " : "") + issue.Reader.Subject);
        Element(xml, "updated", InstantPattern.General.Format(issue.Updated));
        Link(xml, "alternate", issue.Reader.Page);
        var html = new StringBuilder();
        HtmlLetter.Body(html, issue.Reader);
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(Allowed(html.ToString()));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string words) => xml.WriteElementString(name, Atom, Allowed(words));

    private static void Link(XmlWriter xml, string relation, Uri address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address.AbsoluteUri);
        xml.WriteEndElement();
    }

    /// <summary>Without what XML does not allow.</summary>
    private static string Allowed(string words)
    {
        var allowed = new StringBuilder(words.Length);
        foreach (var rune in words.EnumerateRunes())
            if (rune.Value is 9 or 10 or 13 or (>= 32 and not (0xFFFE or 0xFFFF))) allowed.Append(rune.ToString());
        return allowed.ToString();
    }
}
