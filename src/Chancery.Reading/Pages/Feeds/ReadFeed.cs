using System.Text.Json;
using System.Xml;
using Chancery.Reports;

namespace Chancery.Reading.Pages.Feeds;

/// <summary>
/// The entries of a feed as pages, lazily: RSS 2.0 and its forerunners, RSS 1.0 (RDF), Atom, JSON Feed. A document type
/// declaration is refused, since entities it declares can grow without bound.
/// </summary>
public static class ReadFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom", Encoded = "http://purl.org/rss/1.0/modules/content/",
        DublinCore = "http://purl.org/dc/elements/1.1/";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = InputLimits.PageBytes, CheckCharacters = false,
    };

    /// <param name="text">The decoded feed.</param>
    /// <param name="name">What the feed is called where an entry or the feed itself has to be named.</param>
    public static IEnumerable<Received> Read(string text, string name) =>
        text.AsSpan().TrimStart("\uFEFF \t\r\n").StartsWith("{") ? ReadJson(text, name) : ReadXml(text, name);

    private static IEnumerable<Received> ReadXml(string text, string name)
    {
        using var xml = XmlReader.Create(new StringReader(text.TrimStart('\uFEFF', ' ', '\r', '\n', '\t')), Settings);
        int number = 0;
        while (true)
        {
            FeedEntry? entry = null;
            XmlException? failure = null;
            try
            {
                if (!MoveToEntry(xml)) break;
                entry = ReadEntry(xml);
            }
            catch (XmlException e)
            {
                failure = e;
            }
            if (failure is not null || entry is null)
            {
                yield return Received.None(name, "broken XML: " + Sentence(failure!.Message), Offset(text, failure));
                yield break;
            }
            yield return entry.ToReceived($"{name}#{++number}");
        }
        if (number == 0) yield return Received.None(name, "a feed without entries");
    }

    private static bool MoveToEntry(XmlReader xml)
    {
        while (xml.NodeType == XmlNodeType.Element && IsEntry(xml) || xml.Read())
            if (xml.NodeType == XmlNodeType.Element && IsEntry(xml)) return true;
        return false;
    }

    private static bool IsEntry(XmlReader xml) => xml.LocalName is "item" or "entry";

    private static FeedEntry ReadEntry(XmlReader xml)
    {
        var entry = new FeedEntry { Id = xml.GetAttribute("about", "http://www.w3.org/1999/02/22-rdf-syntax-ns#") };
        using var inner = xml.ReadSubtree();
        inner.Read();
        inner.Read();
        while (!inner.EOF)
        {
            if (inner.NodeType != XmlNodeType.Element || inner.Depth != 1) inner.Read();
            else ReadPart(inner, entry);
        }
        inner.Close();
        xml.Read();
        return entry;
    }

    /// <summary>Reads one element of an entry and moves past it.</summary>
    private static void ReadPart(XmlReader xml, FeedEntry entry)
    {
        switch (xml.LocalName, xml.NamespaceURI)
        {
            case ("link", Atom):
                if (xml.GetAttribute("rel") is null or "alternate") entry.Url ??= xml.GetAttribute("href");
                xml.Skip();
                break;
            case ("author", Atom): AddName(xml, entry); break;
            case ("author", "") or ("creator", DublinCore):
                if (Text(xml) is { } author) entry.Authors.Add(author);
                break;
            case ("guid" or "id", _): entry.Id ??= Text(xml); break;
            case ("link", _): entry.Url = Text(xml) ?? entry.Url; break;
            case ("title", "" or Atom or "http://purl.org/rss/1.0/"): entry.Title ??= Text(xml); break;
            case ("pubDate" or "published" or "issued", _) or ("date", DublinCore): entry.Published ??= Text(xml); break;
            case ("updated" or "modified", _): entry.Updated ??= Text(xml); break;
            case ("encoded", Encoded): entry.Content = Text(xml) ?? entry.Content; break;
            case ("content", Atom): entry.Content = AtomText(xml) ?? entry.Content; break;
            case ("summary", Atom): entry.Summary ??= AtomText(xml); break;
            case ("description", "" or "http://purl.org/rss/1.0/"): entry.Summary ??= Text(xml); break;
            default: xml.Skip(); break;
        }
    }

    /// <summary>The name of an Atom person, without address and home page.</summary>
    private static void AddName(XmlReader xml, FeedEntry entry)
    {
        using (var person = xml.ReadSubtree())
            while (person.ReadToFollowing("name", Atom))
                if (Text(person) is { } name) entry.Authors.Add(name);
        xml.Read();
    }

    private static string? AtomText(XmlReader xml) => xml.GetAttribute("type") == "xhtml" ? xml.ReadInnerXml() : Text(xml);

    /// <summary>All characters below an element, markup inside it left out; moves past it.</summary>
    private static string? Text(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            xml.Skip();
            return null;
        }
        int depth = xml.Depth;
        var text = new System.Text.StringBuilder();
        while (xml.Read() && xml.Depth > depth)
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) text.Append(xml.Value);
        xml.Read();
        return text.ToString().Trim() is { Length: > 0 } found ? found : null;
    }

    private static IEnumerable<Received> ReadJson(string text, string name)
    {
        JsonDocument? feed = null;
        string? reason = null;
        try
        {
            feed = JsonDocument.Parse(text.TrimStart('\uFEFF'), new JsonDocumentOptions { MaxDepth = 32 });
        }
        catch (JsonException e)
        {
            reason = "broken JSON Feed: " + Sentence(e.Message);
        }
        using (feed)
        {
            if (feed is null || !feed.RootElement.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array)
            {
                yield return Received.None(name, reason ?? "a JSON Feed without items");
                yield break;
            }
            int number = 0;
            foreach (var item in items.EnumerateArray()) yield return JsonEntry(item).ToReceived($"{name}#{++number}");
        }
    }

    private static FeedEntry JsonEntry(JsonElement item)
    {
        string? html = Field(item, "content_html");
        return new FeedEntry
        {
            Authors = Authors(item),
            Id = Field(item, "id"), Url = Field(item, "url") ?? Field(item, "external_url"), Title = Field(item, "title"),
            Published = Field(item, "date_published"), Updated = Field(item, "date_modified"),
            Content = html ?? Field(item, "content_text"), Summary = Field(item, "summary"), IsPlainText = html is null,
        };
    }

    /// <summary>Version 1.1 has a list, version 1 a single author.</summary>
    private static List<string> Authors(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object) return [];
        var people = item.TryGetProperty("authors", out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()]
            : item.TryGetProperty("author", out var one) ? [one] : Array.Empty<JsonElement>();
        return [.. people.Select(p => Field(p, "name")).OfType<string>()];
    }

    private static string? Field(JsonElement item, string name)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty(name, out var value)) return null;
        try
        {
            return value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null };
        }
        catch (InvalidOperationException) // a lone surrogate, escaped
        {
            return null;
        }
    }

    private static string Sentence(string message)
    {
        int stop = message.IndexOf(". ", StringComparison.Ordinal);
        return (stop < 0 ? message : message[..stop]).ReplaceLineEndings(" ");
    }

    private static long Offset(string text, XmlException e)
    {
        int at = 0;
        for (int line = 1; line < e.LineNumber && at >= 0; line++) at = text.IndexOf('\n', at) + 1;
        return Math.Min(text.Length, at + Math.Max(0, e.LinePosition - 1));
    }
}
