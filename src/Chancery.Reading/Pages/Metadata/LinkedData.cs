using System.Text;
using System.Text.Json;
using Chancery.Reading.Pages.Html;

namespace Chancery.Reading.Pages.Metadata;

/// <summary>An article as JSON-LD describes it. Empty lists and nulls where it says nothing.</summary>
internal sealed record LinkedArticle(
    string Type, string? Headline, string? Published, string? Modified, IReadOnlyList<string> Authors, string? Publisher, string? Body,
    string? Description, string? Section, string? Url, string? Language)
{
    public bool IsNews => Type.EndsWith("Article", StringComparison.Ordinal) || Type.EndsWith("Posting", StringComparison.Ordinal)
        || Type is "Report" or "Review" or "Recipe";
}

/// <summary>Finds articles in JSON-LD, however deep they stand, without recursion and within bounds.</summary>
internal static class LinkedData
{
    private const int Largest = 2_000_000, MostObjects = 20_000;

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "NewsArticle", "Article", "BlogPosting", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle",
        "ReviewNewsArticle", "LiveBlogPosting", "Report", "SocialMediaPosting", "TechArticle", "ScholarlyArticle", "WebPage", "Review",
        "Recipe", "AdvertiserContentArticle", "SatiricalArticle", "AskPublicNewsArticle", "CreativeWork", "ItemPage", "VideoObject",
    };

    public static List<LinkedArticle> Articles(ReadOnlySpan<char> json)
    {
        var found = new List<LinkedArticle>();
        if (json.Length > Largest) return found;
        string text = json.Trim().ToString();
        if (text.StartsWith("<!--", StringComparison.Ordinal)) text = text[4..].Replace("-->", "", StringComparison.Ordinal);
        if (text.StartsWith("//<![CDATA[", StringComparison.Ordinal)) text = text[11..].Replace("//]]>", "", StringComparison.Ordinal);
        using var document = Parse(text.TrimEnd(';', ' ', '\n')) ?? Parse(WithoutLineBreaks(text));
        if (document is null) return found;
        var open = new Queue<JsonElement>();
        open.Enqueue(document.RootElement);
        for (int seen = 0; seen < MostObjects && open.TryDequeue(out var element); seen++)
        {
            if (element.ValueKind == JsonValueKind.Array)
                foreach (var item in element.EnumerateArray()) open.Enqueue(item);
            if (element.ValueKind != JsonValueKind.Object) continue;
            if (TypeOf(element) is { } type && Types.Contains(type)) found.Add(Article(element, type));
            foreach (var property in element.EnumerateObject())
                if (property.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object) open.Enqueue(property.Value);
        }
        return found;
    }

    private static JsonDocument? Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text, Options);
        }
        catch (Exception e) when (e is JsonException or ArgumentException) // the second: lone surrogates
        {
            return null;
        }
    }

    /// <summary>Raw line breaks and tabs inside strings are the commonest fault in JSON-LD; between tokens they mean nothing.</summary>
    private static string WithoutLineBreaks(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (char c in text) clean.Append(c < ' ' ? ' ' : c);
        return clean.ToString();
    }

    private static string? TypeOf(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out var type)) return null;
        if (type.ValueKind == JsonValueKind.Array && type.GetArrayLength() > 0)
            type = type.EnumerateArray().FirstOrDefault(t => t.ValueKind == JsonValueKind.String && Types.Contains(Text(t) ?? ""), type[0]);
        string? name = Text(type);
        return name is not null && name.LastIndexOf('/') is >= 0 and var slash ? name[(slash + 1)..] : name;
    }

    private static LinkedArticle Article(JsonElement e, string type) => new(
        type, Field(e, "headline") ?? Field(e, "name"), Field(e, "datePublished") ?? Field(e, "dateCreated"), Field(e, "dateModified"),
        [.. Names(e, "author").Concat(Names(e, "creator")).Distinct(StringComparer.Ordinal)], Names(e, "publisher").FirstOrDefault(),
        Field(e, "articleBody"), Field(e, "description"), Field(e, "articleSection"), Field(e, "url"), Field(e, "inLanguage"));

    private static string? Field(JsonElement e, string name)
    {
        if (!e.TryGetProperty(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0) value = value[0];
        return Text(value) is { } text && !string.IsNullOrWhiteSpace(text) ? Entities.Fold(Entities.Decode(text)) : null;
    }

    private static IEnumerable<string> Names(JsonElement e, string name)
    {
        if (!e.TryGetProperty(name, out var value)) return [];
        var people = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Take(20) : [value];
        return people.Select(p => p.ValueKind == JsonValueKind.Object ? Field(p, "name") : Text(p))
            .Where(n => !string.IsNullOrWhiteSpace(n)).Select(n => Entities.Fold(Entities.Decode(n!)));
    }

    private static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException) // a lone surrogate, escaped
        {
            return null;
        }
    }
}
