namespace Chancery.Reports;

/// <summary>
/// One news report recovered from a page. <see cref="Text"/> is composed once; every layer holds spans into it.
/// </summary>
/// <param name="Witnessed">The publication date as the page's own witnesses give it, before it is checked against the text.</param>
/// <param name="Paragraphs">In text order, not overlapping; they cover all of <see cref="Text"/> but white space.</param>
public sealed record Report(
    string Id, string PageHash, string Text, IReadOnlyList<Paragraph> Paragraphs, Published Witnessed)
{
    public string? Url { get; init; }
    public string? Outlet { get; init; }
    public string? Section { get; init; }
    /// <summary>Two-letter ISO 639-1 code, <c>und</c> where it cannot be told.</summary>
    public string Language { get; init; } = "und";
    public string? Title { get; init; }
    public string? Standfirst { get; init; }
    public IReadOnlyList<string> Byline { get; init; } = [];
    public IReadOnlyList<RelatedStory> Related { get; init; } = [];
    public TextMap Map { get; init; } = TextMap.Empty;
    /// <summary>Sentences and words that came with the input (CoNLL-U) and are kept; null where they are to be found in the text.</summary>
    public IReadOnlyList<UntaggedSentence>? GivenSentences { get; init; }
    /// <summary>64-bit similarity hash of the body, so that syndicated copies can be known as one; null where the body is too short.</summary>
    public ulong? Fingerprint { get; init; }

    /// <summary>The paragraph that holds an offset, or null in the white space between.</summary>
    public Paragraph? ParagraphAt(int offset)
    {
        int low = 0, high = Paragraphs.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            var p = Paragraphs[middle];
            if (offset < p.Span.Start) high = middle - 1;
            else if (offset >= p.Span.End) low = middle + 1;
            else return p;
        }
        return null;
    }

    /// <summary>The related story whose teaser holds an offset: what stands there is told from that story's date.</summary>
    public RelatedStory? TeaserAt(int offset) =>
        Related.FirstOrDefault(r => r.Span is { } s && s.Contains(offset));
}
