using System.Text;
using System.Xml;
using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Desk.Web.Api;

/// <summary>An entry of a feed.</summary>
/// <param name="Id">Where it is found; the same for ever.</param>
/// <param name="Html">Whether the text is markup of our own and the whole content, not a plain summary.</param>
internal sealed record AtomEntry(At Id, string Title, Instant Updated, string Text, bool Html = false);

/// <summary>Writes Atom (RFC 4287).</summary>
internal static class AtomFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <param name="self">The feed's own address, <paramref name="page"/> that of the page which tells the same.</param>
    public static byte[] Write(Visit visit, string title, At self, At page, IReadOnlyList<AtomEntry> entries)
    {
        var here = $"{visit.Http.Request.Scheme}://{visit.Http.Request.Host}";
        var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, IndentChars = " ", NewLineChars = "\n" }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteElementString("id", Atom, here + self);
            xml.WriteElementString("title", Atom, Plain(title));
            xml.WriteElementString("updated", Atom, Moment(entries.Count > 0 ? entries.Max(e => e.Updated) : Instant.FromUnixTimeSeconds(0)));
            Link(xml, "self", here + self);
            Link(xml, "alternate", here + page);
            xml.WriteStartElement("author", Atom);
            xml.WriteElementString("name", Atom, "Chancery");
            xml.WriteEndElement();
            foreach (var entry in entries) Write(xml, entry, here);
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    private static void Write(XmlWriter xml, AtomEntry entry, string here)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, here + entry.Id);
        xml.WriteElementString("title", Atom, Plain(entry.Title));
        xml.WriteElementString("updated", Atom, Moment(entry.Updated));
        Link(xml, "alternate", here + entry.Id);
        if (entry.Html) WriteContent(xml, entry.Text);
        else xml.WriteElementString("summary", Atom, Plain(entry.Text));
        xml.WriteEndElement();
    }

    private static void WriteContent(XmlWriter xml, string html)
    {
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(Allowed(html));
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string Moment(Instant instant) => InstantPattern.General.Format(instant);

    private static string Plain(string words) => Allowed(Outside.Clean(words));

    /// <summary>Without what XML does not allow.</summary>
    private static string Allowed(string words)
    {
        var allowed = new StringBuilder(words.Length);
        foreach (var rune in words.EnumerateRunes())
            if (rune.Value is 9 or 10 or 13 or (>= 32 and not (0xFFFE or 0xFFFF))) allowed.Append(rune.ToString());
        return allowed.ToString();
    }
}
